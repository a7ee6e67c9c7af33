extension NDArray {
  /// Each part along an axis as often as `repeats` says (one number for all, or one for each); the flattened array's
  /// elements where `axis` is `nil`. A copy.
  public func repeated(_ repeats: NDArray, axis: Int? = nil) throws(ArrayError) -> NDArray {
    // A single element can be repeated as an array of one.
    let source = axis == nil ? try ravel() : rank == 0 ? with(shape: [1], strides: [1]) : self
    let axis = try Axes.normalize(axis ?? 0, rank: source.rank)
    if repeats.rank > 1 { throw .plain(.value, "object too deep for desired array") }
    let counts = try repeats.integers()
    let length = source.shape[axis]
    if counts.count != 1 && counts.count != length {
      throw .plain(
        .value,
        "operands could not be broadcast together with shape \(Dims([length]).compactDescription) "
          + repeats.shape.compactDescription)
    }
    if counts.count == 1 && counts[0] < 0 && length > 0 { throw .plain(.value, "negative dimensions are not allowed") }
    if counts.count > 1 && counts.contains(where: { $0 < 0 }) {
      throw .plain(.value, "repeats may not contain negative values.")
    }
    if counts.count == 1 { return try source.repeated(times: Swift.max(counts[0], 0), axis) }
    var total = 0
    for count in counts {
      let (sum, overflow) = total.addingReportingOverflow(count)
      if overflow { throw .outOfMemory(shape: source.shape, dtype: dtype) }
      total = sum
    }
    let result = try NDArray(dtype, shape: source.shape.replacing(axis, with: total), zeroed: false)
    var place = 0
    for (index, count) in counts.enumerated() where count > 0 {
      let part = try source.sliced(axis: axis, start: index, stop: index + 1)
      let target = try result.sliced(axis: axis, start: place, stop: place + count)
      try target.copyElements(from: part, strides: part.strides.replacing(axis, with: 0))
      place += count
    }
    return result
  }

  /// All parts equally often: one copy with one axis more.
  private func repeated(times: Int, _ axis: Int) throws(ArrayError) -> NDArray {
    let (length, overflow) = shape[axis].multipliedReportingOverflow(by: times)
    if overflow { throw .outOfMemory(shape: shape, dtype: dtype) }
    let result = try NDArray(dtype, shape: shape.replacing(axis, with: length), zeroed: false)
    for copy in 0..<(count == 0 ? 0 : times) {
      let target = result.with(
        shape: shape, strides: result.strides.replacing(axis, with: result.strides[axis] &* times),
        offset: result.offset &+ copy &* result.strides[axis])
      try target.copyElements(from: self, strides: strides)
    }
    return result
  }

  /// The whole array so many times along each axis; missing axes of either are added in front. A copy.
  public func tile(_ times: [Int]) throws(ArrayError) -> NDArray {
    let rank = Swift.max(rank, times.count)
    if rank > Dims.maxCount { throw .tooManyAxes(rank) }
    let source = try withLeadingAxes(rank: rank)
    let times = Array(repeating: 1, count: rank - times.count) + times
    var lengths: [Int] = []
    for axis in 0..<rank {
      let (length, overflow) = source.shape[axis].multipliedReportingOverflow(by: times[axis])
      if overflow { throw .outOfMemory(shape: source.shape, dtype: dtype) }
      lengths.append(length)
    }
    if times.allSatisfy({ $0 == 1 }) { return try source.copyKeepingOrder() }
    let result = try NDArray(dtype, shape: Dims(checking: lengths), zeroed: false)
    if result.count == 0 { return result }
    var done = try result.view(source.shape.map { .slice(start: 0, stop: $0, step: nil) })
    try done.copyElements(from: source, strides: source.strides)
    // Each axis repeats what is there so far.
    var checkpoint = Checkpoint()
    for axis in (0..<rank).reversed() {
      for copy in 1..<Swift.max(times[axis], 1) {
        let target = done.with(
          shape: done.shape, strides: done.strides,
          offset: done.offset &+ copy &* source.shape[axis] &* result.strides[axis])
        try target.copyElements(from: done, strides: done.strides)
        try checkpoint.pass(operations: done.count)
      }
      done = done.with(shape: done.shape.replacing(axis, with: lengths[axis]), strides: result.strides)
    }
    return result
  }
}
