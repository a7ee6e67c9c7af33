extension NDArray {
  /// The elements at `[i, i + offset]` of two axes, along a new last axis. A read-only view.
  public func diagonal(offset: Int = 0, axis1: Int = 0, axis2: Int = 1) throws(ArrayError) -> NDArray {
    if rank < 2 { throw .plain(.value, "diag requires an array of at least two dimensions") }
    let first = try Axes.normalize(axis1, rank: rank, argument: "axis1")
    let second = try Axes.normalize(axis2, rank: rank, argument: "axis2")
    if first == second { throw .plain(.value, "axis1 and axis2 cannot be the same") }
    let down = offset < 0 ? offset == .min ? Int.max : -offset : 0
    let right = Swift.max(offset, 0)
    let length = Swift.max(0, Swift.min(shape[first] - down, shape[second] - right))
    var (shape, strides) = (shape, strides)
    for axis in [Swift.max(first, second), Swift.min(first, second)] {
      shape.remove(at: axis)
      strides.remove(at: axis)
    }
    shape.append(length)
    strides.append(self.strides[first] &+ self.strides[second])
    let start = down &* self.strides[first] &+ right &* self.strides[second]
    return with(shape: shape, strides: strides, offset: length > 0 ? self.offset &+ start : nil, isWriteable: false)
  }

  /// `np.diag`: the diagonal of a matrix (a read-only view), or a matrix with these elements on its diagonal.
  public func diag(offset: Int = 0) throws(ArrayError) -> NDArray {
    if rank == 2 { return try diagonal(offset: offset) }
    if rank != 1 { throw .plain(.value, "Input must be 1- or 2-d.") }
    let (size, overflow) = count.addingReportingOverflow(Int(clamping: offset.magnitude))
    if overflow { throw .tooBig }
    let result = try NDArray(dtype, shape: [size, size])
    let target = try result.diagonal(offset: offset)
    try target.copyElements(from: self, strides: strides)
    return result
  }

  /// Writes `value`, over and over, to the elements whose indices are all equal. A matrix may have any shape; `wrap`
  /// goes on below the end of the diagonal of a tall one.
  public func fillDiagonal(_ value: NDArray, wrap: Bool = false) throws(ArrayError) {
    if rank < 2 { throw .plain(.value, "array must be at least 2-d") }
    if rank > 2 && !shape.allSatisfy({ $0 == shape[0] }) {
      throw .plain(.value, "All dimensions of input must be of equal length")
    }
    if !isWriteable { throw .plain(.value, "underlying array is read-only") }
    let values = try value.copy(as: dtype)
    if values.count == 0 || count == 0 { return }
    let step = shape.contiguousStrides.reduce(0, +)
    let isTall = rank == 2 && shape[1] < shape[0]
    let end = isTall && !wrap ? shape[1] * shape[1] : count
    for (number, place) in stride(from: 0, to: end, by: step).enumerated() {
      store(values.scalar(atOffset: number % values.count), atOffset: offset(ofFlatIndex: place))
    }
  }

  /// The last two axes' lower triangle, up to the given diagonal; zeros elsewhere.
  public func tril(offset: Int = 0) throws(ArrayError) -> NDArray {
    try NDArray.choose(where: triangle(offset), self, NDArray(dtype, shape: [1]))
  }

  /// The last two axes' upper triangle, from the given diagonal on; zeros elsewhere.
  public func triu(offset: Int = 0) throws(ArrayError) -> NDArray {
    try NDArray.choose(where: triangle(offset == .min ? offset : offset - 1), NDArray(dtype, shape: [1]), self)
  }

  private func triangle(_ offset: Int) throws(ArrayError) -> NDArray {
    if rank == 0 { throw .plain(.type, "tri() missing 1 required positional argument: 'N'") }
    return try .tri(shape[Swift.max(rank - 2, 0)], shape[rank - 1], offset: offset, dtype: .bool)
  }
}
