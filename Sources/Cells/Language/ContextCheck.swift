/// What CPython's compiler refuses in a tree that its parser accepts: `return` outside a function, `break` outside a
/// loop, keyword arguments given twice, stars in the wrong place.
struct ContextCheck {
  private enum Scope { case module, classBody, function }
  private enum Block { case loop, other }

  /// CPython keeps at most so many loops, `try` and `with` blocks around a statement.
  private static let blockLimit = 20

  private var scope = Scope.module
  private var blocks: [Block] = []
  private var place = Span(0, 0)

  static func check(_ body: [Statement]) throws(SyntaxProblem) {
    var check = ContextCheck()
    try checkFutureImports(in: body)
    try check.visit(body)
  }

  // MARK: await

  /// What `await value` calls in the tree, so that it can be refused here; no program can name it.
  static let awaitMark = "await"

  static func isAwait(_ expression: Expression) -> Bool {
    guard case .call(let function, _) = expression.kind, case .name(awaitMark) = function.kind else { return false }
    return true
  }

  private func problem(_ message: String, _ span: Span) -> SyntaxProblem {
    SyntaxProblem(message: message, span: span)
  }

  // MARK: Future imports

  private static let futureFeatures: Set<String> = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
    "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
  ]

  private static func checkFutureImports(in body: [Statement]) throws(SyntaxProblem) {
    var isBeginning = true
    for (index, statement) in body.enumerated() {
      switch statement.kind {
      case .importFrom("__future__", 0, let names):
        guard isBeginning else {
          throw SyntaxProblem(
            message: "from __future__ imports must occur at the beginning of the file", span: statement.span)
        }
        for name in names where !futureFeatures.contains(name.name) {
          let message = name.name == "braces" ? "not a chance" : "future feature \(name.name) is not defined"
          throw SyntaxProblem(message: message, span: statement.span)
        }
      case .expression(let value, _):
        if index == 0, case .string = value.kind { continue }
        isBeginning = false
      default: isBeginning = false
      }
    }
  }

  // MARK: Blocks and scopes

  private mutating func inside(
    _ block: Block, _ visit: (inout ContextCheck) throws(SyntaxProblem) -> Void
  ) throws(SyntaxProblem) {
    if blocks.count >= Self.blockLimit { throw problem("too many statically nested blocks", place) }
    blocks.append(block)
    try visit(&self)
    blocks.removeLast()
  }

  private mutating func inside(
    _ inner: Scope, _ visit: (inout ContextCheck) throws(SyntaxProblem) -> Void
  ) throws(SyntaxProblem) {
    let (outerScope, outerBlocks) = (scope, blocks)
    scope = inner
    blocks = []
    try visit(&self)
    scope = outerScope
    blocks = outerBlocks
  }

  // MARK: Statements

  private mutating func visit(_ body: [Statement]) throws(SyntaxProblem) {
    for statement in body { try visit(statement) }
  }

  private mutating func visit(_ statement: Statement) throws(SyntaxProblem) {
    place = statement.span
    switch statement.kind {
    case .expression(let value, _): try visit(value)
    case .assign(let targets, let value):
      try visit(value)
      for target in targets { try visit(target: target) }
    case .augmentedAssign(let target, _, let value):
      try visit(target: target)
      try visit(value)
    case .annotatedAssign(let target, let annotation, let value):
      if let value { try visit(value) }
      try visit(target: target)
      try visit(annotation)
    case .ifStatement(let test, let body, let otherwise):
      try visit(test)
      try visit(body)
      try visit(otherwise)
    case .whileLoop(let test, let body, let otherwise):
      try inside(.loop) { check throws(SyntaxProblem) in
        try check.visit(test)
        try check.visit(body)
      }
      try visit(otherwise)
    case .forLoop(let target, let iterable, let body, let otherwise):
      try inside(.loop) { check throws(SyntaxProblem) in
        try check.visit(iterable)
        try check.visit(target: target)
        try check.visit(body)
      }
      try visit(otherwise)
    case .function(let definition): try visit(definition)
    case .classDefinition(let definition):
      for decorator in definition.decorators { try visit(decorator) }
      try inside(.classBody) { check throws(SyntaxProblem) in try check.visit(definition.body) }
      try visit(definition.bases)
    case .returnStatement(let value):
      guard scope == .function else { throw problem("'return' outside function", statement.span) }
      if let value { try visit(value) }
    case .raise(let error, let cause):
      if let error { try visit(error) }
      if let cause { try visit(cause) }
    case .tryStatement(let body, let handlers, let otherwise, let final):
      try visitTry(body, handlers, otherwise, final)
    case .with(let items, let body): try visitWith(items[...], body)
    case .assert(let test, let message):
      try visit(test)
      if let message { try visit(message) }
    case .delete(let targets): for target in targets { try visit(deleted: target) }
    case .breakLoop:
      guard blocks.contains(.loop) else { throw problem("'break' outside loop", statement.span) }
    case .continueLoop:
      guard blocks.contains(.loop) else { throw problem("'continue' not properly in loop", statement.span) }
    case .global, .nonlocal, .importModules, .importFrom, .pass: break
    }
  }

  private mutating func visit(_ definition: FunctionDefinition) throws(SyntaxProblem) {
    for decorator in definition.decorators { try visit(decorator) }
    try visit(definition.parameters)
    if let annotation = definition.returnAnnotation { try visit(annotation) }
    try inside(.function) { check throws(SyntaxProblem) in try check.visit(definition.body) }
  }

  private mutating func visit(_ parameters: Parameters) throws(SyntaxProblem) {
    for parameter in parameters.all {
      if parameter.name == "__debug__" { throw problem("cannot assign to __debug__", parameter.span) }
      if let value = parameter.defaultValue { try visit(value) }
      if let annotation = parameter.annotation { try visit(annotation) }
    }
  }

  private mutating func visitTry(
    _ body: [Statement], _ handlers: [ExceptHandler], _ otherwise: [Statement], _ final: [Statement]
  ) throws(SyntaxProblem) {
    if !final.isEmpty {
      try inside(.other) { check throws(SyntaxProblem) in
        if handlers.isEmpty {
          try check.visit(body)
        } else {
          try check.visitTry(body, handlers, otherwise, [])
        }
      }
      return try inside(.other) { check throws(SyntaxProblem) in try check.visit(final) }
    }
    try inside(.other) { check throws(SyntaxProblem) in try check.visit(body) }
    try visit(otherwise)
    for (index, handler) in handlers.enumerated() {
      if handler.type == nil, index < handlers.count - 1 {
        throw problem("default 'except:' must be last", handler.span)
      }
      try inside(.other) { check throws(SyntaxProblem) in
        if let type = handler.type { try check.visit(type) }
        try check.inside(.other) { check throws(SyntaxProblem) in try check.visit(handler.body) }
      }
    }
  }

  private mutating func visitWith(_ items: ArraySlice<WithItem>, _ body: [Statement]) throws(SyntaxProblem) {
    guard let item = items.first else { return try visit(body) }
    try visit(item.context)
    try inside(.other) { check throws(SyntaxProblem) in
      if let target = item.target { try check.visit(target: target) }
      try check.visitWith(items.dropFirst(), body)
    }
  }

  // MARK: Targets

  private mutating func visit(target: Expression) throws(SyntaxProblem) {
    switch target.kind {
    case .name("__debug__"): throw problem("cannot assign to __debug__", target.span)
    case .attribute(_, "__debug__", _): throw problem("cannot assign to __debug__", target.span)
    case .name: break
    case .starred: throw problem("starred assignment target must be in a list or tuple", target.span)
    case .tuple(let elements), .list(let elements):
      var hasStar = false
      for element in elements where element.isStarred {
        if hasStar { throw problem("multiple starred expressions in assignment", target.span) }
        hasStar = true
      }
      for element in elements {
        if case .starred(let value) = element.kind { try visit(target: value) } else { try visit(target: element) }
      }
    default: try visit(target)
    }
  }

  private mutating func visit(deleted target: Expression) throws(SyntaxProblem) {
    switch target.kind {
    case .name("__debug__"): throw problem("cannot delete __debug__", target.span)
    case .name: break
    case .tuple(let elements), .list(let elements): for element in elements { try visit(deleted: element) }
    default: try visit(target)
    }
  }

  // MARK: Expressions

  private mutating func visit(_ arguments: [Argument]) throws(SyntaxProblem) {
    var names: Set<String> = []
    for argument in arguments {
      guard case .keyword(let name) = argument.kind else { continue }
      if name == "__debug__" { throw problem("cannot assign to __debug__", argument.span) }
      guard names.insert(name).inserted else {
        throw problem("keyword argument repeated: \(name)", argument.span)
      }
    }
    for argument in arguments { try visit(argument.value) }
  }

  /// Elements that may be starred.
  private mutating func visit(elements: [Expression]) throws(SyntaxProblem) {
    for element in elements {
      if case .starred(let value) = element.kind { try visit(value) } else { try visit(element) }
    }
  }

  private mutating func visit(_ expression: Expression) throws(SyntaxProblem) {
    switch expression.kind {
    case .tuple(let elements), .list(let elements), .set(let elements): try visit(elements: elements)
    case .starred: throw problem("can't use starred expression here", expression.span)
    case .call(let function, let arguments):
      if Self.isAwait(expression) {
        let place = scope == .function ? "async function" : "function"
        throw problem("'await' outside \(place)", expression.span)
      }
      try visit(function)
      try visit(arguments)
    case .lambda(let parameters, let body):
      try visit(parameters)
      try inside(.function) { check throws(SyntaxProblem) in try check.visit(body) }
    case .yield, .yieldFrom:
      guard scope == .function else { throw problem("'yield' outside function", expression.span) }
      try visitChildren(of: expression)
    case .named("__debug__", _): throw problem("cannot assign to __debug__", expression.span)
    case .comprehension(let comprehension):
      for clause in comprehension.clauses {
        try visit(clause.iterable)
        try visit(target: clause.target)
        for condition in clause.conditions { try visit(condition) }
      }
      try visit(comprehension.element)
      if let value = comprehension.value { try visit(value) }
    default: try visitChildren(of: expression)
    }
  }

  private mutating func visitChildren(of expression: Expression) throws(SyntaxProblem) {
    try expression.forEachChild { child throws(SyntaxProblem) in try visit(child) }
  }
}
