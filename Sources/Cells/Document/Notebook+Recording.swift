extension Notebook {
  /// Writes the ids of cells that have none in the file.
  package mutating func writeMissingIDs() {
    for index in pieces.indices {
      guard case .cell(let cell) = pieces[index].content, !cell.hasWrittenID else { continue }
      var info = cell.info
      info.set("cell", to: cell.id)
      setInfo(info, of: cell, at: index, hasWrittenID: true)
    }
  }

  /// Puts another info string into the line that opens a cell.
  mutating func setInfo(_ info: InfoString, of cell: Cell, at index: Int, hasWrittenID: Bool) {
    guard let fencing = pieces[index].fencing else { return }
    pieces[index].content = .cell(
      Cell(
        id: cell.id, hasWrittenID: hasWrittenID, code: cell.code, info: info, line: cell.line,
        comparison: cell.comparison))
    pieces[index].replaceInfo(info, lineEnd: lineEnd)
    pieces[index].fencing = Fencing(fence: fencing.fence, indent: fencing.indent, info: info)
  }

  /// Replaces a cell's recorded outputs. Blocks whose text stays the same keep their bytes; a block that takes the
  /// place of one of its kind keeps that block's fence, indentation and unknown keys. Does nothing for an unknown cell.
  package mutating func record(_ outputs: [RecordedOutput], for id: String) {
    let cellIndex = pieces.firstIndex { if case .cell(let cell) = $0.content { cell.id == id } else { false } }
    guard let cellIndex else { return }
    let oldIndices = pieces.indices.filter {
      if case .output(_, let cell) = pieces[$0].content { cell == id } else { false }
    }
    var unused = oldIndices.map { pieces[$0] }
    let new = outputs.map { output in
      let same = unused.firstIndex { $0.kind == output.kind }
      return piece(for: output, cell: id, replacing: same.map { unused.remove(at: $0) })
    }

    // From the end, so that the indices before stay true.
    for (position, index) in oldIndices.enumerated().reversed() {
      if position < new.count {
        pieces[index] = new[position]
      } else {
        pieces.remove(at: index)
        removeBlankText(before: index)
      }
    }
    if new.count > oldIndices.count {
      insert(Array(new[oldIndices.count...]), after: oldIndices.last ?? cellIndex)
    }
  }

  /// A removed block takes along the blank lines that set it off.
  private mutating func removeBlankText(before index: Int) {
    guard index > 0, case .text = pieces[index - 1].content else { return }
    if pieces[index - 1].source.isBlank { pieces.remove(at: index - 1) }
  }

  private mutating func insert(_ blocks: [Piece], after index: Int) {
    var index = index
    if pieces[index].source.last != 0x0A { pieces[index].source += Array(lineEnd.utf8) }
    for block in blocks {
      pieces.insert(Piece(content: .text, source: Array(lineEnd.utf8)), at: index + 1)
      pieces.insert(block, at: index + 2)
      index += 2
    }
    if index + 1 < pieces.count, ![0x0A, 0x0D].contains(pieces[index + 1].source.first) {
      pieces.insert(Piece(content: .text, source: Array(lineEnd.utf8)), at: index + 1)
    }
  }

  private func piece(for output: RecordedOutput, cell: String, replacing old: Piece?) -> Piece {
    if let old, case .output(output, _) = old.content { return old }
    let (body, isEscaped, lacksNewline) = output.encoded
    var info = old?.fencing?.info ?? InfoString(language: output.kind.rawValue)
    if info["cell"] != cell { info.set("cell", to: cell) }
    info.setFlag(RecordedOutput.Flag.escaped, isEscaped)
    info.setFlag(RecordedOutput.Flag.noNewline, lacksNewline)
    let fencing = Fencing(
      fence: Fencing.fence(around: body, atLeast: old?.fencing?.fence ?? "```"), indent: old?.fencing?.indent ?? 0,
      info: info)
    var source = fencing.block(around: body, lineEnd: lineEnd)
    if let old, old.source.last != 0x0A { source.removeLast(lineEnd.utf8.count) }
    return Piece(content: .output(output, cell: cell), source: source, fencing: fencing)
  }
}

extension Notebook.Piece {
  fileprivate var kind: RecordedOutput.Kind? {
    if case .output(let output, _) = content { output.kind } else { nil }
  }

  /// Puts another info string after the opening fence and keeps the rest.
  fileprivate mutating func replaceInfo(_ info: InfoString, lineEnd: String) {
    guard let fencing else { return }
    let end = source.firstIndex(of: 0x0A) ?? source.count
    source.replaceSubrange(..<min(end + 1, source.count), with: fencing.openingLine(info, lineEnd: lineEnd).utf8)
  }
}

extension Notebook.Fencing {
  /// A fence of `atLeast`'s marks that is longer than any run of them in the text.
  static func fence(around body: String, atLeast fence: String) -> String {
    let marker = fence.utf8.first ?? UInt8(ascii: "`")
    var longest = 0
    var run = 0
    for byte in body.utf8 {
      run = byte == marker ? run + 1 : 0
      longest = max(longest, run)
    }
    let length = longest < 3 ? fence.utf8.count : max(longest + 1, fence.utf8.count)
    return String(repeating: marker == UInt8(ascii: "~") ? "~" : "`", count: length)
  }

  func openingLine(_ info: InfoString, lineEnd: String) -> String {
    String(repeating: " ", count: indent) + fence + info.text + lineEnd
  }

  func block(around body: String, lineEnd: String) -> [UInt8] {
    let margin = String(repeating: " ", count: indent)
    var text = openingLine(info, lineEnd: lineEnd)
    for line in body.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      text += margin + String(Substring(line)) + lineEnd
    }
    return Array((text + margin + fence + lineEnd).utf8)
  }
}
