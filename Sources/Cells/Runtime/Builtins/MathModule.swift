import BigInt

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Python's module `math`.
package enum MathModule {
  package static func make() -> ModuleObject {
    let module = ModuleObject("math")
    let constants: [(String, Value)] = [
      ("pi", .float(.pi)), ("e", .float(M_E)), ("tau", .float(2 * .pi)), ("inf", .float(.infinity)),
      ("nan", .float(.nan)),
    ]
    for (name, value) in constants + elementary + floatParts + integers + sums { module.namespace[name] = value }
    return module
  }

  static var domainError: Raised { .valueError("math domain error") }
  static var rangeError: Raised { .overflow("math range error") }

  /// Powers, logarithms, trigonometric and hyperbolic functions.
  private static let elementary: [(String, Value)] = [
    unary("exp", mayOverflow: true) { exp($0) },
    unary("exp2", mayOverflow: true) { exp2($0) },
    unary("expm1", mayOverflow: true) { expm1($0) },
    unary("sqrt") { $0.squareRoot() },
    unary("cbrt") { cbrt($0) },
    unary("sin") { sin($0) },
    unary("cos") { cos($0) },
    unary("tan") { tan($0) },
    unary("asin") { asin($0) },
    unary("acos") { acos($0) },
    unary("atan") { atan($0) },
    unary("sinh", mayOverflow: true) { sinh($0) },
    unary("cosh", mayOverflow: true) { cosh($0) },
    unary("tanh") { tanh($0) },
    unary("asinh") { asinh($0) },
    unary("acosh") { acosh($0) },
    unary("atanh") { atanh($0) },
    unary("erf") { erf($0) },
    unary("erfc") { erfc($0) },
    unary("fabs") { $0.magnitude },
    function("degrees", "x, /") { a in .float(try a.double(0) * (180 / .pi)) },
    function("radians", "x, /") { a in .float(try a.double(0) * (.pi / 180)) },
    unary("log1p") { log1p($0) },
    function("log", "x, base=, /") { a in
      let numerator = try logarithm(a[0], a.interpreter) { log($0) }
      if a[1].isUndefined { return .float(numerator) }
      let denominator = try logarithm(a[1], a.interpreter) { log($0) }
      if denominator == 0 { throw Raised.zeroDivision("float division by zero") }
      return .float(numerator / denominator)
    },
    function("log2", "x, /") { a in .float(try logarithm(a[0], a.interpreter) { log2($0) }) },
    function("log10", "x, /") { a in .float(try logarithm(a[0], a.interpreter) { log10($0) }) },
    function("pow", "x, y, /") { a in
      let (x, y) = (try a.double(0), try a.double(1))
      let result = pow(x, y)
      if result.isFinite || !x.isFinite || !y.isFinite { return .float(result) }
      // A negative base with a broken exponent, or a pole at zero.
      throw result.isNaN || x == 0 ? domainError : rangeError
    },
    function("atan2", "y, x, /") { a in .float(atan2(try a.double(0), try a.double(1))) },
    function("gamma", "x, /") { a in .float(try GammaFunction.gamma(try a.double(0))) },
    function("lgamma", "x, /") { a in .float(try GammaFunction.logarithm(try a.double(0))) },
  ]

  /// A function of one float. What makes an infinity or NaN out of a finite number is an error.
  private static func unary(
    _ name: String, mayOverflow: Bool = false, _ compute: @escaping (Double) -> Double
  ) -> (String, Value) {
    function(name, "x, /") { a in
      let x = try a.double(0)
      let result = compute(x)
      if result.isNaN, !x.isNaN { throw domainError }
      if result.isInfinite, x.isFinite { throw mayOverflow ? rangeError : domainError }
      return .float(result)
    }
  }

  /// A logarithm, also of integers that no float holds.
  private static func logarithm(
    _ value: Value, _ interpreter: Interpreter, _ compute: (Double) -> Double
  ) throws -> Double {
    if let big = value.asBigInt?.value {
      if big.sign == .minus { throw domainError }
      if let x = try? Interpreter.double(big) { return compute(x) }
      let exponent = big.magnitude.bitWidth
      let fraction = Double(UInt64(big.magnitude >> (exponent - 64))) / 0x1p64
      return compute(fraction) + compute(2) * Double(exponent)
    }
    let x = try interpreter.double(value)
    if x.isNaN || x == .infinity { return x }
    if x <= 0 { throw domainError }
    return compute(x)
  }
}
