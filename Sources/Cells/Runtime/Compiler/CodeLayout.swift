/// What calling and running a function takes, in plain memory that its `CodeObject` owns.
struct CodeLayout {
  let instructions: UnsafeMutablePointer<Instruction>
  let instructionCount: Int
  private let template: UnsafeMutablePointer<Value>
  /// How many constants there are: register 0 lies behind them.
  let constantCount: Int
  /// Registers from 0 up.
  private let registerCount: Int
  /// Constants and registers together.
  let frameSize: Int
  /// Where a call with so many positional arguments needs nothing but a frame, how many; else -1.
  let directParameterCount: Int
  let takesCells: Bool
  let caches: UnsafeMutablePointer<AttributeCache>
  unowned(unsafe) let code: CodeObject

  init(_ code: CodeObject, _ template: UnsafeMutablePointer<Value>) {
    instructions = UnsafeMutablePointer(mutating: CodeLayout.start(of: code.instructions))
    instructionCount = code.instructions.count
    self.template = template
    constantCount = code.constantCount
    registerCount = code.registerCount
    frameSize = code.frameSize
    directParameterCount = code.isGenerator ? -1 : code.simpleParameterCount
    takesCells = !code.capturedCells.isEmpty
    caches = CodeLayout.start(of: code.caches)
    self.code = code
  }

  /// Memory of no elements has an address too, which nobody reads.
  private static func start<T>(of buffer: UnsafeMutableBufferPointer<T>) -> UnsafeMutablePointer<T> {
    buffer.baseAddress
      ?? UnsafeMutableRawPointer(bitPattern: MemoryLayout<T>.alignment).unsafelyUnwrapped
      .assumingMemoryBound(to: T.self)
  }

  /// Makes a fresh frame in memory that holds nothing. Gives register 0.
  ///
  /// The bytes are copied at once: constants stay the template's own, and nothing ever writes over them.
  @inline(__always)
  func makeFrame(in memory: UnsafeMutablePointer<Value>) -> UnsafeMutablePointer<Value> {
    let (target, source) = (UnsafeMutableRawPointer(memory), UnsafeRawPointer(template))
    var offset = 0
    let end = frameSize &* MemoryLayout<Value>.stride
    while offset < end {
      let word = source.load(fromByteOffset: offset, as: SIMD2<UInt64>.self)
      target.storeBytes(of: word, toByteOffset: offset, as: SIMD2<UInt64>.self)
      offset &+= MemoryLayout<Value>.stride
    }
    return memory + constantCount
  }

  /// Releases what a frame's registers hold.
  @inline(__always)
  func releaseRegisters(_ registers: UnsafeMutablePointer<Value>) {
    var register = registers
    let end = registers + registerCount
    while register < end {
      if register.tag == ValueLayout.object { register.rawObject.release() }
      register += 1
    }
  }
}
