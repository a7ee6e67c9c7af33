/// The names of one scope (a function, a class body, a comprehension): which it binds, which it only reads, and which
/// its inner functions read from outside. The compiler turns them into registers, cells and globals.
struct ScopeNames {
  /// Names that are assigned here, in the order of their first assignment.
  private(set) var bound: [String] = []
  private(set) var boundSet: Set<String> = []
  private(set) var globals: Set<String> = []
  private(set) var nonlocals: Set<String> = []
  private(set) var used: Set<String> = []
  /// What inner functions and classes take from the scopes around them.
  private(set) var innerFree: Set<String> = []
  private(set) var hasYield = false
  /// `x := value` changes a variable in the middle of an expression.
  private(set) var hasNamedExpression = false
  /// Inside a comprehension, `x := value` assigns the function's variable around it.
  private var isComprehension = false
  private var walrusNames: Set<String> = []

  static func module(_ body: [Statement]) -> ScopeNames {
    var names = ScopeNames()
    names.visit(body)
    names.finish()
    return names
  }

  static func function(_ parameters: Parameters, _ body: [Statement]) -> ScopeNames {
    var names = ScopeNames()
    parameters.all.forEach { names.bind($0.name) }
    names.visit(body)
    names.finish()
    return names
  }

  static func lambda(_ parameters: Parameters, _ body: Expression) -> ScopeNames {
    var names = ScopeNames()
    parameters.all.forEach { names.bind($0.name) }
    names.visit(body)
    return names
  }

  /// The inside of a comprehension; its first iterable is evaluated outside.
  static func comprehension(_ comprehension: Comprehension) -> ScopeNames {
    var names = ScopeNames()
    names.isComprehension = true
    if comprehension.kind == .generator { names.bind(".0") }
    for (index, clause) in comprehension.clauses.enumerated() {
      names.bind(target: clause.target)
      if index > 0 { names.visit(clause.iterable) }
      clause.conditions.forEach { names.visit($0) }
    }
    names.visit(comprehension.element)
    if let value = comprehension.value { names.visit(value) }
    return names
  }

  /// Names that come from outside this scope.
  var free: Set<String> { used.union(innerFree).union(nonlocals).subtracting(boundSet).subtracting(globals) }

  /// Variables of this scope that inner functions share.
  var captured: Set<String> { innerFree.intersection(boundSet) }

  private mutating func finish() {
    for name in globals.union(nonlocals) {
      boundSet.remove(name)
      bound.removeAll { $0 == name }
    }
  }

  private mutating func bind(_ name: String) {
    if globals.contains(name) || nonlocals.contains(name) { return }
    if boundSet.insert(name).inserted { bound.append(name) }
  }

  private mutating func bind(target: Expression) {
    switch target.kind {
    case .name(let name): bind(name)
    case .tuple(let items), .list(let items): items.forEach { bind(target: $0) }
    case .starred(let inner): bind(target: inner)
    default: visit(target)
    }
  }

  /// Everything an inner function reads from outside; classes do not lend their names to functions.
  private mutating func include(_ inner: ScopeNames) {
    innerFree.formUnion(inner.free)
    // A function within that declares `global x` reads nothing of this scope; one with `nonlocal x` does.
  }

  private mutating func visit(_ statements: [Statement]) { statements.forEach { visit($0) } }

  private mutating func visit(_ parameters: Parameters) {
    parameters.all.forEach { parameter in
      if let value = parameter.defaultValue { visit(value) }
    }
  }

