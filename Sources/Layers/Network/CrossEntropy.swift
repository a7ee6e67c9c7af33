import Arrays

/// The cost of a classification: softmax, and the cross-entropy of its probabilities with what is right.
public enum CrossEntropy {
  public struct Result: Sendable {
    /// The mean of the examples' costs.
    public let cost: Double
    /// A = softmax(Z) (m, C).
    public let probabilities: NDArray
  }

  /// cost = (1 / m) * sum over examples and classes of -Y * log(softmax(Z)).
  ///
  /// The logarithm is taken as z - largest - log(sum(exp(z - largest))), so that it is finite whatever the scores: what
  /// `tf.nn.softmax_cross_entropy_with_logits` computes.
  /// - Parameters:
  ///   - scores: Z (m, C).
  ///   - labels: Y (m, C), 1 for an example's class and 0 elsewhere.
  /// - Throws: `LayerError` if the shapes do not fit, when memory runs out, or at a checkpoint.
  public static func forward(_ scores: NDArray, labels: NDArray) throws(LayerError) -> Result {
    try check(scores, labels, function: "softmax_cross_entropy", "Z")
    if scores.shape[0] == 0 || scores.shape[1] == 0 {
      throw .unfit(
        function: "softmax_cross_entropy", argument: "Z", expected: "at least one example and one class",
        actual: scores.shape)
    }
    return scores.dtype == .float32
      ? try compute(scores, labels, Float.self) : try compute(scores, labels, Double.self)
  }

  private static func compute<Value: FloatingElement>(
    _ scores: NDArray, _ labels: NDArray, _ type: Value.Type
  ) throws(LayerError) -> Result {
    let (probabilities, logarithms) = try Softmax.compute(scores, type)
    let scores = try scores.contiguous(as: Value.dtype)
    let labels = try labels.contiguous(as: Value.dtype)
    let (numbers, shares) = (scores.pointer(Value.self), labels.pointer(Value.self))
    let classes = scores.shape[1]
    var sum = 0.0
    for row in 0..<scores.shape[0] {
      for index in row &* classes..<(row &+ 1) &* classes where shares[index] != 0 {
        sum += Double(shares[index]) * (logarithms[row] - Double(numbers[index]))
      }
    }
    return Result(cost: sum / Double(scores.shape[0]), probabilities: probabilities)
  }

  /// dZ = (A - Y) / m, for labels that add up to 1 in each row.
  /// - Parameter probabilities: A (m, C), as `forward` gave it.
  /// - Throws: `LayerError` if the shapes do not fit, when memory runs out, or at a checkpoint.
  public static func backward(probabilities: NDArray, labels: NDArray) throws(LayerError) -> NDArray {
    try check(probabilities, labels, function: "softmax_cross_entropy_backward", "A")
    func compute<Value: FloatingElement>(_ type: Value.Type) throws(LayerError) -> NDArray {
      let labels = try labels.contiguous(as: Value.dtype)
      let shares = labels.pointer(Value.self)
      let count = Value(probabilities.shape[0])
      return try Elementwise.map(probabilities) { (from: UnsafePointer<Value>, to, piece) in
        for index in piece { to[index] = (from[index] - shares[index]) / count }
      }
    }
    return probabilities.dtype == .float32 ? try compute(Float.self) : try compute(Double.self)
  }

  private static func check(
    _ scores: NDArray, _ labels: NDArray, function: String, _ argument: String
  ) throws(LayerError) {
    if scores.rank != 2 {
      throw .unfit(function: function, argument: argument, expected: "2 axes (m, C)", actual: scores.shape)
    }
    if labels.shape != scores.shape {
      throw .unfit(
        function: function, argument: "Y", expected: "\(argument)'s shape \(scores.shape), a row for each example",
        actual: labels.shape)
    }
  }
}
