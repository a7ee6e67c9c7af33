extension NDArray {
  public static func zeros(_ dtype: DType = .float64, shape: [Int], order: ArrayOrder = .c) throws(ArrayError)
    -> NDArray
  {
    try NDArray(dtype, shape: Dims(checking: shape), order: order, zeroed: true)
  }

  public static func ones(_ dtype: DType = .float64, shape: [Int], order: ArrayOrder = .c) throws(ArrayError) -> NDArray
  {
    try full(shape, .bool(true), dtype: dtype, order: order)
  }

  /// `np.empty`. Zeros, so that no program can print what the memory held before.
  public static func empty(_ dtype: DType = .float64, shape: [Int], order: ArrayOrder = .c) throws(ArrayError)
    -> NDArray
  {
    try zeros(dtype, shape: shape, order: order)
  }

  /// All elements the same; of the value's dtype unless one is given.
  public static func full(
    _ shape: [Int], _ value: Scalar, dtype: DType? = nil, order: ArrayOrder = .c
  ) throws(ArrayError) -> NDArray {
    let result = try NDArray(dtype ?? value.dtype, shape: Dims(checking: shape), order: order)
    let value = try NDArray(value)
    try result.copyElements(from: value, strides: Dims(repeating: 0, count: shape.count))
    return result
  }

  /// `np.zeros_like`: zeros in this array's shape and memory order.
  public func zerosLike(_ dtype: DType? = nil) throws(ArrayError) -> NDArray {
    try NDArray(dtype ?? self.dtype, shape: shape, memoryOrder: memoryOrder, zeroed: true)
  }

  public func onesLike(_ dtype: DType? = nil) throws(ArrayError) -> NDArray {
    try fullLike(NDArray(scalar: true), dtype)
  }

  public func emptyLike(_ dtype: DType? = nil) throws(ArrayError) -> NDArray { try zerosLike(dtype) }

  /// `value`, broadcast, in this array's shape, memory order and dtype.
  public func fullLike(_ value: NDArray, _ dtype: DType? = nil) throws(ArrayError) -> NDArray {
    let result = try NDArray(dtype ?? self.dtype, shape: shape, memoryOrder: memoryOrder)
    try result.assign(value)
    return result
  }

  /// Ones where `column == row + offset`. Shape `(rows, columns)`, a square where `columns` is `nil`.
  public static func eye(
    _ rows: Int, _ columns: Int? = nil, offset: Int = 0, dtype: DType = .float64, order: ArrayOrder = .c
  ) throws(ArrayError) -> NDArray {
    let result = try zeros(dtype, shape: [rows, columns ?? rows], order: order)
    let diagonal = try result.diagonal(offset: offset)
    let one = try NDArray(scalar: true)
    try diagonal.copyElements(from: one, strides: [0])
    return result
  }

  /// Ones where `column <= row + offset`, zeros elsewhere.
  public static func tri(
    _ rows: Int, _ columns: Int? = nil, offset: Int = 0, dtype: DType = .float64
  ) throws(ArrayError) -> NDArray {
    let (rows, columns) = (Swift.max(rows, 0), Swift.max(columns ?? rows, 0))
    let result = try zeros(dtype, shape: [rows, columns])
    let one = try NDArray(scalar: true)
    for row in 0..<rows {
      let (edge, overflow) = (row + 1).addingReportingOverflow(offset)
      let count = overflow ? columns : Swift.min(Swift.max(edge, 0), columns)
      let part = result.with(shape: [count], strides: [1], offset: row * columns)
      try part.copyElements(from: one, strides: [0])
    }
    return result
  }
}
