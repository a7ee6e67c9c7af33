/// Looking at tokens, stepping over them, failing and trying again.
extension Parser {
  @inline(__always)
  var kind: Token.Kind { list.tokens[position].kind }
  @inline(__always)
  var token: Token { list.tokens[position] }
  var previous: Token { list.tokens[position - 1] }
  /// The kind of the token behind the current one.
  var nextKind: Token.Kind { position + 1 < list.tokens.count ? list.tokens[position + 1].kind : .end }

  @inline(__always)
  mutating func take(_ kind: Token.Kind) -> Bool {
    guard self.kind == kind else { return false }
    position += 1
    return true
  }

  @inline(__always)
  mutating func expect(_ kind: Token.Kind) throws(Failure) {
    guard self.kind == kind else { throw mismatch() }
    position += 1
  }

  /// A token that the rule cannot do without: its lack is reported at once.
  mutating func require(_ kind: Token.Kind, _ text: String) throws(Failure) {
    guard self.kind != kind else { return position += 1 }
    throw raise("expected '\(text)'", at: token.span)
  }

  mutating func expectName() throws(Failure) -> String {
    guard kind == .name else { throw mismatch() }
    defer { position += 1 }
    return text(of: token)
  }

  func text(of token: Token) -> String {
    String(decoding: source.text[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  func text(of token: Token, is text: StaticString) -> Bool {
    guard Int(token.end - token.start) == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { word in
      word.indices.allSatisfy { source.text[Int(token.start) + $0] == word[$0] }
    }
  }

  /// From a token or node that starts at `start` to the last token taken.
  @inline(__always)
  func span(from start: Int32) -> Span { Span(Int(start), Int(list.tokens[position - 1].end)) }

  @inline(__always)
  mutating func look(at index: Int) { if index > furthest { furthest = index } }

  mutating func mismatch() -> Failure {
    look(at: position)
    return kind == .problem ? raiseProblemOfLexer() : .mismatch
  }

  /// `looksAhead`: whether CPython has looked at the current token by then.
  mutating func raise(
    _ message: String, at span: Span, className: String = "SyntaxError", looksAhead: Bool = true
  ) -> Failure {
    if looksAhead {
      look(at: position)
      if kind == .problem { return raiseProblemOfLexer() }
    }
    let words = isField ? "f-string: " + message : message
    problem = SyntaxProblem(className: className, message: words, span: span)
    return .raised
  }

  /// Who looks at the token where the lexer stopped, reports what stopped it.
  private mutating func raiseProblemOfLexer() -> Failure {
    problem = list.problem
    isProblemOfLexer = true
    return .raised
  }

  /// Reports at the last token that any rule looked at, as CPython's `RAISE_SYNTAX_ERROR` does.
  mutating func raiseAtFurthest(_ message: String) -> Failure {
    look(at: position)
    return raise(message, at: placeOfFurthest.span)
  }

  /// A token without a width is reported at the byte before it.
  private var placeOfFurthest: SyntaxProblem { placed("", className: "", at: furthest) }

  mutating func raiseIndentation(_ message: String) -> Failure {
    look(at: position)
    if kind == .problem { return raiseProblemOfLexer() }
    problem = indentationProblem(message, at: furthest)
    return .raised
  }

  func indentationProblem(_ message: String, at index: Int) -> SyntaxProblem {
    placed(message, className: "IndentationError", at: index)
  }

  private func placed(_ message: String, className: String, at index: Int) -> SyntaxProblem {
    let token = list.tokens[index]
    var span = token.span
    if token.kind == .indent || token.kind == .dedent || token.kind == .end {
      let start = Int(token.start)
      let isAtLineStart = start < source.text.count && source.lineStarts[source.line(at: start) - 1] == start
      span = isAtLineStart ? Span(start, start) : Span(start - 1, start)
    }
    return SyntaxProblem(className: className, message: message, span: span)
  }

  mutating func raiseUnsupported(_ what: String, instead: String, at span: Span) -> Failure {
    look(at: position)
    problem = SyntaxProblem(message: "\(what) not supported", span: span, insteadOfUnsupported: instead)
    return .raised
  }

  /// Counts a level of nesting; what is deeper than CPython compiles is refused with its words.
  @inline(__always)
  mutating func enter() throws(Failure) {
    depth += 1
    if depth > Self.depthLimit { throw raiseTooDeep() }
  }

  mutating func raiseTooDeep() -> Failure {
    raise("maximum recursion depth exceeded during compilation", at: token.span, className: "RecursionError")
  }
}
