import Arrays

/// Gradient descent with momentum, as Keras's `SGD` has it: `velocity = momentum * velocity - learning_rate * dW`, then
/// `W = W + velocity`. Without momentum `W = W - learning_rate * dW`. float64 has NumPy's bits.
public struct Momentum: Sendable, Equatable {
  public var learningRate: Double
  /// 0 up to 1, exclusive.
  public var momentum: Double

  public init(learningRate: Double = 0.01, momentum: Double = 0) {
    (self.learningRate, self.momentum) = (learningRate, momentum)
  }

  /// Changes `weights` and `velocity` in their place.
  /// - Precondition: contiguous arrays of the same shape and floating dtype.
  func update(_ weights: NDArray, gradient: NDArray, velocity: NDArray) {
    weights.dtype == .float32
      ? compute(weights, gradient, velocity, Float.self) : compute(weights, gradient, velocity, Double.self)
  }

  private func compute<Value: FloatingElement>(
    _ weights: NDArray, _ gradient: NDArray, _ velocity: NDArray, _ type: Value.Type
  ) {
    let (w, g, v) = (weights.pointer(Value.self), gradient.pointer(Value.self), velocity.pointer(Value.self))
    let (rate, momentum) = (Value(learningRate), Value(momentum))
    for index in 0..<weights.count {
      v[index] = momentum * v[index] - rate * g[index]
      w[index] += v[index]
    }
  }

  /// The same for arrays of one's own: new weights and velocity.
  /// - Throws: `LayerError` if the shapes differ, or when memory runs out.
  public func updated(
    _ weights: NDArray, gradient: NDArray, velocity: NDArray
  ) throws(LayerError) -> (weights: NDArray, velocity: NDArray) {
    for (array, argument) in [(gradient, "dW"), (velocity, "velocity")] where array.shape != weights.shape {
      throw .unfit(
        function: "momentum_update", argument: argument, expected: "W's shape \(weights.shape)", actual: array.shape)
    }
    let dtype = computingDType(weights, gradient, velocity)
    let result = (weights: try weights.copied(as: dtype), velocity: try velocity.copied(as: dtype))
    update(result.weights, gradient: try gradient.contiguous(as: dtype), velocity: result.velocity)
    return result
  }
}
