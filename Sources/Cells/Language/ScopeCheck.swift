/// What CPython's symbol table refuses: names that are declared `global` or `nonlocal` too late or without reason,
/// parameters of one name, and assignment expressions and `yield` where a comprehension cannot have them.
struct ScopeCheck {
  struct Uses: OptionSet {
    let rawValue: UInt8
    static let read = Uses(rawValue: 1)
    static let assigned = Uses(rawValue: 2)
    static let parameter = Uses(rawValue: 4)
    static let imported = Uses(rawValue: 8)
    static let annotated = Uses(rawValue: 16)
    static let global = Uses(rawValue: 32)
    static let nonlocal = Uses(rawValue: 64)
    static let iterated = Uses(rawValue: 128)
    static let bound: Uses = [.assigned, .parameter, .imported]
  }

  final class Scope {
    enum Kind { case module, function, classBody, comprehension(Comprehension.Kind) }
    let kind: Kind
    var names: [String: Uses] = [:]
    var directives: [(name: String, isGlobal: Bool, span: Span)] = []
    var children: [Scope] = []

    init(_ kind: Kind) { self.kind = kind }

    var isComprehension: Bool { if case .comprehension = kind { true } else { false } }
  }

  var scopes: [Scope] = [Scope(.module)]
  /// Depths of what is being visited: a comprehension's target, and its iterable.
  var iterationTargets = 0
  var iterables = 0

  var scope: Scope { scopes[scopes.count - 1] }

  static func check(_ body: [Statement]) throws(SyntaxProblem) {
    var check = ScopeCheck()
    try check.visit(body)
    try resolve(check.scope, bound: nil)
  }

  func problem(_ message: String, _ span: Span) -> SyntaxProblem {
    SyntaxProblem(message: message, span: span)
  }

  // MARK: Resolving

  private static func resolve(_ scope: Scope, bound: Set<String>?) throws(SyntaxProblem) {
    for (name, isGlobal, span) in scope.directives {
      let uses = scope.names[name] ?? []
      if uses.contains([.global, .nonlocal]) {
        throw SyntaxProblem(message: "name '\(name)' is nonlocal and global", span: span)
      }
      if isGlobal { continue }
      guard let bound else {
        throw SyntaxProblem(message: "nonlocal declaration not allowed at module level", span: span)
      }
      guard bound.contains(name) else {
        throw SyntaxProblem(message: "no binding for nonlocal '\(name)' found", span: span)
      }
    }
    if scope.children.isEmpty { return }
    var inner = bound ?? []
    switch scope.kind {
    case .function, .comprehension:
      for (name, uses) in scope.names {
        if uses.contains(.global) {
          inner.remove(name)
        } else if !uses.isDisjoint(with: .bound) {
          inner.insert(name)
        }
      }
    case .module, .classBody: break
    }
    for child in scope.children { try resolve(child, bound: inner) }
  }

  // MARK: Names

  mutating func add(_ name: String, _ uses: Uses, _ span: Span) throws(SyntaxProblem) {
    let known = scope.names[name] ?? []
    if uses.contains(.parameter), known.contains(.parameter) {
      throw problem("duplicate argument '\(name)' in function definition", span)
    }
    var added = known.union(uses)
    if iterationTargets > 0, scope.isComprehension, uses.contains(.assigned) {
      if !known.isDisjoint(with: [.global, .nonlocal]) {
        throw problem(
          "comprehension inner loop cannot rebind assignment expression target '\(name)'", span)
      }
      added.insert(.iterated)
    }
    scope.names[name] = added
  }

  mutating func inside(
    _ kind: Scope.Kind, _ visit: (inout ScopeCheck) throws(SyntaxProblem) -> Void
  ) throws(SyntaxProblem) {
    let child = Scope(kind)
    scope.children.append(child)
    scopes.append(child)
    try visit(&self)
    scopes.removeLast()
  }

  mutating func declare(_ names: [String], isGlobal: Bool, _ span: Span) throws(SyntaxProblem) {
    let word = isGlobal ? "global" : "nonlocal"
    for name in names {
      let uses = scope.names[name] ?? []
      if uses.contains(.parameter) { throw problem("name '\(name)' is parameter and \(word)", span) }
      if uses.contains(.read) { throw problem("name '\(name)' is used prior to \(word) declaration", span) }
      if uses.contains(.annotated) { throw problem("annotated name '\(name)' can't be \(word)", span) }
      if uses.contains(.assigned) {
        throw problem("name '\(name)' is assigned to before \(word) declaration", span)
      }
      scope.names[name] = uses.union(isGlobal ? .global : .nonlocal)
      scope.directives.append((name, isGlobal, span))
    }
  }

