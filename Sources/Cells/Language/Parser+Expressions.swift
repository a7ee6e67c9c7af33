/// Expressions, from the loosest binding down to `**`.
extension Parser {
  /// `a, *b, c` or a single one.
  mutating func starExpressions() throws(Failure) -> Expression {
    try memoized(.starExpressions) { parser throws(Failure) in
      try parser.tupleOr { parser throws(Failure) in try parser.starExpression() }
    }
  }

  /// `a, b, c` or a single one, none starred.
  mutating func expressions() throws(Failure) -> Expression {
    try tupleOr { parser throws(Failure) in try parser.expression() }
  }

  private mutating func tupleOr(
    _ element: (inout Parser) throws(Failure) -> Expression
  ) throws(Failure) -> Expression {
    let start = token.start
    let first = try element(&self)
    guard kind == .comma else { return first }
    var elements = [first]
    while take(.comma) {
      guard startsExpression else {
        if kind == .problem { throw mismatch() }
        look(at: position)
        break
      }
      guard let next = try optional({ parser throws(Failure) in try element(&parser) }) else { break }
      elements.append(next)
    }
    return Expression(.tuple(elements), span(from: start))
  }

  /// Whether an expression, maybe starred, can begin with the current token.
  var startsExpression: Bool {
    switch kind {
    case .name, .integer, .real, .imaginary, .string, .leftParenthesis, .leftBracket, .leftBrace, .ellipsis, .plus,
      .minus, .star, .tilde, .false_, .none_, .true_, .await_, .lambda_, .not_:
      true
    default: false
    }
  }

  mutating func starExpression() throws(Failure) -> Expression {
    let start = token.start
    guard take(.star) else { return try expression() }
    let value = try bitwise()
    return Expression(.starred(value), span(from: start))
  }

  /// As an element of a display: `*a`, `name := a` or `a`.
  mutating func starNamedExpression() throws(Failure) -> Expression {
    kind == .star ? try starExpression() : try namedExpression()
  }

  mutating func namedExpression() throws(Failure) -> Expression {
    guard kind == .name, nextKind == .walrus else {
      return try memoized(.named) { parser throws(Failure) in
        if parser.isDiagnosing { try parser.diagnoseNamedExpression() }
        return try parser.expressionBeforeNoWalrus()
      }
    }
    return try assignmentExpression()
  }

  /// `name := value`
  mutating func assignmentExpression() throws(Failure) -> Expression {
    let start = token.start
    let name = try expectName()
    try expect(.walrus)
    let value = try expression()
    return Expression(.named(name, value), span(from: start))
  }

  mutating func expressionBeforeNoWalrus() throws(Failure) -> Expression {
    let value = try expression()
    guard kind != .walrus else { throw mismatch() }
    return value
  }

  /// An expression without assignment and without a star.
  mutating func expression() throws(Failure) -> Expression {
    try memoized(.expression) { parser throws(Failure) in
      if parser.isDiagnosing { try parser.diagnoseExpression() }
      return try parser.plainExpression()
    }
  }

  mutating func plainExpression() throws(Failure) -> Expression {
    if kind == .lambda_ { return try lambda() }
    let start = token.start
    let value = try disjunction()
    let conditional = try optional(when: kind == .ifStatement) { parser throws(Failure) in
      try parser.conditional(of: value, from: start)
    }
    return conditional ?? value
  }

  /// `if test else otherwise`, behind the value.
  private mutating func conditional(of value: Expression, from start: Int32) throws(Failure) -> Expression {
    try enter()
    defer { depth -= 1 }
    position += 1
    let test = try disjunction()
    try expect(.else_)
    let otherwise = try expression()
    return Expression(.conditional(test: test, then: value, otherwise: otherwise), span(from: start))
  }

  private mutating func lambda() throws(Failure) -> Expression {
    try enter()
    defer { depth -= 1 }
    let start = token.start
    position += 1
    let parameters = try parameters(until: .colon)
    try expect(.colon)
    let body = try expression()
    return Expression(.lambda(parameters, body: body), span(from: start))
  }

  mutating func disjunction() throws(Failure) -> Expression {
    try memoized(.disjunction) { parser throws(Failure) in
      let start = parser.token.start
      let first = try parser.conjunction()
      guard parser.kind == .or_ else { return first }
      var operands = [first]
      while parser.kind == .or_, let next = try parser.operand({ parser throws(Failure) in try parser.conjunction() }) {
        operands.append(next)
      }
      return operands.count == 1 ? first : Expression(.logical(.or, operands), parser.span(from: start))
    }
  }

