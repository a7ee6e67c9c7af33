import Arrays
import BigInt

extension BuiltinFunctions {
  static let numbers: [(String, Value)] = [
    function("abs", "x, /") { a in try absolute(a[0], a.interpreter) },
    function("bin", "number, /") { a in try digits(a[0], radix: 2, prefix: "0b", a.interpreter) },
    function("oct", "number, /") { a in try digits(a[0], radix: 8, prefix: "0o", a.interpreter) },
    function("hex", "number, /") { a in try digits(a[0], radix: 16, prefix: "0x", a.interpreter) },
    function("chr", "i, /") { a in
      let code = try a.int(0)
      guard (0..<0x110000).contains(code) else { throw Raised.valueError("chr() arg not in range(0x110000)") }
      guard let scalar = Unicode.Scalar(UInt32(code)) else {
        throw Raised.unsupported("surrogates are not supported: chr(\(code)) is half a character")
      }
      return Value(String(scalar))
    },
    function("ord", "c, /") { a in
      if let bytes = a[0].asBytes?.value, bytes.count == 1 { return .int(Int(bytes[0])) }
      guard let text = a[0].asString else {
        throw Raised.typeError("ord() expected string of length 1, but \(a.interpreter.typeName(a[0])) found")
      }
      guard text.count == 1, let scalar = text.value.unicodeScalars.first else {
        throw Raised.typeError("ord() expected a character, but string of length \(text.count) found")
      }
      return .int(Int(scalar.value))
    },
    function("divmod", "x, y, /") { a in try quotientAndRemainder(a[0], a[1], a.interpreter) },
    function("pow", "base, exp, mod=") { a in
      a.has(2) ? try modularPower(a[0], a[1], a[2], a.interpreter) : try a.interpreter.binary(.power, a[0], a[1])
    },
    function("round", "number, ndigits=") { a in try a.interpreter.rounded(a[0], digits: a.given(1)) },
  ]

  private static func absolute(_ value: Value, _ interpreter: Interpreter) throws -> Value {
    switch value {
    case .int(let number): return number == .min ? Value(-BigInt(number)) : .int(Swift.abs(number))
    case .bool(let flag): return .int(flag ? 1 : 0)
    case .float(let number): return .float(number.magnitude)
    case .npFloat64(let number): return .npFloat64(number.magnitude)
    case .npFloat32(let number): return .npFloat32(number.magnitude)
    case .npInt64(let number): return .npInt64(number < 0 ? 0 &- number : number)
    case .npUInt8, .npBool: return value
    default: break
    }
    if let big = value.asBigInt?.value { return Value(BigInt(big.magnitude)) }
    if let array = value.asArray?.array {
      return Value(unwrapping: try NDArray.apply(.absolute, to: array, warn: interpreter.warnRuntime))
    }
    if let method = interpreter.userMethod(value, "__abs__") { return try interpreter.call(method, [value]) }
    throw Raised.typeError("bad operand type for abs(): '\(interpreter.typeName(value))'")
  }

  private static func digits(
    _ value: Value, radix: Int, prefix: String, _ interpreter: Interpreter
  ) throws -> Value {
    let number = try interpreter.integer(value)
    return Value((IntegerText.isNegative(number) ? "-" : "") + prefix + (try IntegerText.digits(number, radix: radix)))
  }

  private static func quotientAndRemainder(_ x: Value, _ y: Value, _ interpreter: Interpreter) throws -> Value {
    for (receiver, name, other) in [(x, "__divmod__", y), (y, "__rdivmod__", x)] {
      guard let method = interpreter.userMethod(receiver, name) else { continue }
      let result = try interpreter.call(method, [receiver, other])
      if case .notImplemented = result { continue }
      return result
    }
    guard x.number != nil || interpreter.isNumPy(x), y.number != nil || interpreter.isNumPy(y) else {
      throw interpreter.unsupportedOperands("divmod()", x, y)
    }
    if !interpreter.isNumPy(x), !interpreter.isNumPy(y), case .real? = x.number, y.isZero {
      throw Raised.zeroDivision("float divmod()")
    }
    if !interpreter.isNumPy(x), case .float = y, y.isZero { throw Raised.zeroDivision("float divmod()") }
    return Value(tuple: [
      try interpreter.binary(.floorDivide, x, y), try interpreter.binary(.modulo, x, y),
    ])
  }

  private static func modularPower(
    _ base: Value, _ exponent: Value, _ modulus: Value, _ interpreter: Interpreter
  ) throws -> Value {
    let given = [base, exponent, modulus]
    guard var base = base.bigInteger, let exponent = exponent.bigInteger, let modulus = modulus.bigInteger else {
      if !given.contains(where: { if case .float = $0 { true } else { false } }) {
        let types = given.map { "'\(interpreter.typeName($0))'" }.joined(separator: ", ")
        throw Raised.typeError("unsupported operand type(s) for ** or pow(): \(types)")
      }
      throw Raised.typeError("pow() 3rd argument not allowed unless all arguments are integers")
    }
    if modulus == 0 { throw Raised.valueError("pow() 3rd argument cannot be 0") }
    let size = BigInt(modulus.magnitude)
    if exponent < 0 {
      guard let inverse = try interpreter.inverse(base, modulus: size) else {
        throw Raised.valueError("base is not invertible for the given modulus")
      }
      base = inverse
    }
    let result = try interpreter.power(base, BigInt(exponent.magnitude), modulus: size)
    return Value(modulus < 0 && result != 0 ? result + modulus : result)
  }
}

extension Value {
  fileprivate var isZero: Bool {
    switch number {
    case .integer(let value): value == 0
    case .real(let value): value == 0
    case nil: false
    }
  }
}
