/// uint8 and int64, with C's and NumPy's arithmetic: what does not fit wraps round, division by zero gives 0 and raises
/// the processor's flag.
protocol IntegerElement: CastableElement, FixedWidthInteger {}

extension UInt8: IntegerElement {}
extension Int64: IntegerElement {}

extension IntegerElement {
  @inline(__always)
  static func floorDivide(_ a: Self, _ b: Self) -> Self {
    if b == 0 {
      FloatingPointFlags.divideByZero.raise()
      return 0
    }
    let (quotient, overflow) = a.dividedReportingOverflow(by: b)
    if overflow {
      FloatingPointFlags.overflow.raise()
      return .min
    }
    return isSigned && (a < 0) != (b < 0) && quotient &* b != a ? quotient &- 1 : quotient
  }

  @inline(__always)
  static func remainder(_ a: Self, _ b: Self) -> Self {
    if b == 0 {
      FloatingPointFlags.divideByZero.raise()
      return 0
    }
    let modulus = a.remainderReportingOverflow(dividingBy: b).partialValue
    return isSigned && modulus != 0 && (modulus < 0) != (b < 0) ? modulus &+ b : modulus
  }

  @inline(__always)
  static func truncatingModulo(_ a: Self, _ b: Self) -> Self {
    if b == 0 {
      FloatingPointFlags.divideByZero.raise()
      return 0
    }
    return a.remainderReportingOverflow(dividingBy: b).partialValue
  }

  /// - Precondition: the exponent is not negative.
  static func power(_ base: Self, _ exponent: Self) -> Self {
    var (base, exponent, result) = (base, exponent, Self(1))
    while exponent > 0 {
      if exponent & 1 == 1 { result = result &* base }
      base = base &* base
      exponent >>= 1
    }
    return result
  }

  @inline(__always)
  static func shiftLeft(_ a: Self, _ b: Self) -> Self { b >= 0 && b < bitWidth ? a &<< b : 0 }

  @inline(__always)
  static func shiftRight(_ a: Self, _ b: Self) -> Self { b >= 0 && b < bitWidth ? a &>> b : a < 0 ? 0 &- 1 : 0 }

  @inline(__always)
  var wrappedMagnitude: Self { self < 0 ? 0 &- self : self }

  /// 1/x in integers: only 1 and -1 have one.
  @inline(__always)
  var reciprocal: Self {
    if self == 0 {
      FloatingPointFlags([.divideByZero, .invalid]).raise()
      return .min
    }
    return 1 / self
  }

  static func greatestCommonDivisor(_ a: Self, _ b: Self) -> Self {
    Self(truncatingIfNeeded: greatestCommonMagnitude(a, b))
  }

  static func leastCommonMultiple(_ a: Self, _ b: Self) -> Self {
    let divisor = greatestCommonMagnitude(a, b)
    return divisor == 0 ? 0 : Self(truncatingIfNeeded: (a.magnitude / divisor) &* b.magnitude)
  }

  private static func greatestCommonMagnitude(_ a: Self, _ b: Self) -> Magnitude {
    var (a, b) = (a.magnitude, b.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
