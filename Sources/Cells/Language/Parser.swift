import BigInt

/// Python's grammar by recursive descent, one function a rule.
///
/// A program that is right is read once. One that is wrong is read twice, as CPython's own parser does: the first pass
/// finds the token that no rule accepts, the second (`isDiagnosing`) tries at each rule what people write by mistake, in
/// CPython's order, and reports the first that fits in CPython's words. Where none fits it is "invalid syntax" at the
/// token of the first pass. Rules are kept in `memo` during the second pass, since it tries many of them again.
package struct Parser {
  package enum Mode: Sendable {
    /// A notebook's cell: IPython's commands are accepted, a no-break space is a blank.
    case cell
    case file
  }

  /// Why a rule did not give a node.
  enum Failure: Error {
    /// The tokens do not fit the rule; another may fit.
    case mismatch
    /// `Parser.problem` is what to report.
    case raised
  }

  /// So deep may expressions and blocks nest, so that no reader of the tree runs out of stack. CPython has such a limit
  /// too, a higher one.
  static let depthLimit = 400
  /// The operands of `a + b + c + ...`: a tree as deep, but for its checks.
  static let chainLimit = 1000

  let source: Source
  let mode: Mode
  let list: TokenList
  let isField: Bool
  var position = 0
  /// The last token that any rule looked at.
  var furthest = 0
  var isDiagnosing = false
  var problem: SyntaxProblem?
  var isProblemOfLexer = false
  var depth = 0
  /// Inside the second pass, where no mistakes are looked for.
  var isSuspended = false
  /// How often sets were tried again where no mistakes are looked for; bounded, since it takes twice the time each time.
  var retriedSets = 0
  /// Whether the second pass has met two expressions in a row, outside brackets.
  var hasNeighbours = false
  /// Whether a rule leaves out what does not fit behind a node, for the next rule to look at.
  var isLenient = false
  /// Behind an augmented assignment's operator no other rule is tried.
  var committed = false
  var memo: [MemoKey: MemoEntry] = [:]

  init(source: Source, mode: Mode, list: TokenList, isField: Bool = false) {
    self.source = source
    self.mode = mode
    self.list = list
    self.isField = isField
  }

  /// Parses a cell or a file.
  package static func parse(_ source: Source, mode: Mode = .cell) throws(SyntaxProblem) -> Module {
    try checkText(source)
    var parser = Parser(source: source, mode: mode, list: Lexer.tokens(of: source, mode: mode))
    let body = try parser.complete { parser throws(Failure) in try parser.file() }
    try ScopeCheck.check(body)
    try ContextCheck.check(body)
    return Module(source: source, body: body, docstring: docstring(of: body))
  }

  /// Parses one expression, as `eval` does: blanks before it and empty lines behind it are allowed.
  package static func parseExpression(_ source: Source) throws(SyntaxProblem) -> Expression {
    try checkText(source)
    let start = source.text.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? 0
    var list = Lexer.tokens(of: source, mode: .file)
    if start > 0 { list.tokens.removeAll { $0.kind == .indent || $0.kind == .dedent } }
    var parser = Parser(source: source, mode: .file, list: list)
    let expression = try parser.complete { parser throws(Failure) in
      let expression = try parser.expressions()
      while parser.kind == .newline { parser.position += 1 }
      guard parser.kind == .end else { throw parser.mismatch() }
      return expression
    }
    let statement = Statement(.expression(expression, endsWithSemicolon: false), expression.span)
    try ScopeCheck.check([statement])
    try ContextCheck.check([statement])
    return expression
  }

  /// Runs a rule over all tokens; explains what is wrong if it does not fit.
  mutating func complete<Node>(
    _ rule: (inout Parser) throws(Failure) -> Node
  ) throws(SyntaxProblem) -> Node {
    do {
      return try rule(&self)
    } catch {
      if case .mismatch = error { try diagnose(rule) }
      throw explained(problem ?? genericProblem(at: furthest))
    }
  }

  /// The second pass.
  private mutating func diagnose<Node>(
    _ rule: (inout Parser) throws(Failure) -> Node
  ) throws(SyntaxProblem) {
    let last = furthest
    position = 0
    depth = 0
    memo = [:]
    isDiagnosing = true
    do {
      _ = try rule(&self)
    } catch {
      if case .raised = error { return }
    }
    problem = genericProblem(at: last)
    switch list.tokens[last].kind {
    case .indent, .dedent: throw genericProblem(at: last)
    default: break
    }
  }

  private func genericProblem(at index: Int) -> SyntaxProblem {
    let token = list.tokens[index]
    let invalid = isField ? "f-string: invalid syntax" : "invalid syntax"
    switch token.kind {
    case .indent: return indentationProblem("unexpected indent", at: index)
    case .dedent: return indentationProblem("unexpected unindent", at: index)
    case .end:
      let line = source.line(at: max(0, min(Int(token.start), source.text.count) - 1))
      let start = source.lineStarts[line - 1]
      return SyntaxProblem(message: invalid, span: Span(start, start))
    default: break
    }
    return SyntaxProblem(message: invalid, span: token.span)
  }

  /// What the lexer found comes first, and an unclosed bracket on an earlier line is the likelier mistake.
  private func explained(_ problem: SyntaxProblem) -> SyntaxProblem {
    if list.outranksParser, let problem = list.problem { return problem }
    if isProblemOfLexer { return problem }
    guard problem.insteadOfUnsupported == nil, let bracket = list.openBrackets.last, list.problem != nil else {
      return problem
    }
    let line = source.line(at: min(Int(list.tokens[furthest].start), source.text.count))
    return line > source.line(at: bracket.offset) ? Lexer.unclosed(bracket) : problem
  }

  /// The text of a body's first statement, if that is a string.
  static func docstring(of body: [Statement]) -> String? {
    guard case .expression(let expression, _)? = body.first?.kind, case .string(let text) = expression.kind else {
      return nil
    }
    return text
  }

  private static func checkText(_ source: Source) throws(SyntaxProblem) {
    if source.text.contains(0) {
      throw SyntaxProblem(message: Lexer.nullByteMessage, span: Span(0, 0))
    }
    guard let offset = source.text.firstInvalidUTF8 else { return }
    let line = source.line(at: offset)
    let digits = String(source.text[offset], radix: 16)
    throw SyntaxProblem(
      message: "Non-UTF-8 code starting with '\\x\(digits)' in file \(source.name) on line \(line), but no encoding "
        + "declared; see https://peps.python.org/pep-0263/ for details",
      span: Span(source.lineStarts[line - 1], offset + 1))
  }
}

extension [UInt8] {
  /// The offset of the first byte that is not UTF-8. O(count).
  var firstInvalidUTF8: Int? {
    guard contains(where: { $0 >= 0x80 }) else { return nil }
    var decoder = UTF8()
    var iterator = makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
