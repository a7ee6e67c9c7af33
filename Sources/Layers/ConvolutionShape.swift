import Arrays

/// The sizes that a convolution's arguments agree on.
struct ConvolutionShape {
  let batch: Int
  let inputChannels: Int
  let outputChannels: Int
  let grid: WindowGrid

  /// - Parameters:
  ///   - input: (m, n_H_prev, n_W_prev, n_C_prev).
  ///   - weights: (f, f, n_C_prev, n_C).
  /// - Throws: `LayerError` for the first argument that does not fit.
  init(
    _ function: LayerFunction, input: NDArray, weights: NDArray, stride: Int, padding: Padding
  ) throws(LayerError) {
    try function.requireRank(input, "A_prev", "m", "n_H_prev", "n_W_prev", "n_C_prev")
    try function.requireRank(weights, "W", "f", "f", "n_C_prev", "n_C")
    try function.require(stride, atLeast: 1, "hparameters['stride']")
    if case .uniform(let padding) = padding {
      try function.require(padding, atLeast: 0, "hparameters['pad']")
      _ = try ZeroPadding.paddedShape(of: input, Margins(padding))
    }
    let windowSize = weights.shape[0]
    if weights.shape[1] != windowSize { throw .filterNotSquare(function, weights: weights.shape) }
    try function.require(windowSize, atLeast: 1, "W's filter size f")
    if weights.shape[2] != input.shape[3] {
      throw .channels(function, weights: weights.shape, input: input.shape)
    }
    let margins = padding.margins(
      height: input.shape[1], width: input.shape[2], windowSize: windowSize, stride: stride)
    // A step out of the image is as good as any longer one, and no product with it overflows.
    let longestStep = max(
      WindowGrid.paddedLength(input.shape[1], margins.top, margins.bottom),
      WindowGrid.paddedLength(input.shape[2], margins.left, margins.right), 1)
    guard
      let grid = WindowGrid(
        inputHeight: input.shape[1], inputWidth: input.shape[2], windowSize: windowSize,
        stride: min(stride, longestStep), margins: margins)
    else {
      throw .windowTooLarge(
        function, argument: "W", windowSize: windowSize, padding: margins.top, input: input.shape)
    }
    self.grid = grid
    batch = input.shape[0]
    inputChannels = input.shape[3]
    outputChannels = weights.shape[3]
  }

  /// How many products are added for one number of the output.
  var termCount: Int { grid.windowSize * grid.windowSize * inputChannels }
  /// How many numbers of a window stand side by side: one of its rows.
  var rowLength: Int { grid.windowSize * inputChannels }
  /// Elements between the beginnings of two rows of a padded image.
  var rowStride: Int { grid.paddedWidth * inputChannels }
  /// Elements of a padded image.
  var imageSize: Int { grid.paddedHeight * rowStride }

  var outputShape: Dims { [batch, grid.outputHeight, grid.outputWidth, outputChannels] }
  var paddedShape: Dims { [batch, grid.paddedHeight, grid.paddedWidth, inputChannels] }
  var weightShape: Dims { [grid.windowSize, grid.windowSize, inputChannels, outputChannels] }
  var biasShape: Dims { [1, 1, 1, outputChannels] }
}
