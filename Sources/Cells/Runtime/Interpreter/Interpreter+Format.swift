import Arrays

extension Interpreter {
  /// Python's `format(value, specification)`, which f-strings use.
  /// - Throws: `ValueError` for a specification that does not suit the value, `TypeError` for values without any.
  package func format(_ value: Value, _ specification: String) throws -> String {
    switch value {
    case .bool(let flag):
      return specification.isEmpty
        ? (flag ? "True" : "False") : try format(integer: .int(flag ? 1 : 0), specification, "bool")
    case .int: return try format(integer: value, specification, "int")
    case .float(let x): return try format(float: x, specification)
    case .npBool(let flag): return try format(.bool(flag), specification)
    case .npUInt8(let x): return try format(integer: .int(Int(x)), specification, "int")
    case .npInt64(let x): return try format(integer: .int(x), specification, "int")
    case .npFloat32(let x): return try format(float: Double(x), specification)
    case .npFloat64(let x): return try format(float: x, specification)
    case .object(let object):
      switch object.kind {
      case .string: return try format(text: unsafeDowncast(object, to: StringObject.self).value, specification)
      case .bigInt: return try format(integer: value, specification, "int")
      case .array:
        let array = unsafeDowncast(object, to: ArrayObject.self).array
        if array.rank == 0 { return try format(Value(array.scalar()), specification) }
      default:
        if let method = userMethod(value, "__format__") {
          let result = try call(method, [value, Value(specification)])
          guard let text = result.asString else {
            throw Raised.typeError("__format__ must return a str, not \(typeName(result))")
          }
          return text.value
        }
      }
    default: break
    }
    guard specification.isEmpty else {
      throw Raised.typeError("unsupported format string passed to \(typeName(value)).__format__")
    }
    return try text(value)
  }

  private func format(text: String, _ specification: String) throws -> String {
    if specification.isEmpty { return text }
    let format = try FormatSpecification(specification, align: "<", type: "s", typeName: "str")
    guard format.type == "s" else { throw format.unknownType("str") }
    let place = "not allowed in string format specifier"
    if format.sign == " " { throw Raised.valueError("Space \(place)") }
    if format.sign != nil { throw Raised.valueError("Sign \(place)") }
    if format.dropsNegativeZero { throw Raised.valueError("Negative zero coercion (z) \(place)") }
    if format.alternate { throw Raised.valueError("Alternate form (#) \(place)") }
    if format.align == "=" { throw Raised.valueError("'=' alignment \(place)") }
    return try format.pad(text: text)
  }

  /// - Parameter value: `.int` or a `BigIntObject`.
  private func format(integer value: Value, _ specification: String, _ typeName: String) throws -> String {
    if specification.isEmpty { return try representation(value) }
    let format = try FormatSpecification(specification, align: ">", type: "d", typeName: typeName)
    switch format.type {
    case "e", "E", "f", "F", "g", "G", "%": return try format.text(float: try double(value))
    case "b", "c", "d", "o", "x", "X", "n": break
    default: throw format.unknownType(typeName)
    }
    if format.precision != -1 { throw Raised.valueError("Precision not allowed in integer format specifier") }
    if format.dropsNegativeZero {
      throw Raised.valueError("Negative zero coercion (z) not allowed in integer format specifier")
    }
    if format.type == "c" { return try format.text(character: value) }
    return try format.text(integer: value)
  }

  private func format(float x: Double, _ specification: String) throws -> String {
    if specification.isEmpty { return FloatFormat.repr(x) }
    let format = try FormatSpecification(specification, align: ">", type: nil, typeName: "float")
    switch format.type {
    case nil, "e", "E", "f", "F", "g", "G", "n", "%": return try format.text(float: x)
    default: throw format.unknownType("float")
    }
  }
}

extension FormatSpecification {
  fileprivate func text(integer value: Value) throws -> String {
    let (radix, prefix): (Int, String) =
      switch type {
      case "b": (2, "0b")
      case "o": (8, "0o")
      case "x": (16, "0x")
      case "X": (16, "0X")
      default: (10, "")
      }
    var digits = try IntegerText.digits(value, radix: radix)
    if type == "X" { digits = digits.uppercased() }
    return try pad(
      isNegative: IntegerText.isNegative(value), prefix: alternate ? prefix : "", digits: digits, remainder: "",
      groupSize: radix == 10 ? 3 : 4)
  }

  fileprivate func text(character value: Value) throws -> String {
    let place = "not allowed with integer format specifier 'c'"
    if sign != nil { throw Raised.valueError("Sign \(place)") }
    if alternate { throw Raised.valueError("Alternate form (#) \(place)") }
    guard case .int(let code) = value else { throw Raised.overflow("Python int too large to convert to C long") }
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else {
      throw Raised.overflow("%c arg not in range(0x110000)")
    }
    return try pad(isNegative: false, prefix: "", digits: "", remainder: String(scalar), groupSize: 3)
  }

  fileprivate func text(float x: Double) throws -> String {
    if precision > Int(Int32.max) { throw Raised.valueError("precision too big") }
    try Interpreter.checkFieldSize(precision)
    var text: String
    switch type {
    case nil where precision < 0:
      text = alternate && x.isFinite ? FloatFormat.withPoint(FloatFormat.repr(x)) : FloatFormat.repr(x)
    case nil: text = FloatFormat.general(x, digits: precision, alternate: alternate)
    case "%":
      text = FloatFormat.text(
        x * 100, type: UInt8(ascii: "f"), digits: precision < 0 ? 6 : precision, alternate: alternate)
    case let type?:
      let letter = type == "n" ? UInt8(ascii: "g") : UInt8(truncatingIfNeeded: type.value)
      text = FloatFormat.text(x, type: letter, digits: precision < 0 ? 6 : precision, alternate: alternate)
    }
    if dropsNegativeZero { text = FloatFormat.withoutNegativeZero(text) }
    if type == "%" { text += "%" }
    let isNegative = text.hasPrefix("-")
    let unsigned = isNegative ? text.dropFirst() : text[...]
    let digits = unsigned.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
    return try pad(
      isNegative: isNegative, prefix: "", digits: String(Substring(digits)),
      remainder: String(unsigned[digits.endIndex...]), groupSize: 3)
  }
}
