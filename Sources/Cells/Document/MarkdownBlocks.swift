/// A fenced block that stands at the top level of a Markdown text: not in a list, a quotation or HTML.
struct FencedBlock {
  /// UTF-8 offsets of the whole block, from the start of its first line to past the end of its last.
  var range: Range<Int>
  /// UTF-8 offsets of the lines between the fences.
  var body: Range<Int>
  /// The 1-based line of the opening fence.
  let line: Int
  /// Blanks in front of the opening fence, 0 to 3: as many are taken off each line of the body.
  let indent: Int
  /// "```", "~~~~" and so on.
  let fence: String
  /// What follows the opening fence, trimmed.
  let info: String
  let isClosed: Bool
}

/// Finds what a notebook needs to know of a CommonMark text: its top-level fenced blocks and its headings. O(length).
struct MarkdownBlocks {
  enum Block {
    case fenced(FencedBlock)
    case heading(String)
    /// The line `<!-- cell -->`: its UTF-8 offsets, with its line end.
    case cellMark(Range<Int>)
  }

  private let text: [UInt8]
  private var lineStart: Int
  private var lineNumber: Int
  /// Inside a list item: the column where its contents start.
  private var listIndent: Int?
  /// Inside an HTML block: the text that ends it.
  private var htmlEnd: String?

  /// - Parameter start: the offset of the first line to read, which has the 1-based number `line`.
  init(_ text: [UInt8], from start: Int, line: Int) {
    self.text = text
    lineStart = start
    lineNumber = line
  }

  mutating func next() -> Block? {
    while lineStart < text.count {
      let line = MarkdownLine(text, from: lineStart)
      if let block = read(line) { return block }
    }
    return nil
  }

  private mutating func advance(past line: MarkdownLine) {
    lineStart = line.next
    lineNumber += 1
  }

  private mutating func read(_ line: MarkdownLine) -> Block? {
    if let end = htmlEnd {
      if line.contains(end) { htmlEnd = nil }
    } else if line.isBlank {
      // A blank line ends neither a list item nor an indented block.
    } else if let indent = listIndent, line.indent >= indent {
      // The list item's own.
    } else {
      listIndent = nil
      if line.indent < 4 {
        if let opening = line.openingFence { return .fenced(fencedBlock(from: line, opening)) }
        listIndent = line.listContentIndent
        htmlEnd = line.htmlBlockEnd
        if line.isCellMark {
          let start = lineStart
          advance(past: line)
          return .cellMark(start..<lineStart)
        }
        if let heading = line.heading {
          advance(past: line)
          return .heading(heading)
        }
      }
    }
    advance(past: line)
    return nil
  }

  private mutating func fencedBlock(from line: MarkdownLine, _ opening: MarkdownLine.OpeningFence) -> FencedBlock {
    let start = lineStart
    let startLine = lineNumber
    advance(past: line)
    let bodyStart = lineStart
    var bodyEnd = text.count
    var isClosed = false
    while lineStart < text.count, !isClosed {
      let inner = MarkdownLine(text, from: lineStart)
      isClosed = inner.closes(opening)
      if isClosed { bodyEnd = lineStart }
      advance(past: inner)
    }
    return FencedBlock(
      range: start..<lineStart, body: bodyStart..<bodyEnd, line: startLine, indent: line.indent,
      fence: String(repeating: opening.marker == UInt8(ascii: "~") ? "~" : "`", count: opening.length),
      info: opening.info, isClosed: isClosed)
  }
}
