/// Sums and extrema of all elements of small float64 arrays, in the order of the general reductions. `nil` as in
/// `NDArray.small`, and where the result is no finite number: then a warning may be due.
extension UnsafePointer<NDArray> {
  /// `np.sum(x)`
  package var smallSum: Double? {
    guard isSmallFloat64, let walk = SmallWalk(rank, lengths, steps, nil, nil) else { return nil }
    let source = (base + offset &* 8).assumingMemoryBound(to: Double.self)
    let count = self.count
    let sum: Double
    if walk.length == count {
      sum = 0.0 + pairwiseSum(UnsafePointer<Double>(source), count, stride: walk.steps.0)
    } else {
      sum = withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { buffer in
        guard let start = buffer.baseAddress else { return 0 }
        var target = start
        walk.forEachRow { offset, _, _ in
          var from = source + offset
          var index = 0
          while index < walk.length {
            target.pointee = from.pointee
            target += 1
            from += walk.steps.0
            index &+= 1
          }
        }
        return 0.0 + pairwiseSum(UnsafePointer<Double>(start), count, stride: 1)
      }
    }
    return sum.isFinite ? sum : nil
  }

  /// `np.mean(x)`
  package var smallMean: Double? { smallSum.map { $0 / Double(count) } }

  package var smallMaximum: Double? { smallExtremum { Double.larger($0, $1) } }
  package var smallMinimum: Double? { smallExtremum { Double.smaller($0, $1) } }

  @inline(__always)
  private func smallExtremum(_ combine: (Double, Double) -> Double) -> Double? {
    // Long rows are folded in lanes, which tells zeros of either sign apart in another way.
    guard isSmallFloat64, let walk = SmallWalk(rank, lengths, steps, nil, nil), walk.length < 64 else { return nil }
    let source = (base + offset &* 8).assumingMemoryBound(to: Double.self)
    var value = source.pointee
    walk.forEachRow { offset, _, _ in
      var from = source + offset
      var index = 0
      while index < walk.length {
        value = combine(value, from.pointee)
        from += walk.steps.0
        index &+= 1
      }
    }
    return value.isFinite ? value : nil
  }

  @inline(__always) private var isSmallFloat64: Bool {
    guard dtype == .float64, rank > 0, isInCOrder else { return false }
    let count = self.count
    return count > 0 && count <= 1024
  }
}
