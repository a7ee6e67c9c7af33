/// The parameters of `def` and `lambda`.
extension Parser {
  /// Up to `close`: the `)` of a `def` or the `:` of a `lambda`.
  mutating func parameters(until close: Token.Kind) throws(Failure) -> Parameters {
    var parameters = Parameters()
    var hasSlash = false
    var hasStar = false
    var hasDefault = false
    while kind != close {
      if parameters.keywordVariadic != nil {
        switch kind {
        case .name: throw mistake("arguments cannot follow var-keyword argument", at: token.span)
        case .star, .doubleStar, .slash:
          throw mistake("arguments cannot follow var-keyword argument", at: token.span)
        default: throw mismatch()
        }
      }
      switch kind {
      case .name:
        let parameter = try parameter(until: close)
        if hasStar {
          parameters.keywordOnly.append(parameter)
        } else {
          if parameter.defaultValue != nil {
            hasDefault = true
          } else if hasDefault {
            guard kind == .comma || kind == close else { throw mismatch() }
            throw mistake("non-default argument follows default argument", at: parameter.span)
          }
          parameters.positional.append(parameter)
        }
      case .slash:
        let slash = token
        if parameters.positional.isEmpty, !hasStar, !isDiagnosing { throw mismatch() }
        position += 1
        if hasSlash { throw mistake("/ may appear only once", at: slash.span) }
        if hasStar { throw mistake("/ must be ahead of *", at: slash.span) }
        if parameters.positional.isEmpty {
          guard kind == .comma else { throw mismatch() }
          throw mistake("at least one argument must precede /", at: slash.span)
        }
        if kind == .star { throw mistake("expected comma between / and *", at: token.span) }
        hasSlash = true
        parameters.positionalOnlyCount = parameters.positional.count
      case .star:
        if hasStar { throw mistake("* argument may appear only once", at: token.span) }
        hasStar = true
        try variadic(into: &parameters, until: close)
      case .doubleStar:
        position += 1
        let parameter = try bareParameter(until: close)
        if kind == .assign { throw mistake("var-keyword argument cannot have default value", at: token.span) }
        parameters.keywordVariadic = parameter
      case .leftParenthesis where isDiagnosing && !hasDefault && !hasStar:
        try diagnoseParenthesised(until: close)
        throw mismatch()
      default: throw mismatch()
      }
      guard take(.comma) else { break }
    }
    guard kind == close else { throw mismatch() }
    return parameters
  }

  /// What the first pass takes for a plain mismatch and the second reports.
  private mutating func mistake(_ message: String, at span: Span) -> Failure {
    isDiagnosing ? raise(message, at: span) : mismatch()
  }

  /// `name: annotation`, without a default value.
  private mutating func bareParameter(until close: Token.Kind) throws(Failure) -> Parameters.Parameter {
    let start = token.start
    let name = try expectName()
    var annotation: Expression?
    if close == .rightParenthesis, take(.colon) {
      if kind == .star {
        throw raiseUnsupported("starred annotations are", instead: "leave the annotation out", at: token.span)
      }
      annotation = try expression()
    }
    return Parameters.Parameter(name: name, defaultValue: nil, annotation: annotation, span: span(from: start))
  }

  private mutating func parameter(until close: Token.Kind) throws(Failure) -> Parameters.Parameter {
    let bare = try bareParameter(until: close)
    let assign = token
    guard take(.assign) else { return bare }
    if isDiagnosing, kind == .rightParenthesis || kind == .comma {
      throw raise("expected default value expression", at: assign.span)
    }
    let value = try expression()
    return Parameters.Parameter(name: bare.name, defaultValue: value, annotation: bare.annotation, span: bare.span)
  }

  /// `*args`, or the bare `*` in front of keyword-only parameters.
  private mutating func variadic(into parameters: inout Parameters, until close: Token.Kind) throws(Failure) {
    let star = token
    position += 1
    if kind == .name {
      parameters.variadic = try bareParameter(until: close)
      if kind == .assign { throw mistake("var-positional argument cannot have default value", at: token.span) }
      return
    }
    if kind != close {
      guard kind == .comma else { throw mismatch() }
      look(at: position + 1)
      guard nextKind == close || nextKind == .doubleStar else { return }
    }
    let message = "named arguments must follow bare *"
    if close == .colon, isDiagnosing { throw raiseAtFurthest(message) }
    throw mistake(message, at: star.span)
  }

  /// `(a, b)` among the parameters, as Python 2 had it.
  private mutating func diagnoseParenthesised(until close: Token.Kind) throws(Failure) {
    try diagnose { parser throws(Failure) in
      let start = parser.token.start
      parser.position += 1
      repeat {
        _ = try parser.bareParameter(until: .colon)
      } while parser.take(.comma) && parser.kind != .rightParenthesis
      try parser.expect(.rightParenthesis)
      let owner = close == .colon ? "Lambda expression" : "Function"
      throw parser.raise("\(owner) parameters cannot be parenthesized", at: parser.span(from: start))
    }
  }
}
