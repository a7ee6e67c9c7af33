extension Interpreter {
  /// A function object of the code with the default values and cells that lie in the registers.
  func makeFunction(
    _ code: CodeObject, _ module: ModuleObject, _ registers: UnsafeMutablePointer<Value>, _ extra: Instruction
  ) -> Value {
    let defaults = UnsafeBufferPointer(start: registers + Int(extra.a), count: Int(extra.b))
    let keywordDefaults = UnsafeBufferPointer(
      start: registers + Int(extra.c), count: code.parameters.keywordOnlyCount)
    return .object(
      FunctionObject(
        code: code, module: module, defaults: Array(defaults), keywordDefaults: Array(keywordDefaults),
        closure: closure(of: code, registers)))
  }

  private func closure(of code: CodeObject, _ registers: UnsafeMutablePointer<Value>) -> [CellObject] {
    code.capturedCells.map { registers[$0.outer].asCell ?? CellObject() }
  }

  /// Runs a class body and makes the class of the names it leaves.
  func makeClass(
    _ body: CodeObject, _ module: ModuleObject, _ outer: UnsafeMutablePointer<Value>, name: Value, bases: Value
  ) throws -> Value {
    let memory = try stack.push(body.frameSize)
    let registers = prepare(memory, body, closure(of: body, outer))
    depth += 1
    defer {
      depth -= 1
      body.layout.pointee.releaseRegisters(registers)
      stack.pop(body.frameSize)
    }
    _ = try run(body, module, registers)
    var attributes: [(String, Value)] = [("__module__", Value(module.name))]
    attributes.append(("__doc__", body.docstring.map { Value($0) } ?? .none))
    attributes.append(("__qualname__", Value(body.qualifiedName)))
    for (register, name) in body.variableNames.enumerated() where name != "__class__" {
      let isCaptured = body.capturedCells.contains { $0.own == register }
      if !isCaptured, !registers[register].isUndefined { attributes.append((name, registers[register])) }
    }
    let cls = try TypeObject(
      userDefined: name.asString?.value ?? "", module: module.name, bases: try baseClasses(bases),
      attributes: attributes)
    if let place = body.variableNames.firstIndex(of: "__class__") {
      registers[place].asCell?.value = .object(cls)
    }
    try announce(cls)
    return .object(cls)
  }

  /// Tells a new class's descriptors their names, and the class it inherits from that it is there.
  private func announce(_ cls: TypeObject) throws {
    for name in cls.attributeOrder {
      guard let value = cls.attributes[name], let method = userMethod(value, "__set_name__") else { continue }
      _ = try call(method, [value, .object(cls), Value(name)])
    }
    let inherited = cls.resolutionOrder.dropFirst().lazy.filter(\.isUserDefined).compactMap {
      $0.attributes["__init_subclass__"]
    }
    guard let hook = inherited.first else { return }
    _ = try call((hook.object as? MethodWrapper)?.function ?? hook, [.object(cls)])
  }

  func baseClasses(_ bases: Value) throws -> [TypeObject] {
    try (bases.asTuple?.elements ?? []).map { base in
      guard let cls = base.asType else { throw Raised.typeError("bases must be types") }
      guard
        cls.isUserDefined || cls === Types.object || cls === AbstractClassModule.base
          || cls.isSubclass(of: Exceptions.baseException)
      else {
        throw Raised.unsupported(
          "a class that inherits from \(cls.qualifiedName) is not supported: keep the \(cls.name) in an attribute "
            + "instead")
      }
      return cls
    }
  }

  /// `import a.b`: the module `a`, or `a.b` itself where `innermost`.
  func importModule(_ name: String, innermost: Bool) throws -> Value {
    guard !name.hasPrefix(".") else {
      throw Raised(Exceptions.importError, "attempted relative import with no known parent package")
    }
    let parts = name.split(separator: ".").map(String.init)
    var module: ModuleObject?
    var path = ""
    for part in parts {
      path = path.isEmpty ? part : "\(path).\(part)"
      if let outer = module {
        guard let inner = outer.namespace[part]?.asModule else { throw missingModule(path, outer.name) }
        module = inner
      } else {
        module = try topModule(part)
      }
    }
    guard let innermostModule = module, let top = parts.first else { throw missingModule(name, nil) }
    return innermost ? .object(innermostModule) : .object(try topModule(top))
  }

  private func missingModule(_ name: String, _ outer: String?) -> Raised {
    let hint = outer.map { "; '\($0)' is not a package" } ?? ""
    let isPackage = outer.map { BuiltinModules.packages.contains($0) } ?? true
    let error = Raised(Exceptions.moduleNotFoundError, "No module named '\(name)'" + (isPackage ? "" : hint))
    // Python itself has no suggestion here.
    if suggestsNames { error.exception.misspelling = Misspelling(name: name) { BuiltinModules.names } }
    return error
  }

  private func topModule(_ name: String) throws -> ModuleObject {
    if let module = modules[name] { return module }
    if let module = BuiltinModules.make(name, self) {
      modules[name] = module
      return module
    }
    guard let source = host.moduleSource(name) else {
      // `layers`, which a file of that name beside the notebook hides.
      if let module = builtins[name]?.asModule { return module }
      throw missingModule(name, nil)
    }
    let module = ModuleObject(name)
    module.namespace["__name__"] = Value(name)
    modules[name] = module
    do {
      let code = try compile(source, mode: .file, in: module.namespace, showsValue: false)
      _ = try execute(code, in: module)
    } catch {
      modules[name] = nil
      throw error
    }
    return module
  }

  func importName(_ name: String, from module: Value) throws -> Value {
    guard let module = module.asModule else { throw Raised(Exceptions.importError, "cannot import name '\(name)'") }
    guard let value = try findAttribute(.object(module), name) else {
      throw Raised(
        Exceptions.importError, "cannot import name '\(name)' from '\(module.name)' (unknown location)")
    }
    return value
  }

  /// `from module import *`: the names of `__all__`, or all that do not start with an underscore.
  func importAll(from module: Value, into globals: Namespace) {
    guard let module = module.asModule else { return }
    let all = module.namespace["__all__"]?.elements?.compactMap { $0.asString?.value }
    for name in all ?? module.namespace.definedNames.filter({ !$0.hasPrefix("_") }) {
      globals[name] = module.namespace[name]
    }
  }

  /// Source text to code.
  /// - Throws: `SyntaxError` and its kin, with the place in the exception's attributes.
  package func compile(
    _ source: Source, mode: Parser.Mode, in namespace: Namespace, showsValue: Bool
  ) throws -> CodeObject {
    do {
      return try Compiler.compile(
        try Parser.parse(source, mode: mode), namespace: namespace, showsValue: showsValue)
    } catch let problem as SyntaxProblem {
      throw Raised(syntaxError: problem, in: source, vintage)
    }
  }
}
