import BigInt

/// Compiles syntax trees to instructions. One `Compiler` for each function, class body or cell; inner ones know the
/// one around them, to find the variables they share.
///
/// Registers: parameters and variables first, then a stack of temporaries that grows and shrinks with the nesting of
/// expressions. An expression that is compiled "into" a register writes it with its very last instruction, so that
/// `x = f(x)` may compute straight into `x` and leaves `x` alone when `f` raises.
final class Compiler {
  enum Kind { case module, function, classBody }

  /// Where a name lives.
  enum Variable {
    case register(Int)
    /// In a cell that lies in this register.
    case cell(Int)
    case global
  }

  let kind: Kind
  let source: Source
  let namespace: Namespace
  let outer: Compiler?
  let scope: ScopeNames
  let name: String
  let qualifiedName: String

  var variables: [String: Variable] = [:]
  /// Variables of the comprehensions around the present expression, innermost last.
  var comprehensionVariables: [[String: Variable]] = []
  /// Registers that hold a value for certain at this point.
  var assigned: Set<Int> = []
  /// Variables that some `del` empties: nothing is certain about them.
  var deleted: Set<String> = []
  var variableNames: [String] = []
  var capturedCells: [(outer: Int, own: Int)] = []

  var instructions: [Instruction] = []
  var spans: [Span] = []
  var span = Span(0, 0)
  var handlers: [CodeObject.Handler] = []
  var blocks: [Block] = []
  var functions: [CodeObject] = []
  var magics: [Magic] = []
  var constants: [Value] = []
  private var constantIndex: [ConstantKey: Int] = [:]
  private var names: [String] = []
  private var nameIndex: [String: Int] = [:]
  private var cacheCount = 0

  /// The next free temporary, and how far the temporaries ever reached.
  var top = 0
  private var registerCount = 0

  private enum ConstantKey: Hashable {
    case bool(Bool), int(String), float(UInt64), string(String), bytes([UInt8]), names([String]), other(Int)
  }

  init(
    _ kind: Kind, name: String, source: Source, namespace: Namespace, outer: Compiler?, scope: ScopeNames,
    parameters: [String]
  ) throws {
    self.kind = kind
    self.name = name
    self.source = source
    self.namespace = namespace
    self.outer = outer
    self.scope = scope
    if let outer, outer.kind != .module {
      qualifiedName = outer.qualifiedName + (outer.kind == .function ? ".<locals>." : ".") + name
    } else {
      qualifiedName = name
    }
    declareVariables(parameters)
  }

  /// Compiles a cell or file. Running the code gives the value of the last expression, or `.undefined`.
  static func compile(
    _ module: Module, namespace: Namespace, showsValue: Bool
  ) throws -> CodeObject {
    let compiler = try Compiler(
      .module, name: "<module>", source: module.source, namespace: namespace, outer: nil,
      scope: ScopeNames.module(module.body), parameters: [])
    var body = module.body[...]
    var value: Expression?
    if showsValue, let last = body.last, case .expression(let expression, endsWithSemicolon: false) = last.kind {
      value = expression
      body = body.dropLast()
    }
    try compiler.statements(Array(body))
    if let value {
      let result = try compiler.expression(value)
      compiler.emit(Instruction(.returnValue, result))
    } else {
      compiler.emit(Instruction(.returnValue, try compiler.constant(.undefined)))
    }
    return try compiler.finish(docstring: module.docstring, parameters: CodeObject.ParameterList(), isGenerator: false)
  }

  private func declareVariables(_ parameters: [String]) {
    guard kind != .module else { return }
    for name in scope.bound {
      let register = top
      top += 1
      variableNames.append(name)
      let isShared = kind == .function && scope.captured.contains(name)
      variables[name] = isShared ? .cell(register) : .register(register)
      if parameters.contains(name) { assigned.insert(register) }
    }
    if kind == .classBody {
      variables["__class__"] = .cell(top)
      variableNames.append("__class__")
      top += 1
    }
    for name in scope.free.sorted() {
      guard let outerRegister = outer?.sharedCell(name) else { continue }
      capturedCells.append((outer: outerRegister, own: top))
      variables[name] = .cell(top)
      variableNames.append(name)
      top += 1
    }
    registerCount = top
  }

