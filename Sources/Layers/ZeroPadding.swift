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
    let margins = Margins(padding)
    let shape = try paddedShape(of: input, margins)
    let result = try layer { () throws(ArrayError) in
      keepsFortranOrder(input)
        ? try NDArray(input.dtype, shape: Dims(shape.reversed())).transposed
        : try NDArray(input.dtype, shape: shape)
    }
    try layer { () throws(ArrayError) in try interior(of: result, margins).assign(input) }
    return result
  }

  /// The gradient of what was padded: `gradient` without the margins.
  /// - Precondition: 4 axes, and sides that have the margins.
  static func backward(_ gradient: NDArray, _ margins: Margins) throws(LayerError) -> NDArray {
    if margins == .none { return gradient }
    return try layer { () throws(ArrayError) in try interior(of: gradient, margins).copy() }
  }

  /// The padded input as the plain kernels read it: C-contiguous, in their dtype. Shares the input's elements where that
  /// is so.
  static func contiguous(_ input: NDArray, _ margins: Margins, as dtype: DType) throws(LayerError) -> NDArray {
    if margins == .none { return try input.contiguous(as: dtype) }
    return try layer { () throws(ArrayError) in
      let result = try NDArray(dtype, shape: paddedShape(input.shape, margins))
      try interior(of: result, margins).assign(input)
      return result
    }
  }

  /// The strides that `input` has with margins.
  static func strides(_ input: NDArray, _ margins: Margins) -> Dims {
    let shape = paddedShape(input.shape, margins)
    return keepsFortranOrder(input)
      ? Dims(Dims(shape.reversed()).contiguousStrides.reversed()) : shape.contiguousStrides
  }

  private static func keepsFortranOrder(_ input: NDArray) -> Bool {
    input.isFortranContiguous && !input.isContiguous
  }

  /// The shape that `input` has with margins.
  /// - Throws: `ArrayError.outOfMemory` if no memory could hold even one such image.
  static func paddedShape(of input: NDArray, _ margins: Margins) throws(LayerError) -> Dims {
    let shape = paddedShape(input.shape, margins)
    let image: Dims = [max(shape[0], 1), shape[1], shape[2], max(shape[3], 1)]
    if image.product == nil { throw .array(.outOfMemory(shape: shape, dtype: input.dtype)) }
    return shape
  }

  private static func paddedShape(_ shape: Dims, _ margins: Margins) -> Dims {
    [
      shape[0], WindowGrid.paddedLength(shape[1], margins.top, margins.bottom),
      WindowGrid.paddedLength(shape[2], margins.left, margins.right), shape[3],
    ]
  }

  private static func interior(of padded: NDArray, _ margins: Margins) -> NDArray {
    var shape = padded.shape
    shape[1] -= margins.top + margins.bottom
    shape[2] -= margins.left + margins.right
    let first = margins.top &* padded.strides[1] &+ margins.left &* padded.strides[2]
    return padded.with(shape: shape, strides: padded.strides, offset: padded.offset &+ first)
  }
}
