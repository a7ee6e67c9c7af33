extension Compiler {
  /// Tuple, list and set displays.
  @discardableResult
  func display(
    _ items: [Expression], _ build: Operation, source: SetSource = .display, into target: Int?
  ) throws -> Int {
    let mark = top
    let result = try target ?? temporary()
    if items.contains(where: \.isStarred) || items.count > 2000 {
      let collection = try temporary()
      try extended(items, isSet: build == .buildSet, at: collection)
      if build == .buildTuple { emit(Instruction(.listToTuple, collection)) }
      emit(Instruction(.move, result, collection))
    } else {
      let base = top
      for item in items { try push(item) }
      emit(Instruction(build, result, base, items.count, x: source.rawValue))
    }
    top = target == nil ? result + 1 : mark
    return result
  }

  /// Builds a list (or set) step by step: some items are starred, or there are very many.
  func extended(_ items: [Expression], isSet: Bool, at collection: Int) throws {
    emit(Instruction(isSet ? .buildSet : .buildList, collection, collection, 0))
    for item in items {
      let mark = top
      if case .starred(let iterable) = item.kind {
        let values = try expression(iterable)
        emit(Instruction(isSet ? .extendSet : .extendList, collection, values))
      } else {
        let value = try expression(item)
        emit(Instruction(isSet ? .appendSet : .appendList, collection, value))
      }
      top = mark
    }
  }

  func dictionary(_ items: [DictItem], into target: Int?) throws -> Int {
    let mark = top
    let result = try target ?? temporary()
    let dict = try temporary()
    emit(Instruction(.buildDict, dict, dict, 0))
    for item in items {
      let inner = top
      switch item {
      case .pair(let key, let value):
        let base = try push(key)
        try push(value)
        emit(Instruction(.setPair, dict, base))
      case .unpack(let mapping):
        emit(Instruction(.mergeDict, dict, try expression(mapping)))
      }
      top = inner
    }
    emit(Instruction(.move, result, dict))
    top = target == nil ? result + 1 : mark
    return result
  }

  /// List, set and dict comprehensions run in this frame, with variables of their own; generator expressions are
  /// functions.
  func comprehension(_ comprehension: Comprehension, into target: Int?) throws -> Int {
    if comprehension.kind == .generator { return try generatorExpression(comprehension, into: target) }
    let mark = top
    let result = try target ?? temporary()
    let collection = try temporary()
    let build: Operation =
      switch comprehension.kind {
      case .set: .buildSet
      case .dict: .buildDict
      default: .buildList
      }
    emit(Instruction(build, collection, collection, 0))
    let certain = assigned
    let iterable = try temporary()
    _ = try iterated(comprehension.clauses[0].iterable, into: iterable)
    top = iterable + 1
    let names = ScopeNames.comprehension(comprehension)
    var scope: [String: Variable] = [:]
    for name in names.bound {
      let register = try temporary()
      emit(Instruction(.move, register, try constant(.undefined)))
      assigned.remove(register)
      if names.captured.contains(name) {
        emit(Instruction(.makeCell, register))
        scope[name] = .cell(register)
      } else {
        scope[name] = .register(register)
      }
    }
    comprehensionVariables.append(scope)
    try clauses(comprehension.clauses[...], iterable: iterable) {
      try self.element(of: comprehension, into: collection)
    }
    comprehensionVariables.removeLast()
    assigned = certain
    emit(Instruction(.move, result, collection))
    top = target == nil ? result + 1 : mark
    return result
  }

  private func element(of comprehension: Comprehension, into collection: Int) throws {
    switch comprehension.kind {
    case .list: emit(Instruction(.appendList, collection, try expression(comprehension.element)))
    case .set: emit(Instruction(.appendSet, collection, try expression(comprehension.element)))
    case .dict:
      let base = try push(comprehension.element)
      if let value = comprehension.value { try push(value) }
      emit(Instruction(.setPair, collection, base))
    case .generator:
      let value = try expression(comprehension.element)
      emit(Instruction(.yield, try temporary(), value))
    }
  }

  /// The nested loops of a comprehension; the outermost iterable lies in a register.
  private func clauses(
    _ clauses: ArraySlice<Comprehension.Clause>, iterable: Int?, _ body: () throws -> Void
  ) throws {
    guard let clause = clauses.first else { return try body() }
    let mark = top
    let state = try temporary(3)
    let source = try iterable ?? iterated(clause.iterable)
    emit(Instruction(.prepareLoop, state, source))
    let rounds = try next(of: state, into: clause.target)
    var skips: [Int] = []
    for condition in clause.conditions { skips += try jump(unless: condition) }
    try self.clauses(clauses.dropFirst(), iterable: nil, body)
    patch(skips)
    end(rounds)
    top = mark
  }

  /// A loop whose first value was asked for: its state, the register of its values, where each round begins, and the
  /// jump to be patched with its end.
  struct Rounds {
    let state: Int
    let value: Int
    let start: Int
    let end: Int
  }

  /// Takes a loop's first value and assigns it.
  func next(of state: Int, into target: Expression) throws -> Rounds {
    let mark = top
    var direct: Int?
    if case .name(let name) = target.kind { direct = directRegister(name) }
    let value = try direct ?? temporary()
    emit(Instruction(.nextOfLoop, state, value))
    let end = emit(Instruction(.extra, 0, wide: 0))
    let rounds = Rounds(state: state, value: value, start: position, end: end)
    if let direct { assigned.insert(direct) } else { try assign(target, value) }
    top = mark
    return rounds
  }

  /// Asks for a loop's next value at the end of a round, and goes back while there is one.
  func end(_ rounds: Rounds) {
    emit(Instruction(.repeatLoop, rounds.state, rounds.value))
    emit(Instruction(.extra, 0, wide: rounds.start))
    patch(rounds.end)
  }

  private func generatorExpression(_ comprehension: Comprehension, into target: Int?) throws -> Int {
    let inner = try Compiler(
      .function, name: "<genexpr>", source: source, namespace: namespace, outer: self,
      scope: ScopeNames.comprehension(comprehension), parameters: [])
    inner.span = span
    inner.prologue()
    // The first iterable is evaluated here and handed over as the only argument, `.0`.
    try inner.clauses(comprehension.clauses[...], iterable: 0) {
      try inner.element(of: comprehension, into: 0)
    }
    inner.emit(Instruction(.returnValue, try inner.constant(.none)))
    var parameters = CodeObject.ParameterList()
    parameters.names = [".0"]
    parameters.positionalCount = 1
    functions.append(try inner.finish(docstring: nil, parameters: parameters, isGenerator: true))

    let mark = top
    let result = try target ?? temporary()
    let base = try temporary()
    makeFunction(functions.count - 1, into: base, defaults: base, count: 0, keywordDefaults: base)
    let iterable = try temporary()
    _ = try iterated(comprehension.clauses[0].iterable, into: iterable)
    top = iterable + 1
    emit(Instruction(.call, result, base, 1))
    top = target == nil ? result + 1 : mark
    return result
  }
}