  private mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .expression(let value, _): visit(value)
    case .assign(let targets, let value):
      visit(value)
      targets.forEach { bind(target: $0) }
    case .augmentedAssign(let target, _, let value):
      if case .name(let name) = target.kind { used.insert(name) }
      bind(target: target)
      visit(value)
    case .annotatedAssign(let target, annotation: _, let value):
      if let value { visit(value) }
      bind(target: target)
    case .ifStatement(let test, let body, let otherwise), .whileLoop(let test, let body, let otherwise):
      visit(test)
      visit(body)
      visit(otherwise)
    case .forLoop(let target, let iterable, let body, let otherwise):
      visit(iterable)
      bind(target: target)
      visit(body)
      visit(otherwise)
    case .function(let definition):
      definition.decorators.forEach { visit($0) }
      visit(definition.parameters)
      bind(definition.name)
      include(.function(definition.parameters, definition.body))
    case .classDefinition(let definition):
      definition.decorators.forEach { visit($0) }
      definition.bases.forEach { visit($0.value) }
      bind(definition.name)
      let inner = ScopeNames.module(definition.body)
      innerFree.formUnion(inner.innerFree.subtracting(["__class__"]))
      innerFree.formUnion(inner.used.union(inner.nonlocals).subtracting(inner.boundSet))
    case .returnStatement(let value):
      if let value { visit(value) }
    case .raise(let value, from: let cause):
      if let value { visit(value) }
      if let cause { visit(cause) }
    case .tryStatement(let body, let handlers, let otherwise, let finally):
      visit(body)
      for handler in handlers {
        if let type = handler.type { visit(type) }
        if let name = handler.name { bind(name) }
        visit(handler.body)
      }
      visit(otherwise)
      visit(finally)
    case .with(let items, let body):
      for item in items {
        visit(item.context)
        if let target = item.target { bind(target: target) }
      }
      visit(body)
    case .assert(let test, let message):
      visit(test)
      if let message { visit(message) }
    case .delete(let targets): targets.forEach { bind(target: $0) }
    case .global(let names):
      globals.formUnion(names)
    case .nonlocal(let names): nonlocals.formUnion(names)
    case .importModules(let names):
      for name in names { bind(name.alias ?? String(name.name.prefix { $0 != "." })) }
    case .importFrom(_, _, let names):
      for name in names { bind(name.alias ?? name.name) }
    case .pass, .breakLoop, .continueLoop: break
    }
  }

  private mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .name(let name):
      used.insert(name)
      if name == "super" { used.insert("__class__") }
    case .none, .ellipsis, .bool, .int, .float, .string, .bytes, .magic: break
    case .formatted(let parts): visit(parts)
    case .tuple(let items), .list(let items), .set(let items), .logical(_, let items): items.forEach { visit($0) }
    case .dict(let items):
      for item in items {
        switch item {
        case .pair(let key, let value):
          visit(key)
          visit(value)
        case .unpack(let value): visit(value)
        }
      }
    case .unary(_, let operand), .starred(let operand), .yieldFrom(let operand), .attribute(let operand, _, _):
      if case .yieldFrom = expression.kind { hasYield = true }
      visit(operand)
    case .binary(_, let left, let right), .subscripted(let left, let right):
      visit(left)
      visit(right)
    case .comparison(let first, let rest):
      visit(first)
      rest.forEach { visit($0.1) }
    case .conditional(let test, let then, let otherwise):
      visit(test)
      visit(then)
      visit(otherwise)
    case .lambda(let parameters, let body):
      visit(parameters)
      include(.lambda(parameters, body))
    case .call(let callee, let arguments):
      visit(callee)
      arguments.forEach { visit($0.value) }
    case .slice(let lower, let upper, let step):
      [lower, upper, step].forEach { if let part = $0 { visit(part) } }
    case .comprehension(let comprehension):
      visit(comprehension.clauses[0].iterable)
      let inner = ScopeNames.comprehension(comprehension)
      if comprehension.kind == .generator {
        include(inner)
      } else {
        // It runs in this scope's frame: what it reads, this scope reads.
        used.formUnion(inner.used.subtracting(inner.boundSet))
        innerFree.formUnion(inner.innerFree.subtracting(inner.boundSet))
      }
      for name in inner.walrusNames {
        if isComprehension { walrusNames.insert(name) } else { bind(name) }
      }
      hasYield = hasYield || inner.hasYield
      hasNamedExpression = hasNamedExpression || inner.hasNamedExpression
    case .yield(let value):
      hasYield = true
      if let value { visit(value) }
    case .named(let name, let value):
      hasNamedExpression = true
      visit(value)
      if isComprehension {
        walrusNames.insert(name)
        used.insert(name)
      } else {
        bind(name)
      }
    }
  }

  private mutating func visit(_ parts: [FormatPart]) {
    for case .field(let value, _, let specification, _) in parts {
      visit(value)
      if let specification { visit(specification) }
    }
  }
}
