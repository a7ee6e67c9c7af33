extension NDArray {
  /// The mean over some axes: `sum / n`, integers and truth values in float64.
  /// - Parameters: as for `sum`. `warn` hears of empty slices.
  public func mean(
    axes: [Int]? = nil, keepDims: Bool = false, dtype: DType? = nil, warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    let items = try ReductionPlan(self, axes: axes, keepDims: keepDims).reducedCount
    if items == 0 { warn?("Mean of empty slice.") }
    let sum = try sum(axes: axes, keepDims: keepDims, dtype: dtype ?? inexactType, warn: warn)
    try sum.divideInPlace(by: Double(items), warn)
    return sum
  }

  /// The variance over some axes: the mean of the squared distances from the mean, with `n - deltaDegrees` for `n`.
  /// - Parameters: as for `sum`.
  public func variance(
    axes: [Int]? = nil, deltaDegrees: Double = 0, keepDims: Bool = false, dtype: DType? = nil,
    warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    let items = try Double(ReductionPlan(self, axes: axes, keepDims: keepDims).reducedCount)
    if deltaDegrees >= items { warn?("Degrees of freedom <= 0 for slice") }
    let dtype = dtype ?? inexactType
    let mean = try sum(axes: axes, keepDims: true, dtype: dtype, warn: warn)
    try mean.divideInPlace(by: items, warn)
    let distance = try NDArray.apply(.subtract, self, mean, warn: warn)
    _ = try NDArray.apply(.multiply, distance, distance, out: distance, warn: warn)
    let result = try distance.sum(axes: axes, keepDims: keepDims, dtype: dtype, warn: warn)
    try result.divideInPlace(by: Swift.max(items - deltaDegrees, 0), warn)
    return result
  }

  /// The standard deviation: the square root of `variance`.
  public func standardDeviation(
    axes: [Int]? = nil, deltaDegrees: Double = 0, keepDims: Bool = false, dtype: DType? = nil,
    warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    let variance = try variance(axes: axes, deltaDegrees: deltaDegrees, keepDims: keepDims, dtype: dtype, warn: warn)
    return try NDArray.apply(.sqrt, to: variance, warn: warn)
  }

  /// The mean with weights: `sum(x * w) / sum(w)`.
  /// - Parameters:
  ///   - axis: one axis, or `nil` for all.
  ///   - weights: of this array's shape, or one for each element along the axis.
  /// - Returns: the mean and the sum of the weights.
  /// - Throws: NumPy's `TypeError` and `ValueError` for weights that do not fit; `.zeroDivision` for weights that add up
  ///   to zero.
  public func average(
    axis: Int? = nil, weights: NDArray? = nil, keepDims: Bool = false, warn: WarningSink? = nil
  ) throws(ArrayError) -> (mean: NDArray, weightSum: NDArray) {
    let axes = axis.map { [$0] }
    guard var weights else {
      let mean = try mean(axes: axes, keepDims: keepDims, warn: warn)
      let scale = try NDArray(mean.dtype, shape: mean.shape)
      try scale.fill(.float64(Double(count) / Double(Swift.max(mean.count, 1))))
      return (mean, scale)
    }
    var dtype = try DType.promote(self.dtype, weights.dtype)
    if !self.dtype.isFloating { dtype = .float64 }
    if weights.shape != shape {
      guard let axis else {
        throw .plain(.type, "Axis must be specified when shapes of a and weights differ.")
      }
      if weights.rank != 1 { throw .plain(.type, "1D weights expected when shapes of a and weights differ.") }
      let normalized = try NDArray.normalize(axis: axis, rank: rank)
      if weights.shape[0] != shape[normalized] {
        throw .plain(.value, "Length of weights not compatible with specified axis.")
      }
      var strides = Dims(repeating: 0, count: rank)
      strides[normalized] = weights.strides[0]
      weights = weights.with(shape: shape, strides: strides)
    }
    let scale = try weights.sum(axes: axes, keepDims: keepDims, dtype: dtype, warn: warn)
    if try NDArray.apply(.equal, scale, NDArray(scalar: 0.0)).any().scalar() == .bool(true) {
      throw .plain(.zeroDivision, "Weights sum to zero, can't be normalized")
    }
    let product = try NDArray.apply(
      .multiply, copyKeepingOrder(as: dtype), weights.dtype == dtype ? weights : weights.copyKeepingOrder(as: dtype),
      warn: warn)
    let total = try product.sum(axes: axes, keepDims: keepDims, warn: warn)
    return (try NDArray.apply(.divide, total, scale, warn: warn), scale)
  }

  /// What means are computed in: float64 but for float32.
  var inexactType: DType { dtype.isFloating ? dtype : .float64 }

  /// Divides every element by a count. Double precision gives the float32 quotient's bits too.
  func divideInPlace(by divisor: Double, _ warn: WarningSink?) throws(ArrayError) {
    try FloatingPointFlags.reporting(rank == 0 ? "scalar divide" : "divide", to: warn) { () throws(ArrayError) in
      var runs = StridedRuns(shape: shape, strides)
      while try runs.next() {
        for index in 0..<runs.length {
          let position = runs.offsets.0 &+ index &* runs.steps.0
          store(.float64(scalar(atOffset: position).cast(to: Double.self) / divisor), atOffset: position)
        }
      }
    }
  }
}
