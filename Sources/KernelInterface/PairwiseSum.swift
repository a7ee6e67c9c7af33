/// What can be added: a number, or several side by side that belong to independent sums.
public protocol Addend {
  static var zero: Self { get }
  static func + (left: Self, right: Self) -> Self
}

extension Float: Addend {}
extension Double: Addend {}

/// The terms of a sum, by their index. They may be computed when they are asked for.
public protocol Terms {
  associatedtype Value: Addend
  subscript(index: Int) -> Value { get }
}

/// Terms that stand in memory side by side.
public struct StoredTerms<Value: Addend>: Terms {
  public let start: UnsafePointer<Value>

  @inlinable
  public init(start: UnsafePointer<Value>) { self.start = start }

  @inlinable @inline(__always)
  public subscript(index: Int) -> Value { start[index] }
}

/// The sum of terms 0 ..< `count` with the bits of `np.sum`: pairwise in chunks of 8192, which are added one after
/// the other to zero (so that a sum of negative zeros is zero).
@inlinable @inline(__always)
public func numpySum<T: Terms>(_ terms: T, count: Int) -> T.Value {
  if count > 0 && count <= 128 { return T.Value.zero + shortSum(terms, 0, count) }
  let chunk = 8192
  var total = T.Value.zero
  var start = 0
  while start < count {
    total = total + pairwiseSum(terms, start, min(count &- start, chunk))
    start &+= chunk
  }
  return total
}

/// NumPy's pairwise sum: up to 128 terms in eight accumulators, more in two halves.
/// - Precondition: `count >= 1`.
@inlinable
public func pairwiseSum<T: Terms>(_ terms: T, _ start: Int, _ count: Int) -> T.Value {
  if count <= 128 { return shortSum(terms, start, count) }
  let half = count / 2 & ~7
  return pairwiseSum(terms, start, half) + pairwiseSum(terms, start &+ half, count &- half)
}

@inlinable @inline(__always)
public func shortSum<T: Terms>(_ terms: T, _ start: Int, _ count: Int) -> T.Value {
  let end = start &+ count
  var index: Int
  var sum: T.Value
  if count < 8 {
    sum = terms[start]
    index = start &+ 1
  } else {
    // Named locals and not an array, so that they stay in registers.
    var (s0, s1, s2, s3) = (terms[start], terms[start &+ 1], terms[start &+ 2], terms[start &+ 3])
    var (s4, s5, s6, s7) = (terms[start &+ 4], terms[start &+ 5], terms[start &+ 6], terms[start &+ 7])
    index = start &+ 8
    while index &+ 8 <= end {
      s0 = s0 + terms[index]
      s1 = s1 + terms[index &+ 1]
      s2 = s2 + terms[index &+ 2]
      s3 = s3 + terms[index &+ 3]
      s4 = s4 + terms[index &+ 4]
      s5 = s5 + terms[index &+ 5]
      s6 = s6 + terms[index &+ 6]
      s7 = s7 + terms[index &+ 7]
      index &+= 8
    }
    sum = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7))
  }
  while index < end {
    sum = sum + terms[index]
    index &+= 1
  }
  return sum
}
