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
}
