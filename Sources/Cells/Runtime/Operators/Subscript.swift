/// What stands between brackets when it is a tuple or a slice: components in registers, three for a slice (start, stop,
/// step) and one for anything else. Only what needs them as objects makes objects of them.
struct Subscript {
  /// The registers of the components, one after the other.
  let operands: Operands
  let count: Int
  /// Bit `n` is set where component `n` is a slice.
  let slices: UInt8
  /// False for a single slice without a comma.
  let isTuple: Bool

  /// What `loadItems` and `storeItems` name, with the words behind them.
  @inline(__always)
  init(_ i: UnsafeMutablePointer<Instruction>, _ registers: UnsafeMutablePointer<Value>) {
    operands = Operands(registers: registers, place: (i + 1).operands)
    isTuple = i.pointee.c != 0
    count = isTuple ? Int(i.pointee.c) : 1
    slices = i.pointee.x
  }

  /// One key in a register.
  @inline(__always)
  init(key: UnsafeMutablePointer<Value>) {
    operands = Operands(registers: key, place: Operands.first)
    count = 1
    slices = 0
    isTuple = false
  }

  /// How many words the registers take.
  @inline(__always) var wordCount: Int { (count &+ 2 &* slices.nonzeroBitCount &+ 2) / 3 }

  @inline(__always) func isSlice(_ component: Int) -> Bool { slices & (1 << UInt8(component)) != 0 }

  var hasEllipsis: Bool {
    var operands = operands
    for component in 0..<count {
      let register = operands.next()
      if isSlice(component) {
        operands.skip(2)
      } else if case .ellipsis = register.pointee {
        return true
      }
    }
    return false
  }

  /// As one value: a slice, or a tuple of components.
  var value: Value {
    var operands = operands
    var components: [Value] = []
    components.reserveCapacity(count)
    for component in 0..<count {
      let register = operands.next()
      if isSlice(component) {
        let (stop, step) = (operands.next(), operands.next())
        components.append(
          .object(SliceObject(start: register.pointee, stop: stop.pointee, step: step.pointee)))
      } else {
        components.append(register.pointee)
      }
    }
    return isTuple ? Value(tuple: components) : components[0]
  }
}

/// Reads the registers that words behind an instruction name, three a word.
struct Operands {
  let registers: UnsafeMutablePointer<Value>
  /// The number of the next one.
  var place: UnsafePointer<Int16>

  /// For one register alone: its number is 0. Nobody writes there.
  nonisolated(unsafe) static let first: UnsafePointer<Int16> = {
    let place = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
    place.initialize(to: 0)
    return UnsafePointer(place)
  }()

  @inline(__always) mutating func next() -> UnsafeMutablePointer<Value> {
    let register = registers + Int(place.pointee)
    place += 1
    // Past the operation of the next word.
    if UInt(bitPattern: place) & 7 == 0 { place += 1 }
    return register
  }

  @inline(__always) mutating func skip(_ count: Int) {
    for _ in 0..<count { _ = next() }
  }
}

extension UnsafeMutablePointer<Instruction> {
  /// Where the numbers of registers begin in a word.
  @inline(__always) fileprivate var operands: UnsafePointer<Int16> {
    (UnsafeRawPointer(self) + 2).assumingMemoryBound(to: Int16.self)
  }
}

extension Interpreter {
  /// `value[a, b:c]`
  func items(_ value: Value, _ index: Subscript) throws -> Value {
    if case .object(let object) = value, object.kind == .array {
      return try arrayItems(unsafeDowncast(object, to: ArrayObject.self), index)
    }
    return try item(value, index.value)
  }

  /// `value[a, b:c] = newValue`
  func setItems(_ value: Value, _ index: Subscript, _ newValue: Value) throws {
    if case .object(let object) = value, object.kind == .array {
      return try setArrayItems(unsafeDowncast(object, to: ArrayObject.self), index, newValue)
    }
    try setItem(value, index.value, newValue)
  }
}
