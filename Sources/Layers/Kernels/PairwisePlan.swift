import KernelInterface

/// How NumPy divides a sum: chunks of 8192 terms, halves until at most 128 are left (see `numpySum`).
enum PairwisePlan {
  /// The pieces in the order of their addition. None for a sum of nothing.
  static func leaves(termCount: Int) -> [Leaf] {
    var leaves: [Leaf] = []
    var start = 0
    while start < termCount {
      let count = min(termCount - start, 8192)
      append(count, combinations: 0, end: start + count == termCount ? .all : .chunk, to: &leaves)
      start += count
    }
    return leaves
  }

  /// - Parameters:
  ///   - combinations: halves that wait for this one.
  ///   - end: what is complete then.
  private static func append(_ count: Int, combinations: Int, end: Leaf.End, to leaves: inout [Leaf]) {
    if count <= 128 {
      leaves.append(Leaf(termCount: count, combinations: combinations, end: end))
      return
    }
    let half = count / 2 & ~7
    append(half, combinations: 0, end: .half, to: &leaves)
    append(count - half, combinations: combinations + 1, end: end, to: &leaves)
  }
}
