extension NDArray {
  /// Running sums along an axis, or of all elements in C order. One addition after the other.
  /// - Throws: `.axis`; `.unsupported` for uint8 without a dtype.
  public func cumulativeSum(
    axis: Int? = nil, dtype: DType? = nil, warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    try accumulate(.add, axis, accumulatorType(dtype, "cumsum"), warn)
  }

  /// Running products along an axis, or of all elements in C order.
  public func cumulativeProduct(
    axis: Int? = nil, dtype: DType? = nil, warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    try accumulate(.multiply, axis, accumulatorType(dtype, "cumprod"), warn)
  }

  /// The differences of neighbours along an axis, `order` times over; of truth values whether they differ.
  /// - Throws: NumPy's `ValueError` for a negative order or a 0-d array; `.axis`.
  public func differences(order: Int = 1, axis: Int = -1, warn: WarningSink? = nil) throws(ArrayError) -> NDArray {
    if order == 0 { return self }
    if order < 0 { throw .plain(.value, "order must be non-negative but got \(order)") }
    if rank == 0 { throw .plain(.value, "diff requires input that is at least one dimensional") }
    let axis = try NDArray.normalize(axis: axis, rank: rank)
    var result = self
    for _ in 0..<order {
      var shape = result.shape
      shape[axis] = Swift.max(shape[axis] - 1, 0)
      let low = result.with(shape: shape, strides: result.strides)
      let shift = shape[axis] == 0 ? 0 : result.strides[axis]
      let high = result.with(shape: shape, strides: result.strides, offset: result.offset + shift)
      result = try NDArray.apply(dtype == .bool ? .notEqual : .subtract, high, low, warn: warn)
    }
    return result
  }

  private func accumulate(
    _ function: BinaryFunction, _ axis: Int?, _ dtype: DType, _ warn: WarningSink?
  ) throws(ArrayError) -> NDArray {
    guard let axis else {
      let flat = try copy(as: dtype)
      let result = flat.with(shape: [count], strides: [1])
      return try result.accumulateInPlace(function, 0, warn)
    }
    // NumPy takes a 0-d array for one of one element here.
    if rank == 0, axis == 0 || axis == -1 {
      return try copy(as: dtype).with(shape: [1], strides: [1])
    }
    let normalized = try NDArray.normalize(axis: axis, rank: rank)
    return try copyKeepingOrder(as: dtype).accumulateInPlace(function, normalized, warn)
  }

  /// Each element but the first becomes `function` of the one before it, which is done already, and itself.
  private func accumulateInPlace(
    _ function: BinaryFunction, _ axis: Int, _ warn: WarningSink?
  ) throws(ArrayError) -> NDArray {
    var rest = shape
    rest[axis] = Swift.max(shape[axis] - 1, 0)
    let second = firstElement + (rest[axis] == 0 ? 0 : strides[axis] * dtype.itemSize)
    var operands = BinaryOperands(
      left: firstElement, right: second, result: second, runs: StridedRuns(shape: rest, strides, strides, strides))
    try FloatingPointFlags.reporting("accumulate", to: dtype.isFloating ? warn : nil) { () throws(ArrayError) in
      try function.run(&operands, dtype)
    }
    return self
  }
}
