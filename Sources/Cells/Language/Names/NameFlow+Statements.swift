extension NameFlow {
  mutating func visit(_ statements: [Statement]) { statements.forEach { visit($0) } }

  private mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .expression(let value, _): visit(value)
    case .assign(let targets, let value):
      visit(value)
      let given = targets.count == 1 ? self.given(by: value) : .value
      targets.forEach { bind($0, as: given) }
    case .augmentedAssign(let target, _, let value):
      visit(target)
      visit(value)
      bind(target)
    case .annotatedAssign(let target, annotation: _, let value):
      guard let value else { return }
      visit(value)
      bind(target, as: given(by: value))
    case .ifStatement(let test, let body, let otherwise):
      visit(test)
      branch([body, otherwise])
    case .whileLoop(let test, let body, let otherwise):
      visit(test)
      if case .bool(true) = test.kind { visit(body) } else { branch([body, []]) }
      branch([otherwise, []])
    case .forLoop(let target, let iterable, let body, let otherwise):
      visit(iterable)
      let before = bound
      bind(target)
      visit(body)
      if !iterable.hasItems || body.contains(where: \.leavesEarly) { bound = before }
      branch([otherwise, []])
    case .function(let definition): visit(definition)
    case .classDefinition(let definition): visit(definition)
    case .returnStatement(let value): if let value { visit(value) }
    case .raise(let value, from: let cause):
      if let value { visit(value) }
      if let cause { visit(cause) }
    case .tryStatement(let body, let handlers, let otherwise, let finally):
      visitTry(body, handlers, otherwise)
      visit(finally)
    case .with(let items, let body):
      for item in items {
        visit(item.context)
        if let target = item.target { bind(target) }
      }
      visit(body)
    case .assert(let test, let message):
      visit(test)
      if let message { visit(message) }
    case .delete(let targets):
      for target in targets {
        visit(target)
        bind(target)
        if case .name(let name) = target.kind, isGlobal(name) { bound.remove(name) }
      }
    case .importModules(let names):
      for name in names {
        write(
          name.alias ?? String(name.name.prefix { $0 != "." }), as: .imported(name.name, hasAlias: name.alias != nil))
      }
    case .importFrom(let module, _, let names):
      if names.isEmpty { writeShared(CellNames.Shared.everything, isWhole: false) }
      for name in names { write(name.alias ?? name.name, as: .imported("\(module).\(name.name)", hasAlias: true)) }
    case .global, .nonlocal, .pass, .breakLoop, .continueLoop: break
    }
  }

  /// One of the bodies runs: what is bound after them is what all bind that do not leave.
  private mutating func branch(_ bodies: [[Statement]]) {
    let before = bound
    var after: Set<String>?
    for body in bodies {
      bound = before
      visit(body)
      if body.last?.leaves ?? false { continue }
      after = after?.intersection(bound) ?? bound
    }
    bound = after ?? before
  }

  private mutating func visitTry(_ body: [Statement], _ handlers: [ExceptHandler], _ otherwise: [Statement]) {
    let before = bound
    visit(body)
    visit(otherwise)
    var after = bound
    for handler in handlers {
      bound = before
      if let type = handler.type { visit(type) }
      if let name = handler.name { write(name) }
      visit(handler.body)
      if let name = handler.name, isGlobal(name) { bound.remove(name) }
      if !(handler.body.last?.leaves ?? false) { after.formIntersection(bound) }
    }
    bound = after
  }

  private mutating func visit(_ parameters: Parameters) {
    for parameter in parameters.all { if let value = parameter.defaultValue { visit(value) } }
  }

  private mutating func visit(_ definition: FunctionDefinition) {
    definition.decorators.forEach { visit($0) }
    visit(definition.parameters)
    let later = effects(ofLater: .function(definition.parameters, definition.body)) { $0.visit(definition.body) }
    if isGlobal(definition.name) {
      write(definition.name, as: GivenName(kind: .function, effects: later))
    } else {
      add(later)
    }
  }

  private mutating func visit(_ definition: ClassDefinition) {
    definition.decorators.forEach { visit($0) }
    definition.bases.forEach { visit($0.value) }
    var later = NameEffects()
    for base in definition.bases {
      if case .name(let name) = base.value.kind { later = later.union(given(name)?.effects ?? later) }
    }
    inside(.module(definition.body), isClass: true) { flow in
      for statement in definition.body {
        if case .function(let method) = statement.kind {
          method.decorators.forEach { flow.visit($0) }
          flow.visit(method.parameters)
          later = later.union(
            flow.effects(ofLater: .function(method.parameters, method.body)) { $0.visit(method.body) })
        } else {
          flow.visit(statement)
        }
      }
    }
    if isGlobal(definition.name) {
      write(definition.name, as: GivenName(kind: .type, effects: later))
    } else {
      add(later)
    }
  }

  /// Gives a value to a target.
  mutating func bind(_ target: Expression, as given: GivenName = .value) {
    switch target.kind {
    case .name(let name): write(name, as: given)
    case .tuple(let items), .list(let items): items.forEach { bind($0) }
    case .starred(let inner): bind(inner)
    default:
      target.forEachChild { visit($0) }
      if let name = target.rootName { change(name) }
    }
  }

  /// What is known of a value: a second name for a function, an instance of a class, a function without a name.
  private func given(by value: Expression) -> GivenName {
    switch value.kind {
    case .name(let name) where isGlobal(name): return given(name) ?? .value
    case .call(let callee, _):
      guard case .name(let name) = callee.kind, isGlobal(name), let type = given(name), type.kind == .type else {
        return .value
      }
      return GivenName(kind: .value, effects: type.effects)
    case .lambda(let parameters, let body):
      return GivenName(kind: .function, effects: effects(ofLater: .lambda(parameters, body)) { $0.visit(body) })
    default: return .value
    }
  }

  /// A cell that ends in an expression shows its value, which later cells can read as `_`.
  mutating func noteValue(of last: Statement?) {
    guard case .expression(let value, endsWithSemicolon: false) = last?.kind else { return }
    if case .magic = value.kind { return }
    writeShared(CellNames.Shared.lastValue, isWhole: true)
  }
}

