import Arrays
import BigInt

extension Interpreter {
  /// What Python takes where it wants an integer: also NumPy's integers and objects with `__index__`.
  /// - Throws: `TypeError` "'float' object cannot be interpreted as an integer"; `OverflowError` beyond 64 bits.
  package func index(_ value: Value) throws -> Int {
    guard case .int(let result) = try integer(value) else {
      throw Raised.overflow("Python int too large to convert to C ssize_t")
    }
    return result
  }

  /// The same as `index`, of any size: `.int` or a `BigIntObject`.
  package func integer(_ value: Value) throws -> Value {
    switch value {
    case .int: return value
    case .bool(let flag): return .int(flag ? 1 : 0)
    case .npInt64(let x): return .int(x)
    case .npUInt8(let x): return .int(Int(x))
    case .npBool(let flag):
      if vintage.numpy >= 19 {
        warn(
          Exceptions.deprecationWarning,
          "In future, it will be an error for 'np.bool_' scalars to be interpreted as an index")
      }
      return .int(flag ? 1 : 0)
    case .object(let object):
      if object.kind == .bigInt { return value }
      if let array = value.asArray?.array {
        guard array.rank == 0, array.dtype.isInteger else {
          throw Raised.typeError("only integer scalar arrays can be converted to a scalar index")
        }
        return try integer(Value(array.scalar()))
      }
      if let method = userMethod(value, "__index__") {
        let result = try call(method, [value])
        if let integer = pythonInteger(result) { return integer }
        throw Raised.typeError("__index__ returned non-int (type \(typeName(result)))")
      }
    default: break
    }
    throw Raised.typeError("'\(typeName(value))' object cannot be interpreted as an integer")
  }

  /// A real number as a float.
  /// - Throws: `TypeError` "must be real number, not str"; `OverflowError` for an integer that is too large.
  package func double(_ value: Value) throws -> Double {
    if let result = try findDouble(value) { return result }
    throw Raised.typeError("must be real number, not \(typeName(value))")
  }

  /// A real number as a float; `nil` for what is no number.
  func findDouble(_ value: Value) throws -> Double? {
    switch value {
    case .float(let x), .npFloat64(let x): return x
    case .int(let x), .npInt64(let x): return Double(x)
    case .bool(let flag), .npBool(let flag): return flag ? 1 : 0
    case .npUInt8(let x): return Double(x)
    case .npFloat32(let x): return Double(x)
    case .object(let object):
      if let big = value.asBigInt?.value { return try Interpreter.double(big) }
      if object.kind == .array { return try findDouble(onlyElement(of: value)) }
      if let method = userMethod(value, "__float__") {
        let result = try call(method, [value])
        if case .float(let x) = result { return x }
        if case .npFloat64(let x) = result { return x }
        throw Raised.typeError("\(typeName(value)).__float__ returned non-float (type \(typeName(result)))")
      }
      return userMethod(value, "__index__") == nil ? nil : try findDouble(integer(value))
    default: return nil
    }
  }

  /// Python's `int(value)` for everything but text: `.int` or a `BigIntObject`.
  /// - Throws: `TypeError` for what is no number, `ValueError` for NaN, `OverflowError` for infinities.
  func truncated(_ value: Value) throws -> Value {
    switch value {
    case .float(let x), .npFloat64(let x): return try Interpreter.truncated(x)
    case .npFloat32(let x): return try Interpreter.truncated(Double(x))
    case .npBool(let flag): return .int(flag ? 1 : 0)
    case .object(let object):
      if object.kind == .array { return try truncated(onlyElement(of: value)) }
      if let method = userMethod(value, "__int__") ?? userMethod(value, "__trunc__") {
        let result = try call(method, [value])
        if let integer = pythonInteger(result) { return integer }
        throw Raised.typeError("__int__ returned non-int (type \(typeName(result)))")
      }
      guard object.kind == .bigInt || userMethod(value, "__index__") != nil else { break }
      return try integer(value)
    case .int, .bool, .npInt64, .npUInt8: return try integer(value)
    default: break
    }
    throw Raised.typeError(
      "int() argument must be a string, a bytes-like object or \(vintage.realNumber), not '\(typeName(value))'")
  }

  /// The integer of a finite float, cut towards zero.
  static func truncated(_ x: Double) throws -> Value {
    if x.isNaN { throw Raised.valueError("cannot convert float NaN to integer") }
    if x.isInfinite { throw Raised.overflow("cannot convert float infinity to integer") }
    return Int(exactly: x.rounded(.towardZero)).map { .int($0) } ?? Value(BigInt(x))
  }

  /// The nearest float; ties go to the even one.
  /// - Throws: `OverflowError` where there is none.
  static func double(_ big: BigInt) throws -> Double {
    let magnitude = big.magnitude
    let excess = magnitude.bitWidth - 64
    guard excess > 0 else { return Double(UInt64(magnitude)) * (big.sign == .minus ? -1 : 1) }
    // The top 64 bits; what is cut off only decides ties, so one bit stands for all of it.
    var top = UInt64(magnitude >> excess)
    if magnitude.trailingZeroBitCount < excess { top |= 1 }
    let result = excess > 1100 ? .infinity : Double(sign: .plus, exponent: excess, significand: Double(top))
    guard result.isFinite else { throw Raised.overflow("int too large to convert to float") }
    return big.sign == .minus ? -result : result
  }

  /// An `int` or `bool`.
  func pythonInteger(_ value: Value) -> Value? {
    switch value {
    case .int: value
    case .bool(let flag): .int(flag ? 1 : 0)
    default: value.asBigInt == nil ? nil : value
    }
  }

  /// The element of an array that has only one.
  private func onlyElement(of value: Value) throws -> Value {
    guard let array = value.asArray?.array, array.count == 1 else {
      throw Raised.typeError(vintage.notOneElement)
    }
    if array.rank > 0, vintage.numpy >= 25 {
      warn(
        Exceptions.deprecationWarning,
        "Conversion of an array with ndim > 0 to a scalar is deprecated, and will error in future. Ensure you extract a "
          + "single element from your array before performing this operation. (Deprecated NumPy 1.25.)")
    }
    return Value(array.scalar())
  }
}
