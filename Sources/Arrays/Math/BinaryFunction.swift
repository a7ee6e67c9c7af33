/// NumPy's elementwise functions of two operands.
public enum BinaryFunction: String, CaseIterable, Sendable {
  case add, subtract, multiply, divide
  case floorDivide = "floor_divide"
  case remainder, power, fmod, maximum, minimum, fmax, fmin
  case equal
  case notEqual = "not_equal"
  case less
  case lessEqual = "less_equal"
  case greater
  case greaterEqual = "greater_equal"
  case logicalAnd = "logical_and"
  case logicalOr = "logical_or"
  case logicalXor = "logical_xor"
  case bitwiseAnd = "bitwise_and"
  case bitwiseOr = "bitwise_or"
  case bitwiseXor = "bitwise_xor"
  case leftShift = "left_shift"
  case rightShift = "right_shift"
  case arctan2, hypot, copysign, logaddexp
  case floatPower = "float_power"
  case gcd, lcm, heaviside

  /// NumPy's name: `np.add.__name__`.
  public var name: String { rawValue }

  /// Functions whose floating-point flags NumPy throws away.
  var isSilent: Bool {
    switch self {
    case .maximum, .minimum, .fmax, .fmin, .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .logicalAnd,
      .logicalOr, .logicalXor, .bitwiseAnd, .bitwiseOr, .bitwiseXor, .leftShift, .rightShift, .copysign, .gcd, .lcm,
      .heaviside:
      true
    default: false
    }
  }

  /// In what type the kernel works and what dtype the result has.
  struct Signature {
    let operand: DType
    let result: DType
  }

  /// - Throws: NumPy's `TypeError` where it has no loop; `.unsupported` where the result would be of another dtype.
  func signature(_ a: PromotionOperand, _ b: PromotionOperand) throws(ArrayError) -> Signature {
    switch self {
    case .logicalAnd, .logicalOr, .logicalXor, .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual:
      return Signature(operand: try comparisonType(a, b), result: .bool)
    case .floatPower:
      return Signature(operand: .float64, result: .float64)
    case .divide where !a.dtype.isFloating && !b.dtype.isFloating:
      return Signature(operand: .float64, result: .float64)
    default: break
    }
    // Described only where it fails: this is on the way of every small operation.
    let common = try DType.result(a, b, for: description(a, b))
    switch self {
    case .add, .multiply, .maximum, .minimum, .fmax, .fmin, .divide:
      break
    case .subtract:
      if common == .bool {
        throw .plain(
          .type,
          "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the "
            + "logical_xor function instead.")
      }
    case .floorDivide, .remainder, .power, .fmod:
      if common == .bool { throw .unsupportedResult("int8", of: description(a, b), fix: ".astype(int)") }
    case .bitwiseAnd, .bitwiseOr, .bitwiseXor, .leftShift, .rightShift:
      if common.isFloating { throw .noSafeLoop(name) }
      if common == .bool, self == .leftShift || self == .rightShift {
        throw .unsupportedResult("int8", of: description(a, b), fix: ".astype(int)")
      }
    case .gcd, .lcm:
      if !common.isInteger {
        throw .plain(
          .ufuncType,
          "ufunc '\(name)' did not contain a loop with signature matching types "
            + "(\(a.dtype.className), \(b.dtype.className)) -> None")
      }
    default:
      switch common {
      case .bool, .uint8: throw .unsupportedResult("float16", of: description(a, b), fix: ".astype(float)")
      case .int64: return Signature(operand: .float64, result: .float64)
      case .float32, .float64: break
      }
    }
    return Signature(operand: common, result: common)
  }

  /// The result is a truth value whatever the operands become, so what uint8 cannot hold may widen to int64.
  private func comparisonType(_ a: PromotionOperand, _ b: PromotionOperand) throws(ArrayError) -> DType {
    if !a.dtype.isFloating && !b.dtype.isFloating { return try DType.promote(a.dtype, b.dtype) }
    return try DType.result(a, b, for: name)
  }

  /// For messages: `add of uint8 and the value 300`.
  private func description(_ a: PromotionOperand, _ b: PromotionOperand) -> String {
    "\(name) of \(a.dtype.name) and \(b.value.map { "the value \($0.plainText)" } ?? b.dtype.name)"
  }
}

extension DType {
  var className: String {
    switch self {
    case .bool: "<class 'numpy.dtypes.BoolDType'>"
    case .uint8: "<class 'numpy.dtypes.UInt8DType'>"
    case .int64: "<class 'numpy.dtypes.Int64DType'>"
    case .float32: "<class 'numpy.dtypes.Float32DType'>"
    case .float64: "<class 'numpy.dtypes.Float64DType'>"
    }
  }
}

extension Scalar {
  fileprivate var plainText: String {
    switch self {
    case .bool(let value): "\(value)"
    case .uint8(let value): "\(value)"
    case .int64(let value): "\(value)"
    case .float32(let value): "\(value)"
    case .float64(let value): "\(value)"
    }
  }
}
