extension WordArithmetic {
  /// Long division (Knuth's algorithm D), one word of the quotient after the other, highest first.
  ///
  /// - Parameters:
  ///   - numerator: not fewer words than the divisor; holds the remainder afterwards.
  ///   - divisor: at least two words; the highest bit of the last one is set.
  /// - Returns: the words of the quotient, lowest first.
  static func divide(_ numerator: inout [UInt], by divisor: [UInt], _ poll: Poll) throws -> [UInt] {
    let count = divisor.count
    numerator.append(0)
    var quotient = [UInt](repeating: 0, count: numerator.count - count)
    try numerator.withUnsafeMutableBufferPointer { numerator in
      try divisor.withUnsafeBufferPointer { divisor in
        guard let numerator = numerator.baseAddress, let divisor = divisor.baseAddress else { return }
        var steps = 0
        for place in quotient.indices.reversed() {
          steps += count
          if steps > 1 << 20 {
            steps = 0
            try poll()
          }
          quotient[place] = quotientWord(numerator + place, divisor, count)
        }
      }
    }
    return quotient
  }

  /// One word of the quotient; what it accounts for is taken from the `count + 1` words of the numerator.
  private static func quotientWord(_ numerator: Words, _ divisor: UnsafePointer<UInt>, _ count: Int) -> UInt {
    let (top, next) = (numerator[count], numerator[count - 1])
    let (first, second) = (divisor[count - 1], divisor[count - 2])
    // The highest words give an estimate that is at most two too large; the words behind them correct most of that.
    var estimate = UInt.max
    var (rest, isSettled) = next.addingReportingOverflow(first)
    if top < first {
      (estimate, rest) = first.dividingFullWidth((top, next))
      isSettled = false
    }
    while !isSettled {
      let (high, low) = estimate.multipliedFullWidth(by: second)
      if (high, low) <= (rest, numerator[count - 2]) { break }
      estimate -= 1
      (rest, isSettled) = rest.addingReportingOverflow(first)
    }
    if estimate == 0 { return 0 }
    guard subtractProduct(of: divisor, count, by: estimate, from: numerator) else { return estimate }
    // Still one too large.
    var carry: UInt = 0
    for index in 0..<count {
      let (partial, overflow) = numerator[index].addingReportingOverflow(divisor[index])
      let (sum, overflowAgain) = partial.addingReportingOverflow(carry)
      numerator[index] = sum
      carry = overflow || overflowAgain ? 1 : 0
    }
    numerator[count] &+= carry
    return estimate - 1
  }

  /// `target -= a * factor` over `count + 1` words; returns whether it went below zero.
  @inline(__always)
  private static func subtractProduct(
    of a: UnsafePointer<UInt>, _ count: Int, by factor: UInt, from target: Words
  ) -> Bool {
    var carry: UInt = 0
    for index in 0..<count {
      var (high, low) = a[index].multipliedFullWidth(by: factor)
      low = low &+ carry
      high = high &+ (low < carry ? 1 : 0)
      let old = target[index]
      target[index] = old &- low
      carry = high &+ (old < low ? 1 : 0)
    }
    let old = target[count]
    target[count] = old &- carry
    return old < carry
  }

  /// `x * a - y * b`, which is known to lie between zero and what `x.count` words hold.
  /// - Precondition: both have as many words.
  static func combination(_ x: [UInt], _ a: UInt, _ y: [UInt], _ b: UInt) -> [UInt] {
    var result = [UInt](repeating: 0, count: x.count)
    var (carryX, carryY, borrow): (UInt, UInt, UInt) = (0, 0, 0)
    for index in x.indices {
      let (wordX, wordY) = (multiply(x[index], a, &carryX), multiply(y[index], b, &carryY))
      let (first, isBelow) = wordX.subtractingReportingOverflow(wordY)
      let (second, isBelowAgain) = first.subtractingReportingOverflow(borrow)
      result[index] = second
      borrow = isBelow || isBelowAgain ? 1 : 0
    }
    return result
  }

  @inline(__always)
  private static func multiply(_ word: UInt, _ factor: UInt, _ carry: inout UInt) -> UInt {
    let (high, low) = word.multipliedFullWidth(by: factor)
    let (sum, overflow) = low.addingReportingOverflow(carry)
    carry = high &+ (overflow ? 1 : 0)
    return sum
  }
}
