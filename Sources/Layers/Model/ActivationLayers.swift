import Arrays

/// `ReLU` as a layer of a model.
public struct ReLULayer: ModelLayer {
  public init() {}
  public var className: String { "ReLU" }
  public var baseName: String { "re_lu" }

  public func makeStep(
    shape: Dims, name: String, dtype: DType, random: RandomState
  ) throws(LayerError) -> any ModelStep { ReLUStep(outputShape: shape) }
}

final class ReLUStep: ModelStep {
  let outputShape: Dims
  /// Whether the step before has rectified its output already.
  var isDoneForward = false
  /// Whether the step behind gives the gradient of this one's input.
  var isDoneBackward = false
  private var output: NDArray?

  init(outputShape: Dims) { self.outputShape = outputShape }

  func forward(_ input: NDArray, _ pass: inout ForwardPass) throws(LayerError) -> NDArray {
    let output = isDoneForward ? input : try ReLU.forward(input)
    self.output = pass.isTraining ? output : nil
    return output
  }

  func backward(_ gradient: NDArray, wantsInput: Bool) throws(LayerError) -> NDArray? {
    if isDoneBackward { return gradient }
    guard let output, wantsInput else { return nil }
    let gradient = try gradient.contiguous(as: output.dtype)
    try ReLU.maskGradient(gradient, output: output)
    return gradient
  }

  func release() { output = nil }
}

/// `Softmax` as the last layer of a model.
public struct SoftmaxLayer: ModelLayer {
  public init() {}
  public var className: String { "Softmax" }
  public var baseName: String { "softmax" }

  public func makeStep(
    shape: Dims, name: String, dtype: DType, random: RandomState
  ) throws(LayerError) -> any ModelStep {
    if shape.count != 1 {
      throw .unfit(function: name, argument: "an example", expected: "1 axis (C,): put Flatten() before", actual: shape)
    }
    return SoftmaxStep(outputShape: shape)
  }
}

/// Passes scores on: cost and probabilities are computed from them together.
final class SoftmaxStep: ModelStep {
  let outputShape: Dims

  init(outputShape: Dims) { self.outputShape = outputShape }

  func forward(_ input: NDArray, _ pass: inout ForwardPass) throws(LayerError) -> NDArray { input }
  func backward(_ gradient: NDArray, wantsInput: Bool) throws(LayerError) -> NDArray? { gradient }
  func release() {}
}
