import Arrays

/// The two steps that a pooling's backward pass is explained with, for one window: `create_mask_from_window` and
/// `distribute_value`.
extension Pooling {
  /// Where `window` has its largest number: a bool array of its shape. All false if the largest is nan.
  /// - Throws: NumPy's `ArrayError` for an empty window, or when memory runs out.
  public static func mask(of window: NDArray) throws(LayerError) -> NDArray {
    try layer { () throws(ArrayError) in
      if window.count == 0 {
        throw .plain(.value, "zero-size array to reduction operation maximum which has no identity")
      }
      let mask = try NDArray(.bool, shape: window.shape, zeroed: false)
      switch window.dtype {
      case .bool: markLargest(try window.copy(as: .uint8), UInt8.self, in: mask)
      case .uint8: markLargest(try window.copy(), UInt8.self, in: mask)
      case .int64: markLargest(try window.copy(), Int64.self, in: mask)
      case .float32: markLargest(try window.copy(), Float.self, in: mask)
      case .float64: markLargest(try window.copy(), Double.self, in: mask)
      }
      return mask
    }
  }

  /// - Parameter window: contiguous, not empty.
  private static func markLargest<T: Element & Comparable>(_ window: NDArray, _ type: T.Type, in mask: NDArray) {
    let (numbers, marks) = (window.pointer(T.self), mask.pointer(Bool.self))
    var largest = numbers[0]
    for index in 1..<max(window.count, 1) { largest = larger(numbers[index], largest) }
    for index in 0..<window.count { marks[index] = numbers[index] == largest }
  }

  /// An array of `shape` (n_H, n_W) whose elements share `value` equally: each is `value / (n_H * n_W)`.
  /// - Returns: float32 for a float32 value, float64 otherwise.
  /// - Throws: `LayerError` if the shape has not two axes of at least 1, or when memory runs out.
  public static func distribute(_ value: Scalar, over shape: Dims) throws(LayerError) -> NDArray {
    let function = LayerFunction.distributeValue
    if shape.count != 2 { throw .rank(function, argument: "shape", axes: ["n_H", "n_W"], actual: shape) }
    try function.require(shape[0], atLeast: 1, "shape[0]")
    try function.require(shape[1], atLeast: 1, "shape[1]")
    return try layer { () throws(ArrayError) in
      let result = try NDArray(value.dtype == .float32 ? .float32 : .float64, shape: shape, zeroed: false)
      if case .float32(let value) = value {
        result.pointer(Float.self).update(repeating: value / Float(result.count), count: result.count)
      } else {
        let share = value.cast(to: Double.self) / Double(result.count)
        result.pointer(Double.self).update(repeating: share, count: result.count)
      }
      return result
    }
  }
}

/// The larger of two numbers as `np.max` meets them, `number` after `largest`: a nan stays, and of equals the last does.
@inline(__always)
func larger<T: Comparable>(_ number: T, _ largest: T) -> T {
  number >= largest || number != number ? number : largest
}
