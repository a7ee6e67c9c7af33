#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension NDArray {
  /// `np.arange`: `start`, `start + step`, ... up to but without `stop`; `ceil((stop - start) / step)` elements.
  ///
  /// As in NumPy the second element is rounded to the dtype and the others go on in steps of the difference between the
  /// first two. The dtype is `int64`, or `float64` where an argument is a float, unless one is given.
  public static func arange(
    _ start: Scalar = .int64(0), _ stop: Scalar, step: Scalar = .int64(1), dtype: DType? = nil
  ) throws(ArrayError) -> NDArray {
    let isFloating = start.dtype.isFloating || stop.dtype.isFloating || step.dtype.isFloating
    let dtype = dtype ?? (isFloating ? .float64 : .int64)
    let length =
      try isFloating
      ? arangeLength(start.cast(to: Double.self), stop.cast(to: Double.self), step.cast(to: Double.self))
      : arangeLength(start.cast(to: Int64.self), stop.cast(to: Int64.self), step.cast(to: Int64.self))
    if dtype == .bool && length > 2 {
      throw .plain(.type, "arange() is only supported for booleans when the result has at most length 2.")
    }
    let result = try NDArray(dtype, shape: [length], zeroed: false)
    if length == 0 { return result }
    let second: Scalar =
      isFloating
      ? .float64(start.cast(to: Double.self) + step.cast(to: Double.self))
      : .int64(start.cast(to: Int64.self) &+ step.cast(to: Int64.self))
    result.store(start)
    if length > 1 { result.store(second, atOffset: 1) }
    switch dtype {
    case .bool: break
    case .uint8: try result.fill(UInt8.self) { $0 &+ UInt8(truncatingIfNeeded: $2) &* ($1 &- $0) }
    case .int64: try result.fill(Int64.self) { $0 &+ Int64($2) &* ($1 &- $0) }
    case .float32: try result.fill(Float.self) { $0 + Float($2) * ($1 - $0) }
    case .float64: try result.fill(Double.self) { $0 + Double($2) * ($1 - $0) }
    }
    return result
  }

  /// Goes on from the first two elements: `next(first, second, index)`.
  private func fill<T: Element>(_ type: T.Type, _ next: (T, T, Int) -> T) throws(ArrayError) {
    let target = pointer(T.self)
    try Checkpoint.forEachPiece(of: count - 2) { piece in
      for index in piece { target[index + 2] = next(target[0], target[1], index + 2) }
    }
  }

  private static func arangeLength(_ start: Int64, _ stop: Int64, _ step: Int64) throws(ArrayError) -> Int {
    if step == 0 { throw .plain(.zeroDivision, "division by zero") }
    let (distance, overflow) = stop.subtractingReportingOverflow(start)
    return try checkedLength((overflow ? Double(stop) - Double(start) : Double(distance)) / Double(step))
  }

  private static func arangeLength(_ start: Double, _ stop: Double, _ step: Double) throws(ArrayError) -> Int {
    if step == 0 { throw .plain(.zeroDivision, "float division by zero") }
    let quotient = (stop - start) / step
    // A quotient too small for a float is not nothing.
    if quotient == 0 && stop != start { return quotient.sign == .minus ? 0 : 1 }
    return try checkedLength(quotient)
  }

  private static func checkedLength(_ quotient: Double) throws(ArrayError) -> Int {
    if quotient.isNaN { throw .plain(.value, "arange: cannot compute length") }
    let length = quotient.rounded(.up)
    if length >= 9_223_372_036_854_775_808 { throw .plain(.value, "Maximum allowed size exceeded") }
    return length > 0 ? Int(length) : 0
  }

  /// `np.linspace`: `count` numbers at equal distances from `start` to `stop`, which is the last or, without
  /// `endpoint`, would be the next. `step` is the distance, NaN where there is none.
  public static func linspace(
    _ start: Double, _ stop: Double, count: Int = 50, endpoint: Bool = true, dtype: DType = .float64
  ) throws(ArrayError) -> (values: NDArray, step: Double) {
    if count < 0 { throw .plain(.value, "Number of samples, \(count), must be non-negative.") }
    let values = try NDArray(.float64, shape: [count], zeroed: false)
    let target = values.pointer(Double.self)
    let delta = stop - start
    let divisions = endpoint ? count - 1 : count
    let step = divisions > 0 ? delta / Double(divisions) : .nan
    try Checkpoint.forEachPiece(of: count) { piece in
      for index in piece {
        let number = Double(index)
        let distance = divisions <= 0 ? number * delta : step == 0 ? number / Double(divisions) * delta : number * step
        target[index] = distance + start
      }
    }
    if endpoint && count > 1 { target[count - 1] = stop }
    return (try values.casting(fromFloor: dtype), step)
  }

  /// Rounded down first where the dtype is one of integers.
  private func casting(fromFloor dtype: DType) throws(ArrayError) -> NDArray {
    if dtype == .float64 { return self }
    if dtype.isInteger {
      let values = pointer(Double.self)
      for index in 0..<count { values[index] = values[index].rounded(.down) }
    }
    return try copy(as: dtype)
  }

  /// `np.logspace`: powers of `base` whose exponents `linspace` gives.
  public static func logspace(
    _ start: Double, _ stop: Double, count: Int = 50, endpoint: Bool = true, base: Double = 10,
    dtype: DType = .float64
  ) throws(ArrayError) -> NDArray {
    let values = try linspace(start, stop, count: count, endpoint: endpoint).values
    let target = values.pointer(Double.self)
    try Checkpoint.forEachPiece(of: count) { piece in
      for index in piece { target[index] = pow(base, target[index]) }
    }
    return dtype == .float64 ? values : try values.copy(as: dtype)
  }

  /// `np.geomspace`: `count` numbers from `start` to `stop`, each the same multiple of the one before.
  public static func geomspace(
    _ start: Double, _ stop: Double, count: Int = 50, endpoint: Bool = true, dtype: DType = .float64
  ) throws(ArrayError) -> NDArray {
    if start == 0 || stop == 0 { throw .plain(.value, "Geometric sequence cannot include zero") }
    let sign: Double = start < 0 && stop < 0 ? -1 : 1
    let (first, last) = (start * sign, stop * sign)
    let values = try logspace(log10(first), log10(last), count: count, endpoint: endpoint)
    let target = values.pointer(Double.self)
    if count > 0 { target[0] = first }
    if count > 1 && endpoint { target[count - 1] = last }
    for index in 0..<count { target[index] *= sign }
    return dtype == .float64 ? values : try values.copy(as: dtype)
  }
}
