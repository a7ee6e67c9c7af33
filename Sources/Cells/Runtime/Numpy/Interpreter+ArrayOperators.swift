import Arrays

/// Python's operators where an array or one of NumPy's scalars takes part.
extension Interpreter {
  func arrayBinary(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws -> Value {
    guard let function = operation.function else {
      let (a, b) = (try operand(left, operation, right), try operand(right, operation, left))
      return Value(unwrapping: chargeProduct(a, b, try NDArray.matmul(a, b)))
    }
    if operation != .power, let (a, b) = beyondArrays(left, right) { return try binary(operation, a, b) }
    // Two numbers need no arrays.
    if let a = left.scalar, let b = right.scalar {
      return Value(try Scalar.apply(function, a, b, warn: warnRuntime))
    }
    let a = try operand(left, operation, right, isLeft: true)
    let b = try operand(right, operation, left, isLeft: false)
    if operation == .power { return Value(unwrapping: try NDArray.raise(a, to: b, warn: warnRuntime)) }
    let result = try NDArray.apply(function, a, b, warn: warnRuntime)
    charge(result.count >> 3)
    return Value(unwrapping: result)
  }

  /// `array += value`: the elements change where they lie.
  func arrayInPlace(_ operation: BinaryOperator, _ target: ArrayObject, _ value: Value) throws -> Value {
    if value.isObjectElement, let function = operation.function {
      throw vintage.objectResult(of: function.name, target.array.dtype)
    }
    let operand = try operand(value, operation, .object(target), isLeft: false)
    charge(target.array.count >> 3)
    guard let function = operation.function else {
      try target.array.assign(NDArray.matmul(target.array, operand))
      return .object(target)
    }
    if operation == .power {
      _ = try NDArray.raise(target.array, to: operand, out: target.array, warn: warnRuntime)
    } else {
      _ = try NDArray.apply(function, target.array, operand, out: target.array, warn: warnRuntime)
    }
    return .object(target)
  }

  func arrayUnary(_ operation: UnaryOperator, _ value: Value) throws -> Value {
    let function: UnaryFunction =
      switch operation {
      case .negate: .negative
      case .plus: .positive
      case .invert: .invert
      case .not: .logicalNot
      }
    if let scalar = value.scalar {
      return Value(try Scalar.apply(function, to: scalar, isOperator: true, warn: warnRuntime))
    }
    chargeElements(value)
    return Value(unwrapping: try NDArray.apply(function, to: asArray(value), warn: warnRuntime))
  }

  /// `array == value` and the like, element by element.
  func compareArrays(_ operation: ComparisonOperator, _ left: Value, _ right: Value) throws -> Value {
    guard let function = operation.function else { return .notImplemented }
    if let (a, b) = beyondArrays(left, right) { return .npBool(try isTrue(compare(operation, a, b))) }
    guard let a = try comparable(left, with: right), let b = try comparable(right, with: left) else {
      return try compareWithOther(operation, left, right)
    }
    if operation == .equal || operation == .notEqual, vintage.numpy < 25,
      (try? NDArray.broadcastShape([a.shape, b.shape])) == nil
    {
      warn(
        Exceptions.deprecationWarning, "elementwise comparison failed; this will raise an error in the future.")
      return .bool(operation == .notEqual)
    }
    return Value(unwrapping: try NDArray.apply(function, a, b, warn: warnRuntime))
  }

  /// An array or NumPy's scalar beside what is no number: nothing equals it, and nothing but nothing is less or greater.
  private func compareWithOther(
    _ operation: ComparisonOperator, _ left: Value, _ right: Value
  ) throws -> Value {
    let isLeft = isNumPy(left)
    let (array, other) = (try asArray(isLeft ? left : right), isLeft ? right : left)
    if operation != .equal, operation != .notEqual {
      // Python asks the other operand first and then NumPy's, which has the mirrored operator.
      let seen = isLeft ? operation : operation.mirrored
      if other.asString != nil, let function = seen.function {
        throw refusal(of: function, .object(ArrayObject(array)), other)
      }
      if array.count > 0 {
        throw Raised.typeError(
          "'\(seen.symbol)' not supported between instances of '\(array.dtype.pythonName)' and '\(typeName(other))'")
      }
    }
    let result = try NDArray(.bool, shape: array.shape)
    if operation == .notEqual { try result.assign(NDArray(scalar: true)) }
    return Value(unwrapping: result)
  }

  /// A NumPy number and an integer of more than 64 bits: NumPy leaves such a pair to Python.
  private func beyondArrays(_ left: Value, _ right: Value) -> (Value, Value)? {
    func isBeyond(_ value: Value) -> Bool { value.asBigInt.map { $0.value.magnitude.bitWidth > 64 } ?? false }
    if isBeyond(left), let scalar = right.scalar { return (left, Value(python: scalar)) }
    if isBeyond(right), let scalar = left.scalar { return (Value(python: scalar), right) }
    return nil
  }

  private func comparable(_ value: Value, with other: Value) throws -> NDArray? {
    if let big = value.asBigInt?.value {
      // Beyond all integers of arrays; near floats it counts as one.
      if try asArray(other).dtype.isFloating { return try NDArray(.float64(Interpreter.double(big))) }
      return try NDArray(.float64(big < 0 ? -.infinity : .infinity))
    }
    if value.asArray != nil || value.scalar != nil || value.elements != nil || value.asRange != nil {
      return try asArray(value)
    }
    return nil
  }

  /// An operand as an array, or the error that NumPy has for what is none.
  private func operand(
    _ value: Value, _ operation: BinaryOperator, _ other: Value, isLeft: Bool = true
  ) throws -> NDArray {
    if value.asArray != nil || value.scalar != nil || value.elements != nil || value.asRange != nil {
      return try asArray(value)
    }
    if value.asBigInt != nil { throw notAnElement(value) }
    let name = (try asArray(other)).dtype.pythonName
    if value.asString != nil, let function = operation.function {
      throw isLeft ? refusal(of: function, value, other) : refusal(of: function, other, value)
    }
    let names = isLeft ? (typeName(value), name) : (name, typeName(value))
    throw Raised.typeError("unsupported operand type(s) for \(operation.display): '\(names.0)' and '\(names.1)'")
  }
}

extension Value {
  /// Whether NumPy makes an element of dtype object of it: what is no number, no text and no sequence.
  var isObjectElement: Bool {
    switch self {
    case .none, .ellipsis, .notImplemented: return true
    case .object(let object):
      switch object.kind {
      case .array, .string, .bytes, .bigInt, .list, .tuple, .instance, .host: return false
      default: return asArray == nil && scalar == nil && elements == nil && asRange == nil
      }
    default: return false
    }
  }
}

extension BinaryOperator {
  /// NumPy's function behind the operator; `nil` for `@`.
  var function: BinaryFunction? {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .floorDivide: .floorDivide
    case .modulo: .remainder
    case .power: .power
    case .matrixMultiply: nil
    case .leftShift: .leftShift
    case .rightShift: .rightShift
    case .bitAnd: .bitwiseAnd
    case .bitOr: .bitwiseOr
    case .bitXor: .bitwiseXor
    }
  }
}

extension ComparisonOperator {
  /// What it is when the operands change places.
  fileprivate var mirrored: ComparisonOperator {
    switch self {
    case .less: .greater
    case .lessEqual: .greaterEqual
    case .greater: .less
    case .greaterEqual: .lessEqual
    default: self
    }
  }

  var function: BinaryFunction? {
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

extension DType {
  /// Python's number of that kind, as messages about single elements name it.
  var pythonName: String {
    switch self {
    case .bool: "bool"
    case .uint8, .int64: "int"
    case .float32, .float64: "float"
    }
  }
}
