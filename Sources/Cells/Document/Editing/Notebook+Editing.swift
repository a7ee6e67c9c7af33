/// Changes to a notebook's parts. Parts are counted as in `parts`; what an edit does not name keeps its bytes, but for
/// the blank lines and marks next to it. A cell keeps its recorded outputs until it runs again.
extension Notebook {
  package enum Placement: Sendable {
    case above
    case below
  }

  /// Replaces a cell's code. Its fence grows where the code needs it.
  package mutating func setCode(_ code: String, part index: Int) throws(EditError) {
    let body = CellText.codeBody(CellText.code(ofBody: code))
    try edit(index) { edit throws(EditError) in
      guard case .code(let cell) = edit.place(index).kind else { throw .notCode }
      edit.replaceBlock(index, body: body)
      edit.expected[index] = .code(id: cell.id, code: body, recorded: edit.recorded(index))
    }
  }

  /// Replaces the text of a Markdown or raw cell.
  package mutating func setProse(_ text: String, part index: Int) throws(EditError) {
    if text.allSatisfy(\.isWhitespace) { return try delete(part: index) }
    try edit(index) { edit throws(EditError) in
      switch edit.place(index).kind {
      case .code: throw .notCode
      case .block(let language):
        edit.replaceBlock(index, body: text.endingInNewline)
        edit.expected[index] = .block(language: language, text.withoutFinalNewline)
      case .prose:
        let (bytes, summary) = edit.prose(text)
        edit.file.replace(edit.place(index).range, with: bytes)
        edit.expected[index] = summary
      }
    }
  }

  /// Adds a cell beside a part, or the first one to an empty notebook.
  ///
  /// - Parameter taken: ids besides the notebook's own that the new cell must not get.
  /// - Returns: the part that it is, and its id.
  @discardableResult
  package mutating func insertCell(
    _ code: String, _ placement: Placement, part index: Int?, avoiding taken: Set<String> = []
  ) throws(EditError) -> (part: Int, id: String) {
    let body = CellText.codeBody(CellText.code(ofBody: code))
    var id = ""
    var position = 0
    try edit(index) { edit throws(EditError) in
      var ids = CellIDs(taken: edit.ids.union(taken))
      id = ids.make(code: body, heading: edit.heading(placement, index))
      var info = InfoString(language: "python")
      info.set("cell", to: id)
      position = try edit.insert(
        edit.block(info, body: body), .code(id: id, code: body, recorded: []), placement, index)
    }
    return (position, id)
  }

  /// Adds prose beside a part. - Returns: the part that it is.
  @discardableResult
  package mutating func insertProse(
    _ text: String, _ placement: Placement, part index: Int?
  ) throws(EditError) -> Int {
    var position = 0
    try edit(index) { edit throws(EditError) in
      let (bytes, summary) = edit.prose(text)
      edit.parting = true
      position = try edit.insert(bytes, summary, placement, index)
    }
    return position
  }

  /// Takes away a part; a cell with its outputs.
  package mutating func delete(part index: Int) throws(EditError) {
    try edit(index) { edit throws(EditError) in
      edit.removeDetachedOutputs(of: index)
      edit.remove(index)
    }
  }

  /// Exchanges a part with the one above it or below it. - Returns: its new place.
  @discardableResult
  package mutating func move(part index: Int, _ direction: Placement) throws(EditError) -> Int {
    let first = direction == .above ? index - 1 : index
    guard first >= 0 else { throw .firstPart }
    guard first + 1 < PartPlaces(self).places.count else { throw .lastPart }
    try edit(first) { edit throws(EditError) in edit.exchange(first) }
    return direction == .above ? first : first + 1
  }

  /// Makes two parts of one; the second begins at the line, counted from 1. The first one keeps id and outputs.
  package mutating func split(
    part index: Int, line: Int, avoiding taken: Set<String> = []
  ) throws(EditError) {
    let part = try self.part(index)
    let lines = part.text.withoutFinalNewline.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1 else { throw .nothingToSplit }
    guard (2...lines.count).contains(line) else { throw .noSuchLine(line: line, count: lines.count) }
    let first = lines[..<(line - 1)].joined(separator: "\n").withoutBlankLinesAtEnds
    let second = lines[(line - 1)...].joined(separator: "\n").withoutBlankLinesAtEnds
    var copy = self
    if case .code = part {
      try copy.setCode(first, part: index)
      try copy.insertCell(second, .below, part: index, avoiding: taken)
    } else {
      guard !first.isEmpty, !second.isEmpty else { throw .nothingToSplit }
      try copy.setProse(first, part: index)
      try copy.insertProse(second, .below, part: index)
    }
    self = copy
  }

  /// Makes one part of two, with a blank line between. The first one keeps its id and gets the outputs of both.
  package mutating func merge(part index: Int) throws(EditError) {
    let first = try part(index)
    guard index + 1 < parts.count else { throw .lastPart }
    var copy = self
    switch (first, try part(index + 1)) {
    case (.code(let first), .code(let second)):
      try copy.setCode(first.code.endingInNewline + "\n" + second.code, part: index)
      try copy.delete(part: index + 1)
      copy.record(first.recorded + second.recorded, for: copy.cells.first { $0.id == first.id }?.id ?? first.id)
    case (.markdown(let first), .markdown(let second)), (.raw(let first), .raw(let second)):
      try copy.delete(part: index + 1)
      try copy.setProse(first.withoutFinalNewline + "\n\n" + second, part: index)
    default: throw .differentKinds
    }
    self = copy
  }
}

extension Notebook {
  fileprivate func part(_ index: Int) throws(EditError) -> NotebookPart {
    let parts = parts
    guard parts.indices.contains(index) else { throw .noSuchPart }
    return parts[index]
  }
}

extension NotebookPart {
  /// A cell's code, or what a Markdown or raw cell says.
  package var text: String {
    switch self {
    case .code(let cell): cell.code
    case .markdown(let text), .raw(let text): text
    }
  }

  package var cell: Cell? { if case .code(let cell) = self { cell } else { nil } }
}

extension String {
  fileprivate var withoutBlankLinesAtEnds: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.first, line.allSatisfy(\.isWhitespace) { lines.removeFirst() }
    while let line = lines.last, line.allSatisfy(\.isWhitespace) { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
