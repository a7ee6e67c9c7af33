extension Notebook {
  /// What the text between cells and outputs consists of.
  enum TextPart {
    /// Offsets in the text, without the line ends around it.
    case prose(Range<Int>)
    /// A Markdown or raw cell that a fenced block holds.
    case markdown(String)
    case raw(String)
    /// What a notebook converted from Jupyter keeps for the way back: JSON, and the 1-based line in the text.
    case residue(JSONText, line: Int)

    typealias JSONText = [UInt8]
  }

  /// The flag that makes a block in the languages `markdown` and `raw` a cell.
  static let cellFlag = "cell"
  /// The flag that makes a block of Python prose.
  static let proseFlag = "prose"
  /// The flag of the block of JSON that holds the residue.
  static let residueFlag = "ipynb"

  package var parts: [NotebookPart] {
    let recorded = Dictionary(cells.map { ($0.id, $0) }) { first, _ in first }
    var parts: [NotebookPart] = []
    for element in elements {
      switch element {
      case .text(let text, _):
        for part in Notebook.parts(of: text) {
          switch part {
          case .prose(let range): parts.append(.markdown(CellText.markdown(ofProse: text[range])))
          case .markdown(let text): parts.append(.markdown(text))
          case .raw(let text): parts.append(.raw(text))
          case .residue: break
          }
        }
      case .cell(let cell): parts.append(.code(recorded[cell.id] ?? cell))
      }
    }
    return parts
  }

  enum Element {
    /// With the 1-based line that it starts on.
    case text([UInt8], line: Int)
    case cell(Cell)
  }

  /// Cells, and the text between them without front matter and outputs.
  var elements: [Element] {
    var elements: [Element] = []
    var text: [UInt8] = []
    var line = 1
    var textLine = 1
    func endText() {
      if !text.isEmpty { elements.append(.text(text, line: textLine)) }
      text = []
    }
    for (index, piece) in pieces.enumerated() {
      switch piece.content {
      case .text:
        let start = index == 0 ? frontMatterLength : 0
        if text.isEmpty { textLine = line + piece.source[..<start].count { $0 == 0x0A } }
        text += piece.source[start...]
      case .output: endText()
      case .cell(let cell):
        endText()
        elements.append(.cell(cell))
      }
      line += piece.source.count { $0 == 0x0A }
    }
    endText()
    return elements
  }

  /// Cuts text at marks and at blocks that stand for cells. O(length).
  static func parts(of text: [UInt8]) -> [TextPart] { placedParts(of: text).map(\.part) }

  /// With the offsets of each part: of prose without the line ends around it, of a block with its last line end.
  static func placedParts(of text: [UInt8]) -> [(part: TextPart, range: Range<Int>)] {
    var parts: [(part: TextPart, range: Range<Int>)] = []
    var start = 0
    func endProse(at end: Int) {
      if let range = trimmed(start..<end, of: text) { parts.append((.prose(range), range)) }
    }
    var blocks = MarkdownBlocks(text, from: 0, line: 1)
    while let block = blocks.next() {
      switch block {
      case .heading: break
      case .cellMark(let range):
        endProse(at: range.lowerBound)
        start = range.upperBound
      case .fenced(let block):
        guard block.isClosed, let part = part(block, text) else { continue }
        endProse(at: block.range.lowerBound)
        parts.append((part, block.range))
        start = block.range.upperBound
      }
    }
    endProse(at: text.count)
    return parts
  }

  /// Without the line ends at both ends; `nil` for blank text.
  static func trimmed(_ range: Range<Int>, of text: [UInt8]) -> Range<Int>? {
    let isLineEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    guard text[range].contains(where: { !isLineEnd($0) && $0 != 0x20 && $0 != 0x09 }),
      let first = text[range].firstIndex(where: { !isLineEnd($0) }),
      let last = text[range].lastIndex(where: { !isLineEnd($0) })
    else { return nil }
    return first..<(last + 1)
  }

  private static func part(_ block: FencedBlock, _ text: [UInt8]) -> TextPart? {
    guard let info = try? InfoString(block.info) else { return nil }
    switch info.language {
    case "markdown" where info.contains(cellFlag): return cellText(block, info, text).map { .markdown($0) }
    case "raw" where info.contains(cellFlag): return cellText(block, info, text).map { .raw($0) }
    case "json" where info.contains(residueFlag): return .residue(Array(text[block.body]), line: block.line + 1)
    default: return nil
    }
  }

  private static func cellText(_ block: FencedBlock, _ info: InfoString, _ text: [UInt8]) -> String? {
    let body = String(decoding: text[block.body], as: UTF8.self).withUnixLineEnds.withoutFinalNewline
    return info.contains(RecordedOutput.Flag.escaped) ? try? body.controlsUnescaped() : body
  }
}
