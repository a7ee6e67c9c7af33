/// f-strings as Python 3.11 reads them: the end of a field's expression is found by looking at quotes and brackets only,
/// then the expression is parsed by itself.
extension Parser {
  /// Text and fields from `scanner` on: of the whole literal, or of a field's format up to its `}`.
  mutating func formatParts(
    of literal: StringLiteral, _ token: Token, from scanner: inout Int, level: Int, into parts: inout [FormatPart]
  ) throws(Failure) {
    let text = source.text
    let end = literal.content.upperBound
    while true {
      let start = scanner
      var stop = scanner
      var isDoubled = false
      while stop < end {
        var byte = text[stop]
        stop += 1
        if byte == UInt8(ascii: "\\"), !literal.isRaw, stop < end {
          byte = text[stop]
          stop += 1
          if byte == UInt8(ascii: "N") {
            if stop < end, text[stop] == UInt8(ascii: "{") {
              while stop < end, text[stop] != UInt8(ascii: "}") { stop += 1 }
              if stop < end { stop += 1 }
            }
            continue
          }
        }
        guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else { continue }
        if level == 0 {
          if stop < end, text[stop] == byte {
            isDoubled = true
            break
          }
          if byte == UInt8(ascii: "}") { throw raiseFormat("single '}' is not allowed") }
        }
        stop -= 1
        break
      }
      try appendText(start..<stop, of: literal, token, into: &parts)
      scanner = isDoubled ? stop + 1 : stop
      if isDoubled { continue }
      guard scanner < end, text[scanner] == UInt8(ascii: "{") else { return }
      try field(of: literal, token, from: &scanner, level: level, into: &parts)
    }
  }

  private mutating func raiseFormat(_ message: String) -> Failure {
    raiseAtFurthest("f-string: " + message)
  }

  /// `{value!r:format}`, at the brace.
  private mutating func field(
    of literal: StringLiteral, _ token: Token, from scanner: inout Int, level: Int, into parts: inout [FormatPart]
  ) throws(Failure) {
    let text = source.text
    let end = literal.content.upperBound
    guard level < 2 else { throw raiseFormat("expressions nested too deeply") }
    scanner += 1
    let start = scanner
    try skipFieldExpression(from: &scanner, to: end)
    guard scanner < end else { throw raiseFormat("expecting '}'") }
    let value = try fieldValue(in: start..<scanner)

    var debugText: String?
    if text[scanner] == UInt8(ascii: "=") {
      scanner += 1
      while scanner < end, text[scanner] == 0x20 || text[scanner] &- 9 < 5 { scanner += 1 }
      guard scanner < end else { throw raiseFormat("expecting '}'") }
      debugText = String(decoding: EscapeDecoder.withPlainLineEnds(text[start..<scanner]), as: UTF8.self)
    }
    var conversion: Character?
    if text[scanner] == UInt8(ascii: "!") {
      scanner += 1
      guard scanner < end else { throw raiseFormat("expecting '}'") }
      let letter = text[scanner]
      scanner += 1
      guard letter == UInt8(ascii: "s") || letter == UInt8(ascii: "r") || letter == UInt8(ascii: "a") else {
        throw raiseFormat("invalid conversion character: expected 's', 'r', or 'a'")
      }
      conversion = Character(Unicode.Scalar(letter))
    }
    var spec: [FormatPart]?
    if scanner < end, text[scanner] == UInt8(ascii: ":") {
      scanner += 1
      guard scanner < end else { throw raiseFormat("expecting '}'") }
      var specParts: [FormatPart] = []
      try formatParts(of: literal, token, from: &scanner, level: level + 1, into: &specParts)
      spec = specParts
    }
    guard scanner < end, text[scanner] == UInt8(ascii: "}") else { throw raiseFormat("expecting '}'") }
    scanner += 1
    if debugText != nil, conversion == nil, spec == nil { conversion = "r" }
    parts.append(.field(value: value, conversion: conversion, spec: spec, debugText: debugText))
  }

  /// Steps to the `!`, `:`, `=` or `}` that ends a field's expression.
  private mutating func skipFieldExpression(from scanner: inout Int, to end: Int) throws(Failure) {
    let text = source.text
    var brackets: [UInt8] = []
    var quote: UInt8 = 0
    var isTriple = false
    func isTripled(_ offset: Int) -> Bool {
      offset + 2 < end && text[offset + 1] == text[offset] && text[offset + 2] == text[offset]
    }
    scanning: while scanner < end {
      let byte = text[scanner]
      if byte == UInt8(ascii: "\\") {
        throw raiseAtFurthest("f-string expression part cannot include a backslash")
      }
      if quote != 0 {
        if byte == quote, !isTriple || isTripled(scanner) {
          if isTriple { scanner += 2 }
          quote = 0
        }
        scanner += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        quote = byte
        isTriple = isTripled(scanner)
        if isTriple { scanner += 2 }
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): brackets.append(byte)
      case UInt8(ascii: "#"): throw raiseAtFurthest("f-string expression part cannot include '#'")
      case UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "="), UInt8(ascii: ">"),
        UInt8(ascii: "<"):
        if brackets.isEmpty {
          let isPair =
            byte != UInt8(ascii: ":") && byte != UInt8(ascii: "}") && scanner + 1 < end
            && text[scanner + 1] == UInt8(ascii: "=")
          if isPair {
            scanner += 1
          } else if byte != UInt8(ascii: ">"), byte != UInt8(ascii: "<") {
            break scanning
          }
        } else if byte == UInt8(ascii: "}") {
          try closeFieldBracket(byte, in: &brackets)
        }
      case UInt8(ascii: ")"), UInt8(ascii: "]"): try closeFieldBracket(byte, in: &brackets)
      default: break
      }
      scanner += 1
    }
    if quote != 0 { throw raiseFormat("unterminated string") }
    if let open = brackets.last { throw raiseFormat("unmatched '\(Character(Unicode.Scalar(open)))'") }
  }

  private mutating func closeFieldBracket(_ close: UInt8, in brackets: inout [UInt8]) throws(Failure) {
    let closeName = Character(Unicode.Scalar(close))
    guard let open = brackets.popLast() else { throw raiseFormat("unmatched '\(closeName)'") }
    if open != (close == UInt8(ascii: ")") ? UInt8(ascii: "(") : close - 2) {
      let openName = Character(Unicode.Scalar(open))
      throw raiseFormat("closing parenthesis '\(closeName)' does not match opening parenthesis '\(openName)'")
    }
  }

  private mutating func fieldValue(in range: Range<Int>) throws(Failure) -> Expression {
    if source.text[range].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0C || $0 == 0x0D }) {
      let next = source.text[range.upperBound]
      guard next == UInt8(ascii: "}") else {
        throw raiseFormat("expression required before '\(Character(Unicode.Scalar(next)))'")
      }
      throw raiseFormat("empty expression not allowed")
    }
    try enter()
    defer { depth -= 1 }
    var parser = Parser(
      source: source, mode: .file, list: Lexer.fieldTokens(of: source, in: range), isField: true)
    parser.depth = depth
    do {
      return try parser.complete { parser throws(Failure) in
        let value = try parser.starExpressions()
        while parser.kind == .newline { parser.position += 1 }
        guard parser.kind == .end else { throw parser.mismatch() }
        return value
      }
    } catch {
      problem = error
      throw .raised
    }
  }
}