extension Statement {
  /// Whether what stands behind it does not run.
  fileprivate var leaves: Bool {
    switch kind {
    case .returnStatement, .raise, .breakLoop, .continueLoop: true
    default: false
    }
  }

  /// Whether a round of the loop around it may end here.
  fileprivate var leavesEarly: Bool {
    switch kind {
    case .breakLoop, .continueLoop: true
    case .ifStatement(_, let body, let otherwise), .whileLoop(_, let body, let otherwise),
      .forLoop(_, in: _, let body, let otherwise):
      (body + otherwise).contains(where: \.leavesEarly)
    case .tryStatement(let body, let handlers, let otherwise, let finally):
      (body + handlers.flatMap(\.body) + otherwise + finally).contains(where: \.leavesEarly)
    case .with(_, let body): body.contains(where: \.leavesEarly)
    default: false
    }
  }
}

extension Expression {
  /// The name at the start of `name[...].attribute`.
  var rootName: String? {
    switch kind {
    case .name(let name): name
    case .attribute(let value, _, _), .subscripted(let value, _): value.rootName
    default: nil
    }
  }

  /// Whether a loop over it certainly has a round.
  fileprivate var hasItems: Bool {
    switch kind {
    case .tuple(let items), .list(let items):
      return items.contains { if case .starred = $0.kind { false } else { true } }
    case .string(let text): return !text.isEmpty
    case .call(let callee, let arguments):
      guard case .name(let name) = callee.kind, !arguments.isEmpty else { return false }
      switch name {
      case "range":
        if arguments.count == 1, case .int(let digits) = arguments[0].value.kind { return digits != "0" }
        return false
      case "enumerate", "reversed", "sorted": return arguments[0].value.hasItems
      case "zip": return arguments.allSatisfy(\.value.hasItems)
      default: return false
      }
    default: return false
    }
  }
}

extension GivenName {
  /// - Parameter path: `numpy`, `numpy.random.randn`.
  fileprivate static func imported(_ path: String, hasAlias: Bool) -> GivenName {
    let random = "numpy.random."
    var effects = NameEffects()
    if path.hasPrefix(random) {
      effects = RandomCall(String(path.dropFirst(random.count)), state: CellNames.Shared.numpyRandom).effects
    } else if path == "numpy.random", hasAlias {
      effects = RandomCall("randn", state: CellNames.Shared.numpyRandom).effects
    } else if path.hasPrefix("random.") {
      effects = RandomCall(String(path.dropFirst("random.".count)), state: CellNames.Shared.pythonRandom).effects
    }
    return GivenName(kind: .imported, effects: effects)
  }
}
