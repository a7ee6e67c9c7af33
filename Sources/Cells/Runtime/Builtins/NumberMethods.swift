import Arrays
import BigInt

/// The constructors `int`, `bool` and `float`.
enum NumberMethods {
  static let int: NativeFunction = NativeFunction("int", "x=, /, base=", quick: quickInt) { a in
    guard !a[1].isUndefined else { return a[0].isUndefined ? .int(0) : try integer(a[0], a.interpreter) }
    guard !a[0].isUndefined else { throw Raised.typeError("int() missing string argument") }
    let base = try a.int(1)
    guard base == 0 || (2...36).contains(base) else {
      throw Raised.valueError("int() base must be >= 2 and <= 36, or 0")
    }
    guard let text = text(a[0]) else { throw Raised.typeError("int() can't convert non-string with explicit base") }
    return try parse(text, base: base, a[0], a.interpreter)
  }

  static let bool: NativeFunction = NativeFunction("bool", "x=, /") { a in
    .bool(a[0].isUndefined ? false : try a.interpreter.isTrue(a[0]))
  }

  static let float: NativeFunction = NativeFunction("float", "x=, /", quick: quickFloat) { a in
    if a[0].isUndefined { return .float(0) }
    if let text = text(a[0]) {
      if let x = NumberText.float(text) { return .float(x) }
      throw Raised.valueError("could not convert string to float: \(try a.interpreter.representation(a[0]))")
    }
    if let x = try a.interpreter.findDouble(a[0]) { return .float(x) }
    throw Raised.typeError(
      "float() argument must be a string or \(a.interpreter.vintage.realNumber), not "
        + "'\(a.interpreter.typeName(a[0]))'")
  }

  private static let quickInt: NativeFunction.Quick = { _, base, count, result in
    guard count == 1 else { return false }
    if base.tag == ValueLayout.int {
      result.storeInt(base.rawInt)
      return true
    }
    guard let number = base.rawNumber, number.magnitude < 0x1p62 else { return false }
    result.storeInt(Int(number))
    return true
  }

  private static let quickFloat: NativeFunction.Quick = { _, base, count, result in
    guard count == 1, let number = base.rawNumber else { return false }
    result.storeDouble(number)
    return true
  }

  private static func integer(_ value: Value, _ interpreter: Interpreter) throws -> Value {
    guard let text = text(value) else { return try interpreter.truncated(value) }
    return try parse(text, base: 10, value, interpreter)
  }

  private static func parse(_ text: String, base: Int, _ value: Value, _ interpreter: Interpreter) throws -> Value {
    if let integer = try NumberText.integer(text, base: base) { return integer }
    let shown = try interpreter.representation(value).unicodeScalars.prefix(200)
    throw Raised.valueError("invalid literal for int() with base \(base): \(String(shown))")
  }

  private static func text(_ value: Value) -> String? {
    value.asString?.value ?? value.asBytes.map { String(decoding: $0.value, as: UTF8.self) }
  }
}
