import BigInt

extension NumberMethods {
  static let ofFloat: [String: Value] = table(
    [
      method("is_integer", "") { a in
        let x = try a.double(0)
        return .bool(x.isFinite && x.rounded(.towardZero) == x)
      },
      method("as_integer_ratio", "") { a in try ratio(try a.double(0)) },
      method("hex", "") { a in Value(hexadecimal(try a.double(0))) },
      ("fromhex", .object(MethodWrapper(.classMethod, .object(fromHexadecimal)))),
      method("conjugate", "") { a in .float(try a.double(0)) },
      method("__float__", "") { a in .float(try a.double(0)) },
      method("__int__", "") { a in try a.interpreter.truncated(a[0]) },
      method("__trunc__", "") { a in try a.interpreter.truncated(a[0]) },
      property("real") { value, interpreter in .float(try interpreter.double(value)) },
      property("imag") { _, _ in .float(0) },
    ])

  private static func ratio(_ x: Double) throws -> Value {
    if x.isNaN { throw Raised.valueError("cannot convert NaN to integer ratio") }
    if x.isInfinite { throw Raised.overflow("cannot convert Infinity to integer ratio") }
    if x == 0 { return Value(tuple: [.int(0), .int(1)]) }
    // The significand's lowest set bit becomes the ones.
    let exponent = Int(x.exponent) - x.significandWidth
    let numerator = BigInt(Double(sign: x.sign, exponent: x.significandWidth, significand: x.significand))
    if exponent >= 0 { return Value(tuple: [Value(numerator << exponent), .int(1)]) }
    return Value(tuple: [Value(numerator), Value(BigInt(1) << -exponent)])
  }

  private static func hexadecimal(_ x: Double) -> String {
    if let special = FloatFormat.special(x) { return special }
    let sign = x.sign == .minus ? "-" : ""
    if x == 0 { return sign + "0x0.0p+0" }
    let digits = String(x.significandBitPattern, radix: 16)
    let fraction = String(repeating: "0", count: 13 - digits.utf8.count) + digits
    let exponent = x.isSubnormal ? -1022 : Int(x.exponent)
    return "\(sign)0x\(x.isSubnormal ? 0 : 1).\(fraction)p\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
  }

  private static let fromHexadecimal: NativeFunction = NativeFunction("fromhex", "string, /", isMethod: true) { a in
    var text = try a.text(1).trimmed.lowercased()
    if ["inf", "nan", "infinity", "+inf", "-inf", "+infinity", "-infinity", "+nan", "-nan"].contains(text) {
      return .float(NumberText.float(text) ?? .nan)
    }
    // Swift reads them with prefix and exponent only.
    let sign = text.hasPrefix("-") ? "-" : ""
    if text.hasPrefix("-") || text.hasPrefix("+") { text.removeFirst() }
    if text.hasPrefix("0x") { text.removeFirst(2) }
    if !text.contains("p") { text += "p0" }
    guard text.utf8.allSatisfy({ NumberText.digit($0) < 16 || ".p+-".utf8.contains($0) }),
      let x = Double(sign + "0x" + text)
    else { throw Raised.valueError("invalid hexadecimal floating-point string") }
    if x.isInfinite { throw Raised.overflow("hexadecimal value too large to represent as a float") }
    return .float(x)
  }
}
