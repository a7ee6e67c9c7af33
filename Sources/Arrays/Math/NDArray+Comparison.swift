extension NDArray {
  /// `np.isclose`: whether `|a - b| <= absolute + relative * |b|`, element by element; infinities are close to
  /// themselves, nan only to nan and only with `equalNan`. A bool array.
  public static func isClose(
    _ a: NDArray, _ b: NDArray, relative: Double = 1e-5, absolute: Double = 1e-8, equalNan: Bool = false
  ) throws(ArrayError) -> NDArray {
    let b = try b.dtype.isFloating ? b : b.copyKeepingOrder(as: .float64)
    let distance = try apply(.absolute, to: apply(.subtract, a, b))
    let scaled = try apply(.multiply, NDArray(scalar: relative), apply(.absolute, to: b))
    let tolerance = try apply(.add, NDArray(scalar: absolute), scaled)
    let near = try apply(.lessEqual, distance, tolerance)
    let finite = try apply(.bitwiseAnd, apply(.isfinite, to: a), apply(.isfinite, to: b))
    if try finite.all().scalar() == .bool(true) { return near }
    let equal = try apply(.bitwiseAnd, apply(.logicalNot, to: finite), apply(.equal, a, b))
    var result = try apply(.bitwiseOr, apply(.bitwiseAnd, near, finite), equal)
    if equalNan {
      result = try apply(.bitwiseOr, result, apply(.bitwiseAnd, apply(.isnan, to: a), apply(.isnan, to: b)))
    }
    return result
  }

  /// `np.allclose`: whether all elements are close.
  public static func allClose(
    _ a: NDArray, _ b: NDArray, relative: Double = 1e-5, absolute: Double = 1e-8, equalNan: Bool = false
  ) throws(ArrayError) -> Bool {
    try isClose(a, b, relative: relative, absolute: absolute, equalNan: equalNan).all().scalar() == .bool(true)
  }

  /// `np.array_equal`: whether two arrays have the same shape and the same elements.
  public static func areEqual(_ a: NDArray, _ b: NDArray, equalNan: Bool = false) throws(ArrayError) -> Bool {
    if a.shape != b.shape { return false }
    var equal = try apply(.equal, a, b)
    if equalNan {
      equal = try apply(.logicalOr, equal, apply(.logicalAnd, apply(.isnan, to: a), apply(.isnan, to: b)))
    }
    return try equal.all().scalar() == .bool(true)
  }

  /// `np.array_equiv`: whether two arrays have the same elements once broadcast.
  public static func areEquivalent(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> Bool {
    guard let shape = try? broadcastShape([a.shape, b.shape]), shape.product != nil else { return false }
    return try apply(.equal, a, b).all().scalar() == .bool(true)
  }
}
