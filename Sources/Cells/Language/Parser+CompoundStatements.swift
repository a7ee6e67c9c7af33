/// Statements that hold blocks.
extension Parser {
  mutating func compoundStatement() throws(Failure) -> Statement {
    try enter()
    defer { depth -= 1 }
    switch kind {
    case .ifStatement: return try ifStatement()
    case .whileLoop: return try whileStatement()
    case .forLoop: return try forStatement()
    case .tryStatement: return try tryStatement()
    case .with_: return try withStatement()
    case .at: return try decorated()
    case .def_: return try function(decorators: [])
    case .classDefinition: return try classDefinition(decorators: [])
    default:
      switch nextKind {
      case .def_:
        throw raiseUnsupported("asynchronous functions are", instead: "define it with a plain 'def'", at: token.span)
      case .forLoop, .with_:
        throw raiseUnsupported(
          "asynchronous statements are", instead: "use a plain 'for' or 'with'", at: token.span)
      default:
        position += 1
        throw mismatch()
      }
    }
  }

  /// The colon of a header; at the end of the line its lack is what is reported.
  mutating func headerColon() throws(Failure) {
    if take(.colon) { return }
    if isDiagnosing, kind == .newline { throw raiseAtFurthest("expected ':'") }
    throw mismatch()
  }

  /// A block behind its header's colon; `header` is the token that the header began with.
  mutating func block(of header: Token, _ name: String) throws(Failure) -> [Statement] {
    var statements: [Statement] = []
    guard take(.newline) else {
      try simpleStatements(into: &statements)
      return statements
    }
    guard take(.indent) else {
      guard isDiagnosing else { throw mismatch() }
      let line = source.line(at: Int(header.start))
      throw raiseIndentation("expected an indented block after \(name) on line \(line)")
    }
    repeat { try statement(into: &statements) } while !take(.dedent)
    return statements
  }

  /// From a header to the last token of the last block.
  func blockSpan(from start: Int32) -> Span {
    var last = position - 1
    while last > 0 {
      switch list.tokens[last].kind {
      case .newline, .indent, .dedent: last -= 1
      default: return Span(Int(start), Int(list.tokens[last].end))
      }
    }
    return Span(Int(start), Int(start))
  }

  private mutating func ifStatement() throws(Failure) -> Statement {
    let header = token
    position += 1
    let test = try namedExpression()
    try headerColon()
    let name = header.kind == .ifStatement ? "'if' statement" : "'elif' statement"
    let body = try block(of: header, name)
    var otherwise: [Statement] = []
    if kind == .elif_ {
      try enter()
      defer { depth -= 1 }
      otherwise = [try ifStatement()]
    } else {
      otherwise = try elseBlock()
    }
    return Statement(.ifStatement(test, body, else: otherwise), blockSpan(from: header.start))
  }

  mutating func elseBlock() throws(Failure) -> [Statement] {
    let header = token
    guard take(.else_) else { return [] }
    try require(.colon, ":")
    return try block(of: header, "'else' statement")
  }

  private mutating func whileStatement() throws(Failure) -> Statement {
    let header = token
    position += 1
    let test = try namedExpression()
    try headerColon()
    let body = try block(of: header, "'while' statement")
    let otherwise = try elseBlock()
    return Statement(.whileLoop(test, body, else: otherwise), blockSpan(from: header.start))
  }

  private mutating func forStatement() throws(Failure) -> Statement {
    let header = token
    let start = position
    let target: Expression
    do {
      position += 1
      target = try starTargets()
      try expect(.isIn)
    } catch {
      guard case .mismatch = error, isDiagnosing else { throw error }
      position = start
      try diagnoseForTarget()
      throw error
    }
    let iterable = try starExpressions()
    try headerColon()
    let body = try block(of: header, "'for' statement")
    let otherwise = try elseBlock()
    return Statement(
      .forLoop(target, in: iterable, body, else: otherwise), blockSpan(from: header.start))
  }

  // MARK: match

  /// `match subject:` with cases is Python, but not in the cell language.
  mutating func diagnoseMatch() throws(Failure) {
    try diagnose { parser throws(Failure) in
      let header = parser.token
      parser.position += 1
      repeat {
        guard parser.startsExpression else { throw parser.mismatch() }
        _ = try parser.starNamedExpression()
      } while parser.take(.comma) && parser.kind != .colon && parser.kind != .newline
      if parser.kind == .newline, parser.isDiagnosing { throw parser.raiseAtFurthest("expected ':'") }
      try parser.expect(.colon)
      try parser.expect(.newline)
      guard parser.kind == .indent else {
        guard parser.isDiagnosing else { throw parser.mismatch() }
        let line = parser.source.line(at: Int(header.start))
        throw parser.raiseIndentation("expected an indented block after 'match' statement on line \(line)")
      }
      parser.position += 1
      guard parser.kind == .name, parser.text(of: parser.token, is: "case") else { throw parser.mismatch() }
      guard parser.nextKind != .newline else {
        parser.position += 1
        throw parser.mismatch()
      }
      throw parser.raiseUnsupported("'match' statements are", instead: "use 'if' and 'elif'", at: header.span)
    }
  }
}
