/// Pairwise summation in NumPy's order: eight running sums in blocks of at most 128, blocks joined as a balanced tree.
/// The order of additions is part of the result, so nothing here may be regrouped.
@inline(__always)
func pairwiseSum<T: FloatingElement>(_ values: UnsafePointer<T>, _ count: Int, stride: Int) -> T {
  stride == 1 ? pairwiseContiguous(values, count) : pairwiseStrided(values, count, stride)
}

private func pairwiseContiguous<T: FloatingElement>(_ values: UnsafePointer<T>, _ count: Int) -> T {
  if count <= 128 { return sumBlock(values, count, 1) }
  let half = count / 2
  let first = half - half % 8
  return pairwiseContiguous(values, first) + pairwiseContiguous(values + first, count - first)
}

private func pairwiseStrided<T: FloatingElement>(_ values: UnsafePointer<T>, _ count: Int, _ stride: Int) -> T {
  if count <= 128 { return sumBlock(values, count, stride) }
  let half = count / 2
  let first = half - half % 8
  return pairwiseStrided(values, first, stride)
    + pairwiseStrided(values + first &* stride, count - first, stride)
}

@inline(__always)
private func sumBlock<T: FloatingElement>(_ values: UnsafePointer<T>, _ count: Int, _ stride: Int) -> T {
  if count < 8 {
    // From -0, so that a sum of -0 stays -0.
    var sum: T = -0.0
    for index in 0..<count { sum += values[index &* stride] }
    return sum
  }
  var (r0, r1, r2, r3) = (values[0], values[stride], values[2 &* stride], values[3 &* stride])
  var (r4, r5, r6, r7) = (values[4 &* stride], values[5 &* stride], values[6 &* stride], values[7 &* stride])
  var index = 8
  let whole = count - count % 8
  while index < whole {
    let next = values + index &* stride
    r0 += next[0]
    r1 += next[stride]
    r2 += next[2 &* stride]
    r3 += next[3 &* stride]
    r4 += next[4 &* stride]
    r5 += next[5 &* stride]
    r6 += next[6 &* stride]
    r7 += next[7 &* stride]
    index += 8
  }
  var sum = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7))
  while index < count {
    sum += values[index &* stride]
    index += 1
  }
  return sum
}

extension ReductionPlan {
  /// Adds the source's elements, converted to `T`, to the results, in NumPy's order.
  func addFloating<S: CastableElement, T: FloatingElement>(
    _ source: UnsafePointer<S>, to result: UnsafeMutablePointer<T>, _ cast: (S) -> T
  ) throws(ArrayError) {
    var walk = ReductionWalk(self)
    var checkpoint = Checkpoint()
    let isDirect = S.self == T.self
    // Where nothing is reduced, NumPy adds element by element.
    let isReduction = reducedCount != 1
    try withUnsafeTemporaryAllocation(of: T.self, capacity: Swift.min(walk.total, ReductionPlan.bufferSize)) {
      (buffer) throws(ArrayError) in
      guard let buffered = buffer.baseAddress else { return }
      while walk.index < walk.total {
        let (pieces, length) =
          isReduction ? walk.nextBuffer() : (1, Swift.min(walk.total - walk.index, ReductionPlan.bufferSize))
        for _ in 0..<pieces {
          if !reducesInnermost {
            addElements(source, result, length, &walk, cast)
          } else if isDirect && length <= walk.rowRemainder {
            let start = UnsafeRawPointer(source + walk.sourceOffset).bindMemory(to: T.self, capacity: 1)
            result[walk.resultOffset] += pairwiseSum(start, length, stride: sourceStrides[0])
            walk.advance(by: length)
          } else {
            let target = walk.resultOffset
            gather(source, into: buffered, length, &walk, cast)
            result[target] += pairwiseSum(buffered, length, stride: 1)
          }
          try checkpoint.pass(operations: length)
        }
      }
    }
  }

  @inline(__always)
  private func addElements<S: CastableElement, T: FloatingElement>(
    _ source: UnsafePointer<S>, _ result: UnsafeMutablePointer<T>, _ length: Int, _ walk: inout ReductionWalk,
    _ cast: (S) -> T
  ) {
    var remaining = length
    let (sourceStep, resultStep) = (sourceStrides[0], resultStrides[0])
    while remaining > 0 {
      let count = Swift.min(remaining, walk.rowRemainder)
      let (from, to) = (source + walk.sourceOffset, result + walk.resultOffset)
      if sourceStep == 1 && resultStep == 1 {
        for index in 0..<count { to[index] += cast(from[index]) }
      } else {
        for index in 0..<count { to[index &* resultStep] += cast(from[index &* sourceStep]) }
      }
      walk.advance(by: count)
      remaining -= count
    }
  }

  @inline(__always)
  private func gather<S: CastableElement, T: FloatingElement>(
    _ source: UnsafePointer<S>, into buffer: UnsafeMutablePointer<T>, _ length: Int, _ walk: inout ReductionWalk,
    _ cast: (S) -> T
  ) {
    var filled = 0
    let step = sourceStrides[0]
    while filled < length {
      let count = Swift.min(length - filled, walk.rowRemainder)
      let (from, to) = (source + walk.sourceOffset, buffer + filled)
      for index in 0..<count { to[index] = cast(from[index &* step]) }
      walk.advance(by: count)
      filled += count
    }
  }
}
