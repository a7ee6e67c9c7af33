import Arrays

/// The sizes that a pooling's arguments agree on.
struct PoolingShape {
  let batch: Int
  let channels: Int
  let grid: WindowGrid

  init(_ function: LayerFunction, input: NDArray, windowSize: Int, stride: Int) throws(LayerError) {
    try function.requireRank(input, "A_prev", "m", "n_H_prev", "n_W_prev", "n_C_prev")
    try function.require(windowSize, atLeast: 1, "hparameters['f']")
    try function.require(stride, atLeast: 1, "hparameters['stride']")
    guard
      let grid = WindowGrid(
        inputHeight: input.shape[1], inputWidth: input.shape[2], windowSize: windowSize, stride: stride)
    else {
      throw .windowTooLarge(
        function, argument: "hparameters['f']", windowSize: windowSize, padding: 0, input: input.shape)
    }
    self.grid = grid
    batch = input.shape[0]
    channels = input.shape[3]
  }

  var outputShape: Dims { [batch, grid.outputHeight, grid.outputWidth, channels] }
  /// Elements from one image to the next.
  var imageSize: Int { grid.inputHeight * grid.inputWidth * channels }
}