  // MARK: Statements

  mutating func visit(_ body: [Statement]) throws(SyntaxProblem) {
    for statement in body { try visit(statement) }
  }

  mutating func visit(_ statement: Statement) throws(SyntaxProblem) {
    switch statement.kind {
    case .expression(let value, _): try visit(value)
    case .assign(let targets, let value):
      for target in targets { try visit(target: target) }
      try visit(value)
    case .augmentedAssign(let target, _, let value):
      try visit(target: target)
      try visit(value)
    case .annotatedAssign(let target, let annotation, let value):
      try visit(annotated: target, in: statement)
      try visit(annotation)
      try visit(value)
    case .ifStatement(let test, let body, let otherwise), .whileLoop(let test, let body, let otherwise):
      try visit(test)
      try visit(body)
      try visit(otherwise)
    case .forLoop(let target, let iterable, let body, let otherwise):
      try visit(target: target)
      try visit(iterable)
      try visit(body)
      try visit(otherwise)
    case .function(let definition): try visit(definition, statement.span)
    case .classDefinition(let definition): try visit(definition, statement.span)
    case .returnStatement(let value): try visit(value)
    case .raise(let error, let cause):
      try visit(error)
      try visit(cause)
    case .tryStatement(let body, let handlers, let otherwise, let final):
      try visit(body)
      for handler in handlers {
        try visit(handler.type)
        if let name = handler.name { try add(name, .assigned, handler.span) }
        try visit(handler.body)
      }
      try visit(otherwise)
      try visit(final)
    case .with(let items, let body):
      for item in items {
        try visit(item.context)
        if let target = item.target { try visit(target: target) }
      }
      try visit(body)
    case .assert(let test, let message):
      try visit(test)
      try visit(message)
    case .delete(let targets): for target in targets { try visit(target: target) }
    case .global(let names): try declare(names, isGlobal: true, statement.span)
    case .nonlocal(let names): try declare(names, isGlobal: false, statement.span)
    case .importModules(let names):
      for name in names {
        let first = name.name.prefix { $0 != "." }
        try add(name.alias ?? String(first), .imported, name.span)
      }
    case .importFrom(_, _, let names):
      if names.isEmpty {
        guard case .module = scope.kind else {
          let end = Int(statement.span.end)
          throw problem("import * only allowed at module level", Span(end - 1, end))
        }
      }
      for name in names { try add(name.alias ?? name.name, .imported, name.span) }
    case .pass, .breakLoop, .continueLoop: break
    }
  }

  mutating func visit(annotated target: Expression, in statement: Statement) throws(SyntaxProblem) {
    guard case .name(let name) = target.kind else { return try visit(target: target) }
    let uses = scope.names[name] ?? []
    if scopes.count > 1, !uses.isDisjoint(with: [.global, .nonlocal]) {
      let word = uses.contains(.global) ? "global" : "nonlocal"
      throw problem("annotated name '\(name)' can't be \(word)", statement.span)
    }
    try add(name, [.annotated, .assigned], target.span)
  }

  mutating func visit(_ definition: FunctionDefinition, _ span: Span) throws(SyntaxProblem) {
    try add(definition.name, .assigned, span)
    try visitOutside(definition.parameters)
    try visit(definition.returnAnnotation)
    for decorator in definition.decorators { try visit(decorator) }
    try inside(.function) { check throws(SyntaxProblem) in
      try check.visitInside(definition.parameters)
      try check.visit(definition.body)
    }
  }

  mutating func visit(_ definition: ClassDefinition, _ span: Span) throws(SyntaxProblem) {
    try add(definition.name, .assigned, span)
    for base in definition.bases { try visit(base.value) }
    for decorator in definition.decorators { try visit(decorator) }
    try inside(.classBody) { check throws(SyntaxProblem) in try check.visit(definition.body) }
  }

  /// Default values and annotations belong to the scope around the function.
  mutating func visitOutside(_ parameters: Parameters) throws(SyntaxProblem) {
    for parameter in parameters.all { try visit(parameter.defaultValue) }
    for parameter in parameters.all { try visit(parameter.annotation) }
  }

  mutating func visitInside(_ parameters: Parameters) throws(SyntaxProblem) {
    for parameter in parameters.all { try add(parameter.name, .parameter, parameter.span) }
  }
}

extension Parameters {
  /// All parameters in the order in which CPython's symbol table takes them.
  var all: [Parameter] {
    positional + keywordOnly + (variadic.map { [$0] } ?? []) + (keywordVariadic.map { [$0] } ?? [])
  }
}
