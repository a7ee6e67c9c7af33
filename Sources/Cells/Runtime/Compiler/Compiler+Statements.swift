extension Compiler {
  /// What encloses a statement and has to be left in order when it jumps out.
  enum Block {
    case loop(Loop)
    /// A `finally` clause, a `with` exit or the end of an exception handler: code to run on the way out.
    case cleanup(Cleanup)
  }

  /// Jumps out of a loop's body, to be patched: behind the loop, and to where the next round is asked for.
  final class Loop {
    var breaks: [Int] = []
    var continues: [Int] = []
  }

  func statements(_ body: [Statement]) throws {
    for statement in body { try self.statement(statement) }
  }

  private func statement(_ statement: Statement) throws {
    span = statement.span
    let mark = top
    defer { top = mark }
    switch statement.kind {
    case .expression(let value, _): try expression(value)
    case .assign(let targets, let value): try assignment(targets, value)
    case .augmentedAssign(let target, let operation, let value): try augmentedAssignment(target, operation, value)
    case .annotatedAssign(let target, annotation: _, let value):
      // Annotations are for readers: they are not evaluated.
      if let value { try assignment([target], value) }
    case .ifStatement(let test, let body, let otherwise): try ifStatement(test, body, otherwise)
    case .whileLoop(let test, let body, let otherwise): try whileStatement(test, body, otherwise)
    case .forLoop(let target, let iterable, let body, let otherwise):
      try forStatement(target, iterable, body, otherwise)
    case .function(let definition): try functionDefinition(definition, statement.span)
    case .classDefinition(let definition): try classDefinition(definition)
    case .returnStatement(let value):
      // A variable is returned from where it lies, unless something may still change it on the way out.
      let isLast = blocks.allSatisfy { if case .loop = $0 { true } else { false } }
      let result =
        try value.map { value in try expression(value, into: isLast ? nil : temporary()) }
        ?? constant(.none)
      try leave(downTo: 0) { self.emit(Instruction(.returnValue, result)) }
    case .raise(let value, from: let cause): try raise(value, cause)
    case .tryStatement(let body, let handlers, let otherwise, let finally):
      try tryStatement(body, handlers, otherwise, finally)
    case .with(let items, let body): try withStatement(items[...], body)
    case .assert(let test, let message): try assertion(test, message)
    case .delete(let targets): try deletion(targets)
    case .global, .nonlocal, .pass: break
    case .importModules(let names): try importStatement(names)
    case .importFrom(let module, let level, let names): try importFrom(module, level, names)
    case .breakLoop:
      let (index, loop) = innermostLoop()
      if let loop {
        try leave(downTo: index + 1) { loop.breaks.append(self.emit(Instruction(.jump, 0, wide: 0))) }
      }
    case .continueLoop:
      let (index, loop) = innermostLoop()
      if let loop {
        try leave(downTo: index + 1) { loop.continues.append(self.emit(Instruction(.jump, 0, wide: 0))) }
      }
    }
  }

  private func innermostLoop() -> (Int, Loop?) {
    for (index, block) in blocks.enumerated().reversed() {
      if case .loop(let loop) = block { return (index, loop) }
    }
    return (0, nil)
  }

  private func ifStatement(
    _ test: Expression, _ body: [Statement], _ otherwise: [Statement]
  ) throws {
    let toElse = try jump(unless: test)
    let certain = assigned
    try statements(body)
    let afterBody = assigned
    assigned = certain
    if otherwise.isEmpty {
      patch(toElse)
    } else {
      let toEnd = emit(Instruction(.jump, 0, wide: 0))
      patch(toElse)
      try statements(otherwise)
      patch(toEnd)
    }
    // A branch that leaves the block says nothing about what follows.
    if body.leaves {
      return
    }
    assigned = otherwise.leaves ? afterBody : assigned.intersection(afterBody)
  }

  private func whileStatement(
    _ test: Expression, _ body: [Statement], _ otherwise: [Statement]
  ) throws {
    let certain = assigned
    let loop = Loop()
    // The test is written out twice, so that a round takes one jump.
    let toEnd = try jump(unless: test)
    let start = position
    blocks.append(.loop(loop))
    try statements(body)
    blocks.removeLast()
    patch(loop.continues)
    assigned = certain
    patch(try jumps(test, when: true), to: start)
    patch(toEnd)
    assigned = certain
    try statements(otherwise)
    assigned = certain
    patch(loop.breaks)
  }

  private func forStatement(
    _ target: Expression, _ iterable: Expression, _ body: [Statement], _ otherwise: [Statement]
  ) throws {
    let state = try temporary(3)
    let source = try iterated(iterable)
    span = iterable.span
    emit(Instruction(.prepareLoop, state, source))
    let certain = assigned
    let loop = Loop()
    span = target.span
    let rounds = try next(of: state, into: target)
    blocks.append(.loop(loop))
    try statements(body)
    blocks.removeLast()
    patch(loop.continues)
    span = target.span
    end(rounds)
    assigned = certain
    try statements(otherwise)
    assigned = certain
    patch(loop.breaks)
  }

  private func raise(_ value: Expression?, _ cause: Expression?) throws {
    guard let value else {
      emit(Instruction(.raise, 0, 0, x: 0))
      return
    }
    let statementSpan = span
    let exception = try expression(value)
    let causeRegister = try cause.map { cause in try expression(cause) }
    span = statementSpan
    emit(Instruction(.raise, exception, causeRegister ?? 0, x: cause == nil ? 1 : 2))
  }

  private func assertion(_ test: Expression, _ message: Expression?) throws {
    let statementSpan = span
    let failed = try jump(unless: test)
    let passed = emit(Instruction(.jump, 0, wide: 0))
    patch(failed)
    let text = try message.map { message in try expression(message) }
    span = statementSpan
    emit(Instruction(.failAssertion, text ?? 0, x: text == nil ? 0 : 1))
    patch(passed)
  }

  private func importStatement(_ names: [ImportedName]) throws {
    for name in names {
      span = name.span
      let module = try temporary()
      emit(Instruction(.importModule, module, try constant(Value(name.name)), x: name.alias == nil ? 0 : 1))
      store(name.alias ?? String(name.name.prefix { $0 != "." }), module)
    }
  }

  private func importFrom(_ name: String, _ level: Int, _ names: [ImportedName]) throws {
    let module = try temporary()
    let dotted = String(repeating: ".", count: level) + name
    emit(Instruction(.importModule, module, try constant(Value(dotted)), x: 1))
    if names.isEmpty {
      if kind != .module { throw SyntaxProblem(message: "import * only allowed at module level", span: span) }
      emit(Instruction(.importAll, module))
      return
    }
    for imported in names {
      span = imported.span
      let value = try temporary()
      emit(Instruction(.importName, value, try constant(Value(imported.name)), module))
      store(imported.alias ?? imported.name, value)
      top = value
    }
  }
}

extension [Statement] {
  /// Whether the last statement jumps away for certain.
  fileprivate var leaves: Bool {
    switch last?.kind {
    case .returnStatement, .raise, .breakLoop, .continueLoop: true
    default: false
    }
  }
}
