extension DType {
  /// The smallest dtype that holds the values of both, by NumPy's table (`np.promote_types`).
  public static func promote(_ a: DType, _ b: DType) throws(ArrayError) -> DType {
    // float32 cannot hold every int64; for all other pairs the later one in the order of cases holds both.
    if (a == .int64 && b == .float32) || (a == .float32 && b == .int64) { return .float64 }
    return a.rawValue > b.rawValue ? a : b
  }
}
