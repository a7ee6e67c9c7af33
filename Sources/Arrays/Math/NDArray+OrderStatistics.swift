extension NDArray {
  /// The median over some axes: the mean of the middle one or two; nan where any element is.
  /// - Parameters: as for `sum`. `warn` hears of empty slices.
  public func median(
    axes: [Int]? = nil, keepDims: Bool = false, warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    let sorted = try SortedSlices(self, axes, keepDims)
    if sorted.length == 0 {
      warn?("Mean of empty slice.")
      if sorted.resultShape.product != 0 {
        warn?("invalid value encountered in \(sorted.resultShape.isEmpty ? "scalar divide" : "divide")")
      }
    }
    let result = try NDArray(inexactType, shape: sorted.resultShape)
    switch dtype {
    case .bool: try sorted.medians(into: result.pointer(Double.self)) { (value: Bool) in value ? 1 : 0 }
    case .uint8: try sorted.medians(into: result.pointer(Double.self)) { (value: UInt8) in Double(value) }
    case .int64: try sorted.medians(into: result.pointer(Double.self)) { (value: Int64) in Double(value) }
    case .float32: try sorted.medians(into: result.pointer(Float.self)) { (value: Float) in value }
    case .float64: try sorted.medians(into: result.pointer(Double.self)) { (value: Double) in value }
    }
    return result
  }

  /// The quantiles over some axes, interpolated linearly; nan where any element is. A float64 array.
  /// - Parameters:
  ///   - quantiles: between 0 and 1. Their shape comes first in the result's.
  ///   - percent: whether they are percentiles, between 0 and 100.
  /// - Throws: NumPy's `ValueError` for quantiles out of range, `IndexError` for empty slices.
  public func quantile(
    _ quantiles: NDArray, percent: Bool = false, axes: [Int]? = nil, keepDims: Bool = false, warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    let fractions = try quantiles.copy(as: .float64)
    let values = fractions.pointer(Double.self)
    for index in 0..<fractions.count {
      if percent { values[index] /= 100 }
      if !(values[index] >= 0 && values[index] <= 1) {
        throw .plain(
          .value, percent ? "Percentiles must be in the range [0, 100]" : "Quantiles must be in the range [0, 1]")
      }
    }
    let isExtreme = !percent && quantiles.dtype.isInteger
    if dtype == .bool, !isExtreme {
      _ = try BinaryFunction.subtract.signature(PromotionOperand(self), PromotionOperand(self))
    }
    let sorted = try SortedSlices(self, axes, keepDims)
    if sorted.length == 0 {
      // NumPy looks for the last element of floats first, and otherwise for the first quantile's.
      if isExtreme, !dtype.isFloating {
        throw .plain(.index, "cannot do a non-empty take from an empty axes.")
      }
      let place = dtype.isFloating || fractions.count == 0 || values[0] == 0 ? -1 : 0
      throw .plain(.index, "index \(place) is out of bounds for axis 0 with size 0")
    }
    if isExtreme { return try extremes(quantiles, axes, keepDims) }
    guard quantiles.rank + sorted.resultShape.count <= Dims.maxCount else {
      throw .tooManyAxes(quantiles.rank + sorted.resultShape.count)
    }
    let result = try NDArray(.float64, shape: Dims(Array(quantiles.shape) + Array(sorted.resultShape)))
    // Infinities have no distance: NumPy's warnings, in its order.
    var invalid = (subtract: false, multiply: false)
    for index in 0..<fractions.count {
      let target = result.pointer(Double.self) + index * (sorted.resultShape.product ?? 0)
      switch dtype {
      case .bool: break
      case .uint8:
        try sorted.quantiles(values[index], into: target, &invalid, { Double($0) }, from: { (a: UInt8, b) in b &- a })
      case .int64:
        try sorted.quantiles(values[index], into: target, &invalid, { Double($0) }, from: { (a: Int64, b) in b &- a })
      case .float32:
        try sorted.quantiles(values[index], into: target, &invalid, { Double($0) }, from: { (a: Float, b) in b - a })
      case .float64:
        try sorted.quantiles(values[index], into: target, &invalid, { $0 }, from: { (a: Double, b) in b - a })
      }
    }
    if invalid.subtract { warn?("invalid value encountered in subtract") }
    if invalid.multiply { warn?("invalid value encountered in multiply") }
    return result
  }
}

