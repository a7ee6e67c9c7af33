import Arrays

/// Batch normalisation: each channel has mean 0 and variance 1 over the batch, and is then scaled and shifted.
///
/// Channels are the last axis. Sums are added in blocks of rows and the blocks in order: the same for any number of
/// threads.
public enum BatchNormalization {
  public struct Output: Sendable {
    /// Y = gamma * (Z - mean) / sqrt(variance + epsilon) + beta, of Z's shape.
    public let output: NDArray
    /// The batch's mean of each channel (n_C,).
    public let mean: NDArray
    /// The batch's variance of each channel (n_C,): the mean of the squared distances from the mean.
    public let variance: NDArray
  }

  /// While training: with the batch's own mean and variance (Ioffe and Szegedy 2015, algorithm 1).
  /// - Parameters:
  ///   - input: Z (..., n_C), at least one row.
  ///   - gamma: n_C numbers.
  ///   - beta: n_C numbers.
  /// - Throws: `LayerError` if the shapes do not fit, when memory runs out, or at a checkpoint.
  public static func forward(
    _ input: NDArray, gamma: NDArray, beta: NDArray, epsilon: Double = 1e-3
  ) throws(LayerError) -> Output {
    let rows = try ChannelRows("batch_norm_forward", input, gamma: gamma, beta: beta, epsilon: epsilon)
    return input.dtype == .float32
      ? try rows.normalise(input, gamma, beta, Float.self) : try rows.normalise(input, gamma, beta, Double.self)
  }

  /// When predicting: with the mean and variance that training kept.
  /// - Parameters:
  ///   - mean: n_C numbers.
  ///   - variance: n_C numbers.
  /// - Throws: `LayerError` if the shapes do not fit, when memory runs out, or at a checkpoint.
  public static func inference(
    _ input: NDArray, gamma: NDArray, beta: NDArray, mean: NDArray, variance: NDArray, epsilon: Double = 1e-3
  ) throws(LayerError) -> NDArray {
    let function = "batch_norm_inference"
    let rows = try ChannelRows(function, input, gamma: gamma, beta: beta, epsilon: epsilon)
    try rows.check(mean, "mean", function)
    try rows.check(variance, "variance", function)
    func compute<Value: FloatingElement>(_ type: Value.Type) throws(LayerError) -> NDArray {
      let mean = try mean.contiguous(as: Value.dtype)
      let factors = try rows.inverseDeviations(variance, type)
      return try rows.scale(input, mean: mean, factors: factors, gamma, beta, type)
    }
    return input.dtype == .float32 ? try compute(Float.self) : try compute(Double.self)
  }

  /// What training keeps for predicting: `running * momentum + batch * (1 - momentum)`, as Keras does.
  /// - Throws: `LayerError` if the shapes differ, or when memory runs out.
  public static func movedAverage(
    _ running: NDArray, towards batch: NDArray, momentum: Double = 0.99
  ) throws(LayerError) -> NDArray {
    if running.shape != batch.shape {
      throw .unfit(
        function: "batch_norm_forward", argument: "the running average", expected: "shape \(batch.shape)",
        actual: running.shape)
    }
    func compute<Value: FloatingElement>(_ type: Value.Type) throws(LayerError) -> NDArray {
      let batch = try batch.contiguous(as: Value.dtype)
      let (others, momentum) = (batch.pointer(Value.self), Value(momentum))
      return try Elementwise.map(running) { (from: UnsafePointer<Value>, to, piece) in
        for index in piece { to[index] = from[index] * momentum + others[index] * (1 - momentum) }
      }
    }
    return running.dtype == .float32 ? try compute(Float.self) : try compute(Double.self)
  }

  public struct Gradients: Sendable {
    /// dZ, of Z's shape.
    public let input: NDArray
    /// dgamma (n_C,).
    public let gamma: NDArray
    /// dbeta (n_C,).
    public let beta: NDArray
  }

  /// With x = (Z - mean) / sqrt(variance + epsilon) and n rows: dbeta = sum(dY), dgamma = sum(dY * x),
  /// dZ = gamma / sqrt(variance + epsilon) * (dY - dbeta / n - x * dgamma / n).
  ///
  /// - Parameters:
  ///   - outputGradient: dY, of Z's shape.
  ///   - input: Z, as it was given to `forward`.
  ///   - mean: the batch's, as `forward` gave it.
  ///   - variance: the batch's.
  /// - Throws: `LayerError` if the shapes do not fit, when memory runs out, or at a checkpoint.
  public static func backward(
    _ outputGradient: NDArray, input: NDArray, gamma: NDArray, mean: NDArray, variance: NDArray, epsilon: Double = 1e-3
  ) throws(LayerError) -> Gradients {
    let function = "batch_norm_backward"
    let rows = try ChannelRows(function, input, gamma: gamma, beta: gamma, epsilon: epsilon)
    try rows.check(mean, "mean", function)
    try rows.check(variance, "variance", function)
    if outputGradient.shape != input.shape {
      throw .unfit(
        function: function, argument: "dY", expected: "Z's shape \(input.shape)", actual: outputGradient.shape)
    }
    return computingDType(outputGradient, input) == .float32
      ? try rows.gradients(outputGradient, input, gamma, mean, variance, Float.self)
      : try rows.gradients(outputGradient, input, gamma, mean, variance, Double.self)
  }
}
