extension FloatText {
  /// What Python's `float(text)` gives, correctly rounded; `nil` where Python raises a `ValueError`.
  ///
  /// White space around the number is skipped, `_` may stand between digits, and `inf`, `infinity` and `nan` are
  /// numbers in any case, with or without a sign.
  public static func parse(_ text: String) -> Double? {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    let bytes = Array(String(scalars).utf8)

    var number = bytes[...]
    let isNegative = number.first == UInt8(ascii: "-")
    if isNegative || number.first == UInt8(ascii: "+") { number.removeFirst() }
    switch String(decoding: number, as: UTF8.self).lowercased() {
    case "inf", "infinity": return isNegative ? -.infinity : .infinity
    case "nan": return isNegative ? -.nan : .nan
    default: break
    }
    guard let plain = withoutUnderscores(number), isDecimal(plain) else { return nil }
    return Double((isNegative ? "-" : "") + String(decoding: plain, as: UTF8.self))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// `nil` where an underscore does not stand between two digits.
  private static func withoutUnderscores(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var plain: [UInt8] = []
    for index in bytes.indices {
      if bytes[index] != UInt8(ascii: "_") {
        plain.append(bytes[index])
        continue
      }
      guard index > bytes.startIndex, index + 1 < bytes.endIndex, isDigit(bytes[index - 1]), isDigit(bytes[index + 1])
      else { return nil }
    }
    return plain
  }

  /// Whether the text is digits, with a point and an exponent perhaps, and no sign.
  private static func isDecimal(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    func skipDigits() -> Int {
      let digits = rest.prefix(while: isDigit).count
      rest.removeFirst(digits)
      return digits
    }
    var digits = skipDigits()
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      digits += skipDigits()
    }
    if digits == 0 { return false }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      if skipDigits() == 0 { return false }
    }
    return rest.isEmpty
  }
}
