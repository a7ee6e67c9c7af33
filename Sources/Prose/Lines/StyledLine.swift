import Cells

/// A piece of a line in one style. It holds nothing that a terminal takes for a command.
package struct Span: Equatable, Sendable {
  package fileprivate(set) var text: String
  package let style: SpanStyle
}

/// One line for a terminal or a text file.
package struct StyledLine: Equatable, Sendable {
  package private(set) var spans: [Span] = []
  /// In columns.
  package private(set) var width = 0

  package init() {}

  package init(_ text: String, _ style: SpanStyle = .text) { append(text, style) }

  /// Control characters are shown as escapes: `\x07`.
  package mutating func append(_ text: String, _ style: SpanStyle = .text) {
    let text = text.harmless
    if text.isEmpty { return }
    width += text.displayWidth
    if let last = spans.last, last.style == style {
      spans[spans.count - 1].text += text
    } else {
      spans.append(Span(text: text, style: style))
    }
  }

  package mutating func append(_ line: StyledLine) {
    for span in line.spans { append(span.text, span.style) }
  }

  package static func + (left: StyledLine, right: StyledLine) -> StyledLine {
    var line = left
    line.append(right)
    return line
  }

  package var isEmpty: Bool { spans.isEmpty }

  /// Without colours.
  package var text: String { spans.map(\.text).joined() }

  func padded(to width: Int) -> StyledLine {
    guard self.width < width else { return self }
    return self + StyledLine(String(repeating: " ", count: width - self.width))
  }
}

extension StyledLine {
  /// Lines of at most `width` columns, however long the words. All but the first begin with the continuation. Where
  /// there is a blank near the edge, or else a comma or an opening bracket, the line is folded behind it.
  package func folded(to width: Int, continuation: StyledLine) -> [StyledLine] {
    guard self.width > width else { return [self] }
    let continuation = continuation.width + 2 <= width ? continuation : StyledLine()
    var rest = spans.flatMap { span in span.text.map { (character: $0, style: span.style) } }[...]
    var lines: [StyledLine] = []
    while !rest.isEmpty {
      var line = lines.isEmpty ? StyledLine() : continuation
      let room = width - line.width
      var count = 0
      var columns = 0
      var blank: Int?
      var comma: Int?
      for (character, _) in rest {
        columns += String(character).displayWidth
        if columns > room, count > 0 { break }
        count += 1
        guard columns * 3 > room * 2 else { continue }
        if character == " " { blank = count } else if ",([{".contains(character) { comma = count }
      }
      if count < rest.count, let end = blank ?? comma { count = end }
      for (character, style) in rest.prefix(count) { line.append(String(character), style) }
      rest = rest.dropFirst(count)
      lines.append(line)
    }
    return lines
  }

  /// Its first columns.
  package func cut(to width: Int) -> StyledLine {
    self.width <= width ? self : folded(to: width, continuation: StyledLine())[0]
  }

  /// Without blanks at its end.
  func trimmed() -> StyledLine {
    guard let last = spans.last, last.text.last == " " else { return self }
    var line = StyledLine()
    for span in spans.dropLast() { line.append(span.text, span.style) }
    var text = last.text
    while text.last == " " { text.removeLast() }
    line.append(text, last.style)
    return text.isEmpty ? line.trimmed() : line
  }

  /// In front of the rest of a line that did not fit.
  static let foldMark = StyledLine("↪ ", .mark)
}

extension String {
  /// Without what drives a terminal or turns text around: control characters, and those that set its direction.
  fileprivate var harmless: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    let text = visible
    let turns = { (scalar: Unicode.Scalar) in
      switch scalar.value {
      case 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    guard text.unicodeScalars.contains(where: turns) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if turns(scalar) {
        result += "\\u" + String(scalar.value, radix: 16)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  /// With blanks in place of tabs, as terminals show them.
  ///
  /// - Parameter start: the column of the first character.
  func withoutTabs(from start: Int = 0) -> String {
    guard utf8.contains(0x09) else { return self }
    var text = ""
    var column = start
    for character in self {
      if character == "\t" {
        let blanks = 8 - column % 8
        text += String(repeating: " ", count: blanks)
        column += blanks
      } else {
        text.append(character)
        column += String(character).displayWidth
      }
    }
    return text
  }
}
