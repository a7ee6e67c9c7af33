import Arrays

/// Dropout, the inverted kind: while training some numbers become zero, and the others grow, so that their mean stays.
public enum Dropout {
  /// Which numbers are kept: True where `np.random.rand(*shape) < keep_prob`.
  ///
  /// - Parameters:
  ///   - keepProbability: above 0 and at most 1.
  ///   - random: NumPy's legacy generator; one draw for each element.
  /// - Returns: D, a bool array of `shape`.
  /// - Throws: `LayerError` for another probability, when memory runs out, or at a checkpoint.
  public static func mask(
    of shape: Dims, keepProbability: Double, random: RandomState
  ) throws(LayerError) -> NDArray {
    try check(keepProbability, "dropout_forward")
    return try layer { () throws(ArrayError) in
      let mask = try NDArray(.bool, shape: shape, zeroed: false)
      let kept = mask.pointer(Bool.self)
      var checkpoint = Checkpoint()
      for index in 0..<mask.count {
        kept[index] = random.randomSample() < keepProbability
        try checkpoint.pass(operations: 4)
      }
      return mask
    }
  }

  /// `A * D / keep_prob`.
  /// - Throws: `LayerError` if the shapes differ, when memory runs out, or at a checkpoint.
  public static func forward(
    _ input: NDArray, mask: NDArray, keepProbability: Double
  ) throws(LayerError) -> NDArray {
    try apply(mask, keepProbability, to: input, "dropout_forward", "A")
  }

  /// `dA * D / keep_prob`: what was dropped gets no gradient.
  /// - Parameter mask: D, as it was given to `forward`.
  /// - Throws: `LayerError` if the shapes differ, when memory runs out, or at a checkpoint.
  public static func backward(
    _ outputGradient: NDArray, mask: NDArray, keepProbability: Double
  ) throws(LayerError) -> NDArray {
    try apply(mask, keepProbability, to: outputGradient, "dropout_backward", "dA")
  }

  private static func apply(
    _ mask: NDArray, _ probability: Double, to array: NDArray, _ function: String, _ argument: String
  ) throws(LayerError) -> NDArray {
    try check(probability, function)
    if array.shape != mask.shape {
      throw .unfit(
        function: function, argument: argument, expected: "the mask's shape \(mask.shape)", actual: array.shape)
    }
    let mask = try mask.contiguous(as: .bool)
    let kept = mask.pointer(Bool.self)
    func compute<Value: FloatingElement>(_ type: Value.Type) throws(LayerError) -> NDArray {
      let probability = Value(probability)
      return try Elementwise.map(array) { (from: UnsafePointer<Value>, to, piece) in
        for index in piece { to[index] = from[index] * (kept[index] ? 1 : 0) / probability }
      }
    }
    return array.dtype == .float32 ? try compute(Float.self) : try compute(Double.self)
  }

  private static func check(_ probability: Double, _ function: String) throws(LayerError) {
    if !(probability > 0 && probability <= 1) {
      throw .unusable(
        function: function, argument: "keep_prob", expected: "above 0 and at most 1", actual: "\(probability)")
    }
  }
}
