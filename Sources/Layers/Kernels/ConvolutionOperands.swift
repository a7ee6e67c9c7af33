import Arrays

/// What the forward kernels read. All arrays are contiguous and of the kernel's element type.
struct ConvolutionOperands {
  let shape: ConvolutionShape
  /// Padded: (m, padded height, padded width, n_C_prev).
  let input: NDArray
  /// (terms, n_C), the terms in the order of their addition.
  let weights: NDArray
  /// n_C numbers.
  let bias: NDArray
  /// Where the terms stand in `input`, relative to their window's origin.
  let termOffsets: [Int]
  /// Room for one number a term.
  let scratch: NDArray
}

/// What the backward kernels read. All arrays are contiguous and of the kernel's element type.
struct ConvolutionGradientOperands {
  let shape: ConvolutionShape
  /// (m, n_H, n_W, n_C).
  let outputGradient: NDArray
  /// Padded: (m, padded height, padded width, n_C_prev).
  let input: NDArray
  /// (f, n_C, f, n_C_prev): a filter's row is one run of numbers, as a window's row is in the input.
  let weightRows: NDArray
}

/// What the backward kernels add to: zeros at first, laid out as the operands are.
struct ConvolutionGradientSums {
  let input: NDArray
  let weightRows: NDArray
  /// (1, 1, 1, n_C).
  let bias: NDArray
}
