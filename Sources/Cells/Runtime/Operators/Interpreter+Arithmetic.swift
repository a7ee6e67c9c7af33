import BigInt

typealias BigNumber = BigInt

extension Interpreter {
  /// Arithmetic of Python's own numbers; `nil` where an operand is something else.
  func numbers(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws -> Value? {
    if !operation.isForFloats, operation == .matrixMultiply || left.isFloat || right.isFloat { return nil }
    switch (left, right) {
    case (.int(let a), .int(let b)): return try integers(operation, a, b)
    case (.float(let a), .float(let b)): return try floats(operation, a, b)
    case (.float(let a), .int(let b)): return try floats(operation, a, Double(b))
    case (.int(let a), .float(let b)): return try floats(operation, Double(a), b)
    case (.bool(let a), .bool(let b)):
      switch operation {
      case .bitAnd: return .bool(a && b)
      case .bitOr: return .bool(a || b)
      case .bitXor: return .bool(a != b)
      default: return try integers(operation, a ? 1 : 0, b ? 1 : 0)
      }
    case (.bool(let a), .int), (.bool(let a), .float): return try numbers(operation, .int(a ? 1 : 0), right)
    case (.int, .bool(let b)), (.float, .bool(let b)): return try numbers(operation, left, .int(b ? 1 : 0))
    default: return try bigNumbers(operation, left, right)
    }
  }

  private func bigNumbers(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws -> Value? {
    if left.asBigInt == nil, right.asBigInt == nil { return nil }
    if case .float(let number) = left, let big = right.asBigInt?.value {
      return try floats(operation, number, Interpreter.double(big))
    }
    if case .float(let number) = right, let big = left.asBigInt?.value {
      return try floats(operation, Interpreter.double(big), number)
    }
    guard let a = left.bigInteger, let b = right.bigInteger else { return nil }
    return try bigIntegers(operation, a, b)
  }

  private func integers(_ operation: BinaryOperator, _ a: Int, _ b: Int) throws -> Value {
    switch operation {
    case .add:
      let (result, overflow) = a.addingReportingOverflow(b)
      if !overflow { return .int(result) }
    case .subtract:
      let (result, overflow) = a.subtractingReportingOverflow(b)
      if !overflow { return .int(result) }
    case .multiply:
      let (result, overflow) = a.multipliedReportingOverflow(by: b)
      if !overflow { return .int(result) }
    case .divide:
      if b == 0 { throw Raised.zeroDivision("division by zero") }
      if a.magnitude <= 1 << 53, b.magnitude <= 1 << 53 { return .float(Double(a) / Double(b)) }
    case .floorDivide:
      if b == 0 { throw Raised.zeroDivision("integer division or modulo by zero") }
      if b != -1 { return .int(a.floorDivided(by: b)) }
    case .modulo:
      if b == 0 { throw Raised.zeroDivision("integer modulo by zero") }
      return .int(b == -1 ? 0 : a.flooredRemainder(dividingBy: b))
    case .power:
      if b < 0 { return try floats(.power, Double(a), Double(b)) }
      if let result = a.power(b) { return .int(result) }
    case .leftShift:
      if b < 0 { throw Raised.valueError("negative shift count") }
      if b < 64 {
        let result = a << b
        if result >> b == a { return .int(result) }
      }
    case .rightShift:
      if b < 0 { throw Raised.valueError("negative shift count") }
      return .int(b > 63 ? (a < 0 ? -1 : 0) : a >> b)
    case .bitAnd: return .int(a & b)
    case .bitOr: return .int(a | b)
    case .bitXor: return .int(a ^ b)
    case .matrixMultiply: throw unsupportedOperands("@", .int(a), .int(b))
    }
    return try bigIntegers(operation, BigInt(a), BigInt(b))
  }

  private func bigIntegers(_ operation: BinaryOperator, _ a: BigInt, _ b: BigInt) throws -> Value {
    switch operation {
    case .add: return Value(a + b)
    case .subtract: return Value(a - b)
    case .multiply: return Value(try product(a, b))
    case .divide:
      if b == 0 { throw Raised.zeroDivision("division by zero") }
      let quotient = BigInt.correctlyRoundedQuotient(a, b)
      if quotient.isInfinite { throw Raised.overflow("integer division result too large for a float") }
      return .float(quotient)
    case .floorDivide:
      if b == 0 { throw Raised.zeroDivision("integer division or modulo by zero") }
      return Value(try flooredQuotientAndRemainder(a, b).quotient)
    case .modulo:
      if b == 0 { throw Raised.zeroDivision("integer modulo by zero") }
      return Value(try flooredQuotientAndRemainder(a, b).remainder)
    case .power:
      if b < 0 { return try floats(.power, Interpreter.double(a), Interpreter.double(b)) }
      return Value(try power(a, b))
    case .leftShift:
      if b < 0 { throw Raised.valueError("negative shift count") }
      guard let shift = Int(exactly: b), shift <= Interpreter.largestBitWidth - a.bitWidth else {
        if a == 0 { return .int(0) }
        throw Raised(Exceptions.memoryError, "")
      }
      return Value(a << shift)
    case .rightShift:
      if b < 0 { throw Raised.valueError("negative shift count") }
      guard let shift = Int(exactly: b) else { return .int(a < 0 ? -1 : 0) }
      // Towards minus infinity.
      return Value(a < 0 ? -((-a - 1) >> shift) - 1 : a >> shift)
    case .bitAnd: return Value(a & b)
    case .bitOr: return Value(a | b)
    case .bitXor: return Value(a ^ b)
    case .matrixMultiply: throw unsupportedOperands("@", Value(a), Value(b))
    }
  }

  private func floats(_ operation: BinaryOperator, _ a: Double, _ b: Double) throws -> Value {
    switch operation {
    case .add: return .float(a + b)
    case .subtract: return .float(a - b)
    case .multiply: return .float(a * b)
    case .divide:
      if b == 0 { throw Raised.zeroDivision("float division by zero") }
      return .float(a / b)
    case .floorDivide:
      if b == 0 { throw Raised.zeroDivision("float floor division by zero") }
      return .float(a.flooredQuotientAndRemainder(b).quotient)
    case .modulo:
      if b == 0 { throw Raised.zeroDivision("float modulo") }
      return .float(a.flooredQuotientAndRemainder(b).remainder)
    case .power: return .float(try power(a, b))
    default: throw unsupportedOperands(operation.display, .float(a), .float(b))
    }
  }

  private func power(_ a: Double, _ b: Double) throws -> Double {
    if a == 0, b < 0 { throw Raised.zeroDivision("0.0 cannot be raised to a negative power") }
    if a < 0, a.isFinite, b.isFinite, b != b.rounded() {
      throw Raised.unsupported("complex numbers are not supported: a negative number to a fractional power is one")
    }
    let result = pow(a, b)
    if result.isInfinite, a.isFinite, b.isFinite {
      throw Raised(ExceptionObject(Exceptions.overflowError, [.int(34), Value("Numerical result out of range")]))
    }
    return result
  }
}

extension Value {
  /// Python's integers and booleans of any size.
  package var bigInteger: BigInt? {
    switch self {
    case .int(let value): BigInt(value)
    case .bool(let value): BigInt(value ? 1 : 0)
    case .npInt64(let value): BigInt(value)
    case .npUInt8(let value): BigInt(Int(value))
    case .npBool(let value): BigInt(value ? 1 : 0)
    default: asBigInt?.value
    }
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
