/// Whose rules decide how numbers look.
public enum PrintStyle: String, Sendable, CaseIterable {
  /// The shortest digits that tell a number from its neighbours, since NumPy 1.14.
  case numpy126 = "numpy-1.26"
  /// A place for the sign in every float, scalars with 12 digits: NumPy up to 1.13, as `legacy='1.13'` keeps it.
  case numpy113 = "numpy-1.13"
}

/// What `np.set_printoptions` sets.
public struct PrintOptions: Sendable, Equatable {
  /// How many digits floats in arrays get.
  public enum FloatMode: String, Sendable, CaseIterable {
    /// Exactly `precision` digits after the point.
    case fixed
    /// As many as each element needs, whatever `precision` says.
    case unique
    /// As many as each element needs, at most `precision`.
    case maxprec
    /// As many for all as the neediest element needs, at most `precision`.
    case maxprecEqual = "maxprec_equal"
  }

  /// What stands before floats that are not negative.
  public enum Sign: String, Sendable, CaseIterable {
    case minusOnly = "-"
    case plus = "+"
    case space = " "
  }

  public var style: PrintStyle
  /// Digits after the point; `nil` for as many as needed.
  public var precision: Int? = 8
  /// Arrays with more elements are summarised with `...`.
  public var threshold = 1000
  /// Elements shown at both ends of each axis of a summarised array.
  public var edgeItems = 3
  /// Characters in a line.
  public var lineWidth = 75
  /// Whether small numbers are written without an exponent.
  public var suppress = false
  public var nanText = "nan"
  public var infText = "inf"
  public var sign = Sign.minusOnly
  public var floatMode = FloatMode.maxprec

  public init(style: PrintStyle = .numpy126) { self.style = style }

  /// The same for every array that there is, with lengths that can be added.
  var withinBounds: PrintOptions {
    var options = self
    options.edgeItems = min(max(edgeItems, 0), 1 << 40)
    options.lineWidth = min(max(lineWidth, -1), 1 << 40)
    return options
  }

  /// - Throws: what NumPy says when it prints floats with options that do not go together.
  public func validate() throws(ArrayError) {
    // The old style too writes a set number of digits wherever it writes exponents.
    let needsPrecision = floatMode == .fixed || style == .numpy113
    if needsPrecision && (precision == nil || floatMode == .unique) {
      throw .plain(.type, "in non-unique mode `precision` must be supplied")
    }
  }
}
