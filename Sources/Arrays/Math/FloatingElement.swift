#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// float32 and float64. What the C library computes is computed in double precision for both, so that a float32 result
/// is the correctly rounded one but for the rarest cases.
protocol FloatingElement: CastableElement, BinaryFloatingPoint {
  init(_ value: Double)
  var double: Double { get }
}

extension Double: FloatingElement {
  @inline(__always) var double: Double { self }
}

extension Float: FloatingElement {
  @inline(__always) var double: Double { Double(self) }
}

extension FloatingElement {
  /// NumPy's `sign`: nan stays nan.
  @inline(__always)
  var numericSign: Self { self > 0 ? 1 : self < 0 ? -1 : self == 0 ? 0 : self }

  /// `a // b` as NumPy defines it for floats.
  @inline(__always)
  static func floorDivide(_ a: Self, _ b: Self) -> Self {
    if b == 0 { return a / b }
    // Optimised comparisons with nan would raise `invalid`, of which NumPy would then warn.
    if a.isNaN || b.isNaN { return a + b }
    let modulus = a.truncatingRemainder(dividingBy: b)
    var quotient = (a - modulus) / b
    if modulus != 0, (b < 0) != (modulus < 0) { quotient -= 1 }
    if quotient == 0 { return Self(signOf: a / b, magnitudeOf: 0) }
    let floor = quotient.rounded(.down)
    return quotient - floor > 0.5 ? floor + 1 : floor
  }

  /// `a % b` as NumPy defines it for floats: it has the divisor's sign.
  @inline(__always)
  static func remainder(_ a: Self, _ b: Self) -> Self {
    let modulus = a.truncatingRemainder(dividingBy: b)
    if b == 0 { return modulus }
    if modulus == 0 { return Self(signOf: b, magnitudeOf: 0) }
    return (b < 0) != (modulus < 0) ? modulus + b : modulus
  }

  /// The second of two equal zeros wins, as the vector instructions that NumPy uses have it; nan wins over all.
  @inline(__always)
  static func larger(_ a: Self, _ b: Self) -> Self { a > b || a != a ? a : b }

  @inline(__always)
  static func smaller(_ a: Self, _ b: Self) -> Self { a < b || a != a ? a : b }

  /// nan loses.
  @inline(__always)
  static func largerNumber(_ a: Self, _ b: Self) -> Self { a > b || b != b ? a : b }

  @inline(__always)
  static func smallerNumber(_ a: Self, _ b: Self) -> Self { a < b || b != b ? a : b }

  /// Rounds at each step, as NumPy does: the sum may cancel, and then the steps show.
  static func logAddExp(_ a: Self, _ b: Self) -> Self {
    if a == b { return a + Self(0.693147180559945309417232121458176568) }
    let difference = a - b
    let (larger, distance) = difference > 0 ? (a, -difference) : (b, difference)
    if distance <= 0 { return larger + Self(log1p(Self(exp(distance.double)).double)) }
    // NumPy's comparisons signal here.
    FloatingPointFlags.invalid.raise()
    return Self(difference)
  }

  @inline(__always)
  static func heaviside(_ x: Self, _ atZero: Self) -> Self { x != x ? x : x == 0 ? atZero : x < 0 ? 0 : 1 }

  static func power(_ a: Self, _ b: Self) -> Self { Self(pow(a.double, b.double)) }
}
