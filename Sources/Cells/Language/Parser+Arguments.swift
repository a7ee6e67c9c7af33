/// The arguments of a call.
extension Parser {
  /// `(arguments)`
  mutating func arguments(allowingGenerator: Bool = true) throws(Failure) -> [Argument] {
    let open = token.start
    if isDiagnosing { return try diagnosedArguments(allowingGenerator: allowingGenerator) }
    position += 1
    var arguments: [Argument] = []
    var hasKeyword = false
    var hasUnpacking = false
    while kind != .rightParenthesis {
      if hasKeyword || hasUnpacking { try expectKeyword(orStar: !hasUnpacking) }
      let argument = try argument()
      switch argument.kind {
      case .positional:
        if kind == .forLoop {
          guard arguments.isEmpty, allowingGenerator else { throw mismatch() }
          let clauses = try comprehensionClauses()
          try expect(.rightParenthesis)
          return [generatorArgument(argument.value, clauses, from: open)]
        }
      case .star: break
      case .keyword: hasKeyword = true
      case .doubleStar: hasUnpacking = true
      }
      arguments.append(argument)
      guard take(.comma) else { break }
    }
    try expect(.rightParenthesis)
    return arguments
  }

  /// Behind a keyword argument stands no positional one.
  private mutating func expectKeyword(orStar isStarAllowed: Bool) throws(Failure) {
    switch kind {
    case .doubleStar: return
    case .star where isStarAllowed: return
    case .name:
      if nextKind == .assign { return }
      look(at: position + 1)
    default: break
    }
    throw mismatch()
  }

  /// A generator expression as the only argument: the call's own brackets are its brackets.
  func generatorArgument(_ element: Expression, _ clauses: [Comprehension.Clause], from open: Int32) -> Argument {
    let generator = comprehension(.generator, element, clauses, from: open)
    return Argument(kind: .positional, value: generator, span: generator.span)
  }

  private mutating func argument() throws(Failure) -> Argument {
    let start = token.start
    switch kind {
    case .star:
      position += 1
      let value = try expression()
      return Argument(kind: .star, value: value, span: span(from: start))
    case .doubleStar:
      position += 1
      let value = try expression()
      return Argument(kind: .doubleStar, value: value, span: span(from: start))
    case .name where nextKind == .assign:
      let name = text(of: token)
      position += 2
      let value = try expression()
      if kind == .forLoop { throw mismatch() }
      return Argument(kind: .keyword(name), value: value, span: span(from: start))
    case .name where nextKind == .walrus:
      let value = try assignmentExpression()
      return Argument(kind: .positional, value: value, span: value.span)
    default:
      let value = try expressionBeforeNoWalrus()
      if kind == .assign { throw mismatch() }
      return Argument(kind: .positional, value: value, span: value.span)
    }
  }

  // MARK: The second pass

  private mutating func diagnosedArguments(allowingGenerator: Bool) throws(Failure) -> [Argument] {
    let start = position
    let open = token.start
    let generator: Argument? =
      !allowingGenerator
      ? nil
      : try attempt { parser throws(Failure) in
        parser.position += 1
        let isNamed = parser.kind == .name && parser.nextKind == .walrus
        let element = isNamed ? try parser.assignmentExpression() : try parser.expressionBeforeNoWalrus()
        let clauses = try parser.comprehensionClauses()
        try parser.expect(.rightParenthesis)
        return parser.generatorArgument(element, clauses, from: open)
      }
    if let generator { return [generator] }
    if allowingGenerator { try diagnoseComprehension() }
    position = start + 1
    if take(.rightParenthesis) { return [] }
    let arguments = try attempt { parser throws(Failure) in
      let arguments = try parser.argumentList()
      _ = parser.take(.comma)
      try parser.expect(.rightParenthesis)
      return arguments
    }
    if let arguments { return arguments }
    try diagnoseArguments()
    throw mismatch()
  }

  /// Positional arguments, then keywords, as far as they are right.
  mutating func argumentList() throws(Failure) -> [Argument] {
    var arguments: [Argument] = []
    while let argument = try attempt({ parser throws(Failure) in
      if !arguments.isEmpty { try parser.expect(.comma) }
      if parser.kind == .name, parser.nextKind == .assign { throw parser.mismatch() }
      if parser.kind == .doubleStar { throw parser.mismatch() }
      return try parser.argument()
    }) {
      arguments.append(argument)
    }
    let positionalCount = arguments.count
    var hasUnpacking = false
    while let argument = try attempt({ parser throws(Failure) in
      if !arguments.isEmpty { try parser.expect(.comma) }
      if parser.kind == .star, hasUnpacking { throw parser.mismatch() }
      if parser.kind != .star, parser.kind != .doubleStar { try parser.diagnoseKeyword() }
      switch parser.kind {
      case .star, .doubleStar: break
      case .name where parser.nextKind == .assign: break
      default: throw parser.mismatch()
      }
      return try parser.argument()
    }) {
      if case .doubleStar = argument.kind { hasUnpacking = true }
      arguments.append(argument)
    }
    if positionalCount == 0, arguments.isEmpty { throw mismatch() }
    return arguments
  }
}
