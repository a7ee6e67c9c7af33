import BigInt

extension Int {
  /// Towards minus infinity.
  /// - Precondition: `divisor` is neither 0 nor, for the smallest integer, -1.
  func floorDivided(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor != 0 && (self < 0) != (divisor < 0) ? quotient - 1 : quotient
  }

  /// With the divisor's sign.
  /// - Precondition: as for `floorDivided`.
  func flooredRemainder(dividingBy divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder != 0 && (remainder < 0) != (divisor < 0) ? remainder + divisor : remainder
  }

  /// By repeated squaring; `nil` where the result does not fit.
  func power(_ exponent: Int) -> Int? {
    var (result, base, left) = (1, self, exponent)
    while left > 0 {
      if left & 1 == 1 {
        let (product, overflow) = result.multipliedReportingOverflow(by: base)
        if overflow { return nil }
        result = product
      }
      left >>= 1
      if left > 0 {
        let (square, overflow) = base.multipliedReportingOverflow(by: base)
        if overflow { return nil }
        base = square
      }
    }
    return result
  }
}

extension Double {
  /// Python's `//` and `%` (floatobject.c): the remainder has the divisor's sign.
  func flooredQuotientAndRemainder(_ divisor: Double) -> (quotient: Double, remainder: Double) {
    var remainder = self.truncatingRemainder(dividingBy: divisor)
    var quotient = (self - remainder) / divisor
    if remainder != 0 {
      if (divisor < 0) != (remainder < 0) {
        remainder += divisor
        quotient -= 1
      }
    } else {
      remainder = Double(signOf: divisor, magnitudeOf: 0)
    }
    if quotient != 0 {
      let floored = quotient.rounded(.down)
      quotient = quotient - floored > 0.5 ? floored + 1 : floored
    } else {
      quotient = Double(signOf: self / divisor, magnitudeOf: 0)
    }
    return (quotient, remainder)
  }
}

extension BigInt {
  /// `numerator / denominator` rounded once, ties to even.
  static func correctlyRoundedQuotient(_ numerator: BigInt, _ denominator: BigInt) -> Double {
    if numerator == 0 { return denominator < 0 ? -0.0 : 0 }
    let isNegative = (numerator < 0) != (denominator < 0)
    let (a, b) = (BigInt(numerator.magnitude), BigInt(denominator.magnitude))
    // Scale so that the quotient has 55 bits or so, less where the result is subnormal; a sticky bit keeps the rest.
    var shift = 55 - (a.magnitude.bitWidth - b.magnitude.bitWidth)
    shift = Swift.min(shift, 1074 + 2)
    let (quotient, remainder) =
      shift >= 0 ? (a << shift).quotientAndRemainder(dividingBy: b) : a.quotientAndRemainder(dividingBy: b << -shift)
    var bits = UInt64(quotient)
    let width = 64 - bits.leadingZeroBitCount
    // How many of the bits do not fit a float of this exponent.
    let excess = Swift.max(width - 53, shift - 1074)
    var exponent = -shift
    if excess > 0 {
      let (half, mask) = (UInt64(1) << UInt64(excess - 1), (UInt64(1) << UInt64(excess)) - 1)
      let rest = bits & mask
      bits >>= UInt64(excess)
      if rest > half || (rest == half && (remainder != 0 || bits & 1 == 1)) { bits += 1 }
      exponent += excess
    }
    let magnitude =
      exponent > 1100 ? Double.infinity : Double(sign: .plus, exponent: exponent, significand: Double(bits))
    return isNegative ? -magnitude : magnitude
  }
}
