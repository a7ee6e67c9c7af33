/// Subscripts and their slices.
extension Parser {
  /// What stands between `[` and `]`.
  mutating func slices() throws(Failure) -> Expression {
    let start = token.start
    let first = try slice()
    guard kind == .comma || first.isStarred else { return first }
    var elements = [first]
    while take(.comma) {
      if kind == .rightBracket { break }
      elements.append(try slice())
    }
    return Expression(.tuple(elements), span(from: start))
  }

  private mutating func slice() throws(Failure) -> Expression {
    let start = token.start
    var lower: Expression?
    if kind != .colon {
      if kind == .star { return try starredElement() }
      if isDiagnosing {
        lower = try attempt { parser throws(Failure) in
          let value = try parser.expression()
          guard parser.kind == .colon else { throw parser.mismatch() }
          return value
        }
        if lower == nil { return try namedExpression() }
      } else {
        let value = try namedExpression()
        guard kind == .colon, !value.isNamed else { return value }
        lower = value
      }
    }
    try expect(.colon)
    let upper = try sliceBound()
    let step = take(.colon) ? try sliceBound() : nil
    return Expression(.slice(lower: lower, upper: upper, step: step), span(from: start))
  }

  private mutating func sliceBound() throws(Failure) -> Expression? {
    guard kind != .star, startsExpression else {
      look(at: position)
      return nil
    }
    return try expression()
  }
}
