import BigInt

extension NumberMethods {
  static let ofInt: [String: Value] = table(
    [
      method("bit_length", "") { a in .int(try big(a).magnitude.bitWidth) },
      method("bit_count", "") { a in .int(try big(a).magnitude.words.reduce(0) { $0 + $1.nonzeroBitCount }) },
      method("conjugate", "") { a in try a.interpreter.integer(a[0]) },
      method("__index__", "") { a in try a.interpreter.integer(a[0]) },
      method("__int__", "") { a in try a.interpreter.integer(a[0]) },
      method("__trunc__", "") { a in try a.interpreter.integer(a[0]) },
      method("as_integer_ratio", "") { a in Value(tuple: [try a.interpreter.integer(a[0]), .int(1)]) },
      method("to_bytes", "length=, byteorder=, *, signed=", toBytes),
      ("from_bytes", .object(MethodWrapper(.classMethod, .object(fromBytes)))),
      property("real") { value, interpreter in try interpreter.integer(value) },
      property("numerator") { value, interpreter in try interpreter.integer(value) },
      property("imag") { _, _ in .int(0) },
      property("denominator") { _, _ in .int(1) },
    ])

  private static func big(_ a: borrowing Arguments) throws -> BigInt {
    try Integer.big(a.interpreter.integer(a[0]))
  }

  private static func toBytes(_ a: borrowing Arguments) throws -> Value {
    let value = try big(a)
    let length = try a.int(1, default: 1)
    if length < 0 { throw Raised.valueError("length argument must be non-negative") }
    let isLittle = try isLittleEndian(try a.text(2, default: "big"))
    let isSigned = try a.bool(3, default: false)
    if value.sign == .minus, !isSigned { throw Raised.overflow("can't convert negative int to unsigned") }
    // One bit more for the sign; the lowest value needs none.
    let bits = isSigned ? (value.sign == .minus ? (value + 1) : value).magnitude.bitWidth + 1 : value.magnitude.bitWidth
    try Interpreter.checkTextSize(length)
    guard bits <= length * 8 || value.magnitude.isZero else { throw Raised.overflow("int too big to convert") }
    // Two's complement, the sign continued as far as there are bytes.
    let words = Array(value.words)
    let fill: UInt8 = value.sign == .minus ? 0xFF : 0
    let bytes = (0..<length).map { place in
      place / 8 < words.count ? UInt8(truncatingIfNeeded: words[place / 8] >> UInt(place % 8 * 8)) : fill
    }
    return .object(BytesObject(isLittle ? bytes : bytes.reversed()))
  }

  private static let fromBytes: NativeFunction = NativeFunction(
    "from_bytes", "bytes, byteorder=, *, signed=", isMethod: true
  ) { a in
    let bytes = try BytesMethods.bytes(a[1], a.interpreter)
    let isLittle = try isLittleEndian(try a.text(2, default: "big"))
    var value = BigInt(IntegerText.magnitude(isLittle ? bytes.reversed() : bytes, radix: 256))
    if try a.bool(3, default: false), let first = isLittle ? bytes.last : bytes.first, first >= 0x80 {
      value -= BigInt(1) << (bytes.count * 8)
    }
    return Value(value)
  }

  private static func isLittleEndian(_ order: String) throws -> Bool {
    guard order == "little" || order == "big" else {
      throw Raised.valueError("byteorder must be either 'little' or 'big'")
    }
    return order == "little"
  }
}

/// Python integers of either representation.
enum Integer {
  /// - Parameter value: `.int` or a `BigIntObject`; anything else is zero.
  static func big(_ value: Value) -> BigInt {
    if case .int(let small) = value { return BigInt(small) }
    return value.asBigInt?.value ?? 0
  }
}
