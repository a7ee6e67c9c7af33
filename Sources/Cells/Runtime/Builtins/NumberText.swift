import Arrays
import BigInt

/// Numbers as `int("...")` and `float("...")` read them.
enum NumberText {
  /// An integer with optional sign, prefix and underscores between digits; `nil` for anything else.
  /// - Parameter base: 2 to 36, or 0 for what the prefix says.
  /// - Throws: `ValueError` for more than 4300 decimal digits.
  static func integer(_ text: String, base: Int) throws -> Value? {
    var bytes = ascii(text)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    var radix = base
    var mayUnderscore = false
    if bytes.count > 1, bytes.first == UInt8(ascii: "0"), let prefixRadix = radixes[bytes[bytes.startIndex + 1] | 0x20],
      base == 0 || base == prefixRadix
    {
      radix = prefixRadix
      bytes = bytes.dropFirst(2)
      mayUnderscore = true
    } else if base == 0 {
      // `010` would be octal in C: only zeros may start with a zero.
      if bytes.first == UInt8(ascii: "0"), bytes.contains(where: { $0 != UInt8(ascii: "0") && $0 != underscore }) {
        return nil
      }
      radix = 10
    }
    guard let digits = withoutUnderscores(bytes, isFirstAllowed: mayUnderscore), !digits.isEmpty else { return nil }
    guard digits.allSatisfy({ digit($0) < radix }) else { return nil }
    if radix & (radix - 1) != 0, digits.count > IntegerText.digitLimit {
      throw Raised.valueError(
        "Exceeds the limit (\(IntegerText.digitLimit) digits) for integer string conversion: "
          + "value has \(digits.count) digits; use sys.set_int_max_str_digits() to increase the limit")
    }
    let text = (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)
    if let small = Int(text, radix: radix) { return .int(small) }
    let magnitude =
      radix & (radix - 1) == 0
      ? IntegerText.magnitude(digits.map(digit), radix: radix)
      : digits.reduce(BigUInt(0)) { $0 * BigUInt(radix) + BigUInt(digit($1)) }
    return Value(BigInt(sign: isNegative ? .minus : .plus, magnitude: magnitude))
  }

  /// A decimal float, `inf`, `infinity` or `nan` with optional sign; `nil` for anything else.
  static func float(_ text: String) -> Double? { FloatText.parse(String(decoding: ascii(text), as: UTF8.self)) }

  /// Without blanks at both ends, and with digits of all scripts as ASCII ones.
  private static func ascii(_ text: String) -> [UInt8] {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return [] }
    return scalars[first...last].map { scalar in
      scalar.isASCII && !scalar.isPythonSpace
        ? UInt8(truncatingIfNeeded: scalar.value)
        : scalar.decimalDigit.map { 0x30 + UInt8(truncatingIfNeeded: $0) } ?? UInt8(ascii: "?")
    }
  }

  private static let underscore = UInt8(ascii: "_")
  private static let radixes: [UInt8: Int] = [UInt8(ascii: "x"): 16, UInt8(ascii: "o"): 8, UInt8(ascii: "b"): 2]

  /// `nil` where an underscore does not stand between two digits.
  private static func withoutUnderscores(
    _ bytes: ArraySlice<UInt8>, isFirstAllowed: Bool
  ) -> [UInt8]? {
    var previous = isFirstAllowed ? UInt8(ascii: "0") : 0
    for byte in bytes + [0] {
      if byte == underscore, digit(previous) > 35 { return nil }
      if previous == underscore, digit(byte) > 35 { return nil }
      previous = byte
    }
    return bytes.filter { $0 != underscore }
  }

  /// 0 to 35, or 255 for what is no digit.
  static func digit(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x5A: byte - 0x41 + 10
    case 0x61...0x7A: byte - 0x61 + 10
    default: 255
    }
  }
}
