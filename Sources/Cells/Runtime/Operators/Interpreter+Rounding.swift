import BigInt

extension Interpreter {
  /// Python's `round`. `digits` is `None` where an integer is wanted.
  func rounded(_ value: Value, digits: Value) throws -> Value {
    switch value {
    case .int, .bool:
      guard !digits.isNone, let number = value.bigInteger else { return try integer(value) }
      return try rounded(number, clamped(digits))
    case .float(let number):
      return digits.isNone ? try wholeNumber(number) : .float(try round(number, digits: clamped(digits)))
    case .npFloat64(let number):
      return digits.isNone ? try wholeNumber(number) : .npFloat64(try roundedByScaling(number, cLong(digits)))
    case .npFloat32(let number):
      return digits.isNone ? try wholeNumber(Double(number)) : .npFloat32(try roundedByScaling(number, cLong(digits)))
    case .npInt64(let number):
      if digits.isNone { return .int(number) }
      return .npInt64(try roundedByScaling(number, cLong(digits)))
    case .npUInt8(let number):
      if digits.isNone { return .int(Int(number)) }
      return .npUInt8(UInt8(truncatingIfNeeded: try roundedByScaling(Int(number), cLong(digits))))
    default: break
    }
    if let big = value.asBigInt?.value { return digits.isNone ? value : try rounded(big, clamped(digits)) }
    guard let method = userMethod(value, "__round__") else {
      throw Raised.typeError("type \(typeName(value)) doesn't define __round__ method")
    }
    return try call(method, digits.isNone ? [value] : [value, digits])
  }

  /// Python's own numbers are rounded to any number of digits.
  private func clamped(_ digits: Value) throws -> Int {
    guard let big = digits.asBigInt?.value else { return try index(digits) }
    return big < 0 ? -.max : .max
  }

  /// NumPy's are not.
  private func cLong(_ digits: Value) throws -> Int {
    if digits.asBigInt != nil { throw Raised.overflow("Python int too large to convert to C long") }
    return try index(digits)
  }

  /// The nearest integer, ties to even.
  private func wholeNumber(_ number: Double) throws -> Value {
    if number.isNaN { throw Raised.valueError("cannot convert float NaN to integer") }
    if number.isInfinite { throw Raised.overflow("cannot convert float infinity to integer") }
    return Value(BigInt(number.rounded(.toNearestOrEven)))
  }

  /// An integer rounded to a power of ten, ties to even.
  private func rounded(_ number: BigInt, _ digits: Int) throws -> Value {
    if digits >= 0 { return Value(number) }
    if digits.magnitude > number.magnitude.bitWidth { return .int(0) }
    let unit = try power(10, BigInt(digits.magnitude))
    var (quotient, remainder) = try flooredQuotientAndRemainder(number, unit)
    remainder *= 2
    if remainder > unit || remainder == unit && !quotient.isMultiple(of: 2) { quotient += 1 }
    return Value(try product(quotient, unit))
  }

  // NumPy multiplies by a power of ten, rounds and divides again.

  private func roundedByScaling(_ number: Double, _ digits: Int) throws -> Double {
    let scale = powerOfTen(digits.magnitude)
    return digits >= 0
      ? (number * scale).rounded(.toNearestOrEven) / scale : (number / scale).rounded(.toNearestOrEven) * scale
  }

  private func roundedByScaling(_ number: Float, _ digits: Int) throws -> Float {
    let scale = Float(powerOfTen(digits.magnitude))
    return digits >= 0
      ? (number * scale).rounded(.toNearestOrEven) / scale : (number / scale).rounded(.toNearestOrEven) * scale
  }

  private func roundedByScaling(_ number: Int, _ digits: Int) throws -> Int {
    if digits >= 0 { return number }
    let result = try roundedByScaling(Double(number), digits)
    return Int(exactly: result) ?? Int.min
  }

  private func powerOfTen(_ exponent: UInt) -> Double {
    exponent > 308 ? .infinity : (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }
}
