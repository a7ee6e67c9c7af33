/// `try` with its handlers.
extension Parser {
  mutating func tryStatement() throws(Failure) -> Statement {
    let header = token
    position += 1
    try require(.colon, ":")
    let body = try block(of: header, "'try' statement")
    guard kind == .except_ || kind == .finally_ else {
      if isDiagnosing { throw raiseAtFurthest("expected 'except' or 'finally' block") }
      throw mismatch()
    }
    var handlers: [ExceptHandler] = []
    while kind == .except_ { handlers.append(try exceptHandler()) }
    let otherwise = handlers.isEmpty ? [] : try elseBlock()
    var final: [Statement] = []
    let finalHeader = token
    if take(.finally_) {
      try require(.colon, ":")
      final = try block(of: finalHeader, "'finally' statement")
    }
    return Statement(
      .tryStatement(body, handlers: handlers, else: otherwise, finally: final), blockSpan(from: header.start))
  }

  private mutating func exceptHandler() throws(Failure) -> ExceptHandler {
    let header = token
    position += 1
    if kind == .star {
      throw raiseUnsupported("exception groups ('except*') are", instead: "use a plain 'except'", at: token.span)
    }
    var type: Expression?
    var name: String?
    if kind != .colon, kind != .newline {
      let first = try expression()
      if isDiagnosing, kind == .comma { try diagnoseExceptTypes(from: first) }
      type = first
      if take(.as_) { name = try expectName() }
    }
    try headerColon()
    let body = try block(of: header, "'except' statement")
    return ExceptHandler(type: type, name: name, body: body, span: blockSpan(from: header.start))
  }

  /// `except A, B:`
  private mutating func diagnoseExceptTypes(from first: Expression) throws(Failure) {
    try diagnose { parser throws(Failure) in
      parser.position += 1
      _ = try parser.expressions()
      if parser.take(.as_) { _ = try parser.expectName() }
      try parser.expect(.colon)
      throw parser.raise("multiple exception types must be parenthesized", at: first.span)
    }
  }
}
