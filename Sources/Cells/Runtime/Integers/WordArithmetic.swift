/// Multiplication of natural numbers as 64-bit words, lowest first.
///
/// Only where numbers are long: it takes n^1.58 steps for n words, and asks `poll` now and then whether to go on.
enum WordArithmetic {
  typealias Words = UnsafeMutablePointer<UInt>
  typealias Poll = () throws -> Void

  /// Below, the plain method is faster.
  private static let shortest = 40
  /// From here on one product takes so long that it asks `poll`.
  private static let longestUnasked = 4096

  /// All words of the product, zeros at the top included.
  static func product(_ x: [UInt], _ y: [UInt], _ poll: Poll) throws -> [UInt] {
    let (long, short) = x.count < y.count ? (y, x) : (x, y)
    var result = [UInt](repeating: 0, count: long.count + short.count)
    if short.isEmpty { return result }
    var piece = [UInt](repeating: 0, count: 2 * short.count)
    var scratch = [UInt](repeating: 0, count: 4 * short.count + 256)
    // The longer factor in pieces of the shorter one's length; a zero fills the last piece up.
    var padded = [UInt](repeating: 0, count: short.count)
    var start = 0
    while start < long.count {
      let count = min(short.count, long.count - start)
      for index in padded.indices { padded[index] = index < count ? long[start + index] : 0 }
      try padded.withUnsafeMutableBufferPointer { a in
        try short.withUnsafeBufferPointer { b in
          try piece.withUnsafeMutableBufferPointer { r in
            try scratch.withUnsafeMutableBufferPointer { s in
              guard let a = a.baseAddress, let b = b.baseAddress, let r = r.baseAddress, let s = s.baseAddress else {
                return
              }
              try multiply(a, b, short.count, into: r, s, poll)
            }
          }
        }
      }
      result.withUnsafeMutableBufferPointer { sum in
        guard let sum = sum.baseAddress else { return }
        add(piece, count + short.count, to: sum + start)
      }
      start += count
    }
    return result
  }

  /// Karatsuba's method: three products of half the length.
  /// - Parameter result: gets `2 * count` words.
  private static func multiply(
    _ a: UnsafePointer<UInt>, _ b: UnsafePointer<UInt>, _ count: Int, into result: Words, _ scratch: Words, _ poll: Poll
  ) throws {
    if count < shortest { return multiplyPlainly(a, b, count, into: result) }
    if count > longestUnasked { try poll() }
    let low = (count + 1) / 2
    let high = count - low
    try multiply(a, b, low, into: result, scratch, poll)
    try multiply(a + low, b + low, high, into: result + 2 * low, scratch, poll)
    // (a0 - a1)(b0 - b1) = a0 b0 + a1 b1 - (a0 b1 + a1 b0)
    let isOpposite =
      difference(a, low, a + low, high, into: scratch) != difference(b, low, b + low, high, into: scratch + low)
    let product = scratch + 2 * low
    try multiply(scratch, scratch + low, low, into: product, scratch + 4 * low, poll)
    let middle = scratch
    middle.update(from: result, count: 2 * low)
    var carry = Int(add(result + 2 * low, 2 * high, to: middle, within: 2 * low))
    if isOpposite {
      carry += Int(add(product, 2 * low, to: middle, within: 2 * low))
    } else {
      carry -= Int(subtract(product, 2 * low, from: middle))
    }
    var top = UInt(carry) + add(middle, 2 * low, to: result + low, within: 2 * low)
    var place = 3 * low
    while top != 0 {
      let (sum, overflow) = result[place].addingReportingOverflow(top)
      result[place] = sum
      top = overflow ? 1 : 0
      place += 1
    }
  }

  private static func multiplyPlainly(
    _ a: UnsafePointer<UInt>, _ b: UnsafePointer<UInt>, _ count: Int, into result: Words
  ) {
    result.update(repeating: 0, count: 2 * count)
    for place in 0..<count where b[place] != 0 {
      result[place + count] = addProduct(of: a, count, by: b[place], to: result + place)
    }
  }

  /// `target += a * factor`; returns the carry.
  @inline(__always)
  private static func addProduct(of a: UnsafePointer<UInt>, _ count: Int, by factor: UInt, to target: Words) -> UInt {
    var carry: UInt = 0
    for index in 0..<count {
      var (high, low) = a[index].multipliedFullWidth(by: factor)
      low = low &+ carry
      high = high &+ (low < carry ? 1 : 0)
      let sum = target[index] &+ low
      carry = high &+ (sum < low ? 1 : 0)
      target[index] = sum
    }
    return carry
  }

  /// `|a - b|` in `aCount` words; returns whether `a < b`. `b` is at most one word shorter, never longer.
  private static func difference(
    _ a: UnsafePointer<UInt>, _ aCount: Int, _ b: UnsafePointer<UInt>, _ bCount: Int, into result: Words
  ) -> Bool {
    var index = aCount - 1
    while index > 0, a[index] == (index < bCount ? b[index] : 0) { index -= 1 }
    let isNegative = a[index] < (index < bCount ? b[index] : 0)
    var borrow: UInt = 0
    for index in 0..<aCount {
      let other = index < bCount ? b[index] : 0
      let (x, y) = isNegative ? (other, a[index]) : (a[index], other)
      let (first, isBelow) = x.subtractingReportingOverflow(y)
      let (second, isBelowAgain) = first.subtractingReportingOverflow(borrow)
      result[index] = second
      borrow = isBelow || isBelowAgain ? 1 : 0
    }
    return isNegative
  }

  /// Adds where the sum is known to have room behind the last word.
  private static func add(_ a: UnsafePointer<UInt>, _ count: Int, to target: Words) {
    var carry = add(a, count, to: target, within: count)
    var place = count
    while carry != 0 {
      let (sum, overflow) = target[place].addingReportingOverflow(carry)
      target[place] = sum
      carry = overflow ? 1 : 0
      place += 1
    }
  }

  /// Adds `count` words, and their carry up to `limit` words; returns the carry that is left.
  private static func add(_ a: UnsafePointer<UInt>, _ count: Int, to target: Words, within limit: Int) -> UInt {
    var carry: UInt = 0
    for index in 0..<limit {
      if index >= count, carry == 0 { return 0 }
      let (first, overflow) = target[index].addingReportingOverflow(index < count ? a[index] : 0)
      let (second, overflowAgain) = first.addingReportingOverflow(carry)
      target[index] = second
      carry = overflow || overflowAgain ? 1 : 0
    }
    return carry
  }

  private static func subtract(_ a: UnsafePointer<UInt>, _ count: Int, from target: Words) -> UInt {
    var borrow: UInt = 0
    for index in 0..<count {
      let (first, isBelow) = target[index].subtractingReportingOverflow(a[index])
      let (second, isBelowAgain) = first.subtractingReportingOverflow(borrow)
      target[index] = second
      borrow = isBelow || isBelowAgain ? 1 : 0
    }
    return borrow
  }
}
