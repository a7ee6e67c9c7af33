extension NDArray {
  /// Reversed along some axes, or along all. A view.
  public func flip(_ axes: [Int]? = nil) throws(ArrayError) -> NDArray {
    let axes = try Axes.normalize(axes ?? Array(0..<rank), rank: rank)
    var (strides, offset) = (strides, offset)
    for axis in axes {
      if shape[axis] > 0 { offset &+= (shape[axis] - 1) &* strides[axis] }
      strides[axis] = -strides[axis]
    }
    return with(shape: shape, strides: strides, offset: offset)
  }

  /// Turned by a quarter `times` times, from the first towards the second axis. A view.
  public func rot90(_ times: Int = 1, axes: (Int, Int) = (0, 1)) throws(ArrayError) -> NDArray {
    let distance = axes.0.subtractingReportingOverflow(axes.1)
    if axes.0 == axes.1 || (!distance.overflow && distance.partialValue.magnitude == UInt(rank)) {
      throw .plain(.value, "Axes must be different.")
    }
    guard axes.0 < rank, axes.0 >= -rank, axes.1 < rank, axes.1 >= -rank else {
      throw .plain(.value, "Axes=(\(axes.0), \(axes.1)) out of range for array of ndim=\(rank).")
    }
    switch times & 3 {
    case 0: return self
    case 1: return try flip([axes.1]).swapAxes(axes.0, axes.1)
    case 2: return try flip([axes.0, axes.1])
    default: return try swapAxes(axes.0, axes.1).flip([axes.1])
    }
  }

  /// Shifted along axes, what leaves at one end coming in at the other; the flattened array where `axes` is `nil`.
  /// One shift for all axes, or all shifts for one axis, or one for each. A copy.
  public func roll(_ shifts: [Int], axes: [Int]?) throws(ArrayError) -> NDArray {
    guard let axes else { return try ravel().roll(shifts, axes: [0]).reshape(Array(shape)) }
    let normalized = try Axes.normalize(axes, rank: rank, allowDuplicates: true)
    if shifts.count != axes.count && shifts.count != 1 && axes.count != 1 {
      throw .plain(
        .value,
        "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape "
          + "(\(shifts.count),) and arg 1 with shape (\(axes.count),).")
    }
    var source = self
    var result = try NDArray(dtype, shape: shape, memoryOrder: memoryOrder)
    if count == 0 { return result }
    var totals = Dims(repeating: 0, count: rank)
    for number in 0..<(shifts.isEmpty || axes.isEmpty ? 0 : Swift.max(shifts.count, axes.count)) {
      let axis = normalized[axes.count == 1 ? 0 : number]
      let (sum, overflow) = totals[axis].addingReportingOverflow(shifts[shifts.count == 1 ? 0 : number] % shape[axis])
      totals[axis] = overflow ? 0 : sum
    }
    // One axis after the other; each pass moves everything once.
    let moved = (0..<rank).filter { totals[$0] % shape[$0] != 0 }
    if moved.isEmpty { try result.copyElements(from: self, strides: strides) }
    for (pass, axis) in moved.enumerated() {
      let length = shape[axis]
      let shift = ((totals[axis] % length) + length) % length
      for (from, to, part) in [(0, shift, length - shift), (length - shift, 0, shift)] {
        let target = try result.sliced(axis: axis, start: to, stop: to + part)
        let origin = try source.sliced(axis: axis, start: from, stop: from + part)
        try target.copyElements(from: origin, strides: origin.strides)
      }
      if pass + 1 < moved.count {
        source = result
        result = try NDArray(dtype, shape: shape, memoryOrder: memoryOrder)
      }
    }
    return result
  }
}
