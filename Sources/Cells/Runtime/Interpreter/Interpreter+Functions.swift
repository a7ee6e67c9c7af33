extension Interpreter {
  /// Calls a function of the cell language with the positional arguments at `base`.
  func call(
    _ function: FunctionObject, _ base: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: [(String, Value)] = []
  ) throws -> Value {
    let code = function.code
    if code.isGenerator {
      let memory = UnsafeMutablePointer<Value>.allocate(capacity: code.frameSize)
      let registers = prepare(memory, code, function.closure)
      // The object owns the memory from here on, also when an argument turns out wrong.
      let generator = GeneratorObject(function, memory: memory)
      try bind(function, registers, base, count, keywords)
      return .object(generator)
    }
    guard depth < limits.recursion, StackBounds.currentAddress > lowestAddress else {
      throw Raised(Exceptions.recursionError, "maximum recursion depth exceeded")
    }
    let memory = try stack.push(code.frameSize)
    let registers = prepare(memory, code, function.closure)
    depth += 1
    defer {
      depth -= 1
      code.layout.pointee.releaseRegisters(registers)
      stack.pop(code.frameSize)
    }
    try bind(function, registers, base, count, keywords)
    return try run(code, function.module, registers)
  }

  /// Fills a frame with the constants, empty registers and the cells taken from outside. Gives register 0.
  func prepare(
    _ memory: UnsafeMutablePointer<Value>, _ code: CodeObject, _ closure: [CellObject]
  ) -> UnsafeMutablePointer<Value> {
    let registers = code.layout.pointee.makeFrame(in: memory)
    if !closure.isEmpty {
      for (index, captured) in code.capturedCells.enumerated() { registers[captured.own] = .object(closure[index]) }
    }
    return registers
  }

  /// Moves arguments to the registers of their parameters.
  private func bind(
    _ function: FunctionObject, _ registers: UnsafeMutablePointer<Value>, _ base: UnsafeMutablePointer<Value>,
    _ count: Int, _ keywords: [(String, Value)]
  ) throws {
    if count == function.code.simpleParameterCount, keywords.isEmpty {
      for index in 0..<count { registers[index] = base[index] }
      return
    }
    let binding = Binding(function: function, registers: registers)
    try binding.bind(UnsafeBufferPointer(start: base, count: count), keywords)
  }

  /// Runs a compiled cell, file or module body in a namespace.
  package func execute(_ code: CodeObject, in module: ModuleObject) throws -> Value {
    let memory = try stack.push(code.frameSize)
    let registers = prepare(memory, code, [])
    depth += 1
    defer {
      depth -= 1
      code.layout.pointee.releaseRegisters(registers)
      stack.pop(code.frameSize)
    }
    return try run(code, module, registers)
  }

  /// Goes on with a generator until its next value; `nil` when it returns.
  func resume(_ generator: GeneratorObject, sending value: Value, throwing raised: Raised? = nil) throws -> Value? {
    switch generator.state {
    case .running: throw Raised.valueError("generator already executing")
    case .finished:
      if let raised { throw raised }
      return nil
    case .created:
      if let raised {
        generator.state = .finished
        throw raised
      }
      if !value.isNone { throw Raised.typeError("can't send non-None value to a just-started generator") }
    case .suspended: break
    }
    guard depth < limits.recursion, StackBounds.currentAddress > lowestAddress else {
      throw Raised(Exceptions.recursionError, "maximum recursion depth exceeded")
    }
    let code = generator.function.code
    let registers = generator.memory + code.constantCount
    if generator.state == .suspended {
      registers[Int(code.instructions[generator.position - 1].a)] = value
    }
    let handled = handledException
    generator.state = .running
    depth += 1
    defer {
      depth -= 1
      handledException = handled
    }
    do {
      let result = try run(
        code, generator.function.module, registers, from: generator.position, generator: generator,
        throwing: raised)
      if generator.state == .suspended { return result }
      generator.state = .finished
      generator.result = result
      return nil
    } catch let error {
      generator.state = .finished
      let raised = self.raised(error)
      if raised.exception.cls.isSubclass(of: Exceptions.stopIteration) {
        let outer = Raised.runtimeError("generator raised StopIteration")
        outer.exception.cause = raised.exception
        throw outer
      }
      throw raised
    }
  }

  /// `generator.throw(exception)`
  func throwInto(_ generator: GeneratorObject, _ exception: ExceptionObject) throws -> Value? {
    try resume(generator, sending: .none, throwing: Raised(exception))
  }

  /// `generator.close()`
  func close(_ generator: GeneratorObject) throws {
    if generator.state == .created { generator.state = .finished }
    if generator.state == .finished { return }
    do {
      if try throwInto(generator, ExceptionObject(Exceptions.generatorExit, [])) != nil {
        throw Raised.runtimeError("generator ignored GeneratorExit")
      }
    } catch let raised as Raised
      where raised.exception.cls === Exceptions.generatorExit
      || raised.exception.cls.isSubclass(of: Exceptions.stopIteration)
    {}
  }
}
