/// Cuts the bytes of a `.cnb` file into a notebook's pieces.
struct NotebookReader {
  private let bytes: [UInt8]
  private var pieces: [Notebook.Piece] = []
  /// Where the text that is not yet in a piece starts.
  private var textStart = 0
  private var firstLines: [String: Int] = [:]
  /// Cells without an id, by piece, with the heading above each.
  private var unnamed: [(piece: Int, heading: String?)] = []
  private var outputs: [(kind: String, cell: String, line: Int)] = []
  /// Whether a mark parts prose, or a residue shows that the text was a Jupyter notebook.
  private(set) var partsProse = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The front matter, its length in bytes, and all pieces.
  mutating func read() throws(NotebookError) -> (FrontMatter, Int, [Notebook.Piece]) {
    try checkIsText()
    let (frontMatter, bodyStart, bodyLine) = try readFrontMatter()
    var blocks = MarkdownBlocks(bytes, from: bodyStart, line: bodyLine)
    var heading: String?
    while let block = blocks.next() {
      switch block {
      case .heading(let text): heading = text
      case .cellMark: partsProse = true
      case .fenced(let block):
        guard block.isClosed else { throw .unclosedFence(fence: block.fence, line: block.line) }
        try add(block, heading: heading)
      }
    }
    addText(upTo: bytes.count)
    for (kind, cell, line) in outputs where firstLines[cell] == nil {
      throw .outputOfUnknownCell(kind: kind, cell: cell, line: line)
    }
    nameUnnamedCells()
    return (frontMatter, bodyStart, pieces)
  }

  private func line(at offset: Int) -> Int { bytes[..<offset].count { $0 == 0x0A } + 1 }

  private func checkIsText() throws(NotebookError) {
    if let zero = bytes.firstIndex(of: 0) { throw .binary(line: line(at: zero)) }
    do {
      _ = try UTF8.validate(bytes)
    } catch {
      throw .notUTF8(line: line(at: error.byteOffsets.lowerBound))
    }
  }

  /// The front matter, where the rest starts, and the rest's first line.
  private func readFrontMatter() throws(NotebookError) -> (FrontMatter, start: Int, line: Int) {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var start = bytes.starts(with: byteOrderMark) ? 3 : 0
    var number = 1
    var yamlStart = 0
    while start < bytes.count || number == 1 {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var text = String(decoding: bytes[start..<end], as: UTF8.self)
      while let last = text.unicodeScalars.last, last == " " || last == "\t" || last == "\r" {
        text.unicodeScalars.removeLast()
      }
      if number == 1 {
        guard text == "---" else { throw .noFrontMatter(found: text) }
        yamlStart = min(end + 1, bytes.count)
      } else if text == "---" || text == "..." {
        let yaml = String(decoding: bytes[yamlStart..<start], as: UTF8.self).withUnixLineEnds
        return (try FrontMatter(yaml: yaml), min(end + 1, bytes.count), number + 1)
      }
      start = min(end + 1, bytes.count)
      number += 1
    }
    throw .unclosedFrontMatter
  }

  private mutating func addText(upTo end: Int) {
    if textStart < end { pieces.append(Notebook.Piece(content: .text, source: Array(bytes[textStart..<end]))) }
    textStart = end
  }

  private mutating func add(_ block: FencedBlock, heading: String?) throws(NotebookError) {
    let language = InfoString.language(of: block.info)
    let kind = RecordedOutput.Kind(rawValue: language)
    if language == "json", (try? InfoString(block.info))?.contains(Notebook.residueFlag) ?? false { partsProse = true }
    guard language == "python" || kind != nil else { return }
    let info = try InfoString(block.info, line: block.line)
    if kind != nil ? !info.contains("cell") : info.contains(Notebook.proseFlag) { return }

    let content: Notebook.Piece.Content
    let body = self.body(of: block)
    if let kind {
      let id = info["cell"] ?? ""
      guard Cell.isValidID(id) else { throw .badCellID(id, line: block.line) }
      outputs.append((language, id, block.line))
      content = .output(try RecordedOutput(kind, body: body, info: info, line: block.line), cell: id)
    } else {
      let id = info["cell"]
      if info.contains("cell") {
        guard let id, Cell.isValidID(id) else { throw .badCellID(id ?? "", line: block.line) }
        if let first = firstLines.updateValue(block.line, forKey: id) {
          throw .duplicateCell(id, first: first, second: block.line)
        }
      }
      content = .cell(
        Cell(
          id: id ?? "", hasWrittenID: id != nil, code: body, info: info, line: block.line,
          comparison: try info.comparison(line: block.line)))
    }
    addText(upTo: block.range.lowerBound)
    if case .cell(let cell) = content, !cell.hasWrittenID { unnamed.append((pieces.count, heading)) }
    pieces.append(
      Notebook.Piece(
        content: content, source: Array(bytes[block.range]),
        fencing: Notebook.Fencing(fence: block.fence, indent: block.indent, info: info)))
    textStart = block.range.upperBound
  }

  /// The lines between the fences with `\n` ends, without the indentation that the opening fence has.
  private func body(of block: FencedBlock) -> String {
    var body = String(decoding: bytes[block.body], as: UTF8.self).withUnixLineEnds
    guard block.indent > 0 else { return body }
    let lines = body.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    body = lines.map { line in
      let blanks = line.prefix(block.indent).prefix { $0 == 0x20 }.count
      return String(Substring(line.dropFirst(blanks)))
    }.joined(separator: "\n")
    return body
  }

  private mutating func nameUnnamedCells() {
    var ids = CellIDs(taken: firstLines.keys)
    for (piece, heading) in unnamed {
      guard case .cell(let cell) = pieces[piece].content else { continue }
      let id = ids.make(code: cell.code, heading: heading)
      pieces[piece].content = .cell(
        Cell(
          id: id, hasWrittenID: false, code: cell.code, info: cell.info, line: cell.line, comparison: cell.comparison))
    }
  }
}

extension UTF8 {
  /// Throws the first place that is not UTF-8.
  fileprivate static func validate(_ bytes: [UInt8]) throws(UTF8.ValidationError) {
    _ = try bytes.withUnsafeBufferPointer { buffer throws(UTF8.ValidationError) in
      _ = try UTF8Span(validating: buffer.span)
    }
  }
}

extension InfoString {
  /// - Parameter line: where it stands, for errors.
  init(_ text: String, line: Int) throws(NotebookError) {
    do {
      try self.init(text)
    } catch {
      switch error {
      case .unclosedQuote(let key): throw .unclosedQuote(key: key, line: line)
      case .repeatedKey(let key): throw .repeatedKey(key, line: line)
      }
    }
  }

  /// What it says about comparing outputs.
  func comparison(line: Int) throws(NotebookError) -> ComparisonSettings {
    var settings = ComparisonSettings()
    for key in ComparisonSettings.keys where contains(key) {
      do {
        try settings.set(key, to: self[key] ?? "", canExpectError: true)
      } catch {
        throw .badSetting(error, line: line)
      }
    }
    return settings
  }
}
