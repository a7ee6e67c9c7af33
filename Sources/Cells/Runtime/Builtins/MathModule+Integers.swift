import BigInt

extension MathModule {
  /// Functions of integers, exact whatever their size.
  static let integers: [(String, Value)] = [
    function("factorial", "x, /") { a in
      let value = try a.interpreter.integer(a[0])
      if IntegerText.isNegative(value) { throw Raised.valueError("factorial() not defined for negative values") }
      guard case .int(let n) = value, n <= Int(Int32.max) else {
        throw Raised.overflow("factorial() argument should not exceed \(Int.max)")
      }
      return Value(try product(from: 1, through: n, a.interpreter))
    },
    function("gcd", "*integers") { a in
      var result = BigUInt(0)
      for value in a.rest {
        let next = Integer.big(try a.interpreter.integer(value)).magnitude
        result = try a.interpreter.greatestCommonDivisor(result, next)
      }
      return Value(BigInt(result))
    },
    function("lcm", "*integers") { a in
      var result = BigInt(1)
      for value in a.rest {
        try a.interpreter.tickOnce()
        let next = BigInt(Integer.big(try a.interpreter.integer(value)).magnitude)
        let divisor = BigInt(try a.interpreter.greatestCommonDivisor(result.magnitude, next.magnitude))
        if divisor.isZero { continue }
        result = try a.interpreter.product(
          result, a.interpreter.flooredQuotientAndRemainder(next, divisor).quotient)
      }
      return Value(result)
    },
    function("comb", "n, k, /") { a in
      let (n, k) = try selection(a[0], a[1], a.interpreter)
      if k > n { return .int(0) }
      let chosen = try small(min(k, n - k), "min(n - k, k)")
      var result = BigInt(1)
      for step in 0..<chosen {
        if step & 0xF == 0xF { try a.interpreter.poll() }
        result = try a.interpreter.product(result, n - BigInt(step)) / BigInt(step + 1)
      }
      return Value(result)
    },
    function("perm", "n, k=, /") { a in
      let (n, k) = try selection(a[0], a[1].isAbsent ? a[0] : a[1], a.interpreter)
      if k > n { return .int(0) }
      var result = BigInt(1)
      for step in 0..<(try small(k, "k")) {
        if step & 0xF == 0xF { try a.interpreter.poll() }
        result = try a.interpreter.product(result, n - BigInt(step))
      }
      return Value(result)
    },
    function("isqrt", "n, /") { a in
      let value = try a.interpreter.integer(a[0])
      if IntegerText.isNegative(value) { throw Raised.valueError("isqrt() argument must be nonnegative") }
      return Value(try a.interpreter.squareRoot(Integer.big(value)))
    },
  ]

  private static func selection(_ n: Value, _ k: Value, _ interpreter: Interpreter) throws -> (BigInt, BigInt) {
    let (n, k) = (Integer.big(try interpreter.integer(n)), Integer.big(try interpreter.integer(k)))
    if n.sign == .minus { throw Raised.valueError("n must be a non-negative integer") }
    if k.sign == .minus { throw Raised.valueError("k must be a non-negative integer") }
    return (n, k)
  }

  private static func small(_ value: BigInt, _ name: String) throws -> Int {
    guard let result = Int(exactly: value) else { throw Raised.overflow("\(name) must not exceed \(Int.max)") }
    return result
  }

  /// Halves of about the same size are multiplied: much faster than one factor after the other.
  private static func product(from first: Int, through last: Int, _ interpreter: Interpreter) throws -> BigInt {
    if last - first < 16 { return first > last ? 1 : (first...last).reduce(BigInt(1)) { $0 * BigInt($1) } }
    try interpreter.poll()
    let middle = (first + last) / 2
    return try interpreter.product(
      product(from: first, through: middle, interpreter), product(from: middle + 1, through: last, interpreter))
  }
}
