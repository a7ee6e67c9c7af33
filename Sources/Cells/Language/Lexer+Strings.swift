extension Lexer {
  /// Lexes a string whose prefix, if any, begins at `start` and whose first quote stands at `quoteAt`.
  mutating func lexString(from start: Int, quoteAt: Int) {
    let quote = text[quoteAt]
    let isTriple = byte(quoteAt + 1) == quote && byte(quoteAt + 2) == quote
    position = quoteAt + (isTriple ? 3 : 1)
    while position < end {
      let byte = text[position]
      if byte == UInt8(ascii: "\\") {
        position += 1
        if position < end { skipLineEnd() }
      } else if byte == quote {
        if !isTriple {
          position += 1
          return add(.string, from: start, to: position)
        }
        if self.byte(position + 1) == quote, self.byte(position + 2) == quote {
          position += 3
          return add(.string, from: start, to: position)
        }
        position += 1
      } else if !isTriple, byte == 0x0A || byte == 0x0D {
        break
      } else {
        position += 1
      }
    }
    let lastLine = source.line(at: max(0, position >= end ? end - 1 : position))
    let kind = isTriple ? "triple-quoted string" : "string"
    position = min(position, end)
    stop(
      "unterminated \(kind) literal (detected at line \(lastLine))", at: start,
      unfinished: isTriple ? .tripleQuote : nil)
  }
}
