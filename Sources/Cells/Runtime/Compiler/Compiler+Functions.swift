extension Compiler {
  /// Puts the variables that inner functions share into cells.
  func prologue() {
    for name in scope.bound {
      if case .cell(let register)? = variables[name] { emit(Instruction(.makeCell, register)) }
    }
    if kind == .classBody, case .cell(let register)? = variables["__class__"] {
      emit(Instruction(.makeCell, register))
    }
  }

  func functionDefinition(_ definition: FunctionDefinition, _ span: Span) throws {
    let mark = top
    defer { top = mark }
    let base = top
    for decorator in definition.decorators { try push(decorator) }
    let inner = try Compiler(
      .function, name: definition.name, source: source, namespace: namespace, outer: self,
      scope: .function(definition.parameters, definition.body), parameters: definition.parameters.all.map(\.name))
    inner.prologue()
    try inner.statements(definition.body)
    inner.emit(Instruction(.returnValue, try inner.constant(.none)))
    functions.append(
      try inner.finish(
        docstring: definition.docstring, parameters: definition.parameters.list, isGenerator: inner.scope.hasYield))
    let function = try temporary()
    try makeFunction(functions.count - 1, definition.parameters, into: function)
    decorate(definition.decorators, base: base)
    store(definition.name, definition.decorators.isEmpty ? function : base)
  }

  /// Calls the decorators that lie from `base` on with the value behind them, the last one first.
  private func decorate(_ decorators: [Expression], base: Int) {
    let definition = span
    defer { span = definition }
    for (offset, decorator) in decorators.enumerated().reversed() {
      span = decorator.span
      emit(Instruction(.call, base + offset, base + offset, 1))
    }
  }

  func lambda(
    _ parameters: Parameters, _ body: Expression, _ span: Span, into target: Int?
  ) throws -> Int {
    let mark = top
    let result = try target ?? temporary()
    let inner = try Compiler(
      .function, name: "<lambda>", source: source, namespace: namespace, outer: self,
      scope: .lambda(parameters, body), parameters: parameters.all.map(\.name))
    inner.span = span
    inner.prologue()
    inner.emit(Instruction(.returnValue, try inner.expression(body)))
    functions.append(
      try inner.finish(docstring: nil, parameters: parameters.list, isGenerator: inner.scope.hasYield))
    try makeFunction(functions.count - 1, parameters, into: result)
    top = target == nil ? result + 1 : mark
    return result
  }

  /// Evaluates default values and makes the function object.
  private func makeFunction(_ index: Int, _ parameters: Parameters, into result: Int) throws {
    let mark = top
    let defaults = top
    let values = parameters.positional.compactMap(\.defaultValue)
    for value in values { try push(value) }
    let keywordDefaults = top
    for parameter in parameters.keywordOnly {
      if let value = parameter.defaultValue {
        try push(value)
      } else {
        emit(Instruction(.move, try temporary(), try constant(.undefined)))
      }
    }
    makeFunction(index, into: result, defaults: defaults, count: values.count, keywordDefaults: keywordDefaults)
    top = mark
  }

  func makeFunction(_ index: Int, into result: Int, defaults: Int, count: Int, keywordDefaults: Int) {
    emit(Instruction(.makeFunction, result, wide: index))
    emit(Instruction(.extra, defaults, count, keywordDefaults))
  }

  func classDefinition(_ definition: ClassDefinition) throws {
    let mark = top
    defer { top = mark }
    let decorators = top
    for decorator in definition.decorators { try push(decorator) }
    let inner = try Compiler(
      .classBody, name: definition.name, source: source, namespace: namespace, outer: self,
      scope: .module(definition.body), parameters: [])
    inner.prologue()
    try inner.statements(definition.body)
    inner.emit(Instruction(.returnValue, try inner.constant(.none)))
    functions.append(
      try inner.finish(
        docstring: definition.docstring, parameters: CodeObject.ParameterList(), isGenerator: false))
    let result = try temporary()
    let base = try temporary()
    emit(Instruction(.move, base, try constant(Value(definition.name))))
    var bases: [Expression] = []
    for argument in definition.bases {
      guard case .positional = argument.kind else {
        throw SyntaxProblem(
          message: "class keywords are not supported", span: argument.span,
          insteadOfUnsupported: "leave the keyword out")
      }
      bases.append(argument.value)
    }
    let tuple = try temporary()
    try display(bases, .buildTuple, into: tuple)
    emit(Instruction(.makeClass, result, base))
    emit(Instruction(.extra, 0, wide: functions.count - 1))
    decorate(definition.decorators, base: decorators)
    store(definition.name, definition.decorators.isEmpty ? result : decorators)
  }
}

extension Parameters {
  var list: CodeObject.ParameterList {
    var list = CodeObject.ParameterList()
    list.names = all.map(\.name)
    list.positionalCount = positional.count
    list.positionalOnlyCount = positionalOnlyCount
    list.keywordOnlyCount = keywordOnly.count
    list.takesRest = variadic != nil
    list.takesKeywords = keywordVariadic != nil
    list.defaultCount = positional.count { $0.defaultValue != nil }
    return list
  }
}
