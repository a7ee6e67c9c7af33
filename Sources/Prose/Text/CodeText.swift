import Cells

/// Code as lines, as long as they are.
package enum CodeText {
  package static func plain(_ code: String) -> [StyledLine] {
    lines(of: code) { $0.append($1, SpanStyle(.code)) }
  }

  /// In the colours of the cells' language, also where that cannot read it.
  static func python(_ code: String) -> [StyledLine] {
    let bytes = Array(code.utf8)
    var styles: [(text: String, style: SpanStyle)] = []
    var end = 0
    func add(_ range: Range<Int>, _ style: SpanStyle) {
      if !range.isEmpty { styles.append((String(decoding: bytes[range], as: UTF8.self), style)) }
    }
    for piece in SyntaxColouring.pieces(of: code) {
      let range = piece.range.clamped(to: end..<bytes.count)
      add(end..<range.lowerBound, .text)
      add(range, SpanStyle(.syntax(piece.role)))
      end = range.upperBound
    }
    add(end..<bytes.count, .text)
    return lines(of: styles)
  }

  private static func lines(of code: String, append: (inout StyledLine, String) -> Void) -> [StyledLine] {
    code.withoutLastLineEnd.split(separator: "\n", omittingEmptySubsequences: false).map { text in
      var line = StyledLine()
      append(&line, String(text).withoutTabs())
      return line
    }
  }

  /// Tabs count from the start of their line.
  private static func lines(of pieces: [(text: String, style: SpanStyle)]) -> [StyledLine] {
    var lines = [StyledLine()]
    for (text, style) in pieces {
      for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { lines.append(StyledLine()) }
        let text = String(part).withoutTabs(from: lines[lines.count - 1].width)
        lines[lines.count - 1].append(text, style)
      }
    }
    if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

extension String {
  var withoutLastLineEnd: String { utf8.last == 0x0A ? String(unicodeScalars.dropLast()) : self }
}
