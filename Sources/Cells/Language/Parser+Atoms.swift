/// Names, literals, displays, and what follows them: attributes, calls, subscripts.
extension Parser {
  mutating func primary() throws(Failure) -> Expression {
    try memoized(.primary) { parser throws(Failure) in try parser.plainPrimary() }
  }

  private mutating func plainPrimary() throws(Failure) -> Expression {
    let start = token.start
    var value = try atom()
    var length = 0
    while kind == .dot || kind == .leftParenthesis || kind == .leftBracket {
      let owner = value
      guard let next = try optional({ parser throws(Failure) in try parser.trailer(of: owner, from: start) }) else {
        break
      }
      value = next
      length += 1
      if length + depth > Self.depthLimit { throw raiseTooDeep() }
    }
    if kind == .problem { throw mismatch() }
    return value
  }

  /// An attribute, a call or a subscript of `value`.
  private mutating func trailer(of value: Expression, from start: Int32) throws(Failure) -> Expression {
    try enter()
    defer { depth -= 1 }
    switch kind {
    case .dot:
      position += 1
      let name = token
      try expect(.name)
      return Expression(.attribute(value, name: text(of: name), nameSpan: name.span), span(from: start))
    case .leftParenthesis:
      let arguments = try arguments()
      return Expression(.call(value, arguments), span(from: start))
    default:
      position += 1
      let index = try slices()
      try expect(.rightBracket)
      return Expression(.subscripted(value, index: index), span(from: start))
    }
  }

  func expression(_ kind: Expression.Kind, _ token: Token) -> Expression { Expression(kind, token.span) }

  mutating func atom() throws(Failure) -> Expression {
    let token = token
    switch token.kind {
    case .name:
      position += 1
      return expression(.name(text(of: token)), token)
    case .integer:
      position += 1
      return expression(.int(try integerDigits(of: token)), token)
    case .real:
      position += 1
      return expression(.float(realValue(of: token)), token)
    case .imaginary:
      throw raiseUnsupported(
        "complex numbers are", instead: "keep the real and the imaginary part in two numbers", at: token.span)
    case .string: return try strings()
    case .leftParenthesis:
      return try nested { parser throws(Failure) in try parser.parenthesised() }
    case .leftBracket:
      return try nested { parser throws(Failure) in try parser.bracketed() }
    case .leftBrace:
      return try nested { parser throws(Failure) in
        parser.isDiagnosing ? try parser.diagnosedBraced() : try parser.undiagnosedBraced()
      }
    case .true_:
      position += 1
      return expression(.bool(true), token)
    case .false_:
      position += 1
      return expression(.bool(false), token)
    case .none_:
      position += 1
      return expression(.none, token)
    case .ellipsis:
      position += 1
      return expression(.ellipsis, token)
    default: throw mismatch()
    }
  }

  private mutating func nested(
    _ rule: (inout Parser) throws(Failure) -> Expression
  ) throws(Failure) -> Expression {
    try enter()
    defer { depth -= 1 }
    return try rule(&self)
  }

  /// A tuple, a group or a generator expression.
  private mutating func parenthesised() throws(Failure) -> Expression {
    let start = position
    do {
      return try plainParenthesised()
    } catch {
      guard case .mismatch = error, isDiagnosing else { throw error }
      position = start
      try diagnoseGroup()
      try diagnoseComprehension()
      throw error
    }
  }

  private mutating func plainParenthesised() throws(Failure) -> Expression {
    let start = token.start
    position += 1
    if take(.rightParenthesis) { return Expression(.tuple([]), span(from: start)) }
    if kind == .yield_ {
      let value = try yieldExpression()
      try expect(.rightParenthesis)
      return value
    }
    let first = try starNamedExpression()
    switch kind {
    case .comma:
      let elements = try elements(after: first, until: .rightParenthesis)
      return Expression(.tuple(elements), span(from: start))
    case .forLoop where !first.isStarred, .async_ where !first.isStarred:
      let clauses = try comprehensionClauses()
      try expect(.rightParenthesis)
      return comprehension(.generator, first, clauses, from: start)
    case .rightParenthesis where !first.isStarred:
      position += 1
      return first
    default: throw mismatch()
    }
  }

  func comprehension(
    _ kind: Comprehension.Kind, _ element: Expression, value: Expression? = nil, _ clauses: [Comprehension.Clause],
    from start: Int32
  ) -> Expression {
    let comprehension = Comprehension(kind: kind, element: element, value: value, clauses: clauses)
    return Expression(.comprehension(comprehension), span(from: start))
  }

  /// The elements of a display whose first is read, and the bracket that closes it.
  private mutating func elements(after first: Expression, until close: Token.Kind) throws(Failure) -> [Expression] {
    var elements = [first]
    while take(.comma) {
      if kind == close { break }
      elements.append(try starNamedExpression())
    }
    try expect(close)
    return elements
  }

  /// A list or a list comprehension.
  private mutating func bracketed() throws(Failure) -> Expression {
    let start = position
    do {
      return try plainBracketed()
    } catch {
      guard case .mismatch = error, isDiagnosing else { throw error }
      position = start
      try diagnoseComprehension()
      throw error
    }
  }

  private mutating func plainBracketed() throws(Failure) -> Expression {
    let start = token.start
    position += 1
    if take(.rightBracket) { return Expression(.list([]), span(from: start)) }
    let first = try starNamedExpression()
    if startsClause, !first.isStarred {
      let clauses = try comprehensionClauses()
      try expect(.rightBracket)
      return comprehension(.list, first, clauses, from: start)
    }
    let elements = try elements(after: first, until: .rightBracket)
    return Expression(.list(elements), span(from: start))
  }

  /// A dictionary, a set or a comprehension of either.
  mutating func braced() throws(Failure) -> Expression {
    let start = token.start
    position += 1
    if take(.rightBrace) { return Expression(.dict([]), span(from: start)) }
    if kind == .doubleStar { return try dictionary(from: start) }
    let first = try starNamedExpression()
    if kind == .colon, !first.isStarred, !first.isNamed {
      position += 1
      let value = try expression()
      if startsClause {
        let clauses = try comprehensionClauses()
        try expect(.rightBrace)
        return comprehension(.dict, first, value: value, clauses, from: start)
      }
      return try dictionary(from: start, after: .pair(first, value))
    }
    if startsClause, !first.isStarred {
      let clauses = try comprehensionClauses()
      try expect(.rightBrace)
      return comprehension(.set, first, clauses, from: start)
    }
    let elements = try elements(after: first, until: .rightBrace)
    return Expression(.set(elements), span(from: start))
  }

  private mutating func dictionary(from start: Int32, after first: DictItem? = nil) throws(Failure) -> Expression {
    var items: [DictItem] = []
    if let first { items.append(first) }
    while first == nil || !items.isEmpty {
      if !items.isEmpty {
        guard take(.comma) else { break }
        if kind == .rightBrace { break }
      }
      items.append(try dictionaryItem())
    }
    try expect(.rightBrace)
    return Expression(.dict(items), span(from: start))
  }

  mutating func dictionaryItem() throws(Failure) -> DictItem {
    if take(.doubleStar) { return .unpack(try bitwise()) }
    let (key, value) = try pair()
    return .pair(key, value)
  }

  mutating func pair() throws(Failure) -> (Expression, Expression) {
    let key = try expression()
    try expect(.colon)
    return (key, try expression())
  }
}

extension Expression {
  var isStarred: Bool { if case .starred = kind { true } else { false } }
  var isNamed: Bool { if case .named = kind { true } else { false } }
}
