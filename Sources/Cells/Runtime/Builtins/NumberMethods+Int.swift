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
    guard bits <= length * 8 || value.magnitude.isZero else { throw Raised.overflow("int too big to convert") }
    var rest = (value.sign == .minus ? value + BigInt(1) << (length * 8) : value).magnitude
    var bytes: [UInt8] = []
    for _ in 0..<length {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    return .object(BytesObject(isLittle ? bytes : bytes.reversed()))
  }

  private static let fromBytes: NativeFunction = NativeFunction(
    "from_bytes", "bytes, byteorder=, *, signed=", isMethod: true
  ) { a in
    let bytes = try BytesMethods.bytes(a[1], a.interpreter)
    let isLittle = try isLittleEndian(try a.text(2, default: "big"))
    var value = BigInt(0)
    for byte in isLittle ? bytes.reversed() : bytes { value = value << 8 + BigInt(byte) }
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
