/// Statements that begin with an expression: assignments of all kinds, and expressions.
extension Parser {
  mutating func assignmentOrExpression() throws(Failure) -> Statement {
    let start = token.start
    if isDiagnosing {
      if let statement = try attempt({ parser throws(Failure) in try parser.diagnosedAssignment() }) {
        return statement
      }
      if !committed { try diagnoseAssignment() }
      committed = false
      if kind == .yield_ {
        let value = try yieldExpression()
        return Statement(.expression(value, endsWithSemicolon: false), span(from: start))
      }
      let value = try starExpressions()
      return Statement(.expression(value, endsWithSemicolon: false), span(from: start))
    }
    let isGroup = kind == .leftParenthesis
    let value = kind == .yield_ ? try yieldExpression() : try starExpressions()
    switch kind {
    case .assign: return try assignment(to: value, from: start)
    case .colon:
      guard Self.isSingleTarget(value), !isGroup || previous.kind == .rightParenthesis || !isName(value) else {
        throw mismatch()
      }
      return try annotated(value, from: start)
    default:
      guard let operation = kind.augmentedOperator else {
        return Statement(.expression(value, endsWithSemicolon: false), span(from: start))
      }
      guard Self.isSingleTarget(value) else { throw mismatch() }
      position += 1
      let operand = try rightHandSide()
      return Statement(.augmentedAssign(value, operation, operand), span(from: start))
    }
  }

  private func isName(_ expression: Expression) -> Bool { if case .name = expression.kind { true } else { false } }

  /// `yield …`, an IPython command or expressions.
  private mutating func rightHandSide() throws(Failure) -> Expression {
    switch kind {
    case .yield_: try yieldExpression()
    case .magic: magic()
    default: try starExpressions()
    }
  }

  /// `= b = value`, at the first `=`.
  private mutating func assignment(to first: Expression, from start: Int32) throws(Failure) -> Statement {
    var targets: [Expression] = []
    var value = first
    while kind == .assign {
      guard Self.isStarTarget(value) else { throw mismatch() }
      targets.append(value)
      position += 1
      value = try rightHandSide()
    }
    return Statement(.assign(targets, value), span(from: start))
  }

  /// `: annotation = value`
  private mutating func annotated(_ target: Expression, from start: Int32) throws(Failure) -> Statement {
    position += 1
    let annotation = try expression()
    let value = try optional(when: kind == .assign) { parser throws(Failure) in
      try parser.expect(.assign)
      return try parser.rightHandSide()
    }
    return Statement(.annotatedAssign(target, annotation: annotation, value: value), span(from: start))
  }

  // MARK: The second pass

  /// An assignment whose targets are read as targets, not as expressions, in CPython's order.
  private mutating func diagnosedAssignment() throws(Failure) -> Statement {
    let start = token.start
    if let statement = try attempt({ parser throws(Failure) in
      let target = try parser.primary()
      guard Self.isSingleTarget(target), parser.kind == .colon else { throw parser.mismatch() }
      return try parser.annotated(target, from: start)
    }) {
      return statement
    }
    if let statement = try attempt({ parser throws(Failure) in
      var targets: [Expression] = []
      while let target = try parser.attempt({ parser throws(Failure) in
        let target = try parser.starTargets()
        try parser.expect(.assign)
        return target
      }) {
        targets.append(target)
      }
      guard !targets.isEmpty else { throw parser.mismatch() }
      let value = try parser.rightHandSide()
      guard parser.kind != .assign else { throw parser.mismatch() }
      return Statement(.assign(targets, value), parser.span(from: start))
    }) {
      return statement
    }
    let target = try primary()
    guard Self.isSingleTarget(target), let operation = kind.augmentedOperator else { throw mismatch() }
    position += 1
    committed = true
    let operand = try rightHandSide()
    committed = false
    return Statement(.augmentedAssign(target, operation, operand), span(from: start))
  }

  /// Steps over targets that an `=` follows.
  private mutating func skipTargets() throws(Failure) {
    while let _: Expression = try attempt({ parser throws(Failure) in
      let target = try parser.starTargets()
      try parser.expect(.assign)
      return target
    }) {}
  }

  private mutating func diagnoseAssignment() throws(Failure) {
    if kind == .leftParenthesis || kind == .leftBracket {
      try diagnose { parser throws(Failure) in
        let target = try parser.primary()
        switch target.kind {
        case .list, .tuple: break
        default: throw parser.mismatch()
        }
        try parser.expect(.colon)
        _ = try parser.expression()
        throw parser.raise(
          "only single target (not \(parser.describe(target))) can be annotated", at: target.span)
      }
    }
    try diagnose { parser throws(Failure) in
      let first = try parser.starNamedExpression()
      try parser.expect(.comma)
      while parser.startsExpression {
        _ = try parser.starNamedExpression()
        _ = parser.take(.comma)
      }
      try parser.expect(.colon)
      _ = try parser.expression()
      throw parser.raise("only single target (not tuple) can be annotated", at: first.span)
    }
    try diagnose { parser throws(Failure) in
      let target = try parser.expression()
      try parser.expect(.colon)
      _ = try parser.expression()
      throw parser.raise("illegal target for annotation", at: target.span)
    }
    try diagnose { parser throws(Failure) in
      try parser.skipTargets()
      if parser.kind == .yield_ {
        let value = try parser.yieldExpression()
        try parser.expect(.assign)
        throw parser.raise("assignment to yield expression not possible", at: value.span)
      }
      let value = try parser.starExpressions()
      try parser.expect(.assign)
      try parser.raiseInvalidTarget(in: value, .assign)
    }
    try diagnose { parser throws(Failure) in
      let target = try parser.starExpressions()
      guard parser.kind.augmentedOperator != nil else { throw parser.mismatch() }
      parser.position += 1
      _ = try parser.rightHandSide()
      throw parser.raise(
        "'\(parser.describe(target))' is an illegal expression for augmented assignment", at: target.span)
    }
  }
}
