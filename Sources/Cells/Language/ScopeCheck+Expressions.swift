/// Names in expressions; lambdas and comprehensions have scopes of their own.
extension ScopeCheck {
  mutating func visit(_ expression: Expression?) throws(SyntaxProblem) {
    if let expression { try visit(expression) }
  }

  mutating func visit(target: Expression) throws(SyntaxProblem) {
    switch target.kind {
    case .name(let name): try add(name, .assigned, target.span)
    case .tuple(let elements), .list(let elements): for element in elements { try visit(target: element) }
    case .starred(let value): try visit(target: value)
    default: try visit(target)
    }
  }

  mutating func visit(_ expression: Expression) throws(SyntaxProblem) {
    switch expression.kind {
    case .name(let name): try add(name, .read, expression.span)
    case .lambda(let parameters, let body):
      try visitOutside(parameters)
      try inside(.function) { check throws(SyntaxProblem) in
        try check.visitInside(parameters)
        try check.visit(body)
      }
    case .named(let name, let value): try visit(named: name, value, expression.span)
    case .comprehension(let comprehension): try visit(comprehension)
    case .yield(let value):
      try visit(value)
      try refuseYield(expression.span)
    case .yieldFrom(let value):
      try visit(value)
      try refuseYield(expression.span)
    default: try expression.forEachChild { child throws(SyntaxProblem) in try visit(child) }
    }
  }

  func refuseYield(_ span: Span) throws(SyntaxProblem) {
    guard case .comprehension(let kind) = scope.kind else { return }
    let name =
      switch kind {
      case .list: "list comprehension"
      case .set: "set comprehension"
      case .dict: "dict comprehension"
      case .generator: "generator expression"
      }
    throw problem("'yield' inside \(name)", span)
  }

  mutating func visit(named name: String, _ value: Expression, _ span: Span) throws(SyntaxProblem) {
    let target = Span(Int(span.start), Int(span.start) + name.utf8.count)
    if iterables > 0 {
      throw problem(
        "assignment expression cannot be used in a comprehension iterable expression", span)
    }
    if scope.isComprehension {
      let own = scope
      search: for outer in scopes.reversed() {
        let uses = outer.names[name] ?? []
        switch outer.kind {
        case .comprehension:
          if uses.contains(.iterated) {
            throw problem(
              "assignment expression cannot rebind comprehension iteration variable '\(name)'", target)
          }
        case .function:
          own.names[name, default: []].insert(uses.contains(.global) ? .global : .nonlocal)
          outer.names[name, default: []].insert(.assigned)
          break search
        case .module:
          own.names[name, default: []].insert(.global)
          outer.names[name, default: []].insert(.global)
          break search
        case .classBody:
          throw problem(
            "assignment expression within a comprehension cannot be used in a class body", target)
        }
      }
    }
    try visit(value)
    if !scope.isComprehension { try add(name, .assigned, target) }
  }

  mutating func visit(_ comprehension: Comprehension) throws(SyntaxProblem) {
    guard let outermost = comprehension.clauses.first else { return }
    iterables += 1
    try visit(outermost.iterable)
    iterables -= 1
    try inside(.comprehension(comprehension.kind)) { check throws(SyntaxProblem) in
      for (index, clause) in comprehension.clauses.enumerated() {
        check.iterationTargets += 1
        try check.visit(target: clause.target)
        check.iterationTargets -= 1
        if index > 0 {
          check.iterables += 1
          try check.visit(clause.iterable)
          check.iterables -= 1
        }
        for condition in clause.conditions { try check.visit(condition) }
      }
      try check.visit(comprehension.value)
      try check.visit(comprehension.element)
    }
  }
}
