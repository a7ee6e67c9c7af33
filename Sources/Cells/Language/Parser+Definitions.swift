/// Functions, classes and their decorators.
extension Parser {
  mutating func decorated() throws(Failure) -> Statement {
    var decorators: [Expression] = []
    while take(.at) {
      decorators.append(try namedExpression())
      try expect(.newline)
    }
    switch kind {
    case .def_: return try function(decorators: decorators)
    case .classDefinition: return try classDefinition(decorators: decorators)
    case .async_ where nextKind == .def_:
      throw raiseUnsupported("asynchronous functions are", instead: "define it with a plain 'def'", at: token.span)
    default: throw mismatch()
    }
  }

  mutating func function(decorators: [Expression]) throws(Failure) -> Statement {
    let header = token
    position += 1
    let name = try expectName()
    try require(.leftParenthesis, "(")
    let parameters = try parameters(until: .rightParenthesis)
    try expect(.rightParenthesis)
    var annotation: Expression?
    if kind == .arrow {
      isLenient = true
      annotation = try attempt { parser throws(Failure) in
        parser.position += 1
        return try parser.expression()
      }
      isLenient = false
    }
    try require(.colon, ":")
    let body = try block(of: header, "function definition")
    let definition = FunctionDefinition(
      name: name, parameters: parameters, body: body, decorators: decorators, returnAnnotation: annotation,
      docstring: Self.docstring(of: body))
    return Statement(.function(definition), blockSpan(from: header.start))
  }

  mutating func classDefinition(decorators: [Expression]) throws(Failure) -> Statement {
    let header = token
    position += 1
    let name = try expectName()
    var bases: [Argument] = []
    if kind == .leftParenthesis {
      bases = try arguments(allowingGenerator: false)
    }
    try headerColon()
    let body = try block(of: header, "class definition")
    let definition = ClassDefinition(
      name: name, bases: bases, body: body, decorators: decorators, docstring: Self.docstring(of: body))
    return Statement(.classDefinition(definition), blockSpan(from: header.start))
  }
}
