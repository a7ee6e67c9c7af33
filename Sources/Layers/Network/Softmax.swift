import Arrays
import KernelInterface

/// Probabilities from scores, one row for each example: `exp(z) / sum(exp(z))`.
public enum Softmax {
  /// A (m, C): each row's exponentials divided by their sum. The row's largest score is taken off first, which changes no
  /// quotient and keeps the exponentials finite.
  ///
  /// In float64 `np.exp(Z - Z.max(axis=1, keepdims=True))` divided by its `np.sum(..., axis=1, keepdims=True)`, up to the
  /// last bit of `exp`.
  /// - Parameter scores: Z (m, C), with at least one class.
  /// - Throws: `LayerError` if Z has not 2 axes or no class, when memory runs out, or at a checkpoint.
  public static func forward(_ scores: NDArray) throws(LayerError) -> NDArray {
    if scores.rank != 2 || scores.shape[1] == 0 {
      throw .unfit(function: "softmax", argument: "Z", expected: "2 axes (m, C)", actual: scores.shape)
    }
    return scores.dtype == .float32
      ? try compute(scores, Float.self).probabilities : try compute(scores, Double.self).probabilities
  }

  /// The probabilities, and of each row the logarithm of what was divided by: largest score + log(sum).
  static func compute<Value: FloatingElement>(
    _ scores: NDArray, _ type: Value.Type
  ) throws(LayerError) -> (probabilities: NDArray, logarithms: [Double]) {
    let scores = try scores.contiguous(as: Value.dtype)
    let classes = scores.shape[1]
    return try layer { () throws(ArrayError) in
      let result = try NDArray(Value.dtype, shape: scores.shape, zeroed: false)
      var logarithms: [Double] = []
      var checkpoint = Checkpoint()
      for row in 0..<scores.shape[0] {
        let from = scores.pointer(Value.self) + row &* classes
        let to = result.pointer(Value.self) + row &* classes
        var largest = from[0]
        for index in 1..<max(classes, 1) { largest = larger(from[index], largest) }
        for index in 0..<classes { to[index] = Value(PortableMath.exp(Double(from[index] - largest))) }
        let sum = numpySum(StoredTerms(start: UnsafePointer(to)), count: classes)
        for index in 0..<classes { to[index] /= sum }
        logarithms.append(Double(largest) + PortableMath.log(Double(sum)))
        try checkpoint.pass(operations: 32 &* classes)
      }
      return (result, logarithms)
    }
  }
}
