extension NDArray {
  /// `np.inner`: sums over the last axes of both.
  public static func inner(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    if a.rank == 0 || b.rank < 2 { return try dot(a, b) }
    var (shape, strides) = (b.shape, b.strides)
    let last = b.rank - 1
    (shape[last], shape[last - 1]) = (shape[last - 1], shape[last])
    (strides[last], strides[last - 1]) = (strides[last - 1], strides[last])
    return try dot(a, b.with(shape: shape, strides: strides))
  }

  /// `np.outer`: all products of the elements of two flattened arrays.
  public static func outer(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    let (left, right) = (try a.flattened(), try b.flattened())
    return try apply(
      .multiply, left.with(shape: [left.count, 1], strides: [1, 0]),
      right.with(shape: [1, right.count], strides: [0, 1]))
  }

  /// `np.vdot`: the inner product of two flattened arrays.
  /// - Throws: `.value` where they have not the same number of elements.
  public static func vdot(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    if a.count != b.count {
      throw .plain(.value, "cannot reshape array of size \(b.count) into shape (\(a.count),)")
    }
    return try dot(a.flattened(), b.flattened())
  }

  /// `np.tensordot` over the last `count` axes of `a` and the first of `b`.
  public static func tensordot(_ a: NDArray, _ b: NDArray, count: Int = 2) throws(ArrayError) -> NDArray {
    let count = Swift.max(count, 0)
    if count > Swift.min(a.rank, b.rank) { throw .plain(.index, "tuple index out of range") }
    return try tensordot(a, b, axes: (Array((-count)..<0), Array(0..<count)))
  }

  /// `np.tensordot` over pairs of axes.
  /// - Throws: `.value` "shape-mismatch for sum"; `.index` for axes that do not exist.
  public static func tensordot(
    _ a: NDArray, _ b: NDArray, axes: ([Int], [Int])
  ) throws(ArrayError) -> NDArray {
    var (leftAxes, rightAxes): ([Int], [Int]) = ([], [])
    if axes.0.count != axes.1.count { throw .plain(.value, "shape-mismatch for sum") }
    for (left, right) in zip(axes.0, axes.1) {
      guard left >= -a.rank, left < a.rank, right >= -b.rank, right < b.rank else {
        throw .plain(.index, "tuple index out of range")
      }
      leftAxes.append(left < 0 ? left + a.rank : left)
      rightAxes.append(right < 0 ? right + b.rank : right)
      if a.shape[leftAxes[leftAxes.count - 1]] != b.shape[rightAxes[rightAxes.count - 1]] {
        throw .plain(.value, "shape-mismatch for sum")
      }
    }
    let leftKept = (0..<a.rank).filter { !leftAxes.contains($0) }
    let rightKept = (0..<b.rank).filter { !rightAxes.contains($0) }
    let summed = leftAxes.reduce(1) { $0 * a.shape[$1] }
    let shape = leftKept.map { a.shape[$0] } + rightKept.map { b.shape[$0] }
    if shape.count > Dims.maxCount { throw .tooManyAxes(shape.count) }
    let rows = leftKept.reduce(1) { $0 * a.shape[$1] }
    let columns = rightKept.reduce(1) { $0 * b.shape[$1] }
    let left = try a.axes(leftKept + leftAxes).copy().with(shape: [rows, summed], strides: [summed, 1])
    let right = try b.axes(rightAxes + rightKept).copy().with(shape: [summed, columns], strides: [columns, 1])
    let result = try dot(left, right)
    let target = Dims(shape)
    return result.with(shape: target, strides: target.contiguousStrides)
  }

  /// `np.kron`: the Kronecker product.
  public static func kron(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    let rank = Swift.max(a.rank, b.rank)
    if 2 * rank > Dims.maxCount { throw .tooManyAxes(2 * rank) }
    var (left, right) = ((shape: Dims(), strides: Dims()), (shape: Dims(), strides: Dims()))
    for axis in 0..<rank {
      let (i, j) = (axis - (rank - a.rank), axis - (rank - b.rank))
      let (rows, columns) = (i < 0 ? 1 : a.shape[i], j < 0 ? 1 : b.shape[j])
      left.shape.append(rows)
      left.shape.append(1)
      left.strides.append(i < 0 ? 0 : a.strides[i])
      left.strides.append(0)
      right.shape.append(1)
      right.shape.append(columns)
      right.strides.append(0)
      right.strides.append(j < 0 ? 0 : b.strides[j])
    }
    let product = try apply(
      .multiply, a.with(shape: left.shape, strides: left.strides), b.with(shape: right.shape, strides: right.strides))
    var shape = Dims()
    for axis in 0..<rank { shape.append(product.shape[2 * axis] * product.shape[2 * axis + 1]) }
    return try (product.isContiguous ? product : product.copy()).with(shape: shape, strides: shape.contiguousStrides)
  }

  /// The sum along a diagonal: `np.trace`.
  /// - Throws: `.value` for fewer than two axes; `.unsupported` for uint8, whose trace is uint64.
  public func trace(
    offset: Int = 0, axis1: Int = 0, axis2: Int = 1, dtype: DType? = nil
  ) throws(ArrayError) -> NDArray {
    if rank < 2 { throw .plain(.value, "diag requires an array of at least two dimensions") }
    let first = try NDArray.normalize(axis: axis1, rank: rank)
    let second = try NDArray.normalize(axis: axis2, rank: rank)
    if first == second { throw .plain(.value, "axis1 and axis2 cannot be the same") }
    let (rows, columns) = (shape[first], shape[second])
    let length = Swift.max(offset >= 0 ? Swift.min(rows, columns - offset) : Swift.min(rows + offset, columns), 0)
    var (diagonalShape, diagonalStrides) = (Dims(), Dims())
    for axis in 0..<rank where axis != first && axis != second {
      diagonalShape.append(shape[axis])
      diagonalStrides.append(strides[axis])
    }
    diagonalShape.append(length)
    diagonalStrides.append(strides[first] + strides[second])
    let start = length == 0 ? 0 : offset >= 0 ? offset * strides[second] : -offset * strides[first]
    return try with(shape: diagonalShape, strides: diagonalStrides, offset: self.offset + start)
      .sum(axes: [-1], dtype: dtype)
  }

  /// All elements in C order, side by side. A view where the array is contiguous.
  func flattened() throws(ArrayError) -> NDArray {
    try (isContiguous ? self : copy()).with(shape: [count], strides: [1])
  }

  /// The axes in another order. A view.
  func axes(_ order: [Int]) -> NDArray {
    with(shape: Dims(order.map { shape[$0] }), strides: Dims(order.map { strides[$0] }))
  }
}