  private mutating func conjunction() throws(Failure) -> Expression {
    let start = token.start
    let first = try inversion()
    guard kind == .and_ else { return first }
    var operands = [first]
    while kind == .and_, let next = try operand({ parser throws(Failure) in try parser.inversion() }) {
      operands.append(next)
    }
    return operands.count == 1 ? first : Expression(.logical(.and, operands), span(from: start))
  }

  /// What stands behind the operator at the current token.
  @inline(__always)
  private mutating func operand(
    _ rule: (inout Parser) throws(Failure) -> Expression
  ) throws(Failure) -> Expression? {
    try optional { parser throws(Failure) in
      parser.position += 1
      return try rule(&parser)
    }
  }

  private mutating func inversion() throws(Failure) -> Expression {
    let start = token.start
    guard take(.not_) else { return try comparison() }
    try enter()
    defer { depth -= 1 }
    let operand = try inversion()
    return Expression(.unary(.not, operand), span(from: start))
  }

  private mutating func comparison() throws(Failure) -> Expression {
    let start = token.start
    let first = try bitwise()
    var rest: [(ComparisonOperator, Expression)] = []
    while true {
      let end = position
      guard let operation = takeComparison() else { break }
      guard let operand = try optional({ parser throws(Failure) in try parser.bitwise() }) else {
        position = end
        break
      }
      rest.append((operation, operand))
    }
    return rest.isEmpty ? first : Expression(.comparison(first, rest), span(from: start))
  }

  private mutating func takeComparison() -> ComparisonOperator? {
    let operation: ComparisonOperator
    switch kind {
    case .equal: operation = .equal
    case .notEqual: operation = .notEqual
    case .less: operation = .less
    case .lessEqual: operation = .lessEqual
    case .greater: operation = .greater
    case .greaterEqual: operation = .greaterEqual
    case .isIn: operation = .isIn
    case .isSame:
      position += 1
      if take(.not_) { return .isNotSame }
      look(at: position)
      return .isSame
    case .not_:
      guard nextKind == .isIn else {
        look(at: position + 1)
        return nil
      }
      position += 2
      return .isNotIn
    default: return nil
    }
    position += 1
    return operation
  }

  /// Operators from `|` to `*`, by precedence climbing.
  mutating func bitwise() throws(Failure) -> Expression {
    try memoized(.bitwise) { parser throws(Failure) in try parser.binary(above: 0) }
  }

  private mutating func binary(above precedence: Int) throws(Failure) -> Expression {
    let start = token.start
    var left = try unary()
    var length = 0
    while let (operation, level) = kind.binaryOperator, level > precedence {
      length += 1
      if length + depth > Self.chainLimit { throw raiseTooDeep() }
      guard let right = try operand({ parser throws(Failure) in try parser.binary(above: level) }) else { break }
      left = Expression(.binary(operation, left, right), span(from: start))
    }
    return left
  }

  private mutating func unary() throws(Failure) -> Expression {
    let operation: UnaryOperator
    switch kind {
    case .minus: operation = .negate
    case .plus: operation = .plus
    case .tilde: operation = .invert
    default: return try power()
    }
    try enter()
    defer { depth -= 1 }
    let start = token.start
    position += 1
    let operand = try unary()
    return Expression(.unary(operation, operand), span(from: start))
  }

  private mutating func power() throws(Failure) -> Expression {
    let start = token.start
    if kind == .await_ { return try awaitExpression() }
    let base = try primary()
    guard kind == .doubleStar else { return base }
    try enter()
    defer { depth -= 1 }
    guard let exponent = try operand({ parser throws(Failure) in try parser.unary() }) else { return base }
    return Expression(.binary(.power, base, exponent), span(from: start))
  }

  /// `await` has a meaning only in an `async def`, which the cell language leaves out; CPython's words, once the rest is
  /// known to be right.
  private mutating func awaitExpression() throws(Failure) -> Expression {
    let start = token.start
    position += 1
    let value = try primary()
    let whole = span(from: start)
    let mark = Expression(.name(ContextCheck.awaitMark), whole)
    return Expression(.call(mark, [Argument(kind: .positional, value: value, span: value.span)]), whole)
  }

  /// `yield`, `yield value` or `yield from value`.
  mutating func yieldExpression() throws(Failure) -> Expression {
    let start = token.start
    try expect(.yield_)
    if take(.from_) {
      let value = try expression()
      return Expression(.yieldFrom(value), span(from: start))
    }
    guard startsExpression else {
      look(at: position)
      return Expression(.yield(nil), span(from: start))
    }
    let value = try starExpressions()
    return Expression(.yield(value), span(from: start))
  }
}
