import Arrays
import KernelInterface

/// Which loops compute: the plain ones that define the value, or the fast ones that have the same bits in float64.
package enum Kernels: Sendable, Equatable {
  case reference
  /// Those built for a processor that this machine has.
  case fast(Processor)

  package static var fast: Kernels { .fast(.best) }
}

/// A convolution layer on batches of images, channels last: `conv_single_step`, `conv_forward`, `conv_backward`.
///
/// float64 results have the bits of the plain loops in NumPy 1.26: for each output the products of a window with a
/// filter are added pairwise, then the bias. float32 operands give float32 results within 1e-5; other dtypes, and
/// mixtures, are computed in float64.
public enum Convolution {
  /// One filter applied to one window: the sum of `slice * weights`, plus the bias.
  ///
  /// - Parameters:
  ///   - slice: usually (f, f, n_C_prev).
  ///   - weights: of the same shape.
  ///   - bias: one number, usually (1, 1, 1).
  /// - Throws: `LayerError` if the shapes do not fit.
  public static func singleStep(_ slice: NDArray, weights: NDArray, bias: NDArray) throws(LayerError) -> Scalar {
    let function = LayerFunction.convSingleStep
    if weights.shape != slice.shape {
      throw .shape(
        function, argument: "W", expected: slice.shape, reason: "as a_slice_prev", actual: weights.shape)
    }
    if bias.count != 1 {
      throw .shape(function, argument: "b", expected: [1, 1, 1], reason: "one number", actual: bias.shape)
    }
    let dtype = computingDType(slice, weights, bias)
    let axes = TermOrder.axes(shape: slice.shape, strides: slice.strides, weights.strides)
    let slice = try slice.permuted(axes).contiguous(as: dtype)
    let weights = try weights.permuted(axes).contiguous(as: dtype)
    func sum<T: FloatingElement>(_ type: T.Type) -> T {
      let terms = Products(left: slice.pointer(T.self), right: weights.pointer(T.self))
      return numpySum(terms, count: slice.count) + bias.scalar().cast(to: T.self)
    }
    return dtype == .float32 ? .float32(sum(Float.self)) : .float64(sum(Double.self))
  }

  /// Each filter applied to each window of each image.
  ///
  /// - Parameters:
  ///   - input: A_prev (m, n_H_prev, n_W_prev, n_C_prev).
  ///   - weights: W (f, f, n_C_prev, n_C).
  ///   - bias: b (1, 1, 1, n_C), or any n_C numbers.
  /// - Returns: Z (m, n_H, n_W, n_C) with n_H = floor((n_H_prev - f + 2 padding) / stride) + 1 and n_W alike.
  /// - Throws: `LayerError` if the shapes do not fit, when memory runs out, or at a checkpoint.
  /// - Complexity: O(m n_H n_W n_C f f n_C_prev), shared by `WorkerThreads`.
  public static func forward(
    _ input: NDArray, weights: NDArray, bias: NDArray, stride: Int, padding: Padding
  ) throws(LayerError) -> NDArray {
    try forward(
      input, weights: weights, bias: bias, stride: stride, padding: padding, kernels: .fast)
  }

  /// - Parameter isRectified: whether the output goes through a ReLU, in the pass that writes it.
  package static func forward(
    _ input: NDArray, weights: NDArray, bias: NDArray, stride: Int, padding: Padding, isRectified: Bool = false,
    kernels: Kernels
  ) throws(LayerError) -> NDArray {
    let function = LayerFunction.convForward
    let shape = try ConvolutionShape(function, input: input, weights: weights, stride: stride, padding: padding)
    if bias.count != shape.outputChannels {
      throw .shape(
        function, argument: "b", expected: shape.biasShape, reason: "one number for each filter of W",
        actual: bias.shape)
    }
    let dtype = computingDType(input, weights, bias)
    let axes = TermOrder.axes(
      shape: Dims(shape.weightShape.dropLast()),
      strides: Dims(ZeroPadding.strides(input, shape.grid.margins).dropFirst()), Dims(weights.strides.dropLast()))
    let operands = ConvolutionOperands(
      shape: shape,
      input: try input.contiguous(as: dtype),
      weights: try weights.permuted(axes + [3]).contiguous(as: dtype),
      bias: try bias.contiguous(as: dtype),
      termAxes: axes,
      isRectified: isRectified)
    let output = try layer { () throws(ArrayError) in try NDArray(dtype, shape: shape.outputShape, zeroed: false) }
    switch (dtype, kernels) {
    case (.float32, .fast(let processor)) where ConvolutionTiles<Float>.fits(shape):
      try ConvolutionTiles<Float>(shape, on: processor).forward(operands, into: output)
    case (.float32, _): try ConvolutionReference<Float>.forward(operands, into: output)
    case (_, .fast(let processor)) where ConvolutionTiles<Double>.fits(shape):
      try ConvolutionTiles<Double>(shape, on: processor).forward(operands, into: output)
    default: try ConvolutionReference<Double>.forward(operands, into: output)
    }
    return output
  }

