import Arrays

/// The rectified linear unit: negative numbers become zero.
///
/// float32 stays float32, other dtypes become float64. float64 has NumPy's bits.
public enum ReLU {
  /// A = `np.maximum(0, Z)`, of any shape; nan stays nan.
  /// - Throws: `LayerError` when memory runs out, or at a checkpoint.
  public static func forward(_ input: NDArray) throws(LayerError) -> NDArray {
    func compute<Value: FloatingElement>(_ type: Value.Type) throws(LayerError) -> NDArray {
      try Elementwise.map(input) { (from: UnsafePointer<Value>, to, piece) in
        for index in piece { to[index] = rectified(from[index]) }
      }
    }
    return input.dtype == .float32 ? try compute(Float.self) : try compute(Double.self)
  }

  /// dZ = dA where Z is positive, and 0 where `Z <= 0`.
  ///
  /// - Parameters:
  ///   - outputGradient: dA.
  ///   - input: Z as it was given to `forward`, or `forward`'s A: both are positive in the same places. dA's shape.
  /// - Throws: `LayerError` if the shapes differ, when memory runs out, or at a checkpoint.
  public static func backward(_ outputGradient: NDArray, input: NDArray) throws(LayerError) -> NDArray {
    if outputGradient.shape != input.shape {
      throw .unfit(
        function: "relu_backward", argument: "dA", expected: "Z's shape \(input.shape)", actual: outputGradient.shape)
    }
    let gradient = try outputGradient.copied(as: computingDType(outputGradient, input))
    try maskGradient(gradient, output: try input.contiguous(as: gradient.dtype))
    return gradient
  }

  /// Makes dZ of dA in its place.
  /// - Precondition: contiguous arrays of the same shape and dtype.
  static func maskGradient(_ gradient: NDArray, output: NDArray) throws(LayerError) {
    func compute<Value: FloatingElement>(_ type: Value.Type) throws(ArrayError) {
      let (target, values) = (gradient.pointer(Value.self), output.pointer(Value.self))
      try Elementwise.forEachPiece(of: gradient.count) { _, piece in
        for index in piece { target[index] = values[index] <= 0 ? 0 : target[index] }
      }
    }
    try layer { () throws(ArrayError) in
      gradient.dtype == .float32 ? try compute(Float.self) : try compute(Double.self)
    }
  }

  /// `np.maximum(0, value)`: of equal zeros the second.
  @inline(__always)
  static func rectified<Value: FloatingElement>(_ value: Value) -> Value { 0 > value ? 0 : value }
}
