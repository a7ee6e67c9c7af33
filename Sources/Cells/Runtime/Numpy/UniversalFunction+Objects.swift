import Arrays

/// NumPy's functions of an operand that is no number: `np.multiply(None, W)`. NumPy then asks Python's operators, one
/// element after the other, and students read what these say.
extension UniversalFunction {
  /// - Returns: `nil` where all operands are numbers or arrays of them.
  static func onObjects(_ function: UnaryFunction, _ a: borrowing Arguments) throws -> Value? {
    let operand = a[0]
    if operand.asString != nil || operand.asBytes != nil { throw textRefusal(of: function, a.function.name, operand) }
    guard operand.isObjectElement else { return nil }
    let interpreter = a.interpreter
    let type = interpreter.typeName(operand)
    switch function {
    case .absolute: return try interpreter.call(BuiltinFunctions.value(of: "abs") ?? .none, [operand])
    case .negative: return try interpreter.unary(.negate, operand)
    case .positive: return try interpreter.unary(.plus, operand)
    case .invert: return try interpreter.unary(.invert, operand)
    case .logicalNot: return .bool(try !interpreter.isTrue(operand))
    case .square: return try interpreter.binary(.multiply, operand, operand)
    case .reciprocal: return try interpreter.binary(.divide, .int(1), operand)
    case .sign:
      _ = try interpreter.compare(.less, operand, .int(0))
      throw Raised.unsupported("np.sign of '\(type)' is not supported: compare with 0")
    case .floor, .ceil:
      if interpreter.userMethod(operand, "__\(function.name)__") == nil {
        throw Raised.typeError("must be real number, not \(type)")
      }
    case .trunc:
      if interpreter.userMethod(operand, "__trunc__") == nil {
        throw Raised.typeError("type \(type) doesn't define __trunc__ method")
      }
    case .isnan, .isinf, .isfinite, .signbit: throw notSupported(function.name)
    default:
      if interpreter.userMethod(operand, function.name) == nil {
        throw Raised.typeError(
          "loop of ufunc does not support argument 0 of type \(type) which has no callable \(a.function.name) method")
      }
    }
    throw Raised.unsupported("np.\(function.name) of '\(type)' is not supported: call its method")
  }

  /// - Returns: `nil` where all operands are numbers or arrays of them.
  static func onObjects(_ function: BinaryFunction, _ a: borrowing Arguments) throws -> Value? {
    let (left, right) = (a[0], a[1])
    let interpreter = a.interpreter
    guard left.isObjectElement || right.isObjectElement else {
      guard left.asString != nil || right.asString != nil else { return nil }
      if left.asString != nil, right.asString != nil, let comparison = function.comparison {
        return .npBool(try interpreter.isTrue(interpreter.compare(comparison, left, right)))
      }
      throw interpreter.refusal(of: function, left, right)
    }
    let (lefts, rights) = (try elements(left, interpreter), try elements(right, interpreter))
    if [left, right].allSatisfy({ $0.isObjectElement || $0.asString != nil || $0.scalar != nil }) {
      return try onObjects(function, lefts[0], rights[0], interpreter)
    }
    var isEqual: [Bool] = []
    for index in 0..<max(lefts.count, rights.count) where !lefts.isEmpty && !rights.isEmpty {
      let result = try onObjects(function, lefts[index % lefts.count], rights[index % rights.count], interpreter)
      if case .bool(let flag) = result { isEqual.append(flag) }
    }
    if function.comparison == nil {
      throw Raised.unsupported("arrays of objects are not supported: np.\(function.name) gives one here; use a list")
    }
    let shape = try interpreter.asArray(left.isObjectElement ? right : left).shape
    return Value(try NDArray(isEqual.map { UInt8($0 ? 1 : 0) }, shape: shape).copy(as: .bool))
  }

  /// The elements of an array as Python has them, or the operand alone.
  private static func elements(_ value: Value, _ interpreter: Interpreter) throws -> [Value] {
    if value.isObjectElement || value.asString != nil { return [value] }
    let array = try interpreter.asArray(value).ravel()
    try Interpreter.checkSequenceSize(array.count)
    return (0..<array.count).map { Value(python: array.scalar(atOffset: array.offset(ofFlatIndex: $0))) }
  }

  private static func onObjects(
    _ function: BinaryFunction, _ left: Value, _ right: Value, _ interpreter: Interpreter
  ) throws -> Value {
    if let operation = function.pythonOperator { return try interpreter.binary(operation, left, right) }
    if let comparison = function.comparison {
      return .bool(try interpreter.isTrue(interpreter.compare(comparison, left, right)))
    }
    switch function {
    case .maximum, .fmax: return try interpreter.isTrue(interpreter.compare(.greaterEqual, left, right)) ? left : right
    case .minimum, .fmin: return try interpreter.isTrue(interpreter.compare(.lessEqual, left, right)) ? left : right
    case .logicalAnd: return try interpreter.isTrue(left) ? right : left
    case .logicalOr: return try interpreter.isTrue(left) ? left : right
    case .fmod, .logicalXor, .arctan2, .hypot:
      throw Raised.attributeError("'\(interpreter.typeName(left))' object has no attribute '\(function.name)'")
    case .gcd, .lcm: throw Raised.unsupported("np.\(function.name) of what is no number is not supported")
    default: throw notSupported(function.name)
    }
  }

  private static func textRefusal(of function: UnaryFunction, _ name: String, _ text: Value) -> Raised {
    switch function {
    case .absolute, .negative, .positive, .sign:
      let cls = text.asString == nil ? "Bytes" : "Str"
      return Raised(
        Exceptions.ufuncNoLoopError,
        "ufunc '\(name)' did not contain a loop with signature matching types "
          + "<class 'numpy.dtypes.\(cls)DType'> -> None")
    default: return notSupported(name)
    }
  }

  private static func notSupported(_ name: String) -> Raised {
    .typeError(
      "ufunc '\(name)' not supported for the input types, and the inputs could not be safely coerced to any "
        + "supported types according to the casting rule ''safe''")
  }
}

extension BinaryFunction {
  fileprivate var pythonOperator: BinaryOperator? {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .floorDivide: .floorDivide
    case .remainder: .modulo
    case .power: .power
    case .bitwiseAnd: .bitAnd
    case .bitwiseOr: .bitOr
    case .bitwiseXor: .bitXor
    case .leftShift: .leftShift
    case .rightShift: .rightShift
    default: nil
    }
  }

  fileprivate var comparison: ComparisonOperator? {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessEqual: .lessEqual
    case .greater: .greater
    case .greaterEqual: .greaterEqual
    default: nil
    }
  }
}
