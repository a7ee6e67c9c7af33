/// Where a running function stands. The loop keeps that of the innermost one in local variables; those of its callers
/// lie on the register stack, each in front of the registers of the function that was called.
struct Frame {
  /// The next instruction.
  var next: UnsafeMutablePointer<Instruction>
  var registers: UnsafeMutablePointer<Value>
  var layout: UnsafeMutablePointer<CodeLayout>
  var module: Unmanaged<ModuleObject>
  /// The register for the result of the call that is going on.
  var result: UnsafeMutablePointer<Value>
  /// The function that was called, where nothing else keeps it alive; 0 where a register does.
  var function = 0

  /// Values that a caller's frame takes on the register stack.
  static let size = (MemoryLayout<Frame>.stride + MemoryLayout<Value>.stride - 1) / MemoryLayout<Value>.stride

  /// The index of the instruction that runs.
  var position: Int { max(next - layout.pointee.instructions - 1, 0) }
}

extension UnsafeMutablePointer<Instruction> {
  /// The wide operand.
  @inline(__always) var wide: Int { Int(UnsafeRawPointer(self).load(fromByteOffset: 4, as: Int32.self)) }
}

extension Interpreter {
  /// Makes the frame of a function that is called with the arguments at `base`, which move there, and keeps the
  /// caller's in front of it. Gives its register 0, or `nil` where the recursion is too deep.
  @inline(__always)
  func enter(
    _ layout: UnsafeMutablePointer<CodeLayout>, _ function: ObjectAddress, _ base: UnsafeMutablePointer<Value>,
    _ count: Int, from caller: Frame
  ) throws -> UnsafeMutablePointer<Value>? {
    let size = layout.pointee.frameSize &+ Frame.size
    guard depth < limits.recursion, let memory = stack.pushIfPossible(size) else { return nil }
    depth &+= 1
    UnsafeMutableRawPointer(memory).assumingMemoryBound(to: Frame.self).initialize(to: caller)
    let registers = layout.pointee.makeFrame(in: memory + Frame.size)
    var index = 0
    while index < count {
      (registers + index).initialize(moving: base + index)
      index &+= 1
    }
    if layout.pointee.takesCells { putCells(of: function, registers) }
    currentCode = layout.pointee.code
    return registers
  }

  /// Gives up the frame of a function that was called. Gives its caller's.
  @inline(__always)
  func leave(
    _ registers: UnsafeMutablePointer<Value>, _ layout: UnsafeMutablePointer<CodeLayout>
  ) -> Frame {
    layout.pointee.releaseRegisters(registers)
    let memory = registers - (layout.pointee.constantCount &+ Frame.size)
    let caller = UnsafeMutableRawPointer(memory).assumingMemoryBound(to: Frame.self).pointee
    stack.pop(layout.pointee.frameSize &+ Frame.size)
    depth &-= 1
    currentCode = caller.layout.pointee.code
    if caller.function != 0 { ObjectAddress(caller.function).release() }
    return caller
  }

  @inline(never)
  private func putCells(of function: ObjectAddress, _ registers: UnsafeMutablePointer<Value>) {
    function.borrow(as: FunctionObject.self) { function in
      for (index, captured) in function.code.capturedCells.enumerated() {
        registers[captured.own] = .object(function.closure[index])
      }
    }
  }
}
