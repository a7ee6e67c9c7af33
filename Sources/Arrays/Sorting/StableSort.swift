extension Array where Element: BitwiseCopyable {
  /// Sorts; equal elements keep their order. Pieces are sorted one by one and merged, with checkpoints in between.
  /// O(n log n), room for as many elements again.
  /// - Throws: `ArrayError.stopped`, with the elements in any order.
  @inline(__always)
  mutating func sortStably(by precedes: (Element, Element) -> Bool) throws(ArrayError) {
    let pieceLength = 1 << 16
    if count <= pieceLength { return sort(by: precedes) }
    var checkpoint = Checkpoint()
    for start in stride(from: 0, to: count, by: pieceLength) {
      let end = Swift.min(start + pieceLength, count)
      self[start..<end].sort(by: precedes)
      // Comparisons, about.
      try checkpoint.pass(operations: 16 * pieceLength)
    }
    var merged = self
    var length = pieceLength
    while length < count {
      try withUnsafeBufferPointer { (source) throws(ArrayError) in
        try merged.withUnsafeMutableBufferPointer { (target) throws(ArrayError) in
          for start in stride(from: 0, to: source.count, by: 2 * length) {
            let middle = Swift.min(start + length, source.count)
            let end = Swift.min(middle + length, source.count)
            try merge(source, start..<middle, middle..<end, into: target, precedes, &checkpoint)
          }
        }
      }
      swap(&self, &merged)
      length *= 2
    }
  }
}

/// Merges two neighbouring sorted ranges into the same places of `target`.
@inline(__always)
private func merge<Element: BitwiseCopyable>(
  _ source: UnsafeBufferPointer<Element>, _ left: Range<Int>, _ right: Range<Int>,
  into target: UnsafeMutableBufferPointer<Element>, _ precedes: (Element, Element) -> Bool,
  _ checkpoint: inout Checkpoint
) throws(ArrayError) {
  if right.isEmpty || !precedes(source[right.lowerBound], source[right.lowerBound - 1]) {
    // In order already.
    for place in left.lowerBound..<right.upperBound { target[place] = source[place] }
    return try checkpoint.pass(operations: right.upperBound - left.lowerBound)
  }
  var (first, second) = (left.lowerBound, right.lowerBound)
  for place in left.lowerBound..<right.upperBound {
    let takesSecond =
      second < right.upperBound && (first == left.upperBound || precedes(source[second], source[first]))
    if takesSecond {
      target[place] = source[second]
      second &+= 1
    } else {
      target[place] = source[first]
      first &+= 1
    }
    try checkpoint.pass(operations: 1)
  }
}
