extension Interpreter {
  /// A field of an f-string: `conversion` is the letter behind `!`, or 0; `specification` `.undefined` where there is
  /// none.
  func formatted(_ value: Value, conversion: UInt8, _ specification: Value) throws -> Value {
    var value = value
    switch conversion {
    case UInt8(ascii: "r"): value = Value(try representation(value))
    case UInt8(ascii: "s"): value = Value(try text(value))
    case UInt8(ascii: "a"): value = Value(try representation(value).asciiEscaped)
    default: break
    }
    if let text = value.asString, specification.isUndefined { return .object(text) }
    return Value(try format(value, specification.asString?.value ?? ""))
  }
}

extension String {
  /// Everything beyond ASCII as `\x..`, `\u....` or `\U........`.
  var asciiEscaped: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var result = ""
    for scalar in unicodeScalars {
      let code = scalar.value
      if code < 0x80 {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(code, radix: 16)
        let (letter, width) = code < 0x100 ? ("x", 2) : code < 0x10000 ? ("u", 4) : ("U", 8)
        result += "\\\(letter)" + String(repeating: "0", count: width - digits.count) + digits
      }
    }
    return result
  }
}
