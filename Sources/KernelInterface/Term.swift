/// Where the two factors of a product stand: a number, and the numbers side by side that it multiplies. In elements,
/// relative to where a `TileJob` begins.
package struct Term: Sendable {
  package let number: Int32
  package let vector: Int32

  @inlinable
  package init(number: Int, vector: Int) {
    self.number = Int32(truncatingIfNeeded: number)
    self.vector = Int32(truncatingIfNeeded: vector)
  }
}

/// A piece of a pairwise sum that is added in eight accumulators, and what is done with it then.
package struct Leaf: Sendable {
  /// What is complete with it.
  package enum End: Sendable {
    /// Half of something, which waits for the other half.
    case half
    /// A chunk of 8192 terms.
    case chunk
    /// The sum.
    case all
  }

  package let termCount: Int
  /// How many waiting halves are added in front of it, the last one first.
  package let combinations: Int
  package let end: End

  @inlinable
  package init(termCount: Int, combinations: Int, end: End) {
    self.termCount = termCount
    self.combinations = combinations
    self.end = end
  }
}
