/// A call of a function with `yield`, stopped between two values. It keeps its registers in memory of its own.
package final class GeneratorObject: Object, @unchecked Sendable {
  enum State { case created, suspended, running, finished }

  let function: FunctionObject
  let memory: UnsafeMutablePointer<Value>
  var state = State.created
  /// Where to go on.
  var position = 0
  /// What `return` gave: the value of `yield from`.
  var result: Value = .none

  init(_ function: FunctionObject, memory: UnsafeMutablePointer<Value>) {
    self.function = function
    self.memory = memory
    super.init(.generator)
  }

  deinit {
    if DeepRelease.isNeeded {
      DeepRelease.keep(Remains(function, memory))
    } else {
      GeneratorObject.release(function, memory)
    }
  }

  private static func release(_ function: FunctionObject, _ memory: UnsafeMutablePointer<Value>) {
    function.code.layout.pointee.releaseRegisters(memory + function.code.constantCount)
    memory.deallocate()
  }

  /// The registers of a generator that is no more.
  private final class Remains {
    private let function: FunctionObject
    private let memory: UnsafeMutablePointer<Value>

    init(_ function: FunctionObject, _ memory: UnsafeMutablePointer<Value>) {
      self.function = function
      self.memory = memory
    }

    deinit { GeneratorObject.release(function, memory) }
  }

  package override var type: TypeObject { Types.generator }
}
