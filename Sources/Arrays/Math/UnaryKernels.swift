#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension UnaryFunction {
  /// Runs the function's loop over an operand of `type`.
  func run(_ operands: inout UnaryOperands, _ type: DType) throws(ArrayError) {
    switch type {
    case .bool: try runBool(&operands)
    case .uint8: try runInteger(&operands, UInt8.self)
    case .int64: try runInteger(&operands, Int64.self)
    case .float32: try runFloating(&operands, Float.self)
    case .float64: try runFloating(&operands, Double.self)
    }
  }

  private func runBool(_ operands: inout UnaryOperands) throws(ArrayError) {
    switch self {
    case .absolute: try operands.map(UInt8.self, to: UInt8.self) { $0 }
    case .isfinite: try operands.map(UInt8.self, to: UInt8.self) { _ in 1 }
    case .isnan, .isinf, .signbit: try operands.map(UInt8.self, to: UInt8.self) { _ in 0 }
    case .logicalNot, .invert: try operands.map(UInt8.self, to: UInt8.self) { $0 ^ 1 }
    default: preconditionFailure("\(name) has no loop for truth values")
    }
  }

  private func runInteger<T: IntegerElement>(_ operands: inout UnaryOperands, _ type: T.Type) throws(ArrayError) {
    switch self {
    case .negative: try operands.map(T.self, to: T.self) { 0 &- $0 }
    case .positive: try operands.map(T.self, to: T.self) { $0 }
    case .absolute: try operands.map(T.self, to: T.self) { $0.wrappedMagnitude }
    case .sign: try operands.map(T.self, to: T.self) { $0.signum() }
    case .square: try operands.map(T.self, to: T.self) { $0 &* $0 }
    case .reciprocal: try operands.map(T.self, to: T.self) { $0.reciprocal }
    case .invert: try operands.map(T.self, to: T.self) { ~$0 }
    case .logicalNot: try operands.map(T.self, to: Bool.self) { $0 == 0 }
    case .isfinite: try operands.map(T.self, to: Bool.self) { _ in true }
    case .isnan, .isinf: try operands.map(T.self, to: Bool.self) { _ in false }
    case .signbit: try operands.map(T.self, to: Bool.self) { $0 < 0 }
    default: preconditionFailure("\(name) has no loop for integers")
    }
  }

  private func runFloating<T: FloatingElement>(_ operands: inout UnaryOperands, _ type: T.Type) throws(ArrayError) {
    switch self {
    case .negative: try operands.map(T.self, to: T.self) { -$0 }
    case .positive: try operands.map(T.self, to: T.self) { $0 }
    case .absolute, .fabs: try operands.map(T.self, to: T.self) { $0.magnitude }
    case .sign: try operands.map(T.self, to: T.self) { $0.numericSign }
    case .sqrt: try operands.map(T.self, to: T.self) { $0.squareRoot() }
    case .square: try operands.map(T.self, to: T.self) { $0 * $0 }
    case .reciprocal: try operands.map(T.self, to: T.self) { 1 / $0 }
    case .floor: try operands.map(T.self, to: T.self) { $0.rounded(.down) }
    case .ceil: try operands.map(T.self, to: T.self) { $0.rounded(.up) }
    case .trunc: try operands.map(T.self, to: T.self) { $0.rounded(.towardZero) }
    case .rint: try operands.map(T.self, to: T.self) { $0.rounded(.toNearestOrEven) }
    case .isnan: try operands.map(T.self, to: Bool.self) { $0 != $0 }
    case .isinf: try operands.map(T.self, to: Bool.self) { $0.isInfinite }
    case .isfinite: try operands.map(T.self, to: Bool.self) { $0.isFinite }
    case .signbit: try operands.map(T.self, to: Bool.self) { $0.sign == .minus }
    case .logicalNot: try operands.map(T.self, to: Bool.self) { $0 == 0 }
    case .deg2rad: try operands.map(T.self, to: T.self) { $0 * (T(3.14159265358979323846) / 180) }
    case .rad2deg: try operands.map(T.self, to: T.self) { $0 * (180 / T(3.14159265358979323846)) }
    case .invert: preconditionFailure("invert has no loop for floats")
    default: try runLibrary(&operands, T.self)
    }
  }

  /// What the C library computes, in double precision.
  private func runLibrary<T: FloatingElement>(_ operands: inout UnaryOperands, _ type: T.Type) throws(ArrayError) {
    let function = libraryFunction(self)
    try operands.map(T.self, to: T.self) { T(function($0.double)) }
  }
}

/// Stands outside the enumeration, whose cases hide the C functions there.
private func libraryFunction(_ function: UnaryFunction) -> @convention(c) (Double) -> Double {
  switch function {
  case .cbrt: { cbrt($0) }
  case .exp: { exp($0) }
  case .exp2: { exp2($0) }
  case .expm1: { expm1($0) }
  case .log: { log($0) }
  case .log2: { log2($0) }
  case .log10: { log10($0) }
  case .log1p: { log1p($0) }
  case .sin: { sin($0) }
  case .cos: { cos($0) }
  case .tan: { tan($0) }
  case .arcsin: { asin($0) }
  case .arccos: { acos($0) }
  case .arctan: { atan($0) }
  case .sinh: { sinh($0) }
  case .cosh: { cosh($0) }
  case .tanh: { tanh($0) }
  case .arcsinh: { asinh($0) }
  case .arccosh: { acosh($0) }
  case .arctanh: { atanh($0) }
  default: preconditionFailure("\(function.name) is not the C library's")
  }
}
