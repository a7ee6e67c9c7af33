/// The tokens of a source, and what stopped the lexer, if anything did.
struct TokenList {
  /// An opened bracket that waits for its partner.
  struct Bracket {
    let byte: UInt8
    let offset: Int
  }
  /// What a text was in the middle of when it ended.
  enum Unfinished { case bracket, tripleQuote, backslash }

  var tokens: [Token] = []
  var problem: SyntaxProblem?
  /// Whether `problem` is reported even where the parser fails on an earlier token, as CPython does.
  var outranksParser = false
  var openBrackets: [Bracket] = []
  var isCellMagic = false
  var unfinished: Unfinished?
}

/// Makes tokens of bytes in one pass, by CPython's rules: indentation by the tab rule, brackets that join lines, and its
/// words for what is wrong.
struct Lexer {
  /// Up to this depth brackets and blocks may nest.
  static let bracketLimit = 200
  static let indentationLimit = 100

  let source: Source
  let text: UnsafeBufferPointer<UInt8>
  let end: Int
  let isCell: Bool
  /// An f-string's field: as between brackets.
  let isField: Bool

  var position: Int
  var list = TokenList()
  var indents: [(column: Int, alternate: Int)] = [(0, 0)]
  /// The indentation of a cell's first line, which all its lines may share.
  var sharedIndentation: Range<Int>?
  var atLineStart = true
  /// Where the comment at the end of the current line begins; there its `newline` stands.
  var comment: Int?

  /// The tokens of a whole source.
  static func tokens(of source: Source, mode: Parser.Mode) -> TokenList {
    source.text.withUnsafeBufferPointer { text in
      var lexer = Lexer(source: source, text: text, range: 0..<text.count, isCell: mode == .cell, isField: false)
      lexer.run()
      return lexer.list
    }
  }

  /// The tokens of an f-string's field, between the brackets that CPython puts round it.
  static func fieldTokens(of source: Source, in range: Range<Int>) -> TokenList {
    source.text.withUnsafeBufferPointer { text in
      var lexer = Lexer(source: source, text: text, range: range, isCell: false, isField: true)
      lexer.run()
      return lexer.list
    }
  }

  private init(
    source: Source, text: UnsafeBufferPointer<UInt8>, range: Range<Int>, isCell: Bool, isField: Bool
  ) {
    self.source = source
    self.text = text
    self.isCell = isCell
    self.isField = isField
    position = range.lowerBound
    end = range.upperBound
    if !isField { list.tokens.reserveCapacity(text.count / 3) }
  }

  static let nullByteMessage = "source code string cannot contain null bytes"

  /// The byte at an offset; 0 behind the end, and where the text has one: that is no program, but may be looked at.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { offset < end ? text[offset] : 0 }

  mutating func add(_ kind: Token.Kind, from start: Int, to stop: Int) {
    let level = UInt8(truncatingIfNeeded: list.openBrackets.count + (isField ? 1 : 0))
    let token = Token(
      kind: kind, level: level, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: stop))
    list.tokens.append(token)
  }

  mutating func run() {
    if isField {
      let opening = Int32(truncatingIfNeeded: position - 1)
      list.tokens.append(Token(kind: .leftParenthesis, level: 1, start: opening, end: opening + 1))
      atLineStart = false
    } else {
      if end >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { position = 3 }
      if isCell {
        lookAtFirstLine()
        if lexCellMagic() { return finish() }
      }
    }
    while list.problem == nil {
      if atLineStart {
        atLineStart = false
        comment = nil
        guard lexIndentation() else { break }
        if isCell, lexLineMagic() { continue }
      }
      guard lexToken() else { break }
    }
    if list.problem == nil { finish() }
  }

  /// Reports what stops the lexer.
  mutating func stop(
    _ message: String, at offset: Int, to stop: Int? = nil, className: String = "SyntaxError",
    outranksParser: Bool = true,
    unfinished: TokenList.Unfinished? = nil
  ) {
    list.problem = SyntaxProblem(className: className, message: message, span: Span(offset, stop ?? offset + 1))
    list.outranksParser = outranksParser
    list.unfinished = unfinished
    add(.problem, from: min(position, end), to: min(position, end))
  }

  private mutating func finish() {
    if isField {
      if let bracket = list.openBrackets.last { return stopUnclosed(bracket) }
      list.tokens.append(
        Token(
          kind: .rightParenthesis, level: 0, start: Int32(truncatingIfNeeded: end),
          end: Int32(truncatingIfNeeded: end + 1)))
      add(.newline, from: end + 1, to: end + 1)
      return add(.end, from: end + 1, to: end + 1)
    }
    if let bracket = list.openBrackets.last { return stopUnclosed(bracket) }
    if let last = list.tokens.last?.kind, last != .newline { add(.newline, from: comment ?? end, to: end + 1) }
    // Behind the line end that the last line has, or would have.
    let behind = end > 0 && (text[end - 1] == 0x0A || text[end - 1] == 0x0D) ? end : end + 1
    for _ in 1..<indents.count { add(.dedent, from: behind, to: behind) }
    add(.end, from: behind, to: behind)
  }

  private mutating func stopUnclosed(_ bracket: TokenList.Bracket) {
    list.problem = Self.unclosed(bracket)
    list.unfinished = .bracket
    add(.problem, from: end, to: end)
  }

  static func unclosed(_ bracket: TokenList.Bracket) -> SyntaxProblem {
    let name = Character(Unicode.Scalar(bracket.byte))
    return SyntaxProblem(message: "'\(name)' was never closed", span: Span(bracket.offset, bracket.offset + 1))
  }

  /// Steps over a line end at `position`: `\n`, `\r\n` or `\r`.
  mutating func skipLineEnd() {
    if byte(position) == 0x0D, byte(position + 1) == 0x0A { position += 1 }
    position += 1
  }

  /// Lexes one token, or what stands between tokens. False at the end.
  private mutating func lexToken() -> Bool {
    let start = position
    let first = byte(start)
    switch first {
    case 0:
      if start == end { return false }
      stop(Lexer.nullByteMessage, at: start)
    case 0x20, 0x09, 0x0C:
      position += 1
    case 0x0A, 0x0D:
      skipLineEnd()
      if list.openBrackets.isEmpty, !isField {
        add(.newline, from: comment ?? start, to: start + 1)
        atLineStart = true
      }
    case UInt8(ascii: "#"):
      comment = start
      skipComment()
    case UInt8(ascii: "\\"):
      lexContinuation()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
      lexWord()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      lexNumber()
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      lexString(from: start, quoteAt: start)
    case UInt8(ascii: "."):
      if byte(start + 1) &- 0x30 < 10 { lexNumber() } else { lexOperator(first) }
    default:
      lexOperator(first)
    }
    return true
  }

  mutating func skipComment() {
    while position < end, text[position] != 0x0A, text[position] != 0x0D { position += 1 }
  }

  mutating func lexContinuation() {
    position += 1
    let next = byte(position)
    guard next == 0x0A || next == 0x0D || position >= end else {
      return stop(
        "unexpected character after line continuation character", at: position, outranksParser: false)
    }
    let behind = position
    if position < end { skipLineEnd() }
    if position >= end {
      if let bracket = list.openBrackets.last { return stopUnclosed(bracket) }
      stop("unexpected EOF while parsing", at: behind, outranksParser: false, unfinished: .backslash)
    }
  }
}
