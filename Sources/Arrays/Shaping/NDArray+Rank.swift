extension NDArray {
  /// Without the axes of length 1: the given ones, or all. A view.
  public func squeeze(_ axes: [Int]? = nil) throws(ArrayError) -> NDArray {
    var dropped: [Int] = []
    for axis in axes ?? (0..<rank).filter({ self.shape[$0] == 1 }) {
      let axis = try Axes.normalize(axis, rank: rank)
      if dropped.contains(axis) { throw .plain(.value, "duplicate value in 'axis'") }
      dropped.append(axis)
    }
    for axis in dropped where shape[axis] != 1 {
      throw .plain(.value, "cannot select an axis to squeeze out which has size not equal to one")
    }
    var (shape, strides) = (shape, strides)
    for axis in dropped.sorted(by: >) {
      shape.remove(at: axis)
      strides.remove(at: axis)
    }
    return with(shape: shape, strides: strides)
  }

  /// With axes of length 1 at these places of the result. A view.
  public func expandDims(_ axes: [Int]) throws(ArrayError) -> NDArray {
    let axes = try Axes.normalize(axes, rank: rank + axes.count)
    if rank + axes.count > Dims.maxCount { throw .tooManyAxes(rank + axes.count) }
    var (shape, strides) = (shape, strides)
    for axis in axes.sorted() {
      shape.insert(1, at: axis)
      // Nobody steps along it; this is the stride that keeps a contiguous array's strides regular.
      strides.insert(axis < strides.count ? strides[axis] &* shape[axis + 1] : 1, at: axis)
    }
    return with(shape: shape, strides: strides)
  }

  /// `np.atleast_1d`, `_2d`, `_3d`: a view with at least so many axes.
  /// - Precondition: `1 <= minimum <= 3`.
  public func atLeast(rank minimum: Int) throws(ArrayError) -> NDArray {
    precondition(1 <= minimum && minimum <= 3)
    if rank >= minimum { return self }
    switch (minimum, rank) {
    case (3, 1): return try expandDims([0, 2])
    case (3, 2): return try expandDims([2])
    default: return try expandDims(Array(0..<(minimum - rank)))
    }
  }

  /// With axes of length 1 in front until there are so many (`ndmin`).
  package func withLeadingAxes(rank minimum: Int) throws(ArrayError) -> NDArray {
    rank >= minimum ? self : try expandDims(Array(0..<(minimum - rank)))
  }

  /// The array as it looks repeated to a larger shape. A read-only view.
  public func broadcast(to lengths: [Int]) throws(ArrayError) -> NDArray {
    if lengths.contains(where: { $0 < 0 }) {
      throw .plain(.value, "all elements of broadcast shape must be non-negative")
    }
    if lengths.isEmpty && rank > 0 { throw .plain(.value, "cannot broadcast a non-scalar to a scalar array") }
    let target = try Dims(checking: lengths)
    if target.product == nil { throw .plain(.value, "iterator is too large") }
    _ = try target.byteCount(of: dtype)
    if rank > target.count {
      throw .plain(.value, "input operand has more dimensions than allowed by the axis remapping")
    }
    guard let strides = broadcastStrides(to: target) else {
      throw .plain(
        .value,
        "operands could not be broadcast together with remapped shapes [original->remapped]: "
          + "\(shape.compactDescription)  and requested shape \(target.compactDescription)")
    }
    return with(shape: target, strides: strides, isWriteable: false)
  }

  /// All arrays as they look in the shape that they broadcast to. Views.
  public static func broadcastArrays(_ arrays: [NDArray]) throws(ArrayError) -> [NDArray] {
    let rank = arrays.map(\.rank).max() ?? 0
    var target = Dims(repeating: 1, count: rank)
    for axis in 0..<rank {
      var source = 0
      for (number, array) in arrays.enumerated() {
        let own = axis - (rank - array.rank)
        guard own >= 0, array.shape[own] != 1 else { continue }
        if target[axis] == 1 {
          target[axis] = array.shape[own]
          source = number
        } else if target[axis] != array.shape[own] {
          throw .plain(
            .value,
            "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg \(source) with "
              + "shape \(arrays[source].shape) and arg \(number) with shape \(array.shape).")
        }
      }
    }
    return arrays.map { $0.with(shape: target, strides: $0.broadcastStrides(to: target) ?? $0.strides) }
  }
}
