extension Expression {
  /// Calls `visit` with each expression directly inside this one, in the order of evaluation; does not enter lambdas'
  /// parameters.
  func forEachChild<Failure: Error>(_ visit: (Expression) throws(Failure) -> Void) throws(Failure) {
    switch kind {
    case .name, .none, .ellipsis, .bool, .int, .float, .string, .bytes, .magic: break
    case .formatted(let parts): try Self.forEachField(of: parts, visit)
    case .tuple(let elements), .list(let elements), .set(let elements), .logical(_, let elements):
      for element in elements { try visit(element) }
    case .dict(let items):
      for item in items {
        switch item {
        case .pair(let key, let value):
          try visit(key)
          try visit(value)
        case .unpack(let mapping): try visit(mapping)
        }
      }
    case .unary(_, let operand): try visit(operand)
    case .binary: try forEachOperand(visit)
    case .comparison(let first, let rest):
      try visit(first)
      for (_, operand) in rest { try visit(operand) }
    case .conditional(let test, let then, let otherwise):
      try visit(test)
      try visit(then)
      try visit(otherwise)
    case .lambda(_, let body): try visit(body)
    case .call(let function, let arguments):
      try visit(function)
      for argument in arguments { try visit(argument.value) }
    case .attribute(let value, _, _): try visit(value)
    case .subscripted(let value, let index):
      try visit(value)
      try visit(index)
    case .slice(let lower, let upper, let step):
      if let lower { try visit(lower) }
      if let upper { try visit(upper) }
      if let step { try visit(step) }
    case .starred(let value), .yieldFrom(let value), .named(_, let value): try visit(value)
    case .yield(let value): if let value { try visit(value) }
    case .comprehension(let comprehension):
      for clause in comprehension.clauses {
        try visit(clause.iterable)
        try visit(clause.target)
        for condition in clause.conditions { try visit(condition) }
      }
      try visit(comprehension.element)
      if let value = comprehension.value { try visit(value) }
    }
  }

  /// The operands of a chain of binary operators, without going down one level for each.
  private func forEachOperand<Failure: Error>(_ visit: (Expression) throws(Failure) -> Void) throws(Failure) {
    var first = self
    var rest: [Expression] = []
    while case .binary(_, let left, let right) = first.kind {
      rest.append(right)
      first = left
    }
    try visit(first)
    for operand in rest.reversed() { try visit(operand) }
  }

  private static func forEachField<Failure: Error>(
    of parts: [FormatPart], _ visit: (Expression) throws(Failure) -> Void
  ) throws(Failure) {
    for case .field(let value, _, let spec, _) in parts {
      try visit(value)
      if let spec { try forEachField(of: spec, visit) }
    }
  }
}
