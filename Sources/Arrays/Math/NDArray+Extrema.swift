extension NDArray {
  /// The greatest element along some axes; nan wins over all.
  /// - Parameters: as for `sum`; `initial` joins the elements, so that empty reductions have a value.
  /// - Throws: `.value` "zero-size array to reduction operation maximum which has no identity".
  public func max(
    axes: [Int]? = nil, keepDims: Bool = false, initial: Scalar? = nil
  ) throws(ArrayError) -> NDArray {
    try extremum(.maximum, axes, keepDims, initial)
  }

  /// The least element along some axes; nan wins over all. Otherwise as `max`.
  public func min(
    axes: [Int]? = nil, keepDims: Bool = false, initial: Scalar? = nil
  ) throws(ArrayError) -> NDArray {
    try extremum(.minimum, axes, keepDims, initial)
  }

  /// `max - min` along some axes.
  public func peakToPeak(
    axes: [Int]? = nil, keepDims: Bool = false, warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    let highest = try max(axes: axes, keepDims: keepDims)
    return try NDArray.apply(.subtract, highest, min(axes: axes, keepDims: keepDims), warn: warn)
  }

  /// - Parameter function: `maximum`, `minimum`, `fmax` or `fmin`.
  func extremum(
    _ function: BinaryFunction, _ axes: [Int]?, _ keepDims: Bool, _ initial: Scalar? = nil
  ) throws(ArrayError) -> NDArray {
    var plan = try ReductionPlan(self, axes: axes, keepDims: keepDims)
    let result = try plan.makeResult(dtype)
    if let initial {
      try result.fill(initial)
    } else {
      if result.count > 0, plan.reducedCount == 0 {
        throw .plain(
          .value, "zero-size array to reduction operation \(function.name) which has no identity")
      }
      let first = plan.firstElements(of: self)
      try result.copyElements(from: first, strides: first.strides)
    }
    if count == 0 { return result }
    switch dtype {
    case .bool, .uint8: try foldExtremum(plan, into: result, UInt8.self, function)
    case .int64: try foldExtremum(plan, into: result, Int64.self, function)
    case .float32: try foldFloatingExtremum(plan, into: result, Float.self, function)
    case .float64: try foldFloatingExtremum(plan, into: result, Double.self, function)
    }
    return result
  }

  private func foldExtremum<T: FixedWidthInteger>(
    _ plan: ReductionPlan, into result: NDArray, _ type: T.Type, _ function: BinaryFunction
  ) throws(ArrayError) {
    let source = firstElement.bindMemory(to: T.self, capacity: 1)
    let target = result.firstElement.bindMemory(to: T.self, capacity: 1)
    if function == .maximum || function == .fmax {
      try plan.foldUnordered(source, into: target) { $0 > $1 ? $0 : $1 }
    } else {
      try plan.foldUnordered(source, into: target) { $0 < $1 ? $0 : $1 }
    }
  }

  private func foldFloatingExtremum<T: FloatingElement>(
    _ plan: ReductionPlan, into result: NDArray, _ type: T.Type, _ function: BinaryFunction
  ) throws(ArrayError) {
    let (source, target) = (pointer(T.self), result.pointer(T.self))
    switch function {
    case .maximum: try plan.foldUnordered(source, into: target) { T.larger($0, $1) }
    case .minimum: try plan.foldUnordered(source, into: target) { T.smaller($0, $1) }
    case .fmax: try plan.foldUnordered(source, into: target) { T.largerNumber($0, $1) }
    default: try plan.foldUnordered(source, into: target) { T.smallerNumber($0, $1) }
    }
  }
}
