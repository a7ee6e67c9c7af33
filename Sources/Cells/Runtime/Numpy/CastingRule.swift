import Arrays

/// NumPy's rules on which dtypes become which without being asked: `casting='same_kind'`.
enum CastingRule: String {
  case no, equiv, safe
  case sameKind = "same_kind"
  case unsafe

  func allows(_ from: DType, _ to: DType) throws -> Bool {
    switch self {
    case .no, .equiv: from == to
    case .safe: try DType.promote(from, to) == to
    case .sameKind: from.castsWithinKind(to: to)
    case .unsafe: true
    }
  }

  /// A single number may also pass for the smallest dtype that holds it: NumPy 1 goes by its value.
  func allows(_ scalar: Scalar, _ to: DType) throws -> Bool {
    if try allows(scalar.dtype, to) { return true }
    if scalar.dtype.isFloating { return to == .float32 && scalar.dtype == .float64 && allowsNarrow(scalar) }
    guard scalar.dtype != .bool else { return false }
    let number = scalar.cast(to: Int64.self)
    switch (self, to) {
    case (.no, .uint8), (.equiv, .uint8), (.safe, .uint8): return (0...255).contains(number)
    case (.sameKind, .uint8): return number >= 0
    case (.safe, .float32): return (-32_768...65_535).contains(number)
    default: return false
    }
  }

  /// Whether a float64 passes for a float32.
  private func allowsNarrow(_ scalar: Scalar) -> Bool {
    let number = scalar.cast(to: Double.self)
    let magnitude = number.magnitude
    let fits = !magnitude.isFinite || magnitude <= Double(Float.greatestFiniteMagnitude)
    // What float16 holds is no float32.
    return fits && (self == .safe || magnitude.isFinite && magnitude >= 65_520)
  }
}

extension Arguments {
  /// `casting=`.
  func castingRule(_ index: Int, default rule: CastingRule) throws -> CastingRule {
    guard has(index) else { return rule }
    let name = try text(index)
    guard let rule = CastingRule(rawValue: name) else {
      throw Raised.valueError(
        "casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe' (got '\(name)')")
    }
    return rule
  }
}
