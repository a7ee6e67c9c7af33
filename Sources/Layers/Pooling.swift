import Arrays

/// A pooling layer on batches of images, channels last: `pool_forward`, `pool_backward`.
///
/// Each window of each channel becomes one number. float64 results have the bits of NumPy's `np.max` and `np.mean` of
/// the windows, and of the plain loops backward. float32 stays float32, within 1e-5; other dtypes become float64.
public enum Pooling {
  public enum Mode: String, Sendable, CaseIterable {
    /// The largest number of the window; nan if there is one.
    ///
    /// Of zeros of both signs the last counts; which one NumPy takes depends on the processor.
    case max
    /// The mean of the window's numbers.
    case average

    /// The mode that `name` is, 'max' or 'average', of `function`.
    /// - Throws: `LayerError.unknownMode`.
    public static func named(_ name: String, in function: LayerFunction) throws(LayerError) -> Mode {
      guard let mode = Mode(rawValue: name) else { throw .unknownMode(function, actual: name) }
      return mode
    }
  }

  /// One number for each window of each channel of each image.
  ///
  /// - Parameter input: A_prev (m, n_H_prev, n_W_prev, n_C).
  /// - Returns: A (m, n_H, n_W, n_C) with n_H = floor((n_H_prev - f) / stride) + 1 and n_W alike, f being `windowSize`.
  /// - Throws: `LayerError` if the input has not 4 axes or is smaller than a window, when memory runs out, or at a checkpoint.
  /// - Complexity: O(m n_H n_W n_C f f).
  public static func forward(
    _ input: NDArray, windowSize: Int, stride: Int, mode: Mode = .max
  ) throws(LayerError) -> NDArray {
    try forward(input, windowSize: windowSize, stride: stride, mode: mode, kernels: .fast)
  }

  package static func forward(
    _ input: NDArray, windowSize: Int, stride: Int, mode: Mode, kernels: Kernels
  ) throws(LayerError) -> NDArray {
    let shape = try PoolingShape(.poolForward, input: input, windowSize: windowSize, stride: stride)
    let dtype = computingDType(input)
    let output = try layer { () throws(ArrayError) in try NDArray(dtype, shape: shape.outputShape, zeroed: false) }
    // Windows of nothing can be of any number and size.
    guard output.count > 0 else { return output }
    let operands = PoolingOperands(shape: shape, source: input, input: try input.contiguous(as: dtype))
    try layer { () throws(ArrayError) in
      switch (dtype, kernels) {
      case (.float32, .reference): try PoolingReference<Float>.forward(operands, mode: mode, into: output)
      case (.float32, .fast(let processor)):
        try PoolingTiles<Float>(operands, on: processor).forward(mode: mode, into: output)
      case (_, .reference): try PoolingReference<Double>.forward(operands, mode: mode, into: output)
      case (_, .fast(let processor)):
        try PoolingTiles<Double>(operands, on: processor).forward(mode: mode, into: output)
      }
    }
    return output
  }

  /// How a cost changes with the input of `forward`, from how it changes with its output.
  ///
  /// A window's largest number gets the window's whole gradient; if it occurs more than once, each of them does. In a
  /// mean each number gets its share. Windows are added in the order of the loops over images, rows and columns.
  ///
  /// - Parameters:
  ///   - outputGradient: dA (m, n_H, n_W, n_C).
  ///   - input: A_prev, as it was given to `forward`.
  /// - Returns: dA_prev (m, n_H_prev, n_W_prev, n_C).
  /// - Throws: `LayerError` if the shapes do not fit, when memory runs out, or at a checkpoint.
  /// - Complexity: O(m n_H n_W n_C f f).
  public static func backward(
    _ outputGradient: NDArray, input: NDArray, windowSize: Int, stride: Int, mode: Mode = .max
  ) throws(LayerError) -> NDArray {
    try backward(
      outputGradient, input: input, windowSize: windowSize, stride: stride, mode: mode, kernels: .fast)
  }