  /// The gradients of a convolution's arguments.
  public struct Gradients: Sendable {
    /// dA_prev (m, n_H_prev, n_W_prev, n_C_prev).
    public let input: NDArray
    /// dW (f, f, n_C_prev, n_C).
    public let weights: NDArray
    /// db (1, 1, 1, n_C).
    public let bias: NDArray
  }

  /// How a cost changes with the arguments of `forward`, from how it changes with its output.
  ///
  /// In float64 each gradient is added up in the order of the loops over images, rows, columns and filters. A padding
  /// of 0 works too, where the well-known slice `[pad:-pad, pad:-pad]` would be empty.
  ///
  /// - Parameters:
  ///   - outputGradient: dZ (m, n_H, n_W, n_C).
  ///   - input: A_prev, as it was given to `forward`.
  ///   - weights: W, as it was given to `forward`.
  /// - Throws: `LayerError` if the shapes do not fit, when memory runs out, or at a checkpoint.
  /// - Complexity: O(m n_H n_W n_C f f n_C_prev), shared by `WorkerThreads`.
  public static func backward(
    _ outputGradient: NDArray, input: NDArray, weights: NDArray, stride: Int, padding: Padding
  ) throws(LayerError) -> Gradients {
    try backward(
      outputGradient, input: input, weights: weights, stride: stride, padding: padding, kernels: .fast)
  }

  package static func backward(
    _ outputGradient: NDArray, input: NDArray, weights: NDArray, stride: Int, padding: Padding, kernels: Kernels
  ) throws(LayerError) -> Gradients {
    let operands = try ConvolutionGradientOperands(
      outputGradient, input: input, weights: weights, stride: stride, padding: padding)
    let shape = operands.shape
    switch (operands.dtype, kernels) {
    case (.float32, .fast(let processor)) where ConvolutionTiles<Float>.fits(operands):
      return try ConvolutionTiles<Float>(shape, on: processor).backward(operands)
    case (.float32, _): return try ConvolutionReference<Float>.backward(operands)
    case (_, .fast(let processor)) where ConvolutionTiles<Double>.fits(operands):
      return try ConvolutionTiles<Double>(shape, on: processor).backward(operands)
    default: return try ConvolutionReference<Double>.backward(operands)
    }
  }
  /// The gradients of the filters and the bias alone: of a network's first layer nobody reads the input's.
  /// - Throws: `LayerError` as `backward` does.
  package static func weightGradients(
    _ outputGradient: NDArray, input: NDArray, weights: NDArray, stride: Int, padding: Padding,
    kernels: Kernels = .fast
  ) throws(LayerError) -> (weights: NDArray, bias: NDArray) {
    let operands = try ConvolutionGradientOperands(
      outputGradient, input: input, weights: weights, stride: stride, padding: padding)
    let shape = operands.shape
    switch (operands.dtype, kernels) {
    case (.float32, .fast(let processor)) where ConvolutionTiles<Float>.fits(shape):
      return try layer { () throws(ArrayError) in
        try ConvolutionTiles<Float>(shape, on: processor).weightGradients(operands)
      }
    case (.float64, .fast(let processor)) where ConvolutionTiles<Double>.fits(shape):
      return try layer { () throws(ArrayError) in
        try ConvolutionTiles<Double>(shape, on: processor).weightGradients(operands)
      }
    default:
      let all = try backward(
        outputGradient, input: input, weights: weights, stride: stride, padding: padding, kernels: kernels)
      return (all.weights, all.bias)
    }
  }
}
