/// One change of a notebook's file, and what its parts have to be afterwards.
struct NotebookEdit {
  let notebook: Notebook
  private let places: PartPlaces
  var file: FileText
  var expected: [PartSummary]
  /// Whether prose that comes to stand next to prose stays a part of its own.
  var parting: Bool

  init(_ notebook: Notebook) {
    self.notebook = notebook
    places = PartPlaces(notebook)
    file = FileText(notebook)
    expected = PartSummary.of(notebook)
    parting = notebook.keepsProseApart
  }

  var ids: Set<String> { Set(notebook.cells.map(\.id)) }

  func place(_ index: Int) -> PartPlaces.Place { places.places[index] }

  func recorded(_ index: Int) -> [RecordedOutput] {
    if case .code(_, _, let recorded) = expected[index] { recorded } else { [] }
  }

  private func isProse(_ index: Int) -> Bool {
    guard places.places.indices.contains(index), case .prose = place(index).kind else { return false }
    return true
  }

  /// The heading above a place, for the new cell's id.
  func heading(_ placement: Notebook.Placement, _ index: Int?) -> String? {
    guard let index else { return nil }
    let end = placement == .above ? place(index).range.lowerBound : place(index).unit.upperBound
    return MarkdownBlocks.lastHeading(in: String(decoding: file.bytes[..<end], as: UTF8.self))
  }

  // MARK: - Texts

  /// Without the last line end.
  func block(_ info: InfoString, body: String) -> [UInt8] {
    let fencing = Notebook.Fencing(fence: Notebook.Fencing.fence(around: body, atLeast: "```"), indent: 0, info: info)
    return fencing.block(around: body, lineEnd: notebook.lineEnd).dropLast(notebook.lineEnd.utf8.count)
  }

  /// A Markdown cell's text as prose, or in a block where it cannot stand as prose.
  func prose(_ text: String) -> (bytes: [UInt8], summary: PartSummary) {
    let text = text.withUnixLineEnds
    if let prose = CellText.prose(text) {
      let lines = prose.utf8.flatMap { $0 == 0x0A ? Array(notebook.lineEnd.utf8) : [$0] }
      return (lines, .prose(CellText.markdown(ofProse: prose.bytes)))
    }
    let (body, isEscaped, _) = RecordedOutput(.value, text.withoutFinalNewline).encoded
    var info = InfoString(language: "markdown")
    info.setFlag(Notebook.cellFlag, true)
    info.setFlag(RecordedOutput.Flag.escaped, isEscaped)
    return (block(info, body: body), .block(language: "markdown", text.withoutFinalNewline))
  }

  /// Puts another body between a block's fences; indentation and info string stay.
  mutating func replaceBlock(_ index: Int, body: String) {
    let range = place(index).range
    var blocks = MarkdownBlocks(Array(file.bytes[range]), from: 0, line: 1)
    guard case .fenced(let old) = blocks.next(), var info = try? InfoString(old.info) else { return }
    var body = body
    if case .block = place(index).kind {
      let encoded = RecordedOutput(.value, body.withoutFinalNewline).encoded
      info.setFlag(RecordedOutput.Flag.escaped, encoded.isEscaped)
      body = encoded.body
    }
    let fencing = Notebook.Fencing(
      fence: Notebook.Fencing.fence(around: body, atLeast: old.fence), indent: old.indent, info: info)
    let text = fencing.block(around: body, lineEnd: notebook.lineEnd)
    file.replace(file.core(range), with: text.dropLast(notebook.lineEnd.utf8.count))
  }

  // MARK: - Places

  /// - Returns: the new part's place.
  mutating func insert(
    _ bytes: [UInt8], _ summary: PartSummary, _ placement: Notebook.Placement, _ index: Int?
  ) throws(EditError) -> Int {
    guard let index, !places.places.isEmpty else {
      file.insert(bytes, below: nil, marks: (false, false))
      expected.insert(summary, at: 0)
      return 0
    }
    let position = placement == .above ? index : index + 1
    let isProse = if case .prose = summary { parting } else { false }
    let marks = (before: isProse && self.isProse(position - 1), after: isProse && self.isProse(position))
    switch placement {
    case .above: file.insert(bytes, above: place(index).range, marks: (marks.before && !isMarked(index), marks.after))
    case .below: file.insert(bytes, below: place(index).unit, marks: marks)
    }
    expected.insert(summary, at: position)
    return position
  }

  /// Whether a mark stands between a part and the one above it.
  private func isMarked(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let gap = file.bytes[place(index - 1).unit.upperBound..<place(index).range.lowerBound]
    return String(decoding: gap, as: UTF8.self).contains(MarkdownLine.cellMark)
  }

  /// Outputs that stand apart from their cell, from the last on.
  mutating func removeDetachedOutputs(of index: Int) {
    guard case .code(let cell) = place(index).kind else { return }
    let unit = place(index).unit
    for (id, range) in places.outputs.reversed() where id == cell.id && range.lowerBound >= unit.upperBound {
      file.remove(range, needsMark: false)
    }
    // Those above the cell move it.
    for (id, range) in places.outputs.reversed() where id == cell.id && range.upperBound <= unit.lowerBound {
      detachedAbove.append(range)
    }
  }

  private var detachedAbove: [Range<Int>] = []

  mutating func remove(_ index: Int) {
    file.remove(place(index).unit, needsMark: parting && isProse(index - 1) && isProse(index + 1))
    for range in detachedAbove { file.remove(range, needsMark: false) }
    expected.remove(at: index)
  }

  mutating func exchange(_ first: Int) {
    let second = first + 1
    // From the last place on, so that the ones before stay true.
    if parting, isProse(first), isProse(second + 1) { file.addMark(behind: place(second).unit) }
    file.exchange(place(first).unit, place(second).unit)
    if parting, isProse(first - 1), isProse(second) { file.addMark(behind: place(first - 1).unit) }
    expected.swapAt(first, second)
  }
}

extension Notebook {
  /// Carries out an edit and reads the file that results: what the edit did not name has to be what it was.
  ///
  /// - Parameter index: of the part that is named; `nil` for none.
  mutating func edit(
    _ index: Int?, _ change: (inout NotebookEdit) throws(EditError) -> Void
  ) throws(EditError) {
    var named = self
    named.writeMissingIDs()
    var edit = NotebookEdit(named)
    if let index, !edit.expected.indices.contains(index) { throw .noSuchPart }
    try change(&edit)
    var edited: Notebook
    do {
      edited = try Notebook(edit.file.bytes)
    } catch {
      throw .changesOthers(error)
    }
    edited.keepsProseApart = edited.keepsProseApart || keepsProseApart
    let result = PartSummary.of(edited)
    let isAsExpected =
      edit.parting
      ? result == edit.expected : PartSummary.joiningProse(result) == PartSummary.joiningProse(edit.expected)
    guard isAsExpected else { throw .changesOthers(nil) }
    self = edited
  }
}
