extension NDArray {
  /// The sum over some axes, with NumPy's bits: see `ReductionPlan` and `pairwiseSum`.
  ///
  /// Truth values are summed as int64. O(count).
  /// - Parameters:
  ///   - axes: the axes to sum over, negative ones from the end; `nil` for all.
  ///   - keepDims: whether summed axes stay with length 1.
  ///   - dtype: what to sum in.
  ///   - initial: what to start from instead of 0.
  /// - Throws: `.axis` for an axis that does not exist; `.unsupported` for uint8 without a dtype, whose sum is uint64.
  public func sum(
    axes: [Int]? = nil, keepDims: Bool = false, dtype: DType? = nil, initial: Scalar? = nil, warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    let dtype = try accumulatorType(dtype, "sum")
    if axes == nil, !keepDims, initial == nil, dtype == self.dtype, dtype.isFloating, isContiguous {
      return try FloatingPointFlags.reporting("reduce", to: warn) { () throws(ArrayError) in
        try NDArray(contiguousSum())
      }
    }
    var plan = try ReductionPlan(self, axes: axes, keepDims: keepDims)
    let result = try plan.makeResult(dtype)
    try result.fill(initial ?? .int64(0))
    if count == 0 { return result }
    return try FloatingPointFlags.reporting("reduce", to: dtype.isFloating ? warn : nil) { () throws(ArrayError) in
      switch dtype {
      case .float64: try add(plan, to: result.pointer(Double.self))
      case .float32: try add(plan, to: result.pointer(Float.self))
      case .int64: try foldConverted(plan, to: result, Int64.self) { $0 &+ $1 }
      case .uint8: try foldConverted(plan, to: result, UInt8.self) { $0 &+ $1 }
      case .bool: try foldConverted(plan, to: result, Bool.self) { $0 || $1 }
      }
      return result
    }
  }

  /// The product over some axes, multiplied one after the other in NumPy's order. Otherwise as `sum`.
  public func product(
    axes: [Int]? = nil, keepDims: Bool = false, dtype: DType? = nil, initial: Scalar? = nil, warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    let dtype = try accumulatorType(dtype, "prod")
    var plan = try ReductionPlan(self, axes: axes, keepDims: keepDims)
    let result = try plan.makeResult(dtype)
    try result.fill(initial ?? .int64(1))
    if count == 0 { return result }
    return try FloatingPointFlags.reporting("reduce", to: dtype.isFloating ? warn : nil) { () throws(ArrayError) in
      switch dtype {
      case .float64: try foldConverted(plan, to: result, Double.self) { $0 * $1 }
      case .float32: try foldConverted(plan, to: result, Float.self) { $0 * $1 }
      case .int64: try foldConverted(plan, to: result, Int64.self) { $0 &* $1 }
      case .uint8: try foldConverted(plan, to: result, UInt8.self) { $0 &* $1 }
      case .bool: try foldConverted(plan, to: result, Bool.self) { $0 && $1 }
      }
      return result
    }
  }

  /// The sum of all elements of a C-contiguous array of floats: blocks of NumPy's buffer size one after the other.
  /// - Precondition: C-contiguous, float32 or float64.
  func contiguousSum() throws(ArrayError) -> Scalar {
    func sum<T: FloatingElement>(_ values: UnsafePointer<T>) throws(ArrayError) -> T {
      var (result, start) = (T(0), 0)
      var checkpoint = Checkpoint()
      let count = self.count
      while start < count {
        let length = Swift.min(ReductionPlan.bufferSize, count - start)
        result += pairwiseSum(values + start, length, stride: 1)
        start += length
        try checkpoint.pass(operations: length)
      }
      return result
    }
    return try dtype == .float64 ? .float64(sum(pointer(Double.self))) : .float32(sum(pointer(Float.self)))
  }

  /// What sums and products are computed in: the dtype that was asked for, or else one that has room.
  func accumulatorType(_ wanted: DType?, _ function: String) throws(ArrayError) -> DType {
    if let wanted { return wanted }
    switch dtype {
    case .bool, .int64: return .int64
    case .uint8: throw .unsupportedResult("uint64", of: "\(function) of uint8", fix: ".astype(int) or dtype=int")
    case .float32, .float64: return dtype
    }
  }

  /// Stores one value in every element.
  func fill(_ value: Scalar) throws(ArrayError) {
    switch dtype {
    case .bool: try fill(value.cast(to: Bool.self))
    case .uint8: try fill(value.cast(to: UInt8.self))
    case .int64: try fill(value.cast(to: Int64.self))
    case .float32: try fill(value.cast(to: Float.self))
    case .float64: try fill(value.cast(to: Double.self))
    }
  }

  private func fill<T: Element>(_ value: T) throws(ArrayError) {
    let target = pointer(T.self)
    var runs = StridedRuns(shape: shape, strides)
    while try runs.next() {
      for index in 0..<runs.length { target[runs.offsets.0 &+ index &* runs.steps.0] = value }
    }
  }

  private func add<T: FloatingElement>(
    _ plan: ReductionPlan, to result: UnsafeMutablePointer<T>
  ) throws(ArrayError) {
    switch dtype {
    case .bool: try plan.addFloating(pointer(Bool.self), to: result) { T(casting: $0) }
    case .uint8: try plan.addFloating(pointer(UInt8.self), to: result) { T(casting: $0) }
    case .int64: try plan.addFloating(pointer(Int64.self), to: result) { T(casting: $0) }
    case .float32: try plan.addFloating(pointer(Float.self), to: result) { T(casting: $0) }
    case .float64: try plan.addFloating(pointer(Double.self), to: result) { T(casting: $0) }
    }
  }

  /// Folds with elements converted to the result's type.
  @inline(__always)
  private func foldConverted<R: CastableElement>(
    _ plan: ReductionPlan, to result: NDArray, _ type: R.Type, _ combine: (R, R) -> R
  ) throws(ArrayError) {
    let target = result.pointer(R.self)
    switch dtype {
    case .bool: try plan.fold(pointer(Bool.self), into: target) { combine($0, R(casting: $1)) }
    case .uint8: try plan.fold(pointer(UInt8.self), into: target) { combine($0, R(casting: $1)) }
    case .int64: try plan.fold(pointer(Int64.self), into: target) { combine($0, R(casting: $1)) }
    case .float32: try plan.fold(pointer(Float.self), into: target) { combine($0, R(casting: $1)) }
    case .float64: try plan.fold(pointer(Double.self), into: target) { combine($0, R(casting: $1)) }
    }
  }
}
