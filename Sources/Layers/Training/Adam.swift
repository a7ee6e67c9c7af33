import Arrays

/// Adam (Kingma and Ba 2015, algorithm 1), as the course writes it:
///
///     v = beta1 * v + (1 - beta1) * dW          v_corrected = v / (1 - beta1 ** t)
///     s = beta2 * s + (1 - beta2) * dW ** 2     s_corrected = s / (1 - beta2 ** t)
///     W = W - learning_rate * v_corrected / (np.sqrt(s_corrected) + epsilon)
///
/// with epsilon 1e-8. TensorFlow 1's `AdamOptimizer` divides by `np.sqrt(s) + epsilon` before the correction: the same but
/// for what epsilon adds. float64 has NumPy's bits.
public struct Adam: Sendable, Equatable {
  public var learningRate: Double
  public var beta1: Double
  public var beta2: Double
  public var epsilon: Double

  public init(learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8) {
    (self.learningRate, self.beta1, self.beta2, self.epsilon) = (learningRate, beta1, beta2, epsilon)
  }

  /// Changes `weights`, and both averages, in their place.
  /// - Parameters:
  ///   - first: v, zeros at first.
  ///   - second: s, zeros at first.
  ///   - step: t, from 1 on.
  /// - Precondition: contiguous arrays of the same shape and floating dtype.
  func update(_ weights: NDArray, gradient: NDArray, first: NDArray, second: NDArray, step: Int) {
    weights.dtype == .float32
      ? compute(weights, gradient, first, second, step, Float.self)
      : compute(weights, gradient, first, second, step, Double.self)
  }

  private func compute<Value: FloatingElement>(
    _ weights: NDArray, _ gradient: NDArray, _ first: NDArray, _ second: NDArray, _ step: Int, _ type: Value.Type
  ) {
    let (w, g) = (weights.pointer(Value.self), gradient.pointer(Value.self))
    let (v, s) = (first.pointer(Value.self), second.pointer(Value.self))
    let (rate, epsilon) = (Value(learningRate), Value(epsilon))
    let (keep1, keep2) = (Value(beta1), Value(beta2))
    let (take1, take2) = (Value(1 - beta1), Value(1 - beta2))
    let correction1 = Value(1 - PortableMath.power(beta1, step))
    let correction2 = Value(1 - PortableMath.power(beta2, step))
    for index in 0..<weights.count {
      v[index] = keep1 * v[index] + take1 * g[index]
      s[index] = keep2 * s[index] + take2 * (g[index] * g[index])
      let divisor = (s[index] / correction2).squareRoot() + epsilon
      w[index] -= rate * (v[index] / correction1) / divisor
    }
  }

  /// The same for arrays of one's own: new weights, v and s.
  /// - Throws: `LayerError` if the shapes differ, or when memory runs out.
  public func updated(
    _ weights: NDArray, gradient: NDArray, first: NDArray, second: NDArray, step: Int
  ) throws(LayerError) -> (weights: NDArray, first: NDArray, second: NDArray) {
    let function = "adam_update"
    for (array, argument) in [(gradient, "dW"), (first, "v"), (second, "s")] where array.shape != weights.shape {
      throw .unfit(
        function: function, argument: argument, expected: "W's shape \(weights.shape)", actual: array.shape)
    }
    if step < 1 { throw .unusable(function: function, argument: "t", expected: "at least 1", actual: "\(step)") }
    let dtype = computingDType(weights, gradient, first, second)
    let result = (
      weights: try weights.copied(as: dtype), first: try first.copied(as: dtype), second: try second.copied(as: dtype)
    )
    update(
      result.weights, gradient: try gradient.contiguous(as: dtype), first: result.first, second: result.second,
      step: step)
    return result
  }
}
