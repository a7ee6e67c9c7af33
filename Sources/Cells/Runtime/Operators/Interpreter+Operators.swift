import Arrays

extension Interpreter {
  /// `left operation right`, for everything the evaluation loop does not do by itself.
  ///
  /// Numbers first, then arrays and NumPy's scalars, then sequences, sets and classes with methods of their own.
  package func binary(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws -> Value {
    if let result = try numbers(operation, left, right) { return result }
    if isNumPy(left) || isNumPy(right), !hasUserOperator(left, right), !isSequenceOperation(operation, left, right) {
      return try arrayBinary(operation, left, right)
    }
    if left.isSpecialContainer || right.isSpecialContainer, let result = try userOperator(operation, left, right) {
      return result
    }
    if let result = try sequences(operation, left, right) { return result }
    if let result = try userOperator(operation, left, right) { return result }
    if operation == .bitOr, let union = UnionObject.joining(left, right) { return .object(union) }
    throw unsupportedOperands(operation.display, left, right)
  }

  /// `target operation= value`: lists, sets and arrays change in place, everything else makes a new value.
  func inPlace(_ operation: BinaryOperator, _ target: Value, _ value: Value) throws -> Value {
    if case .object(let object) = target {
      switch (object.kind, operation) {
      case (.array, _):
        return try arrayInPlace(operation, unsafeDowncast(object, to: ArrayObject.self), value)
      case (.list, .add):
        let list = unsafeDowncast(object, to: ListObject.self)
        try append(collect(value), to: &list.elements)
        return target
      case (.list, .multiply):
        let list = unsafeDowncast(object, to: ListObject.self)
        list.elements = try repeated(list.elements, count(toRepeat: value, operation, target))
        return target
      case (.set, _):
        let set = unsafeDowncast(object, to: SetObject.self)
        if !set.isFrozen, let other = try setOperand(value), try change(set, operation, other) { return target }
      case (.dict, .bitOr):
        try merge(value, into: target)
        return target
      case (.instance, _):
        if let method = userMethod(target, "__i\(operation.methodName)__") {
          let result = try call(method, [target, value])
          if case .notImplemented = result {} else { return result }
        }
      default: break
      }
    }
    do {
      return try binary(operation, target, value)
    } catch let raised as Raised where raised.exception.isUnsupportedOperands {
      throw unsupportedOperands(operation.symbol + "=", target, value)
    }
  }

  /// `-value`, `+value`, `~value`, `not value`
  package func unary(_ operation: UnaryOperator, _ value: Value) throws -> Value {
    switch (operation, value) {
    case (.not, _): return .bool(try !isTrue(value))
    case (.negate, .int(let number)): return number == .min ? Value(-BigNumber(number)) : .int(-number)
    case (.negate, .float(let number)): return .float(-number)
    case (.negate, .bool(let flag)): return .int(flag ? -1 : 0)
    case (.plus, .int), (.plus, .float): return value
    case (.plus, .bool(let flag)): return .int(flag ? 1 : 0)
    case (.invert, .int(let number)): return .int(~number)
    case (.invert, .bool(let flag)): return .int(flag ? -2 : -1)
    default: break
    }
    if let big = value.asBigInt?.value {
      switch operation {
      case .negate: return Value(-big)
      case .plus: return value
      default: return Value(-big - 1)
      }
    }
    if isNumPy(value) { return try arrayUnary(operation, value) }
    let (name, symbol) = operation.method
    if let method = userMethod(value, name) { return try call(method, [value]) }
    throw Raised.typeError("bad operand type for unary \(symbol): '\(typeName(value))'")
  }

  /// An array or one of NumPy's scalars.
  func isNumPy(_ value: Value) -> Bool {
    switch value {
    case .npBool, .npUInt8, .npInt64, .npFloat32, .npFloat64: true
    case .object(let object): object.kind == .array
    default: false
    }
  }

  /// `"%d" % np.int64(3)` and `[0] * np.int64(3)` are no arithmetic.
  private func isSequenceOperation(_ operation: BinaryOperator, _ left: Value, _ right: Value) -> Bool {
    switch operation {
    case .modulo: left.asString != nil
    case .add: left.asString != nil && right.isNumpyScalar
    case .multiply: (left.isPlainSequence && right.isNumpyScalar) || (right.isPlainSequence && left.isNumpyScalar)
    default: false
    }
  }

  func unsupportedOperands(_ symbol: String, _ left: Value, _ right: Value) -> Raised {
    let error = Raised.typeError(
      "unsupported operand type(s) for \(symbol): '\(typeName(left))' and '\(typeName(right))'")
    error.exception.isUnsupportedOperands = true
    return error
  }

  // MARK: - Classes of the cell language

  private func hasUserOperator(_ left: Value, _ right: Value) -> Bool {
    left.object?.type.isUserDefined ?? false || right.object?.type.isUserDefined ?? false
  }

  private func userOperator(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws -> Value? {
    let name = operation.methodName
    // A subclass's reflected method goes first.
    let isRightFirst =
      left.type !== right.type && right.type.isUserDefined && right.type.isSubclass(of: left.type)
    let attempts = [
      (left, "__\(name)__", right), (right, "__r\(name)__", left),
    ]
    for (receiver, method, other) in isRightFirst ? attempts.reversed() : attempts {
      guard let method = userMethod(receiver, method) else { continue }
      let result = try call(method, [receiver, other])
      if case .notImplemented = result { continue }
      return result
    }
    return nil
  }
}

extension BinaryOperator {
  /// `add` in `__add__`.
  var methodName: String {
    switch self {
    case .add: "add"
    case .subtract: "sub"
    case .multiply: "mul"
    case .divide: "truediv"
    case .floorDivide: "floordiv"
    case .modulo: "mod"
    case .power: "pow"
    case .matrixMultiply: "matmul"
    case .leftShift: "lshift"
    case .rightShift: "rshift"
    case .bitAnd: "and"
    case .bitOr: "or"
    case .bitXor: "xor"
    }
  }

  /// As Python's messages have it.
  var display: String { self == .power ? "** or pow()" : symbol }
}

extension UnaryOperator {
  fileprivate var method: (String, String) {
    switch self {
    case .negate: ("__neg__", "-")
    case .plus: ("__pos__", "+")
    case .invert: ("__invert__", "~")
    case .not: ("__bool__", "not")
    }
  }
}

extension Value {
  fileprivate var isPlainSequence: Bool { asString != nil || elements != nil || asBytes != nil }
}
