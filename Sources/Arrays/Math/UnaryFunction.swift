/// NumPy's elementwise functions of one operand.
public enum UnaryFunction: String, CaseIterable, Sendable {
  case negative, positive, absolute, fabs, sign, sqrt, cbrt, square, reciprocal
  case exp, exp2, expm1, log, log2, log10, log1p
  case sin, cos, tan, arcsin, arccos, arctan, sinh, cosh, tanh, arcsinh, arccosh, arctanh
  case floor, ceil, trunc, rint
  case isnan, isinf, isfinite, signbit
  case logicalNot, invert
  case deg2rad, rad2deg

  /// NumPy's name: `np.exp.__name__`.
  public var name: String { self == .logicalNot ? "logical_not" : rawValue }

  /// In what type the kernel works and what dtype the result has.
  struct Signature {
    let operand: DType
    let result: DType
  }

  /// - Throws: NumPy's `TypeError` where it has no loop; `.unsupported` where the result would be of another dtype.
  func signature(for dtype: DType) throws(ArrayError) -> Signature {
    switch self {
    case .negative:
      if dtype == .bool {
        throw .plain(
          .type,
          "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not "
            + "function instead.")
      }
      return Signature(operand: dtype, result: dtype)
    case .positive, .sign:
      if dtype == .bool {
        throw .plain(
          .ufuncType,
          "ufunc '\(name)' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> "
            + "-> None")
      }
      return Signature(operand: dtype, result: dtype)
    case .absolute:
      return Signature(operand: dtype, result: dtype)
    case .square, .reciprocal:
      if dtype == .bool { throw .unsupportedResult("int8", of: "\(name) of bool", fix: ".astype(int)") }
      return Signature(operand: dtype, result: dtype)
    case .invert:
      if dtype.isFloating { throw .noSafeLoop(name) }
      return Signature(operand: dtype, result: dtype)
    case .logicalNot:
      return Signature(operand: dtype, result: .bool)
    case .isnan, .isinf, .isfinite, .signbit:
      return Signature(operand: dtype, result: .bool)
    default:
      switch dtype {
      case .bool, .uint8:
        throw .unsupportedResult("float16", of: "\(name) of \(dtype.name)", fix: ".astype(float)")
      case .int64, .float64: return Signature(operand: .float64, result: .float64)
      case .float32: return Signature(operand: .float32, result: .float32)
      }
    }
  }

  /// Functions whose floating-point flags NumPy throws away.
  var isSilent: Bool {
    switch self {
    case .isnan, .isinf, .isfinite, .signbit, .logicalNot, .invert, .absolute, .fabs, .negative, .positive, .sign,
      .floor, .ceil, .trunc, .rint:
      true
    default: false
    }
  }
}

extension ArrayError {
  static func noSafeLoop(_ name: String) -> ArrayError {
    .plain(
      .type,
      "ufunc '\(name)' not supported for the input types, and the inputs could not be safely coerced to any supported "
        + "types according to the casting rule ''safe''")
  }
}