extension NDArray {
  /// The quantiles 0 and 1, given as integers: NumPy takes the elements themselves then.
  private func extremes(_ quantiles: NDArray, _ axes: [Int]?, _ keepDims: Bool) throws(ArrayError) -> NDArray {
    let (low, high) = (try min(axes: axes, keepDims: keepDims), try max(axes: axes, keepDims: keepDims))
    let result = try NDArray(dtype, shape: Dims(Array(quantiles.shape) + Array(low.shape)))
    let rows = try result.reshape([quantiles.count] + Array(low.shape))
    for (row, quantile) in try quantiles.ravel().integers().enumerated() {
      try rows.get([.integer(row), .ellipsis]).assign(quantile == 0 ? low : high)
    }
    return result
  }
}

/// The elements that go into each result of a reduction, sorted; nan last.
private struct SortedSlices {
  let resultShape: Dims
  /// Elements in a slice.
  let length: Int
  private let slices: NDArray

  init(_ source: NDArray, _ axes: [Int]?, _ keepDims: Bool) throws(ArrayError) {
    let plan = try ReductionPlan(
      source, axes: axes, keepDims: keepDims, messageForDuplicates: "repeated axis")
    resultShape = plan.resultShape
    length = plan.reducedCount
    var (shape, strides) = (Dims(), Dims())
    for reduced in [false, true] {
      for axis in 0..<source.rank where plan.isReduced(axis) == reduced {
        shape.append(source.shape[axis])
        strides.append(source.strides[axis])
      }
    }
    slices = try source.with(shape: shape, strides: strides).copy()
    switch source.dtype {
    case .bool, .uint8: try sort(UInt8.self) { $0 < $1 }
    case .int64: try sort(Int64.self) { $0 < $1 }
    case .float32: try sort(Float.self) { $0 < $1 || ($1 != $1 && $0 == $0) }
    case .float64: try sort(Double.self) { $0 < $1 || ($1 != $1 && $0 == $0) }
    }
  }

  private func sort<T: BitwiseCopyable>(_ type: T.Type, _ precedes: (T, T) -> Bool) throws(ArrayError) {
    let elements = slices.firstElement.bindMemory(to: T.self, capacity: 1)
    var checkpoint = Checkpoint()
    for index in 0..<(resultShape.product ?? 0) {
      let slice = UnsafeMutableBufferPointer(start: elements + index * length, count: length)
      var sorted = Array(slice)
      try sorted.sortStably(by: precedes)
      _ = slice.update(from: sorted)
      try checkpoint.pass(operations: length + 1)
    }
  }

  private func forEachSlice(_ body: (Int) -> Void) throws(ArrayError) {
    try Checkpoint.forEachPiece(of: resultShape.product ?? 0) { piece in piece.forEach(body) }
  }

  @inline(__always)
  func medians<S: Element, T: FloatingElement>(into target: UnsafeMutablePointer<T>, _ value: (S) -> T)
    throws(ArrayError)
  {
    let elements = slices.pointer(S.self)
    try forEachSlice { index in
      let slice = elements + index * length
      if length == 0 {
        target[index] = .nan
        return
      }
      let (last, high) = (value(slice[length - 1]), value(slice[length / 2]))
      if last != last {
        target[index] = last
      } else if length % 2 == 1 {
        target[index] = 0 + high
      } else {
        target[index] = (0 + value(slice[length / 2 - 1]) + high) / 2
      }
    }
  }

  /// - Parameters:
  ///   - value: an element in float64.
  ///   - distance: from one element to the next, which NumPy takes in the elements' own type.
  @inline(__always)
  func quantiles<S: Element>(
    _ fraction: Double, into target: UnsafeMutablePointer<Double>, _ invalid: inout (subtract: Bool, multiply: Bool),
    _ value: (S) -> Double, from distance: (S, S) -> S
  ) throws(ArrayError) {
    let elements = slices.pointer(S.self)
    let place = Double(length - 1) * fraction
    let isLast = place >= Double(length - 1)
    let before = isLast ? length - 1 : Int(place)
    let after = isLast ? length - 1 : before + 1
    let weight = isLast ? place + 1 : place - Double(before)
    try forEachSlice { index in
      let slice = elements + index * length
      let (low, high, last) = (value(slice[before]), value(slice[after]), value(slice[length - 1]))
      let step = value(distance(slice[before], slice[after]))
      let (up, down) = (step * weight, step * (1 - weight))
      let isUpper = weight >= 0.5
      let result = isUpper ? high - down : low + up
      // What raised the processor's flag: a nan that comes from none.
      if step.isNaN && !(low.isNaN || high.isNaN) { invalid.subtract = true }
      if isUpper && result.isNaN && !(high.isNaN || down.isNaN) { invalid.subtract = true }
      if (up.isNaN || (isUpper && down.isNaN)) && !step.isNaN { invalid.multiply = true }
      target[index] = last.isNaN ? last : result
    }
  }
}
