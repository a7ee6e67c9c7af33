import Arrays

/// Pooling of windows that do not overlap, unless `stride` says otherwise.
public struct Pooling2D: ModelLayer {
  public var mode: Pooling.Mode
  public var windowSize: Int
  public var stride: Int
  /// Only where it needs no margins: where the stride is f and divides the image's sides, TensorFlow's "SAME" has none.
  public var padding: Padding

  public init(_ mode: Pooling.Mode, windowSize: Int = 2, stride: Int? = nil, padding: Padding = 0) {
    (self.mode, self.windowSize, self.stride, self.padding) = (mode, windowSize, stride ?? windowSize, padding)
  }

  public var className: String { mode == .max ? "MaxPooling2D" : "AveragePooling2D" }
  public var baseName: String { mode == .max ? "max_pooling2d" : "average_pooling2d" }

  public func makeStep(
    shape: Dims, name: String, dtype: DType, random: RandomState
  ) throws(LayerError) -> any ModelStep {
    try requireImages(shape, name)
    try require(windowSize, atLeast: 1, "pool_size", name)
    try require(stride, atLeast: 1, "strides", name)
    if padding.margins(height: shape[0], width: shape[1], windowSize: windowSize, stride: stride) != .none {
      throw .unusable(
        function: name, argument: "padding",
        expected: "'valid' where the windows do not fill an image of \(shape[0]) x \(shape[1]) exactly",
        actual: "'same'")
    }
    guard
      let grid = WindowGrid(inputHeight: shape[0], inputWidth: shape[1], windowSize: windowSize, stride: stride)
    else { throw windowTooLarge(windowSize, shape, "pool_size", name) }
    return PoolingStep(self, outputShape: [grid.outputHeight, grid.outputWidth, shape[2]])
  }
}

final class PoolingStep: ModelStep {
  let outputShape: Dims
  /// Whether a ReLU made the input, and its gradient is computed here, too.
  var passesReLU = false
  private let layer: Pooling2D
  private var input: NDArray?

  init(_ layer: Pooling2D, outputShape: Dims) { (self.layer, self.outputShape) = (layer, outputShape) }

  /// A pixel is in one window at most, and only the largest numbers of a window get its gradient.
  var canPassReLU: Bool { layer.mode == .max && layer.stride >= layer.windowSize }

  func forward(_ input: NDArray, _ pass: inout ForwardPass) throws(LayerError) -> NDArray {
    self.input = pass.isTraining ? input : nil
    return try Pooling.forward(input, windowSize: layer.windowSize, stride: layer.stride, mode: layer.mode)
  }

  func backward(_ gradient: NDArray, wantsInput: Bool) throws(LayerError) -> NDArray? {
    guard let input, wantsInput else { return nil }
    if passesReLU {
      return try Pooling.backwardThroughReLU(
        gradient, input: input, windowSize: layer.windowSize, stride: layer.stride)
    }
    return try Pooling.backward(
      gradient, input: input, windowSize: layer.windowSize, stride: layer.stride, mode: layer.mode)
  }

  func release() { input = nil }
}
