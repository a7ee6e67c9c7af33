import Arrays

/// What the forward kernels read. All arrays are contiguous and of the kernel's element type.
struct ConvolutionOperands {
  let shape: ConvolutionShape
  /// (m, n_H_prev, n_W_prev, n_C_prev).
  let input: NDArray
  /// (terms, n_C), the terms in the order of their addition.
  let weights: NDArray
  /// n_C numbers.
  let bias: NDArray
  /// The axes of a window (row, column, channel) in the order of the terms, the outermost first.
  let termAxes: [Int]
  /// Whether the output goes through a ReLU.
  let isRectified: Bool

  /// Where the terms stand relative to their window's origin, in images whose rows are `rowStep` elements apart.
  func termOffsets(rowStep: Int) -> [Int] {
    TermOrder.offsets(
      shape: Dims(shape.weightShape.dropLast()), strides: [rowStep, shape.inputChannels, 1], axes: termAxes)
  }
}

/// What the backward kernels read. All arrays are contiguous and of the kernel's element type.
struct ConvolutionGradientOperands {
  let shape: ConvolutionShape
  /// (m, n_H, n_W, n_C).
  let outputGradient: NDArray
  /// (m, n_H_prev, n_W_prev, n_C_prev).
  let input: NDArray
  /// (f, f, n_C_prev, n_C).
  let weights: NDArray
  let dtype: DType

  /// - Throws: `LayerError` if the shapes do not fit, or when memory runs out.
  init(
    _ outputGradient: NDArray, input: NDArray, weights: NDArray, stride: Int, padding: Padding
  ) throws(LayerError) {
    let function = LayerFunction.convBackward
    shape = try ConvolutionShape(function, input: input, weights: weights, stride: stride, padding: padding)
    try function.requireRank(outputGradient, "dZ", "m", "n_H", "n_W", "n_C")
    if outputGradient.shape != shape.outputShape {
      throw .shape(
        function, argument: "dZ", expected: shape.outputShape, reason: "as conv_forward's Z for this cache",
        actual: outputGradient.shape)
    }
    dtype = computingDType(outputGradient, input, weights)
    self.outputGradient = try outputGradient.contiguous(as: dtype)
    self.input = try input.contiguous(as: dtype)
    self.weights = try weights.contiguous(as: dtype)
  }
}
