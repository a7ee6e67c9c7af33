/// How near two values have to be.
package struct ValueTolerance: Sendable, Equatable {
  /// Which element types may stand for each other. Truth values never stand for numbers, nor numbers for them.
  package enum DTypeRule: String, Sendable, CaseIterable {
    /// Any number for any other.
    case any
    /// Floating-point numbers for floating-point numbers, integers for integers; single numbers as under `any`.
    case kind
    /// The same dtype.
    case exact
  }

  package static let defaultRelative = 1e-7
  package static let defaultAbsolute = 1e-9

  /// `abs(actual - expected) <= absolute + relative * abs(expected)`
  package var relative: Double
  package var absolute: Double
  package var dtype: DTypeRule

  package init(
    relative: Double = defaultRelative, absolute: Double = defaultAbsolute, dtype: DTypeRule = .kind
  ) {
    self.relative = relative
    self.absolute = absolute
    self.dtype = dtype
  }

  /// nan is near nan only, an infinity near itself only.
  package func accepts(_ actual: Double, for expected: Double) -> Bool {
    if actual == expected || actual.isNaN && expected.isNaN { return true }
    guard actual.isFinite, expected.isFinite else { return false }
    return abs(actual - expected) <= absolute + relative * abs(expected)
  }
}
