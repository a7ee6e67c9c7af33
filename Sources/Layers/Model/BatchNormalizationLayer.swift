import Arrays

/// `BatchNormalization` as a layer of a model, with Keras's defaults. Weights: gamma, beta, and what it keeps for
/// predicting, moving_mean and moving_variance, each (n_C,).
public struct BatchNormalizationLayer: ModelLayer {
  public var momentum: Double
  public var epsilon: Double

  public init(momentum: Double = 0.99, epsilon: Double = 1e-3) { (self.momentum, self.epsilon) = (momentum, epsilon) }

  public var className: String { "BatchNormalization" }
  public var baseName: String { "batch_normalization" }

  public func makeStep(
    shape: Dims, name: String, dtype: DType, random: RandomState
  ) throws(LayerError) -> any ModelStep {
    if !(momentum >= 0 && momentum < 1) {
      throw .unusable(function: name, argument: "momentum", expected: "at least 0 and below 1", actual: "\(momentum)")
    }
    if !(epsilon > 0) {
      throw .unusable(function: name, argument: "epsilon", expected: "above 0", actual: "\(epsilon)")
    }
    let channels: Dims = [shape.last ?? 1]
    return BatchNormalizationStep(
      self, outputShape: shape,
      gamma: try Parameter("gamma", shape: channels, filledWith: 1, dtype: dtype),
      beta: try Parameter("beta", shape: channels, filledWith: 0, dtype: dtype),
      mean: try Parameter("moving_mean", shape: channels, filledWith: 0, dtype: dtype, isTrainable: false),
      variance: try Parameter("moving_variance", shape: channels, filledWith: 1, dtype: dtype, isTrainable: false))
  }
}

final class BatchNormalizationStep: ModelStep {
  let outputShape: Dims
  private let layer: BatchNormalizationLayer
  private let gamma: Parameter
  private let beta: Parameter
  private let mean: Parameter
  private let variance: Parameter
  private var batch: (input: NDArray, mean: NDArray, variance: NDArray)?
  /// The running averages with the present batch.
  private var moved: (mean: NDArray, variance: NDArray)?

  init(
    _ layer: BatchNormalizationLayer, outputShape: Dims, gamma: Parameter, beta: Parameter, mean: Parameter,
    variance: Parameter
  ) {
    (self.layer, self.outputShape) = (layer, outputShape)
    (self.gamma, self.beta, self.mean, self.variance) = (gamma, beta, mean, variance)
  }

  var parameters: [Parameter] { [gamma, beta, mean, variance] }

  func forward(_ input: NDArray, _ pass: inout ForwardPass) throws(LayerError) -> NDArray {
    release()
    if !pass.isTraining {
      return try BatchNormalization.inference(
        input, gamma: gamma.value, beta: beta.value, mean: mean.value, variance: variance.value,
        epsilon: layer.epsilon)
    }
    let result = try BatchNormalization.forward(
      input, gamma: gamma.value, beta: beta.value, epsilon: layer.epsilon)
    moved = (
      try BatchNormalization.movedAverage(mean.value, towards: result.mean, momentum: layer.momentum),
      try BatchNormalization.movedAverage(variance.value, towards: result.variance, momentum: layer.momentum)
    )
    batch = (input, result.mean, result.variance)
    return result.output
  }

  func backward(_ gradient: NDArray, wantsInput: Bool) throws(LayerError) -> NDArray? {
    guard let batch else { return nil }
    let gradients = try BatchNormalization.backward(
      gradient, input: batch.input, gamma: gamma.value, mean: batch.mean, variance: batch.variance,
      epsilon: layer.epsilon)
    (gamma.gradient, beta.gradient) = (gradients.gamma, gradients.beta)
    return gradients.input
  }

  func commit() {
    guard let moved else { return }
    (mean.value, variance.value) = moved
  }

  func release() { (batch, moved) = (nil, nil) }
}
