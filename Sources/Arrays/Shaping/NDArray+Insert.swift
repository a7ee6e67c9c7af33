extension NDArray {
  /// The array and the axis that `insert` and `delete` work on: flattened where `axis` is `nil`.
  private func lanes(_ axis: Int?) throws(ArrayError) -> (array: NDArray, axis: Int) {
    if let axis { return (self, try Axes.normalize(axis, rank: rank)) }
    return (rank == 1 ? self : try ravel(), 0)
  }

  /// `np.delete`: without the parts at `indices` (integers, or a mask) along an axis. A copy.
  public func delete(_ indices: NDArray, axis: Int? = nil) throws(ArrayError) -> NDArray {
    let (array, axis) = try lanes(axis)
    let length = array.shape[axis]
    if indices.count == 1 && indices.dtype.isInteger {
      let index = Int(indices.scalar().cast(to: Int64.self))
      guard index >= -length, index < length else { throw .outOfBounds(index, axis: axis, size: length) }
      return try array.deleting(index < 0 ? index + length : index, axis, order: preferredOrder)
    }
    let keep: NDArray
    if indices.dtype == .bool {
      if indices.shape != [length] {
        throw .plain(
          .value,
          "boolean array argument obj to delete must be one dimensional and match the axis length of \(length)")
      }
      keep = try indices.copy()
      let flags = keep.pointer(Bool.self)
      for index in 0..<length { flags[index].toggle() }
    } else {
      keep = try NDArray.full([length], .bool(true))
      try keep.set([.array(indices)], to: NDArray(scalar: false))
    }
    return try array.get(Array(repeating: .all, count: axis) + [.array(keep)])
  }

  private func deleting(_ index: Int, _ axis: Int, order: ArrayOrder) throws(ArrayError) -> NDArray {
    let result = try NDArray(dtype, shape: shape.replacing(axis, with: shape[axis] - 1), order: order)
    for (from, to, count) in [(0, 0, index), (index + 1, index, shape[axis] - index - 1)] {
      let source = try sliced(axis: axis, start: from, stop: from + count)
      let target = try result.sliced(axis: axis, start: to, stop: to + count)
      try target.copyElements(from: source, strides: source.strides)
    }
    return result
  }

  /// `np.delete` with a slice.
  public func delete(start: Int?, stop: Int?, step: Int?, axis: Int? = nil) throws(ArrayError) -> NDArray {
    let (array, axis) = try lanes(axis)
    guard let range = SliceRange(start: start, stop: stop, step: step, length: array.shape[axis]) else {
      throw .zeroStep
    }
    let doomed = Set((0..<range.count).map { range.start + $0 * range.step })
    let kept = (0..<array.shape[axis]).filter { !doomed.contains($0) }
    let result = try NDArray(
      dtype, shape: array.shape.replacing(axis, with: kept.count), order: preferredOrder)
    for (place, index) in kept.enumerated() {
      let source = try array.sliced(axis: axis, start: index, stop: index + 1)
      let target = try result.sliced(axis: axis, start: place, stop: place + 1)
      try target.copyElements(from: source, strides: source.strides)
    }
    return result
  }

  /// `np.insert`: `values` in front of the parts at `indices` along an axis. A copy.
  ///
  /// One index of rank 0 takes `values` as one part or, in a vector, as many elements as there are; an array of indices
  /// takes a part for each.
  public func insert(_ indices: NDArray, _ values: NDArray, axis: Int? = nil) throws(ArrayError) -> NDArray {
    let (array, axis) = try lanes(axis)
    let order = preferredOrder
    let length = array.shape[axis]
    if indices.rank > 1 && indices.dtype != .bool {
      throw .plain(.value, "index array argument obj to insert must be one dimensional or scalar")
    }
    if indices.count == 1 {
      if indices.dtype.isFloating {
        throw .plain(.type, "slice indices must be integers or None or have an __index__ method")
      }
      return try array.inserting(
        Int(indices.scalar().cast(to: Int64.self)), isScalar: indices.rank == 0, values, axis, order)
    }
    if indices.dtype.isFloating {
      throw .plain(.index, "arrays used as indices must be of integer (or boolean) type")
    }
    var places = try indices.integers().map { $0 < 0 ? $0 + length : $0 }
    // Later ones move by those inserted before them.
    for (number, position) in places.indices.sorted(by: { places[$0] < places[$1] }).enumerated() {
      places[position] &+= number
    }
    let shape = array.shape.replacing(axis, with: length + places.count)
    let old = try NDArray.full([shape[axis]], .bool(true))
    let inserted = try NDArray(places.map(Int64.init), shape: [places.count])
    try old.set([.array(inserted)], to: NDArray(scalar: false))
    let result = try NDArray(dtype, shape: shape, order: order)
    let front = Array(repeating: ArrayIndex.all, count: axis)
    try result.set(front + [.array(inserted)], to: values)
    try result.set(front + [.array(old)], to: array)
    return result
  }

  private func inserting(
    _ index: Int, isScalar: Bool, _ values: NDArray, _ axis: Int, _ order: ArrayOrder
  ) throws(ArrayError) -> NDArray {
    let length = shape[axis]
    guard index >= -length, index <= length else {
      let shown = isScalar ? "\(index)" : "[\(index)]"
      throw .plain(.index, "index \(shown) is out of bounds for axis \(axis) with size \(length)")
    }
    let place = index < 0 ? index + length : index
    var values = try values.withLeadingAxes(rank: rank)
    if isScalar { values = try values.moveAxis([0], to: [axis]) }
    let added = values.shape[axis]
    let result = try NDArray(dtype, shape: shape.replacing(axis, with: length + added), order: order)
    let (before, after) = (
      try sliced(axis: axis, start: 0, stop: place), try sliced(axis: axis, start: place, stop: length)
    )
    let head = try result.sliced(axis: axis, start: 0, stop: place)
    try head.copyElements(from: before, strides: before.strides)
    try result.sliced(axis: axis, start: place, stop: place + added).assign(values)
    let tail = try result.sliced(axis: axis, start: place + added, stop: length + added)
    try tail.copyElements(from: after, strides: after.strides)
    return result
  }
}
