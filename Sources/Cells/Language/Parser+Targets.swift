/// What can be assigned to, and CPython's names for what cannot.
extension Parser {
  /// `a, *b` as in `for a, *b in c`; one target or a tuple.
  mutating func starTargets() throws(Failure) -> Expression {
    let start = token.start
    let first = try starTarget()
    guard kind == .comma else { return first }
    var elements = [first]
    while take(.comma) {
      if !startsExpression {
        look(at: position)
        break
      }
      elements.append(try starTarget())
    }
    return Expression(.tuple(elements), span(from: start))
  }

  mutating func starTarget() throws(Failure) -> Expression {
    let start = token.start
    if take(.star) {
      let value = try primary()
      guard Self.isTarget(value) else { throw mismatch() }
      return Expression(.starred(value), span(from: start))
    }
    let target = try primary()
    guard Self.isTarget(target) else { throw mismatch() }
    return target
  }

  /// Whether an expression is a name, an attribute, a subscript, or a display of such.
  static func isTarget(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name, .attribute, .subscripted: true
    case .tuple(let elements), .list(let elements): elements.allSatisfy(isStarTarget)
    default: false
    }
  }

  static func isStarTarget(_ expression: Expression) -> Bool {
    if case .starred(let value) = expression.kind { isTarget(value) } else { isTarget(expression) }
  }

  static func isSingleTarget(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name, .attribute, .subscripted: true
    default: false
    }
  }

  static func isDeletable(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name, .attribute, .subscripted: true
    case .tuple(let elements), .list(let elements): elements.allSatisfy(isDeletable)
    default: false
    }
  }

  enum TargetUse { case assign, loop, delete }

  /// The part of an expression that cannot be a target.
  private func invalidTarget(_ expression: Expression, _ use: TargetUse) -> Expression? {
    switch expression.kind {
    case .name, .attribute, .subscripted: return nil
    case .list(let elements), .tuple(let elements):
      for element in elements {
        if let invalid = invalidTarget(element, use) { return invalid }
      }
      return nil
    case .starred(let value): return use == .delete ? expression : invalidTarget(value, use)
    case .comparison(let left, let rest) where use == .loop:
      return rest.first?.0 == .isIn ? invalidTarget(left, use) : nil
    default: return expression
    }
  }

  mutating func raiseInvalidTarget(in expression: Expression, _ use: TargetUse) throws(Failure) {
    guard let invalid = invalidTarget(expression, use) else { return }
    throw raise("cannot \(use == .delete ? "delete" : "assign to") \(describe(invalid))", at: invalid.span)
  }

  /// `for f() in x`. At `for`.
  mutating func diagnoseForTarget() throws(Failure) {
    try diagnose { parser throws(Failure) in
      parser.position += 1
      let target = try parser.starExpressions()
      try parser.raiseInvalidTarget(in: target, .loop)
    }
  }

  /// CPython's word for a kind of expression.
  func describe(_ expression: Expression) -> String {
    switch expression.kind {
    case .name: "name"
    case .none: "None"
    case .bool(let value): value ? "True" : "False"
    case .ellipsis: "ellipsis"
    case .int, .float, .string, .bytes: "literal"
    case .formatted: "f-string expression"
    case .tuple: "tuple"
    case .list: "list"
    case .set: "set display"
    case .dict: "dict literal"
    case .unary, .binary, .logical, .slice: "expression"
    case .comparison: "comparison"
    case .conditional: "conditional expression"
    case .lambda: "lambda"
    case .call: ContextCheck.isAwait(expression) ? "await expression" : "function call"
    case .attribute: "attribute"
    case .subscripted: "subscript"
    case .starred: "starred"
    case .yield, .yieldFrom: "yield expression"
    case .named: "named expression"
    case .magic: "IPython command"
    case .comprehension(let comprehension):
      switch comprehension.kind {
      case .list: "list comprehension"
      case .set: "set comprehension"
      case .dict: "dict comprehension"
      case .generator: "generator expression"
      }
    }
  }
}
