import Arrays

/// Floats as C and Python write them, infinities and NaN included.
enum FloatFormat {
  /// The shortest text that reads back as the same number.
  static func repr(_ x: Double) -> String { special(x) ?? FloatText.repr(x) }

  /// C's `%e`, `%f` and `%g`, also in capitals.
  /// - Parameters:
  ///   - type: one of the bytes `eEfFgG`
  ///   - alternate: keeps the point, and the zeros of `%g` (the flag `#`)
  static func text(_ x: Double, type: UInt8, digits: Int, alternate: Bool = false) -> String {
    let isUpper = type < UInt8(ascii: "a")
    if let special = special(x) { return isUpper ? special.uppercased() : special }
    switch type | 0x20 {
    case UInt8(ascii: "f"):
      let text = FloatText.fixed(x, digits: digits)
      return alternate && digits == 0 ? text + "." : text
    case UInt8(ascii: "e"):
      let text = FloatText.exponent(x, digits: digits, upper: isUpper)
      return alternate ? withPoint(text) : text
    default:
      let digits = max(digits, 1)
      let text = alternate ? allDigits(x, digits) : FloatText.general(x, digits: digits)
      return isUpper ? text.uppercased() : text
    }
  }

  /// `%#g`: all the digits that were asked for. (C libraries drop some where rounding adds a digit.)
  private static func allDigits(_ x: Double, _ digits: Int) -> String {
    let scientific = FloatText.exponent(x, digits: digits - 1)
    let exponent = exponent(of: scientific)
    if exponent < -4 || exponent >= digits { return withPoint(scientific) }
    return withPoint(FloatText.fixed(x, digits: digits - 1 - exponent))
  }

  private static func exponent(of scientific: String) -> Int {
    let parts = scientific.split(separator: "e")
    return parts.count == 2 ? Int(parts[1].drop { $0 == "+" }) ?? 0 : 0
  }

  /// `%g` with at least one digit behind the point: what a precision without a type means.
  static func general(_ x: Double, digits: Int, alternate: Bool) -> String {
    if let special = special(x) { return special }
    let digits = max(digits, 1)
    let text = text(x, type: UInt8(ascii: "g"), digits: digits, alternate: alternate)
    if text.utf8.contains(UInt8(ascii: "e")) { return text }
    // Numbers with as many digits before the point as there are in all are written with an exponent.
    let scientific = FloatText.exponent(x, digits: digits - 1)
    if exponent(of: scientific) == digits - 1 { return alternate ? withPoint(scientific) : withoutZeros(scientific) }
    if text.hasSuffix(".") { return text + "0" }
    return text.utf8.contains(UInt8(ascii: ".")) ? text : text + ".0"
  }

  /// Without zeros at the end of the mantissa's fraction.
  private static func withoutZeros(_ scientific: String) -> String {
    let parts = scientific.split(separator: "e")
    guard parts.count == 2, parts[0].utf8.contains(UInt8(ascii: ".")) else { return scientific }
    var mantissa = parts[0]
    while mantissa.last == "0" { mantissa.removeLast() }
    if mantissa.last == "." { mantissa.removeLast() }
    return "\(mantissa)e\(parts[1])"
  }

  /// Puts a point behind the mantissa where it has none.
  static func withPoint(_ text: String) -> String {
    if text.utf8.contains(UInt8(ascii: ".")) { return text }
    guard let exponent = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return text + "." }
    return text[..<exponent] + "." + text[exponent...]
  }

  /// Without the sign of a number that was rounded to zero: the option `z`.
  static func withoutNegativeZero(_ text: String) -> String {
    guard text.hasPrefix("-") else { return text }
    let mantissa = text.utf8.dropFirst().prefix { $0 | 0x20 != UInt8(ascii: "e") }
    return mantissa.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") } ? String(text.dropFirst()) : text
  }

  static func special(_ x: Double) -> String? {
    if x.isFinite { return nil }
    return x.isNaN ? "nan" : x < 0 ? "-inf" : "inf"
  }
}
