extension NDArray {
  /// The operator `a ** b`, which for a 0-d exponent is not quite `np.power`: `x ** 2` is `x * x`, `x ** 0.5` is the
  /// square root, `x ** -1` the reciprocal.
  /// - Throws: as `apply(.power, ...)`.
  public static func raise(
    _ base: NDArray, to exponent: NDArray, out: NDArray? = nil, warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    if exponent.rank == 0, exponent.dtype != .bool {
      let value = exponent.scalar().cast(to: Double.self)
      if base.dtype.isFloating {
        switch value {
        case 1: return try apply(.positive, to: base, out: out, warn: warn)
        case -1: return try apply(.reciprocal, to: base, out: out, warn: warn)
        case 0.5: return try apply(.sqrt, to: base, out: out, warn: warn)
        case 2: return try apply(.square, to: base, out: out, warn: warn)
        default: break
        }
      } else if value == 2, base.dtype.isInteger {
        let widened = try exponent.dtype.isFloating && out == nil ? base.copyKeepingOrder(as: .float64) : base
        return try apply(.square, to: widened, out: out, warn: warn)
      }
    }
    return try apply(.power, base, exponent, out: out, warn: warn)
  }
}
