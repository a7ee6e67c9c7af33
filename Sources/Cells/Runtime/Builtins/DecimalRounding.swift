import Arrays
import BigInt

/// Python's `round(x, digits)`: the exact decimal value is rounded, ties to even, and read back.
/// - Throws: `OverflowError` where rounding up leaves the range of floats.
package func round(_ x: Double, digits: Int) throws -> Double {
  guard x.isFinite, digits <= 323 else { return x }
  if digits < -308 { return 0 * x }
  if digits >= 0 { return FloatText.parse(FloatText.fixed(x, digits: digits)) ?? x }
  let unit = BigInt(10).power(-digits)
  let magnitude = x.magnitude
  var (quotient, remainder) = BigInt(magnitude).quotientAndRemainder(dividingBy: unit)
  let hasFraction = magnitude.rounded(.down) != magnitude
  let doubled = remainder * 2
  if doubled > unit || doubled == unit && (hasFraction || quotient % 2 != 0) { quotient += 1 }
  guard let result = try? Interpreter.double(quotient * unit) else {
    throw Raised.overflow("rounded value too large to represent")
  }
  return x.sign == .minus ? -result : result
}
