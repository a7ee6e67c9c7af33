extension NDArray {
  /// `np.dot`: inner product of vectors, product of matrices, product with a scalar; for more axes the last of `a` with
  /// the last but one of `b`. The order of additions is that of `MatrixProduct`.
  /// - Throws: `.value` "shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)".
  public static func dot(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    let dtype = try DType.promote(a.dtype, b.dtype)
    if a.rank == 0 || b.rank == 0 {
      return try apply(.multiply, a.converted(to: dtype), b.converted(to: dtype))
    }
    let axis = Swift.max(b.rank - 2, 0)
    let inner = a.shape[a.rank - 1]
    guard inner == b.shape[axis] else {
      throw .plain(
        .value,
        "shapes \(a.shape.compactDescription) and \(b.shape.compactDescription) not aligned: \(inner) (dim "
          + "\(a.rank - 1)) != \(b.shape[axis]) (dim \(axis))")
    }
    var shape = Dims()
    guard a.rank - 1 + Swift.max(b.rank - 1, 0) <= Dims.maxCount else { throw .tooManyAxes(a.rank + b.rank - 2) }
    for index in 0..<(a.rank - 1) { shape.append(a.shape[index]) }
    for index in 0..<b.rank where index != axis { shape.append(b.shape[index]) }
    let result = try NDArray(dtype, shape: shape, zeroed: false)
    if result.count == 0 { return result }

    // a as rows x inner.
    var left = try a.converted(to: dtype)
    if left.rank > 2 || left.strides[left.rank - 1] != 1 { left = try left.copy() }
    let rows = a.shape.prefix(a.rank - 1).reduce(1, &*)
    let rowStride = left.rank == 1 ? 0 : left.strides[left.rank - 2]
    let right = try b.converted(to: dtype)
    let columns = b.rank == 1 ? 1 : b.shape[b.rank - 1]
    let matrices = result.count / (rows * columns)
    let product = MatrixProduct(
      rows: rows, inner: inner, columns: columns, leftStrides: (rowStride, 1),
      rightStrides: (right.strides[axis], b.rank == 1 ? 0 : right.strides[b.rank - 1]),
      resultStride: matrices * columns)
    // Each matrix that b's leading axes name.
    let leading = Swift.max(b.rank - 2, 0)
    var runs = StridedRuns(shape: Dims(b.shape.prefix(leading)), Dims(right.strides.prefix(leading)))
    var matrix = 0
    while try runs.next() {
      for index in 0..<runs.length {
        try product.run(
          dtype, left.firstElement, right.firstElement + (runs.offsets.0 + index * runs.steps.0) * dtype.itemSize,
          result.firstElement + matrix * columns * dtype.itemSize)
        matrix += 1
      }
    }
    return result
  }

  /// `a @ b`: matrices in the last two axes, broadcast over the others.
  /// - Throws: `.value` in the words of NumPy's `matmul`.
  public static func matmul(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    let signature = "gufunc signature (n?,k),(k,m?)->(n?,m?)"
    for (index, operand) in [a, b].enumerated() where operand.rank == 0 {
      throw .plain(
        .value,
        "matmul: Input operand \(index) does not have enough dimensions (has 0, gufunc core with signature "
          + "(n?,k),(k,m?)->(n?,m?) requires 1)")
    }
    let inner = a.shape[a.rank - 1]
    let rightInner = b.shape[Swift.max(b.rank - 2, 0)]
    guard inner == rightInner else {
      throw .plain(
        .value,
        "matmul: Input operand 1 has a mismatch in its core dimension 0, with \(signature) (size \(rightInner) is "
          + "different from \(inner))")
    }
    let dtype = try DType.promote(a.dtype, b.dtype)
    var (left, right) = (try a.converted(to: dtype), try b.converted(to: dtype))
    if left.strides[left.rank - 1] != 1 { left = try left.copy() }
    let rows = a.rank == 1 ? 1 : a.shape[a.rank - 2]
    let columns = b.rank == 1 ? 1 : b.shape[b.rank - 1]
    let (leftBatch, rightBatch) = (left.batch, right.batch)
    let batch: Dims
    do {
      batch = try broadcastShape([leftBatch.shape, rightBatch.shape])
    } catch {
      throw .plain(
        .value,
        "operands could not be broadcast together with remapped shapes [original->remapped]: "
          + "\(a.remapped) \(b.remapped)  and requested shape (\(rows),\(columns))")
    }
    var shape = batch
    if a.rank > 1 { shape.append(rows) }
    if b.rank > 1 { shape.append(columns) }
    let result = try NDArray(dtype, shape: shape, zeroed: false)
    if result.count == 0 { return result }
    let product = MatrixProduct(
      rows: rows, inner: inner, columns: columns, leftStrides: (left.rank == 1 ? 0 : left.strides[left.rank - 2], 1),
      rightStrides: (right.strides[Swift.max(right.rank - 2, 0)], right.rank == 1 ? 0 : right.strides[right.rank - 1]),
      resultStride: columns)
    guard let leftStrides = leftBatch.broadcastStrides(to: batch),
      let rightStrides = rightBatch.broadcastStrides(to: batch)
    else { throw .cannotBroadcast([a.shape, b.shape]) }
    var runs = StridedRuns(shape: batch, leftStrides, rightStrides)
    let size = dtype.itemSize
    var matrix = 0
    while try runs.next() {
      for index in 0..<runs.length {
        try product.run(
          dtype, left.firstElement + (runs.offsets.0 + index * runs.steps.0) * size,
          right.firstElement + (runs.offsets.1 + index * runs.steps.1) * size,
          result.firstElement + matrix * rows * columns * size)
        matrix += 1
      }
    }
    return result
  }

  /// The array without its last two axes, which hold matrices.
  private var batch: NDArray {
    let count = Swift.max(rank - 2, 0)
    return with(shape: Dims(shape.prefix(count)), strides: Dims(strides.prefix(count)))
  }

  /// The batch axes as NumPy's message shows them: `(2,2,3)->(2,newaxis,newaxis)`.
  private var remapped: String {
    let axes = batch.shape.map(String.init) + ["newaxis", "newaxis"]
    return "\(shape.compactDescription)->(\(axes.joined(separator: ",")))"
  }

  func converted(to dtype: DType) throws(ArrayError) -> NDArray {
    try self.dtype == dtype ? self : copyKeepingOrder(as: dtype)
  }
}
