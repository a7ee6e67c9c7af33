/// String literals; adjacent ones are one.
extension Parser {
  mutating func strings() throws(Failure) -> Expression {
    let first = position
    while kind == .string { position += 1 }
    let tokens = list.tokens[first..<position]
    look(at: position)
    if kind == .problem { throw mismatch() }
    var bytes: [UInt8] = []
    var parts: [FormatPart] = []
    var isFormatted = false
    var areBytes: Bool?
    for token in tokens {
      let literal = StringLiteral(token, in: source.text)
      if literal.isBytes, source.text[literal.content].contains(where: { $0 >= 0x80 }) {
        throw raise("bytes can only contain ASCII literal characters", at: token.span)
      }
      if let areBytes, areBytes != literal.isBytes {
        throw raiseAtFurthest("cannot mix bytes and nonbytes literals")
      }
      areBytes = literal.isBytes
      if literal.isBytes {
        let content = source.text[literal.content]
        bytes += try decoded(token) { () throws(EscapeProblem) in
          try EscapeDecoder.bytes(content, isRaw: literal.isRaw)
        }
      } else if literal.isFormatted {
        isFormatted = true
        var scanner = literal.content.lowerBound
        try formatParts(of: literal, token, from: &scanner, level: 0, into: &parts)
      } else {
        try appendText(literal.content, of: literal, token, into: &parts)
      }
    }
    let span = span(from: list.tokens[first].start)
    if areBytes == true { return Expression(.bytes(bytes), span) }
    if isFormatted { return Expression(.formatted(parts), span) }
    if case .text(let text)? = parts.first { return Expression(.string(text), span) }
    return Expression(.string(""), span)
  }

  private mutating func decoded<Value>(
    _ token: Token, _ decode: () throws(EscapeProblem) -> Value
  ) throws(Failure) -> Value {
    do {
      return try decode()
    } catch {
      switch error {
      case .python(let message): throw raiseAtFurthest(message)
      case .unsupported(let what, let instead): throw raiseUnsupported(what, instead: instead, at: token.span)
      }
    }
  }

  /// Decodes a piece of text and joins it to the text before it.
  mutating func appendText(
    _ range: Range<Int>, of literal: StringLiteral, _ token: Token, into parts: inout [FormatPart]
  ) throws(Failure) {
    guard !range.isEmpty else { return }
    let content = source.text[range]
    let text = try decoded(token) { () throws(EscapeProblem) in
      try EscapeDecoder.string(content, isRaw: literal.isRaw)
    }
    guard !text.isEmpty else { return }
    if case .text(let before)? = parts.last {
      parts[parts.count - 1] = .text(before + text)
    } else {
      parts.append(.text(text))
    }
  }
}
