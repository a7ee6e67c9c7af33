import Arrays

/// A margin of zeros around each image of a batch: `zero_pad`.
public enum ZeroPadding {
  /// `input` (m, n_H, n_W, n_C) with `padding` rows and columns of zeros on each side of its images.
  ///
  /// As `np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constant')`: the dtype stays, and an array in Fortran order
  /// gives one in Fortran order.
  /// - Returns: a new array (m, n_H + 2 padding, n_W + 2 padding, n_C).
  /// - Throws: `LayerError` if the input has not 4 axes, if the padding is negative, or when memory runs out.
  public static func forward(_ input: NDArray, padding: Int) throws(LayerError) -> NDArray {
    let function = LayerFunction.zeroPad
    try function.requireRank(input, "X", "m", "n_H", "n_W", "n_C")
    try function.require(padding, atLeast: 0, "pad")
    let shape = try paddedShape(of: input, padding)
    let result = try layer { () throws(ArrayError) in
      keepsFortranOrder(input)
        ? try NDArray(input.dtype, shape: Dims(shape.reversed())).transposed
        : try NDArray(input.dtype, shape: shape)
    }
    try layer { () throws(ArrayError) in try interior(of: result, padding: padding).assign(input) }
    return result
  }

  /// The gradient of what was padded: `gradient` without the margins.
  /// - Precondition: 4 axes, and sides of at least `2 * padding`.
  static func backward(_ gradient: NDArray, padding: Int) throws(LayerError) -> NDArray {
    if padding == 0 { return gradient }
    return try layer { () throws(ArrayError) in try interior(of: gradient, padding: padding).copy() }
  }

  /// The padded input as kernels read it: C-contiguous, in their dtype. Shares the input's elements where that is so.
  static func contiguous(_ input: NDArray, padding: Int, as dtype: DType) throws(LayerError) -> NDArray {
    if padding == 0 { return try input.contiguous(as: dtype) }
    return try layer { () throws(ArrayError) in
      let result = try NDArray(dtype, shape: paddedShape(input.shape, padding))
      try interior(of: result, padding: padding).assign(input)
      return result
    }
  }

  /// The strides of `forward(input, padding: padding)`.
  static func strides(_ input: NDArray, padding: Int) -> Dims {
    let shape = paddedShape(input.shape, padding)
    return keepsFortranOrder(input)
      ? Dims(Dims(shape.reversed()).contiguousStrides.reversed()) : shape.contiguousStrides
  }

  private static func keepsFortranOrder(_ input: NDArray) -> Bool {
    input.isFortranContiguous && !input.isContiguous
  }

  /// The shape that `input` has with margins.
  /// - Throws: `ArrayError.outOfMemory` if no memory could hold even one such image.
  static func paddedShape(of input: NDArray, _ padding: Int) throws(LayerError) -> Dims {
    let shape = paddedShape(input.shape, padding)
    let image: Dims = [max(shape[0], 1), shape[1], shape[2], max(shape[3], 1)]
    if image.product == nil { throw .array(.outOfMemory(shape: shape, dtype: input.dtype)) }
    return shape
  }

  private static func paddedShape(_ shape: Dims, _ padding: Int) -> Dims {
    [
      shape[0], WindowGrid.paddedLength(shape[1], padding), WindowGrid.paddedLength(shape[2], padding), shape[3],
    ]
  }

  private static func interior(of padded: NDArray, padding: Int) -> NDArray {
    var shape = padded.shape
    shape[1] -= 2 * padding
    shape[2] -= 2 * padding
    let first = padding &* (padded.strides[1] &+ padded.strides[2])
    return padded.with(shape: shape, strides: padded.strides, offset: padded.offset &+ first)
  }
}
