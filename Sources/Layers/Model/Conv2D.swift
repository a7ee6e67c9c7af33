import Arrays

/// A convolution with a bias. Weights: kernel (f, f, n_C_prev, filters), drawn as `initialiser` says, and bias (filters,),
/// zeros.
public struct Conv2D: ModelLayer {
  public var filters: Int
  public var windowSize: Int
  public var stride: Int
  public var padding: Padding
  public var activation: Activation?
  public var initialiser: Initialiser
  /// Whether there is a bias: the course's network has none in its convolutions.
  public var hasBias: Bool

  public init(
    filters: Int, windowSize: Int, stride: Int = 1, padding: Padding = 0, activation: Activation? = nil,
    initialiser: Initialiser = .glorot, hasBias: Bool = true
  ) {
    (self.filters, self.windowSize, self.stride, self.padding) = (filters, windowSize, stride, padding)
    (self.activation, self.initialiser, self.hasBias) = (activation, initialiser, hasBias)
  }

  public var className: String { "Conv2D" }
  public var baseName: String { "conv2d" }

  public func makeStep(
    shape: Dims, name: String, dtype: DType, random: RandomState
  ) throws(LayerError) -> any ModelStep {
    try requireImages(shape, name)
    try require(filters, atLeast: 1, "filters", name)
    try require(windowSize, atLeast: 1, "kernel_size", name)
    try require(stride, atLeast: 1, "strides", name)
    let margins = padding.margins(height: shape[0], width: shape[1], windowSize: windowSize, stride: stride)
    guard
      let grid = WindowGrid(
        inputHeight: shape[0], inputWidth: shape[1], windowSize: windowSize, stride: stride, margins: margins)
    else { throw windowTooLarge(windowSize, shape, "kernel_size", name) }
    let kernel = try initialiser.draw([windowSize, windowSize, shape[2], filters], random: random)
    return ConvolutionStep(
      self, outputShape: [grid.outputHeight, grid.outputWidth, filters],
      kernel: Parameter("kernel", try kernel.contiguous(as: dtype)),
      bias: try Parameter("bias", shape: [filters], filledWith: 0, dtype: dtype))
  }
}

/// Which draw weights begin with.
public enum Initialiser: String, Sendable, CaseIterable {
  case glorot = "glorot_uniform"
  case he = "he_normal"

  func draw(_ shape: Dims, random: RandomState) throws(LayerError) -> NDArray {
    switch self {
    case .glorot: try Initialisation.glorot(shape, random: random)
    case .he: try Initialisation.he(shape, random: random)
    }
  }
}

/// A step whose output can go through a ReLU in the pass that writes it.
protocol RectifyingStep: ModelStep {
  var isRectified: Bool { get set }
}

final class ConvolutionStep: RectifyingStep {
  let outputShape: Dims
  var isRectified = false
  private let stride: Int
  private let padding: Padding
  private let kernel: Parameter
  /// Zeros, where there shall be none.
  private let bias: Parameter
  private let hasBias: Bool
  private var input: NDArray?

  init(_ layer: Conv2D, outputShape: Dims, kernel: Parameter, bias: Parameter) {
    (stride, padding, hasBias) = (layer.stride, layer.padding, layer.hasBias)
    (self.outputShape, self.kernel, self.bias) = (outputShape, kernel, bias)
  }

  var parameters: [Parameter] { hasBias ? [kernel, bias] : [kernel] }

  func forward(_ input: NDArray, _ pass: inout ForwardPass) throws(LayerError) -> NDArray {
    self.input = pass.isTraining ? input : nil
    return try Convolution.forward(
      input, weights: kernel.value, bias: bias.value, stride: stride, padding: padding, isRectified: isRectified,
      kernels: .fast)
  }

  func backward(_ gradient: NDArray, wantsInput: Bool) throws(LayerError) -> NDArray? {
    guard let input else { return nil }
    if wantsInput {
      let gradients = try Convolution.backward(
        gradient, input: input, weights: kernel.value, stride: stride, padding: padding)
      (kernel.gradient, bias.gradient) = (gradients.weights, gradients.bias.viewed(bias.value.shape))
      return gradients.input
    }
    let gradients = try Convolution.weightGradients(
      gradient, input: input, weights: kernel.value, stride: stride, padding: padding)
    (kernel.gradient, bias.gradient) = (gradients.weights, gradients.bias.viewed(bias.value.shape))
    return nil
  }

  func release() { input = nil }
}