  /// The register of this compiler's frame that holds the cell of a name that an inner function reads.
  private func sharedCell(_ name: String) -> Int? {
    for scope in comprehensionVariables.reversed() {
      if case .cell(let register)? = scope[name] { return register }
    }
    if kind == .classBody, name != "__class__" {
      // A class lends nothing of its own, but passes on what it took itself.
      if case .cell(let register)? = variables[name], !scope.boundSet.contains(name) { return register }
      return nil
    }
    if case .cell(let register)? = variables[name] { return register }
    return nil
  }

  func variable(_ name: String) -> Variable {
    for scope in comprehensionVariables.reversed() {
      if let variable = scope[name] { return variable }
    }
    if name == "__class__", kind == .classBody { return .global }
    return variables[name] ?? .global
  }

  var variableCount: Int { variableNames.count }

  // MARK: - Emission

  @discardableResult
  func emit(_ instruction: Instruction) -> Int {
    instructions.append(instruction)
    spans.append(span)
    return instructions.count - 1
  }

  var position: Int { instructions.count }

  /// A fresh temporary.
  func temporary(_ count: Int = 1) throws -> Int {
    let register = top
    top += count
    registerCount = max(registerCount, top)
    if top > Int(Int16.max) { throw tooLarge() }
    return register
  }

  func tooLarge() -> SyntaxProblem {
    SyntaxProblem(message: "this code is too large for one cell or function: split it", span: span)
  }

  /// Makes the jump at `position` go to the next instruction.
  func patch(_ position: Int, to target: Int? = nil) { instructions[position].wide = target ?? instructions.count }

  func patch(_ positions: [Int], to target: Int? = nil) { positions.forEach { patch($0, to: target) } }

  func nameIndex(_ name: String) -> Int {
    if let index = nameIndex[name] { return index }
    nameIndex[name] = names.count
    names.append(name)
    return names.count - 1
  }

  func newCache() -> Int {
    cacheCount += 1
    return cacheCount - 1
  }

  // MARK: - Constants

  /// The (negative) register of a constant.
  func constant(_ value: Value) throws -> Int {
    switch value {
    case .bool(let flag): return try constant(.bool(flag), value)
    case .int(let number): return try constant(.int(String(number)), value)
    case .float(let number): return try constant(.float(number.bitPattern), value)
    case .none: return try constant(.other(0), value)
    case .ellipsis: return try constant(.other(1), value)
    case .undefined: return try constant(.other(2), value)
    default:
      if let text = value.asString?.value {
        return try constant(.string(text), .object(StringObject(text, isInterned: Compiler.looksLikeName(text))))
      }
      if let bytes = value.asBytes { return try constant(.bytes(bytes.value), value) }
      return try constant(.other(10 + constants.count), value)
    }
  }

  /// ASCII letters, digits and underscores only.
  private static func looksLikeName(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
      default: false
      }
    }
  }

  func constant(names: [String]) throws -> Int {
    try constant(.names(names), Value(tuple: names.map { Value($0) }))
  }

  func constant(integer digits: String) throws -> Int {
    try constant(.int(digits), Int(digits).map { .int($0) } ?? BigInt(digits).map { Value($0) } ?? .int(0))
  }

  private func constant(_ key: ConstantKey, _ value: Value) throws -> Int {
    if let index = constantIndex[key] { return index }
    constants.append(value)
    if constants.count > Int(Int16.max) { throw tooLarge() }
    constantIndex[key] = -constants.count
    return -constants.count
  }

  func finish(
    docstring: String?, parameters: CodeObject.ParameterList, isGenerator: Bool
  ) throws -> CodeObject {
    CodeObject(
      name: name, qualifiedName: qualifiedName, source: source, docstring: docstring, parameters: parameters,
      isGenerator: isGenerator, instructions: instructions, spans: spans, constants: constants, names: names,
      functions: functions, magics: magics, handlers: handlers, registerCount: registerCount,
      variableNames: variableNames, capturedCells: capturedCells, cacheCount: cacheCount)
  }
}
