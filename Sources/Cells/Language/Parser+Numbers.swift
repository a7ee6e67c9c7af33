import BigInt

/// The values of number literals.
extension Parser {
  /// CPython's guard against slow conversions (`sys.set_int_max_str_digits`).
  private static let decimalDigitLimit = 4300

  private func digits(of token: Token) -> [UInt8] {
    source.text[Int(token.start)..<Int(token.end)].filter { $0 != UInt8(ascii: "_") }
  }

  /// An integer's decimal digits, without leading zeros.
  mutating func integerDigits(of token: Token) throws(Failure) -> String {
    let digits = digits(of: token)
    if digits.count > 2, digits[0] == 0x30, let radix = Self.radix(of: digits[1]) {
      let text = String(decoding: digits.dropFirst(2), as: UTF8.self)
      if let value = UInt64(text, radix: radix) { return String(value) }
      return BigUInt(text, radix: radix).map { String($0) } ?? "0"
    }
    if digits.count > Self.decimalDigitLimit {
      throw raise(
        "Exceeds the limit (\(Self.decimalDigitLimit) digits) for integer string conversion: value has "
          + "\(digits.count) digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for "
          + "huge integer literals to avoid decimal conversion limits.",
        at: token.span)
    }
    let significant = digits.drop { $0 == 0x30 }
    return significant.isEmpty ? "0" : String(decoding: significant, as: UTF8.self)
  }

  private static func radix(of letter: UInt8) -> Int? {
    switch letter | 0x20 {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  func realValue(of token: Token) -> Double {
    // A dot has digits on both sides for every reader of numbers.
    var text: [UInt8] = []
    for byte in digits(of: token) {
      if let last = text.last, last == UInt8(ascii: "."), byte &- 0x30 >= 10 { text.append(0x30) }
      if byte == UInt8(ascii: "."), text.isEmpty { text.append(0x30) }
      text.append(byte)
    }
    if text.last == UInt8(ascii: ".") { text.append(0x30) }
    return Double(String(decoding: text, as: UTF8.self)) ?? .infinity
  }
}
