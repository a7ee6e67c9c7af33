extension NDArray {
  /// Whether any element along some axes is true (nan is). A bool array.
  public func any(axes: [Int]? = nil, keepDims: Bool = false) throws(ArrayError) -> NDArray {
    try reduceTruth(axes, keepDims, Bool.self, start: .bool(false)) { $0 || $1 }
  }

  /// Whether all elements along some axes are true. A bool array.
  public func all(axes: [Int]? = nil, keepDims: Bool = false) throws(ArrayError) -> NDArray {
    try reduceTruth(axes, keepDims, Bool.self, start: .bool(true)) { $0 && $1 }
  }

  @inline(__always)
  private func reduceTruth<R: CastableElement>(
    _ axes: [Int]?, _ keepDims: Bool, _ type: R.Type, start: Scalar, _ combine: (R, Bool) -> R
  ) throws(ArrayError) -> NDArray {
    var plan = try ReductionPlan(self, axes: axes, keepDims: keepDims)
    let result = try plan.makeResult(R.dtype)
    try result.fill(start)
    if count == 0 { return result }
    let target = result.pointer(R.self)
    switch dtype {
    case .bool: try plan.fold(pointer(Bool.self), into: target) { combine($0, $1) }
    case .uint8: try plan.fold(pointer(UInt8.self), into: target) { combine($0, $1 != 0) }
    case .int64: try plan.fold(pointer(Int64.self), into: target) { combine($0, $1 != 0) }
    case .float32: try plan.fold(pointer(Float.self), into: target) { combine($0, $1 != 0) }
    case .float64: try plan.fold(pointer(Double.self), into: target) { combine($0, $1 != 0) }
    }
    return result
  }
}
