#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension UnaryFunction {
  /// Runs the function's loop over an operand of `type`.
  func run(_ operands: inout UnaryOperands, _ type: DType) {
    switch type {
    case .bool: runBool(&operands)
    case .uint8: runInteger(&operands, UInt8.self)
    case .int64: runInteger(&operands, Int64.self)
    case .float32: runFloating(&operands, Float.self)
    case .float64: runFloating(&operands, Double.self)
    }
  }

  private func runBool(_ operands: inout UnaryOperands) {
    switch self {
    case .absolute: operands.map(UInt8.self, to: UInt8.self) { $0 }
    case .isfinite: operands.map(UInt8.self, to: UInt8.self) { _ in 1 }
    case .isnan, .isinf, .signbit: operands.map(UInt8.self, to: UInt8.self) { _ in 0 }
    case .logicalNot, .invert: operands.map(UInt8.self, to: UInt8.self) { $0 ^ 1 }
    default: preconditionFailure("\(name) has no loop for truth values")
    }
  }

  private func runInteger<T: IntegerElement>(_ operands: inout UnaryOperands, _ type: T.Type) {
    switch self {
    case .negative: operands.map(T.self, to: T.self) { 0 &- $0 }
    case .positive: operands.map(T.self, to: T.self) { $0 }
    case .absolute: operands.map(T.self, to: T.self) { $0.wrappedMagnitude }
    case .sign: operands.map(T.self, to: T.self) { $0.signum() }
    case .square: operands.map(T.self, to: T.self) { $0 &* $0 }
    case .reciprocal: operands.map(T.self, to: T.self) { $0.reciprocal }
    case .invert: operands.map(T.self, to: T.self) { ~$0 }
    case .logicalNot: operands.map(T.self, to: Bool.self) { $0 == 0 }
    case .isfinite: operands.map(T.self, to: Bool.self) { _ in true }
    case .isnan, .isinf: operands.map(T.self, to: Bool.self) { _ in false }
    case .signbit: operands.map(T.self, to: Bool.self) { $0 < 0 }
    default: preconditionFailure("\(name) has no loop for integers")
    }
  }

  private func runFloating<T: FloatingElement>(_ operands: inout UnaryOperands, _ type: T.Type) {
    switch self {
    case .negative: operands.map(T.self, to: T.self) { -$0 }
    case .positive: operands.map(T.self, to: T.self) { $0 }
    case .absolute, .fabs: operands.map(T.self, to: T.self) { $0.magnitude }
    case .sign: operands.map(T.self, to: T.self) { $0.numericSign }
    case .sqrt: operands.map(T.self, to: T.self) { $0.squareRoot() }
    case .square: operands.map(T.self, to: T.self) { $0 * $0 }
    case .reciprocal: operands.map(T.self, to: T.self) { 1 / $0 }
    case .floor: operands.map(T.self, to: T.self) { $0.rounded(.down) }
    case .ceil: operands.map(T.self, to: T.self) { $0.rounded(.up) }
    case .trunc: operands.map(T.self, to: T.self) { $0.rounded(.towardZero) }
    case .rint: operands.map(T.self, to: T.self) { $0.rounded(.toNearestOrEven) }
    case .isnan: operands.map(T.self, to: Bool.self) { $0 != $0 }
    case .isinf: operands.map(T.self, to: Bool.self) { $0.isInfinite }
    case .isfinite: operands.map(T.self, to: Bool.self) { $0.isFinite }
    case .signbit: operands.map(T.self, to: Bool.self) { $0.sign == .minus }
    case .logicalNot: operands.map(T.self, to: Bool.self) { $0 == 0 }
    case .deg2rad: operands.map(T.self, to: T.self) { $0 * (T(3.14159265358979323846) / 180) }
    case .rad2deg: operands.map(T.self, to: T.self) { $0 * (180 / T(3.14159265358979323846)) }
    case .invert: preconditionFailure("invert has no loop for floats")
    default: runLibrary(&operands, T.self)
    }
  }

  /// What the C library computes, in double precision.
  private func runLibrary<T: FloatingElement>(_ operands: inout UnaryOperands, _ type: T.Type) {
    let function = libraryFunction(self)
    operands.map(T.self, to: T.self) { T(function($0.double)) }
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
