extension Interpreter {
  /// Runs code on a frame until it returns, yields or raises. Functions of the cell language that it calls run in the
  /// same loop, on frames of their own.
  func run(
    _ code: CodeObject, _ module: ModuleObject, _ registers: UnsafeMutablePointer<Value>, from start: Int = 0,
    generator: GeneratorObject? = nil, throwing: Raised? = nil
  ) throws -> Value {
    // Code that jumps nowhere back runs each instruction once at most, a generator's also over all its rounds.
    if start == 0 { try spend(code.instructions.count) }
    let (outerCode, outerInstruction) = (currentCode, nextInstruction)
    currentCode = code
    defer { (currentCode, nextInstruction) = (outerCode, outerInstruction) }
    var frame = Frame(
      next: code.layout.pointee.instructions + start, registers: registers, layout: code.layout,
      module: .passUnretained(module), result: registers)
    var pending = throwing
    while true {
      if let raised = pending {
        pending = nil
        try handle(raised, &frame, entry: registers)
      }
      do {
        return try execute(&frame, entry: registers, generator)
      } catch {
        pending = self.raised(error)
      }
    }
  }

  /// Finds the innermost handler of an exception and leaves the frames on the way there.
  /// - Throws: the exception, where no function down to the one of `entry` handles it.
  private func handle(_ raised: Raised, _ frame: inout Frame, entry: UnsafeMutablePointer<Value>) throws {
    while true {
      let code = frame.layout.pointee.code
      let position = frame.position
      currentCode = code
      note(raised.exception, code, position)
      if reachedLimit == nil,
        let handler = code.handlers.first(where: { $0.start <= position && position < $0.end })
      {
        frame.registers[handler.register] = .object(raised.exception)
        frame.next = frame.layout.pointee.instructions + handler.target
        return
      }
      if frame.registers == entry { throw raised }
      frame = leave(frame.registers, frame.layout)
    }
  }

  /// Adds a place to an exception's traceback, unless it is only raised again there.
  private func note(_ exception: ExceptionObject, _ code: CodeObject, _ position: Int) {
    let instruction = code.instructions[position]
    let isRaisedAgain =
      instruction.operation == .reraise || (instruction.operation == .raise && instruction.x == 0)
    if isRaisedAgain, exception.traceback.last?.code === code { return }
    if exception.traceback.isEmpty, exception.context == nil, let handled = handledException, handled !== exception {
      exception.context = handled
    }
    // A runaway recursion passes through a thousand frames: more would only fill memory.
    if exception.traceback.count < 5000 {
      exception.traceback.append(.init(code: code, span: code.span(at: position)))
    }
  }

  /// One step of a loop in a built-in that a cell can keep going. It does more than one instruction does.
  @inline(__always)
  func tickOnce() throws { try spend(8) }

  /// So many instructions' time.
  @inline(__always)
  func spend(_ count: Int) throws {
    ticksLeft &-= count
    if ticksLeft < 0 { try poll() }
  }
}
