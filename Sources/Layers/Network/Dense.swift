import Arrays

/// A fully connected layer: Z = A_prev W + b.
///
/// It is a convolution with windows of one pixel, and is computed as one: in float64 each number of Z is
/// `np.sum(a_prev * W[:, c]) + b[c]`, and gradients are added in the order of loops over examples and outputs.
public enum Dense {
  /// - Parameters:
  ///   - input: A_prev (m, n_prev).
  ///   - weights: W (n_prev, n).
  ///   - bias: b, n numbers: (1, n) or (n,).
  /// - Returns: Z (m, n).
  /// - Throws: `LayerError` if the shapes do not fit, when memory runs out, or at a checkpoint.
  /// - Complexity: O(m n n_prev), shared by `WorkerThreads`.
  public static func forward(_ input: NDArray, weights: NDArray, bias: NDArray) throws(LayerError) -> NDArray {
    try forward(input, weights: weights, bias: bias, isRectified: false)
  }

  /// - Parameter isRectified: whether the output goes through a ReLU.
  static func forward(
    _ input: NDArray, weights: NDArray, bias: NDArray, isRectified: Bool, kernels: Kernels = .fast
  ) throws(LayerError) -> NDArray {
    let function = "dense_forward"
    try check(input, weights, function)
    let outputs = weights.shape[1]
    if bias.count != outputs {
      throw .unfit(
        function: function, argument: "b", expected: "\(outputs) numbers, one for each column of W",
        actual: bias.shape)
    }
    let images = try pixels(input, as: computingDType(input, weights, bias))
    let output = try Convolution.forward(
      images, weights: filters(weights), bias: bias, stride: 1, padding: 0, isRectified: isRectified,
      kernels: kernels)
    return output.viewed([input.shape[0], outputs])
  }

  /// The gradients of a dense layer's arguments.
  public struct Gradients: Sendable {
    /// dA_prev (m, n_prev).
    public let input: NDArray
    /// dW (n_prev, n).
    public let weights: NDArray
    /// db (1, n).
    public let bias: NDArray
  }

  /// dA_prev = dZ W^T, dW = A_prev^T dZ, db = the sum of dZ's rows.
  ///
  /// - Parameters:
  ///   - outputGradient: dZ (m, n).
  ///   - input: A_prev, as it was given to `forward`.
  ///   - weights: W, as it was given to `forward`.
  /// - Throws: `LayerError` if the shapes do not fit, when memory runs out, or at a checkpoint.
  /// - Complexity: O(m n n_prev), shared by `WorkerThreads`.
  public static func backward(
    _ outputGradient: NDArray, input: NDArray, weights: NDArray
  ) throws(LayerError) -> Gradients {
    let (gradient, images) = try gradientOperands(outputGradient, input, weights)
    let gradients = try Convolution.backward(
      gradient, input: images, weights: filters(weights), stride: 1, padding: 0)
    return Gradients(
      input: gradients.input.viewed(input.shape), weights: gradients.weights.viewed(weights.shape),
      bias: gradients.bias.viewed([1, weights.shape[1]]))
  }

  /// dW and db alone.
  static func weightGradients(
    _ outputGradient: NDArray, input: NDArray, weights: NDArray
  ) throws(LayerError) -> (weights: NDArray, bias: NDArray) {
    let (gradient, images) = try gradientOperands(outputGradient, input, weights)
    let gradients = try Convolution.weightGradients(
      gradient, input: images, weights: filters(weights), stride: 1, padding: 0)
    return (gradients.weights.viewed(weights.shape), gradients.bias.viewed([1, weights.shape[1]]))
  }

  private static func gradientOperands(
    _ outputGradient: NDArray, _ input: NDArray, _ weights: NDArray
  ) throws(LayerError) -> (gradient: NDArray, images: NDArray) {
    let function = "dense_backward"
    try check(input, weights, function)
    let expected: Dims = [input.shape[0], weights.shape[1]]
    if outputGradient.shape != expected {
      throw .unfit(
        function: function, argument: "dZ", expected: "shape \(expected), as dense_forward's Z for this cache",
        actual: outputGradient.shape)
    }
    let dtype = computingDType(outputGradient, input, weights)
    return (try pixels(outputGradient, as: dtype), try pixels(input, as: dtype))
  }

  private static func check(_ input: NDArray, _ weights: NDArray, _ function: String) throws(LayerError) {
    if input.rank != 2 {
      throw .unfit(function: function, argument: "A_prev", expected: "2 axes (m, n_prev)", actual: input.shape)
    }
    if weights.rank != 2 || weights.shape[0] != input.shape[1] {
      throw .unfit(
        function: function, argument: "W",
        expected: "shape (\(input.shape[1]), n), a row for each of A_prev's \(input.shape[1]) columns",
        actual: weights.shape)
    }
  }

  /// Examples (m, n) as pixels of images one pixel high: (m / width, 1, width, n), which tiles of several rows and threads
  /// both have something of.
  private static func pixels(_ rows: NDArray, as dtype: DType) throws(LayerError) -> NDArray {
    let count = rows.shape[0]
    let width = (8...64).last { count.isMultiple(of: $0) } ?? max(count, 1)
    return try rows.contiguous(as: dtype).viewed([count / width, 1, width, rows.shape[1]])
  }

  private static func filters(_ weights: NDArray) -> NDArray {
    weights.with(
      shape: [1, 1, weights.shape[0], weights.shape[1]], strides: [0, 0, weights.strides[0], weights.strides[1]])
  }
}
