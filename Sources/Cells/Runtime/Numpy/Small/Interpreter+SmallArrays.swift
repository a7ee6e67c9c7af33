import Arrays

extension ObjectAddress {
  /// An `ArrayObject`'s array, where it lies: behind the object's header and its kind. A test holds it to that.
  static let arrayOffset = 24

  /// - Precondition: the object is an array.
  @inline(__always) package var array: ArrayPointer {
    UnsafeRawPointer(pointer + ObjectAddress.arrayOffset).assumingMemoryBound(to: NDArray.self)
  }
}

extension UnsafeMutablePointer<Value> {
  /// The array in a register.
  @inline(__always) var rawArray: ArrayPointer? {
    guard tag == ValueLayout.object else { return nil }
    let object = rawObject
    return object.kind == .array ? object.array : nil
  }

  /// The number of a float, Python's or NumPy's, or of an integer that is one.
  @inline(__always) var rawNumber: Double? {
    switch tag {
    case ValueLayout.float, ValueLayout.npFloat64: rawDouble
    case ValueLayout.int: rawInt.magnitude <= 1 << 53 ? Double(rawInt) : nil
    default: nil
    }
  }

  /// An operand of a small operation with an array beside it. An integer counts as a float beside floats only.
  @inline(__always) fileprivate func operand(beside other: ArrayPointer?) -> SmallOperand? {
    if let array = rawArray { return .array(array) }
    guard let number = rawNumber, tag != ValueLayout.int || other?.dtype == .float64 else { return nil }
    return .number(number)
  }
}

/// Operators and functions on small arrays: the everyday cases of `arrayBinary`, `arrayInPlace` and `compareArrays`, on
/// the registers. Each says whether it did anything; where it did not, the general one runs.
extension Interpreter {
  func smallBinary(
    _ function: BinaryFunction, _ a: UnsafeMutablePointer<Value>, _ b: UnsafeMutablePointer<Value>,
    _ c: UnsafeMutablePointer<Value>
  ) -> Bool {
    let (left, right) = (b.rawArray, c.rawArray)
    guard left != nil || right != nil, let x = b.operand(beside: right), let y = c.operand(beside: left) else {
      return false
    }
    var result: ArrayObject?
    let isDone = NDArray.small(function, x, y) { dtype, shape in
      result = ArrayObject(dtype, shapeOf: shape)
      return result.map { ObjectAddress($0).array }
    }
    guard isDone, let result else { return false }
    charge(((left ?? right)?.count ?? 0) >> 3)
    a.storeOwned(result)
    return true
  }

  func smallInPlace(
    _ function: BinaryFunction, _ a: UnsafeMutablePointer<Value>, _ b: UnsafeMutablePointer<Value>,
    _ c: UnsafeMutablePointer<Value>
  ) -> Bool {
    guard let target = b.rawArray, let operand = c.operand(beside: target),
      let raised = NDArray.smallInPlace(function, target, operand)
    else { return false }
    charge(target.count >> 3)
    if !raised.isEmpty, let sink = warnRuntime { raised.report(function.name, to: sink) }
    a.assign(from: b)
    return true
  }

  /// `np.sum(x)` and the like.
  static func smallReduction(_ reduce: @escaping @Sendable (ArrayPointer) -> Double?) -> NativeFunction.Quick {
    { interpreter, base, count, result in
      guard count == 1, let array = base.rawArray, let value = reduce(array) else { return false }
      interpreter.charge(array.count >> 3)
      result.storeDouble(value, tag: ValueLayout.npFloat64)
      return true
    }
  }

  /// `np.zeros((a, b))` and `np.ones((a, b))`
  static func smallFilled(_ value: Double) -> NativeFunction.Quick {
    { interpreter, base, count, result in
      guard count == 1, base.tag == ValueLayout.object, base.rawObject.kind == .tuple,
        let array = try base.rawObject.borrow(as: TupleObject.self, { try $0.float64(filled: value) })
      else { return false }
      interpreter.charge(array.count >> 3)
      result.storeOwned(ArrayObject(array))
      return true
    }
  }
}

extension TupleObject {
  /// A small array of this shape; `nil` where the elements are no lengths.
  fileprivate func float64(filled value: Double) throws -> NDArray? {
    guard elements.count <= 4 else { return nil }
    var shape = Dims()
    var count = 1
    for element in elements {
      guard case .int(let length) = element, (0...1024).contains(length) else { return nil }
      shape.append(length)
      count *= length
    }
    guard count <= 1024 else { return nil }
    let array = try NDArray(.float64, shape: shape, zeroed: false)
    array.pointer(Double.self).update(repeating: value, count: count)
    return array
  }
}
