import Arrays

/// A layer's pass over its windows, one step at a time, in the order of the course's loops: over images, rows, columns
/// and channels of the output, the channels innermost.
///
/// A trace holds copies of the layer's arguments and what the layer gave, and no step: each step's numbers are computed
/// when they are asked for, in the layers' own arithmetic, so that float64 numbers have the layers' bits. Of float32
/// numbers the output is the layer's; sums and gradients are those of the plain loops, within 1e-5 of the layer's.
///
/// Going to a step costs what one window costs, whichever step it is; `weightGradient` and `biasGradient` alone add up all
/// steps before it.
package struct WindowTrace: Sendable {
  package enum Kind: Sendable, Equatable {
    case convolution
    case pooling(Pooling.Mode)
  }

  /// What a step is about: the number [i, h, w, c] of the output.
  package struct Place: Sendable, Hashable {
    /// i.
    package var image: Int
    /// h.
    package var row: Int
    /// w.
    package var column: Int
    /// c: of a convolution the filter.
    package var channel: Int

    package init(_ image: Int, _ row: Int, _ column: Int, _ channel: Int) {
      (self.image, self.row, self.column, self.channel) = (image, row, column, channel)
    }
  }

  package let kind: Kind
  /// Whether gradients go back, rather than numbers forward.
  package let isBackward: Bool
  package let grid: WindowGrid
  /// As it was given; the grid's is no longer than the image.
  package let stride: Int
  package let batch: Int
  /// n_C_prev.
  package let inputChannels: Int
  /// n_C.
  package let outputChannels: Int
  /// In which the layer computes.
  package let dtype: DType
  /// A_prev with its margins (m, n_H_prev + 2 pad, n_W_prev + 2 pad, n_C_prev). Its memory order is that in which NumPy
  /// adds the numbers of a window.
  let input: NDArray
  /// W (f, f, n_C_prev, n_C) in the same order; `nil` for pooling.
  let weights: NDArray?
  /// b as n_C numbers; `nil` for pooling, and backward.
  let biases: NDArray?
  /// Forward what the layer gave, Z or A; backward what it was given, dZ or dA. (m, n_H, n_W, n_C), contiguous.
  let outputs: NDArray

  private init(
    _ kind: Kind, isBackward: Bool, grid: WindowGrid, stride: Int, source: NDArray, weights: NDArray? = nil,
    biases: NDArray? = nil, outputs: NDArray, dtype: DType
  ) throws(LayerError) {
    self.kind = kind
    self.isBackward = isBackward
    self.grid = grid
    self.stride = stride
    self.dtype = dtype
    (batch, inputChannels, outputChannels) = (source.shape[0], source.shape[3], outputs.shape[3])
    let strides = Dims(ZeroPadding.strides(source, grid.margins).dropFirst())
    let window: Dims = [grid.windowSize, grid.windowSize, source.shape[3]]
    let axes: [Int]
    if let weights {
      axes = TermOrder.axes(shape: window, strides: strides, Dims(weights.strides.dropLast()))
    } else {
      // A window of one channel.
      axes =
        TermOrder.axes(shape: Dims(window.dropLast()), strides: [source.strides[1], source.strides[2]]) + [2]
    }
    input = try ZeroPadding.contiguous(source, grid.margins, as: dtype).copy(inOrder: [0] + axes.map { $0 + 1 })
    self.weights = try weights?.copy(inOrder: [3] + axes, as: dtype)
    self.biases = try biases.map { (biases) throws(LayerError) in
      try biases.copy(inOrder: Array(0..<biases.rank), as: dtype)
    }
    self.outputs = try outputs.copy(inOrder: [0, 1, 2, 3], as: dtype)
  }

  /// - Parameter output: Z, what `Convolution.forward` gave for these arguments.
  /// - Throws: `LayerError` where they do not fit, as the layer throws it, or when memory runs out.
  package static func convolutionForward(
    _ input: NDArray, weights: NDArray, bias: NDArray, stride: Int, padding: Padding, output: NDArray
  ) throws(LayerError) -> WindowTrace {
    let shape = try ConvolutionShape(.convForward, input: input, weights: weights, stride: stride, padding: padding)
    try require(output, "Z", of: .convForward, shape.outputShape)
    guard bias.count == shape.outputChannels else {
      throw .shape(
        .convForward, argument: "b", expected: shape.biasShape, reason: "one number for each filter of W",
        actual: bias.shape)
    }
    return try WindowTrace(
      .convolution, isBackward: false, grid: shape.grid, stride: stride, source: input, weights: weights, biases: bias,
      outputs: output, dtype: computingDType(input, weights, bias))
  }

  /// - Parameter outputGradient: dZ, which `Convolution.backward` took with these arguments.
  /// - Throws: `LayerError` where they do not fit, as the layer throws it, or when memory runs out.
  package static func convolutionBackward(
    _ outputGradient: NDArray, input: NDArray, weights: NDArray, stride: Int, padding: Padding
  ) throws(LayerError) -> WindowTrace {
    let shape = try ConvolutionShape(.convBackward, input: input, weights: weights, stride: stride, padding: padding)
    try require(outputGradient, "dZ", of: .convBackward, shape.outputShape)
    return try WindowTrace(
      .convolution, isBackward: true, grid: shape.grid, stride: stride, source: input, weights: weights,
      outputs: outputGradient, dtype: computingDType(outputGradient, input, weights))
  }

  /// - Parameter output: A, what `Pooling.forward` gave for these arguments.
  /// - Throws: `LayerError` where they do not fit, as the layer throws it, or when memory runs out.
  package static func poolingForward(
    _ input: NDArray, windowSize: Int, stride: Int, mode: Pooling.Mode, output: NDArray
  ) throws(LayerError) -> WindowTrace {
    let shape = try PoolingShape(.poolForward, input: input, windowSize: windowSize, stride: stride)
    try require(output, "A", of: .poolForward, shape.outputShape)
    return try WindowTrace(
      .pooling(mode), isBackward: false, grid: shape.grid, stride: stride, source: input, outputs: output,
      dtype: computingDType(input))
  }

  /// - Parameter outputGradient: dA, which `Pooling.backward` took with these arguments.
  /// - Throws: `LayerError` where they do not fit, as the layer throws it, or when memory runs out.
  package static func poolingBackward(
    _ outputGradient: NDArray, input: NDArray, windowSize: Int, stride: Int, mode: Pooling.Mode
  ) throws(LayerError) -> WindowTrace {
    let shape = try PoolingShape(.poolBackward, input: input, windowSize: windowSize, stride: stride)
    try require(outputGradient, "dA", of: .poolBackward, shape.outputShape)
    return try WindowTrace(
      .pooling(mode), isBackward: true, grid: shape.grid, stride: stride, source: input, outputs: outputGradient,
      dtype: computingDType(outputGradient, input))
  }

  private static func require(
    _ outputs: NDArray, _ name: String, of function: LayerFunction, _ shape: Dims
  ) throws(LayerError) {
    if outputs.shape != shape {
      throw .shape(
        function, argument: name, expected: shape, reason: "as the layer's output for these arguments",
        actual: outputs.shape)
    }
  }

  package var function: LayerFunction {
    switch kind {
    case .convolution: isBackward ? .convBackward : .convForward
    case .pooling: isBackward ? .poolBackward : .poolForward
    }
  }

  /// (m, n_H_prev, n_W_prev, n_C_prev).
  package var inputShape: Dims { [batch, grid.inputHeight, grid.inputWidth, inputChannels] }
  /// (m, n_H, n_W, n_C).
  package var outputShape: Dims { outputs.shape }

  // MARK: - Steps

  /// One for each number of the output: m n_H n_W n_C.
  package var stepCount: Int { outputs.count }

  /// - Precondition: a step from 0 to `stepCount - 1`.
  package func place(ofStep step: Int) -> Place {
    let (window, channel) = step.quotientAndRemainder(dividingBy: outputChannels)
    let (line, column) = window.quotientAndRemainder(dividingBy: grid.outputWidth)
    let (image, row) = line.quotientAndRemainder(dividingBy: grid.outputHeight)
    return Place(image, row, column, channel)
  }

  package func step(at place: Place) -> Int {
    ((place.image * grid.outputHeight + place.row) * grid.outputWidth + place.column) * outputChannels
      + place.channel
  }

  package func contains(_ place: Place) -> Bool {
    (0..<batch).contains(place.image) && (0..<grid.outputHeight).contains(place.row)
      && (0..<grid.outputWidth).contains(place.column) && (0..<outputChannels).contains(place.channel)
  }
}

extension NDArray {
  /// A copy whose elements stand in memory in the order of `axes`, the outermost first.
  fileprivate func copy(inOrder axes: [Int], as dtype: DType? = nil) throws(LayerError) -> NDArray {
    let ordered = try layer { () throws(ArrayError) in try permuted(axes).copy(as: dtype) }
    return ordered.permuted(axes.indices.map { axis in axes.firstIndex(of: axis) ?? axis })
  }
}
