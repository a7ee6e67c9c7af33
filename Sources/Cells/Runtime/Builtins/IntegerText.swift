import BigInt

/// Integers as text.
enum IntegerText {
  /// CPython refuses to convert longer ones, since the time for it grows with the square of the length.
  static let digitLimit = 4300

  /// - Throws: `ValueError` for more than 4300 digits.
  static func decimal(_ value: BigInt) throws -> String {
    // A decimal digit takes 3.32 bits.
    guard value.magnitude.bitWidth <= digitLimit * 10 / 3 else { throw tooLong }
    let text = String(value, radix: 10)
    guard text.utf8.count - (value.sign == .minus ? 1 : 0) <= digitLimit else { throw tooLong }
    return text
  }

  /// Digits of the magnitude, without sign or prefix.
  /// - Parameter value: `.int` or a `BigIntObject`.
  static func digits(_ value: Value, radix: Int) throws -> String {
    if let big = value.asBigInt?.value {
      return radix == 10 ? try decimal(BigInt(big.magnitude)) : String(big.magnitude, radix: radix)
    }
    guard case .int(let small) = value else { return "" }
    return String(small.magnitude, radix: radix)
  }

  static func isNegative(_ value: Value) -> Bool {
    if case .int(let small) = value { return small < 0 }
    return value.asBigInt?.value.sign == .minus
  }

  private static var tooLong: Raised {
    .valueError(
      "Exceeds the limit (\(digitLimit) digits) for integer string conversion; "
        + "use sys.set_int_max_str_digits() to increase the limit")
  }
}
