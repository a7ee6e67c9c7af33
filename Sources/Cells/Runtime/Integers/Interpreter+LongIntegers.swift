import BigInt

/// Arithmetic of integers of any size. What can take long asks now and then whether the cell is to go on.
extension Interpreter {
  /// Bits that one integer may have: beyond that a slip of the pen would fill the memory.
  static let largestBitWidth = 1 << 26
  /// Words from which on the own methods, which can be stopped, are faster.
  private static let longWords = 32

  /// - Throws: `MemoryError` for more than `largestBitWidth` bits.
  func product(_ a: BigInt, _ b: BigInt) throws -> BigInt {
    let (x, y) = (a.magnitude, b.magnitude)
    if x.bitWidth + y.bitWidth > Interpreter.largestBitWidth + UInt.bitWidth {
      throw Raised(Exceptions.memoryError, "")
    }
    if min(x.words.count, y.words.count) < Interpreter.longWords { return a * b }
    let words = try WordArithmetic.product(Array(x.words), Array(y.words), poll)
    return BigInt(sign: a.sign == b.sign ? .plus : .minus, magnitude: BigUInt(words: words))
  }

  /// Rounded towards minus infinity; the remainder has the divisor's sign.
  /// - Precondition: the divisor is not zero.
  func flooredQuotientAndRemainder(_ a: BigInt, _ b: BigInt) throws -> (quotient: BigInt, remainder: BigInt) {
    let (magnitude, rest) = try quotientAndRemainder(a.magnitude, b.magnitude)
    let quotient = BigInt(sign: a.sign == b.sign ? .plus : .minus, magnitude: magnitude)
    let remainder = BigInt(sign: a.sign, magnitude: rest)
    return remainder.signum() != 0 && a.sign != b.sign ? (quotient - 1, remainder + b) : (quotient, remainder)
  }

  private func quotientAndRemainder(_ a: BigUInt, _ b: BigUInt) throws -> (BigUInt, BigUInt) {
    if b.words.count < Interpreter.longWords || a < b { return a.quotientAndRemainder(dividingBy: b) }
    let shift = b.leadingZeroBitCount
    var rest = Array((a << shift).words)
    let quotient = try WordArithmetic.divide(&rest, by: Array((b << shift).words), poll)
    return (BigUInt(words: quotient), BigUInt(words: rest) >> shift)
  }

  /// - Precondition: the exponent is not negative.
  /// - Throws: `MemoryError` for more than `largestBitWidth` bits.
  func power(_ base: BigInt, _ exponent: BigInt) throws -> BigInt {
    let isOdd = exponent.magnitude.isMultiple(of: 2) == false
    if base.magnitude <= 1 { return exponent.isZero || (base == -1 && !isOdd) ? 1 : base }
    let largest = Interpreter.largestBitWidth / max(base.magnitude.bitWidth - 1, 1)
    guard let exponent = Int(exactly: exponent), exponent <= largest else { throw Raised(Exceptions.memoryError, "") }
    return try raised(base, to: BigUInt(exponent), product)
  }

  /// `base ** exponent % modulus`, from zero to below the modulus.
  /// - Precondition: the exponent is not negative, the modulus is positive.
  func power(_ base: BigInt, _ exponent: BigInt, modulus: BigInt) throws -> BigInt {
    let base = try flooredQuotientAndRemainder(base, modulus).remainder
    let result = try raised(base, to: exponent.magnitude) { a, b in
      try tickOnce()
      return try flooredQuotientAndRemainder(product(a, b), modulus).remainder
    }
    return modulus == 1 ? 0 : result
  }

  /// By squaring, from the exponent's highest bit down.
  private func raised(
    _ base: BigInt, to exponent: BigUInt, _ product: (BigInt, BigInt) throws -> BigInt
  ) throws -> BigInt {
    if exponent.isZero { return 1 }
    let words = exponent.words
    var result = base
    for bit in (0..<(exponent.bitWidth - 1)).reversed() {
      result = try product(result, result)
      if words[bit / UInt.bitWidth] >> UInt(bit % UInt.bitWidth) & 1 == 1 { result = try product(result, base) }
    }
    return result
  }

  /// What `value` is to be multiplied by to give 1 modulo `modulus`; `nil` where there is nothing.
  func inverse(_ value: BigInt, modulus: BigInt) throws -> BigInt? {
    var (older, newer) = (modulus, try flooredQuotientAndRemainder(value, modulus).remainder)
    var (olderFactor, newerFactor) = (BigInt(0), BigInt(1))
    while !newer.isZero {
      try tickOnce()
      let (quotient, remainder) = try flooredQuotientAndRemainder(older, newer)
      (older, newer) = (newer, remainder)
      (olderFactor, newerFactor) = (newerFactor, try olderFactor - product(quotient, newerFactor))
    }
    return older == 1 ? try flooredQuotientAndRemainder(olderFactor, modulus).remainder : nil
  }

  /// Lehmer's method: the highest bits tell many of Euclid's steps at once.
  func greatestCommonDivisor(_ a: BigUInt, _ b: BigUInt) throws -> BigUInt {
    var (x, y) = a < b ? (b, a) : (a, b)
    while y.words.count > 1 {
      try tickOnce()
      let shift = x.bitWidth - 62
      var (top, next) = (Int(x >> shift), Int(y >> shift))
      var (a, b, c, d) = (1, 0, 0, 1)
      while next + c != 0, next + d != 0 {
        let quotient = (top + a) / (next + c)
        if quotient != (top + b) / (next + d) { break }
        (a, b, c, d) = (c, d, a - quotient * c, b - quotient * d)
        (top, next) = (next, top - quotient * next)
      }
      if b == 0 {
        (x, y) = (y, try quotientAndRemainder(x, y).1)
      } else {
        let words = Array(x.words)
        let others = Array(y.words) + Array(repeating: 0, count: words.count - y.words.count)
        (x, y) = (combination(words, a, others, b), combination(words, c, others, d))
      }
    }
    return y.isZero ? x : (x % y).greatestCommonDivisor(with: y)
  }

  /// `x * a + y * b` where one factor is negative and the sum is not.
  private func combination(_ x: [UInt], _ a: Int, _ y: [UInt], _ b: Int) -> BigUInt {
    BigUInt(
      words: a > 0
        ? WordArithmetic.combination(x, a.magnitude, y, b.magnitude)
        : WordArithmetic.combination(y, b.magnitude, x, a.magnitude))
  }

  /// The root rounded down. The root of the upper half of the bits is where Newton's method starts.
  func squareRoot(_ value: BigInt) throws -> BigInt {
    if value.magnitude.bitWidth <= 64 { return value.squareRoot() }
    let shift = value.magnitude.bitWidth / 4
    var root = (try squareRoot(value >> (2 * shift)) + 1) << shift
    while true {
      let next = (root + (try flooredQuotientAndRemainder(value, root).quotient)) >> 1
      if next >= root { return root }
      root = next
    }
  }
}
