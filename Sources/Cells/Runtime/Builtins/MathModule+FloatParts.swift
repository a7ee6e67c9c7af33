#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension MathModule {
  /// Rounding, comparing, and taking floats apart.
  static let floatParts: [(String, Value)] = [
    rounding("floor", .down),
    rounding("ceil", .up),
    function("trunc", "x, /") { a in
      switch a[0] {
      case .float(let x), .npFloat64(let x): return try Interpreter.truncated(x)
      default: if let integer = a.interpreter.pythonInteger(a[0]) { return integer }
      }
      if let method = a.interpreter.userMethod(a[0], "__trunc__") { return try a.interpreter.call(method, [a[0]]) }
      throw Raised.typeError("type \(a.interpreter.typeName(a[0])) doesn't define __trunc__ method")
    },
    function("isfinite", "x, /") { a in .bool(try a.double(0).isFinite) },
    function("isinf", "x, /") { a in .bool(try a.double(0).isInfinite) },
    function("isnan", "x, /") { a in .bool(try a.double(0).isNaN) },
    function("isclose", "a, b, *, rel_tol=, abs_tol=") { a in
      let (x, y) = (try a.double(0), try a.double(1))
      let relative = a[2].isUndefined ? 1e-9 : try a.double(2)
      let absolute = a[3].isUndefined ? 0 : try a.double(3)
      if relative < 0 || absolute < 0 { throw Raised.valueError("tolerances must be non-negative") }
      if x == y { return .bool(true) }
      if x.isInfinite || y.isInfinite { return .bool(false) }
      let difference = (y - x).magnitude
      return .bool(
        difference <= (relative * y).magnitude || difference <= (relative * x).magnitude || difference <= absolute)
    },
    function("fmod", "x, y, /") { a in
      let (x, y) = (try a.double(0), try a.double(1))
      if y.isInfinite, x.isFinite { return .float(x) }
      let result = fmod(x, y)
      if result.isNaN, !x.isNaN, !y.isNaN { throw domainError }
      return .float(result)
    },
    function("remainder", "x, y, /") { a in
      let (x, y) = (try a.double(0), try a.double(1))
      let result = remainder(x, y)
      if result.isNaN, !x.isNaN, !y.isNaN { throw domainError }
      return .float(result)
    },
    function("modf", "x, /") { a in
      let x = try a.double(0)
      let whole = x.rounded(.towardZero)
      let fraction = x.isInfinite ? 0 : x - whole
      return Value(tuple: [.float(x.isNaN ? x : copysign(fraction, x)), .float(whole)])
    },
    function("frexp", "x, /") { a in
      let x = try a.double(0)
      if x == 0 || !x.isFinite { return Value(tuple: [.float(x), .int(0)]) }
      let mantissa = Double(sign: x.sign, exponent: -1, significand: x.significand)
      return Value(tuple: [.float(mantissa), .int(Int(x.exponent) + 1)])
    },
    function("ldexp", "x, i, /") { a in
      let x = try a.double(0)
      guard let power = a.interpreter.pythonInteger(a[1]) else {
        throw Raised.typeError("Expected an int as second argument to ldexp.")
      }
      if x == 0 || !x.isFinite { return .float(x) }
      // Beyond this every float is zero or infinite.
      var exponent = IntegerText.isNegative(power) ? -5000 : 5000
      if case .int(let small) = power { exponent = min(max(small, -5000), 5000) }
      let result = scalbn(x, Int32(exponent))
      if result.isInfinite { throw rangeError }
      return .float(result)
    },
    function("copysign", "x, y, /") { a in .float(copysign(try a.double(0), try a.double(1))) },
    function("nextafter", "x, y, /") { a in .float(nextafter(try a.double(0), try a.double(1))) },
    function("ulp", "x, /") { a in
      let x = try a.double(0).magnitude
      // The largest float has no neighbour above.
      return .float(x == .greatestFiniteMagnitude ? x - x.nextDown : x.isFinite ? x.nextUp - x : x)
    },
  ]

  private static func rounding(_ name: String, _ rule: FloatingPointRoundingRule) -> (String, Value) {
    function(name, "x, /") { a in
      switch a[0] {
      case .int, .bool, .npInt64, .npUInt8, .npBool: return try a.interpreter.truncated(a[0])
      case .object(let object) where object.kind == .bigInt: return a[0]
      default: break
      }
      if let method = a.interpreter.userMethod(a[0], "__\(name)__") { return try a.interpreter.call(method, [a[0]]) }
      return try Interpreter.truncated(try a.double(0).rounded(rule))
    }
  }
}
