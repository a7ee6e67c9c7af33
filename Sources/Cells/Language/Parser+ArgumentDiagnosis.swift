/// What the second pass tries at the arguments of a call.
extension Parser {
  /// `None=1`, `a=b for c in d`, `a.b=1`.
  mutating func diagnoseKeyword() throws(Failure) {
    switch kind {
    case .true_, .false_, .none_:
      if nextKind == .assign {
        let name = token
        let message = "cannot assign to \(text(of: name))"
        position += 2
        throw raise(message, at: span(from: name.start), looksAhead: false)
      }
    default: break
    }
    if kind == .name, nextKind == .assign {
      return try diagnose { parser throws(Failure) in try parser.diagnoseGeneratorAfterKeyword() }
    }
    try diagnose { parser throws(Failure) in
      let value = try parser.expression()
      try parser.expect(.assign)
      throw parser.raise(
        "expression cannot contain assignment, perhaps you meant \"==\"?", at: parser.span(from: value.span.start),
        looksAhead: false)
    }
  }

  private mutating func diagnoseGeneratorAfterKeyword() throws(Failure) {
    let start = token.start
    position += 2
    let span = span(from: start)
    _ = try expression()
    _ = try comprehensionClauses()
    throw raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", at: span)
  }

  /// At the first argument.
  mutating func diagnoseArguments() throws(Failure) {
    let unparenthesised = "Generator expression must be parenthesized"
    try diagnose { parser throws(Failure) in
      let arguments = try parser.argumentList()
      try parser.expect(.comma)
      guard parser.kind == .star, arguments.contains(where: \.isKeyword) else { throw parser.mismatch() }
      throw parser.raise(
        "iterable argument unpacking follows keyword argument unpacking", at: parser.token.span)
    }
    try diagnose { parser throws(Failure) in
      let start = parser.token.start
      _ = try parser.expression()
      _ = try parser.comprehensionClauses()
      let span = parser.span(from: start)
      try parser.expect(.comma)
      _ = try parser.attempt { parser throws(Failure) in try parser.argumentList() }
      throw parser.raise(unparenthesised, at: span)
    }
    if kind == .name, nextKind == .assign {
      try diagnose { parser throws(Failure) in try parser.diagnoseGeneratorAfterKeyword() }
    }
    try diagnose { parser throws(Failure) in
      let arguments = try parser.argumentList()
      _ = try parser.comprehensionClauses()
      guard arguments.count > 1, let last = arguments.last(where: \.isPositional) else { throw parser.mismatch() }
      throw parser.raise(unparenthesised, at: parser.span(from: last.span.start))
    }
    try diagnose { parser throws(Failure) in
      _ = try parser.argumentList()
      try parser.expect(.comma)
      let element = try parser.expression()
      _ = try parser.comprehensionClauses()
      throw parser.raise(unparenthesised, at: parser.span(from: element.span.start))
    }
    try diagnose { parser throws(Failure) in
      let arguments = try parser.argumentList()
      try parser.expect(.comma)
      _ = try parser.argumentList()
      let follows = arguments.contains(where: \.isUnpacking) ? "keyword argument unpacking" : "keyword argument"
      throw parser.raiseAtFurthest("positional argument follows \(follows)")
    }
  }
}

extension Argument {
  fileprivate var isPositional: Bool {
    switch kind {
    case .positional, .star: true
    default: false
    }
  }
  fileprivate var isKeyword: Bool {
    switch kind {
    case .keyword, .doubleStar: true
    default: false
    }
  }
  fileprivate var isUnpacking: Bool { if case .doubleStar = kind { true } else { false } }
}
