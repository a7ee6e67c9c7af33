import Arrays

/// `Dropout` as a layer of a model: the part `rate` of the numbers becomes zero while training.
public struct DropoutLayer: ModelLayer {
  /// At least 0 and below 1: 1 - keep_prob.
  public var rate: Double

  public init(rate: Double) { self.rate = rate }

  public var className: String { "Dropout" }
  public var baseName: String { "dropout" }

  public func makeStep(
    shape: Dims, name: String, dtype: DType, random: RandomState
  ) throws(LayerError) -> any ModelStep {
    if !(rate >= 0 && rate < 1) {
      throw .unusable(function: name, argument: "rate", expected: "at least 0 and below 1", actual: "\(rate)")
    }
    return DropoutStep(rate: rate, outputShape: shape)
  }
}

final class DropoutStep: ModelStep {
  let outputShape: Dims
  private let keepProbability: Double
  private var mask: NDArray?

  init(rate: Double, outputShape: Dims) { (keepProbability, self.outputShape) = (1 - rate, outputShape) }

  func forward(_ input: NDArray, _ pass: inout ForwardPass) throws(LayerError) -> NDArray {
    mask = nil
    if !pass.isTraining || keepProbability == 1 { return input }
    let mask = try Dropout.mask(of: input.shape, keepProbability: keepProbability, random: pass.random)
    self.mask = mask
    return try Dropout.forward(input, mask: mask, keepProbability: keepProbability)
  }

  func backward(_ gradient: NDArray, wantsInput: Bool) throws(LayerError) -> NDArray? {
    guard let mask, wantsInput else { return gradient }
    return try Dropout.backward(gradient, mask: mask, keepProbability: keepProbability)
  }

  func release() { mask = nil }
}
