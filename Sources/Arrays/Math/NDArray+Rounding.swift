#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension NDArray {
  /// `np.round`: half to even, by multiplying, rounding and dividing as NumPy does.
  /// - Throws: `.unsupported` for truth values, which NumPy rounds to float16.
  public func rounded(decimals: Int = 0, warn: WarningSink? = nil) throws(ArrayError) -> NDArray {
    if dtype.isInteger, decimals >= 0 { return try copyKeepingOrder() }
    if dtype == .bool, decimals != 0 {
      throw .cannotCast(from: .float64, to: .bool, decimals > 0 ? "multiply" : "divide")
    }
    if decimals == 0 { return try NDArray.apply(.rint, to: self, warn: warn) }
    let power = try NDArray(scalar: pow(10, Double(decimals.magnitude)))
    let (first, second): (BinaryFunction, BinaryFunction) = decimals > 0 ? (.multiply, .divide) : (.divide, .multiply)
    let scaled = try NDArray.apply(first, dtype.isInteger ? copyKeepingOrder(as: .float64) : self, power, warn: warn)
    if scaled.dtype != dtype, dtype.isFloating {
      // The factor is too large for float32: NumPy computes in float64 and stores in float32.
      let narrow = try scaled.copyKeepingOrder(as: dtype)
      let whole = try NDArray.apply(.rint, to: narrow, warn: warn)
      return try NDArray.apply(second, whole, power, out: whole, warn: warn)
    }
    _ = try NDArray.apply(.rint, to: scaled, out: scaled, warn: warn)
    _ = try NDArray.apply(second, scaled, power, out: scaled, warn: warn)
    return try dtype.isInteger ? scaled.copyKeepingOrder(as: dtype) : scaled
  }

  /// `np.clip`: the elements, but none below `low` or above `high` (which wins where they cross).
  /// - Throws: `.value` "One of max or min must be given"; `.unsupported` as `apply`.
  public func clipped(
    from low: NDArray?, to high: NDArray?, out: NDArray? = nil
  ) throws(ArrayError) -> NDArray {
    switch (low, high) {
    case (nil, nil): throw .plain(.value, "One of max or min must be given")
    case (let low?, nil): return try NDArray.apply(.maximum, self, low, out: out)
    case (nil, let high?): return try NDArray.apply(.minimum, self, high, out: out)
    case (let low?, let high?):
      let dtype = try DType.result(of: [self, low, high])
      if let out, !dtype.castsWithinKind(to: out.dtype) {
        throw ArrayError.cannotCast(from: dtype, to: out.dtype, "clip")
      }
      let raised = try NDArray.apply(.maximum, clippable(as: dtype), low.clippable(as: dtype))
      return try NDArray.apply(.minimum, raised, high.clippable(as: dtype), out: out)
    }
  }

  private func clippable(as dtype: DType) throws(ArrayError) -> NDArray {
    try self.dtype == dtype ? self : copyKeepingOrder(as: dtype)
  }
}
