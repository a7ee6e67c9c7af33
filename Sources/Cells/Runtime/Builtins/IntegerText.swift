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
      return radix == 10 ? try decimal(BigInt(big.magnitude)) : digits(big.magnitude, radix: radix)
    }
    guard case .int(let small) = value else { return "" }
    return String(small.magnitude, radix: radix)
  }

  /// In steps as many as there are digits.
  /// - Parameter radix: a power of two.
  private static func digits(_ magnitude: BigUInt, radix: Int) -> String {
    let width = radix.trailingZeroBitCount
    let words = Array(magnitude.words)
    let bits = magnitude.bitWidth
    let starts = stride(from: (bits - 1) / width * width, through: 0, by: -width)
    let digits = starts.map { start in
      let (index, offset) = start.quotientAndRemainder(dividingBy: UInt.bitWidth)
      var digit = words[index] >> UInt(offset)
      if offset + width > UInt.bitWidth, index + 1 < words.count {
        digit |= words[index + 1] << UInt(UInt.bitWidth - offset)
      }
      return digitCharacters[Int(digit & UInt(radix - 1))]
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static let digitCharacters = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

  /// What digits stand for, in steps as many as there are digits.
  /// - Parameters:
  ///   - digits: numbers below the radix, highest first.
  ///   - radix: a power of two.
  static func magnitude(_ digits: [UInt8], radix: Int) -> BigUInt {
    let width = radix.trailingZeroBitCount
    var words = [UInt](repeating: 0, count: digits.count * width / UInt.bitWidth + 1)
    for (place, digit) in digits.reversed().enumerated() {
      let (index, offset) = (place * width).quotientAndRemainder(dividingBy: UInt.bitWidth)
      words[index] |= UInt(digit) << UInt(offset)
      if offset + width > UInt.bitWidth { words[index + 1] |= UInt(digit) >> UInt(UInt.bitWidth - offset) }
    }
    return BigUInt(words: words)
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