  package static func backward(
    _ outputGradient: NDArray, input: NDArray, windowSize: Int, stride: Int, mode: Mode, kernels: Kernels
  ) throws(LayerError) -> NDArray {
    let operands = try PoolingGradientOperands(
      outputGradient, input: input, windowSize: windowSize, stride: stride, kernels: kernels)
    guard outputGradient.count > 0 else { return operands.sum }
    try layer { () throws(ArrayError) in
      switch (operands.dtype, kernels) {
      case (.float32, .reference): try operands.computePlainly(Float.self, mode)
      case (.float32, .fast(let processor)): try operands.compute(Float.self, mode, on: processor)
      case (_, .reference): try operands.computePlainly(Double.self, mode)
      case (_, .fast(let processor)): try operands.compute(Double.self, mode, on: processor)
      }
    }
    return operands.sum
  }

  /// The gradient of what a ReLU was given, whose output was pooled for its largest numbers: of `ReLU.backward` after
  /// `backward`, in one pass. The same bits for finite numbers.
  ///
  /// A window whose largest number is zero was zero or negative everywhere, and passes nothing on.
  /// - Precondition: `input` is a ReLU's output, and no windows overlap.
  static func backwardThroughReLU(
    _ outputGradient: NDArray, input: NDArray, windowSize: Int, stride: Int
  ) throws(LayerError) -> NDArray {
    let operands = try PoolingGradientOperands(
      outputGradient, input: input, windowSize: windowSize, stride: stride, kernels: .fast)
    try layer { () throws(ArrayError) in
      if operands.dtype == .float32 {
        try operands.compute(Float.self, .max, on: .best, isRectified: true)
      } else {
        try operands.compute(Double.self, .max, on: .best, isRectified: true)
      }
    }
    return operands.sum
  }
}

/// What a pooling's gradient is computed from, and where it goes.
private struct PoolingGradientOperands {
  let operands: PoolingOperands
  let gradient: NDArray
  let dtype: DType
  /// dA_prev.
  let sum: NDArray

  init(
    _ outputGradient: NDArray, input: NDArray, windowSize: Int, stride: Int, kernels: Kernels
  ) throws(LayerError) {
    let function = LayerFunction.poolBackward
    let shape = try PoolingShape(function, input: input, windowSize: windowSize, stride: stride)
    try function.requireRank(outputGradient, "dA", "m", "n_H", "n_W", "n_C")
    if outputGradient.shape != shape.outputShape {
      throw .shape(
        function, argument: "dA", expected: shape.outputShape, reason: "as pool_forward's A for this cache",
        actual: outputGradient.shape)
    }
    let dtype = computingDType(outputGradient, input)
    self.dtype = dtype
    operands = PoolingOperands(shape: shape, source: input, input: try input.contiguous(as: dtype))
    gradient = try outputGradient.contiguous(as: dtype)
    let grid = shape.grid
    let isOnceEverywhere =
      grid.stride == grid.windowSize && grid.inputHeight % grid.stride == 0 && grid.inputWidth % grid.stride == 0
    sum = try layer { () throws(ArrayError) in
      try NDArray(dtype, shape: input.shape, zeroed: !isOnceEverywhere || kernels == .reference)
    }
  }

  func computePlainly<Value: FloatingElement>(_ type: Value.Type, _ mode: Pooling.Mode) throws(ArrayError) {
    try PoolingReference<Value>.backward(operands, gradient, mode: mode, into: sum)
  }

  func compute<Number: KernelElement>(
    _ type: Number.Type, _ mode: Pooling.Mode, on processor: Processor, isRectified: Bool = false
  ) throws(ArrayError) {
    try PoolingTiles<Number>(operands, on: processor)
      .backward(gradient, mode: mode, isRectified: isRectified, into: sum)
  }
}
