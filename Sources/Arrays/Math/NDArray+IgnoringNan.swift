extension NDArray {
  /// The sum of the elements that are not nan.
  public func nanSum(
    axes: [Int]? = nil, keepDims: Bool = false, warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    try replacingNan(with: .int64(0)).sum(axes: axes, keepDims: keepDims, warn: warn)
  }

  /// The mean of the elements that are not nan; nan, with a warning, where there are none.
  public func nanMean(
    axes: [Int]? = nil, keepDims: Bool = false, warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    if !dtype.isFloating { return try mean(axes: axes, keepDims: keepDims, warn: warn) }
    let isNumber = try NDArray.apply(.logicalNot, to: NDArray.apply(.isnan, to: self))
    let counts = try isNumber.sum(axes: axes, keepDims: keepDims)
    let total = try replacingNan(with: .int64(0)).sum(axes: axes, keepDims: keepDims, warn: warn)
    var runs = StridedRuns(shape: total.shape, total.strides, counts.strides)
    var isEmpty = false
    while try runs.next() {
      for index in 0..<runs.length {
        let position = runs.offsets.0 &+ index &* runs.steps.0
        let items = counts.scalar(atOffset: runs.offsets.1 &+ index &* runs.steps.1).cast(to: Double.self)
        if items == 0 { isEmpty = true }
        total.store(.float64(total.scalar(atOffset: position).cast(to: Double.self) / items), atOffset: position)
      }
    }
    if isEmpty { warn?("Mean of empty slice") }
    return total
  }

  /// The greatest element that is not nan; nan, with a warning, where there is none.
  /// - Throws: as `max`.
  public func nanMax(
    axes: [Int]? = nil, keepDims: Bool = false, warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    try nanExtremum(.fmax, axes, keepDims, warn)
  }

  /// The least element that is not nan; nan, with a warning, where there is none.
  /// - Throws: as `min`.
  public func nanMin(
    axes: [Int]? = nil, keepDims: Bool = false, warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    try nanExtremum(.fmin, axes, keepDims, warn)
  }

  private func nanExtremum(
    _ function: BinaryFunction, _ axes: [Int]?, _ keepDims: Bool, _ warn: WarningSink?
  ) throws(ArrayError) -> NDArray {
    let result = try extremum(function, axes, keepDims)
    if let warn, dtype.isFloating, try NDArray.apply(.isnan, to: result).any().scalar() == .bool(true) {
      warn("All-NaN slice encountered")
    }
    return result
  }

  /// `np.nan_to_num`: a copy with nan and infinities replaced; infinities by the greatest finite numbers where nothing is
  /// given. Integers have none.
  public func replacingNonFinite(
    nan: Double = 0, positiveInfinity: Double? = nil, negativeInfinity: Double? = nil
  ) throws(ArrayError) -> NDArray {
    let largest = dtype == .float32 ? Double(Float.greatestFiniteMagnitude) : .greatestFiniteMagnitude
    let result = try copyKeepingOrder()
    if !dtype.isFloating { return result }
    try result.replaceInPlace { value in
      value.isNaN ? nan : value == .infinity ? positiveInfinity ?? largest : negativeInfinity ?? -largest
    }
    return result
  }

  private func replacingNan(with value: Scalar) throws(ArrayError) -> NDArray {
    if !dtype.isFloating { return self }
    let replacement = value.cast(to: Double.self)
    let result = try copyKeepingOrder()
    try result.replaceInPlace { $0.isNaN ? replacement : $0 }
    return result
  }

  /// Replaces the elements that are not finite.
  private func replaceInPlace(_ replacement: (Double) -> Double) throws(ArrayError) {
    var runs = StridedRuns(shape: shape, strides)
    while try runs.next() {
      for index in 0..<runs.length {
        let position = runs.offsets.0 &+ index &* runs.steps.0
        let value = scalar(atOffset: position).cast(to: Double.self)
        if !value.isFinite { store(.float64(replacement(value)), atOffset: position) }
      }
    }
  }
}
