import Arrays

/// `Dense` as a layer of a model. Weights: kernel (n_prev, units) and bias (units,).
public struct DenseLayer: ModelLayer {
  public var units: Int
  public var activation: Activation?
  public var initialiser: Initialiser

  public init(units: Int, activation: Activation? = nil, initialiser: Initialiser = .glorot) {
    (self.units, self.activation, self.initialiser) = (units, activation, initialiser)
  }

  public var className: String { "Dense" }
  public var baseName: String { "dense" }

  public func makeStep(
    shape: Dims, name: String, dtype: DType, random: RandomState
  ) throws(LayerError) -> any ModelStep {
    try require(units, atLeast: 1, "units", name)
    if shape.count != 1 {
      throw .unfit(function: name, argument: "an example", expected: "1 axis (n,): put Flatten() before", actual: shape)
    }
    let kernel = try initialiser.draw([shape[0], units], random: random)
    return DenseStep(
      kernel: Parameter("kernel", try kernel.contiguous(as: dtype)),
      bias: try Parameter("bias", shape: [units], filledWith: 0, dtype: dtype))
  }
}

final class DenseStep: RectifyingStep {
  var isRectified = false
  private let kernel: Parameter
  private let bias: Parameter
  private var input: NDArray?

  init(kernel: Parameter, bias: Parameter) { (self.kernel, self.bias) = (kernel, bias) }

  var outputShape: Dims { [kernel.value.shape[1]] }
  var parameters: [Parameter] { [kernel, bias] }

  func forward(_ input: NDArray, _ pass: inout ForwardPass) throws(LayerError) -> NDArray {
    self.input = pass.isTraining ? input : nil
    return try Dense.forward(input, weights: kernel.value, bias: bias.value, isRectified: isRectified)
  }

  func backward(_ gradient: NDArray, wantsInput: Bool) throws(LayerError) -> NDArray? {
    guard let input else { return nil }
    if wantsInput {
      let gradients = try Dense.backward(gradient, input: input, weights: kernel.value)
      (kernel.gradient, bias.gradient) = (gradients.weights, gradients.bias.viewed(bias.value.shape))
      return gradients.input
    }
    let gradients = try Dense.weightGradients(gradient, input: input, weights: kernel.value)
    (kernel.gradient, bias.gradient) = (gradients.weights, gradients.bias.viewed(bias.value.shape))
    return nil
  }

  func release() { input = nil }
}
