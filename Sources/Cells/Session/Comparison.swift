/// How recorded outputs are compared with those of a new run.
package struct Comparison: Sendable, Equatable {
  package enum Mode: String, Sendable, CaseIterable {
    /// The same bytes.
    case exact
    /// Numbers are equal to the digits shown by the one that shows fewer.
    case printed
    /// Numbers are close, by NumPy's `isclose`: `abs(now - recorded) <= atol + rtol * abs(recorded)`.
    case close
    /// The recorded text is a regular expression that matches the whole output.
    case regex
    /// Any number may stand for any other.
    case shape
    /// Nothing is compared.
    case ignore
  }

  package var mode = Mode.exact
  package var relativeTolerance = 1e-5
  package var absoluteTolerance = 1e-8
  /// The exception that the cell must end in; what it prints before does not count then.
  package var expectedError: String?

  package init() {}
}

/// The part of a comparison that a cell, the command line or the front matter fixes.
package struct ComparisonSettings: Sendable, Equatable {
  package var mode: Comparison.Mode?
  package var relativeTolerance: Double?
  package var absoluteTolerance: Double?
  package var expectedError: String?

  package init() {}

  /// As written in info strings and in the front matter.
  package static let keys = ["compare", "rtol", "atol", "error"]

  /// Settles what is left open from settings that stand further off: front matter after command line after cell.
  package func filled(from other: ComparisonSettings) -> ComparisonSettings {
    var result = self
    result.mode = mode ?? other.mode
    result.relativeTolerance = relativeTolerance ?? other.relativeTolerance
    result.absoluteTolerance = absoluteTolerance ?? other.absoluteTolerance
    result.expectedError = expectedError ?? other.expectedError
    return result
  }

  /// The comparison that these settings make, with defaults for what they leave open.
  package var comparison: Comparison {
    var comparison = Comparison()
    if let mode { comparison.mode = mode }
    if let relativeTolerance { comparison.relativeTolerance = relativeTolerance }
    if let absoluteTolerance { comparison.absoluteTolerance = absoluteTolerance }
    comparison.expectedError = expectedError
    return comparison
  }

  /// Reads one key's value.
  ///
  /// - Parameter canExpectError: whether `error=CLASS` and `compare=error=CLASS` have a meaning there.
  package mutating func set(_ key: String, to value: String, canExpectError: Bool) throws(BadSetting) {
    switch key {
    case "compare":
      let prefix = "error="
      if canExpectError, value.hasPrefix(prefix) {
        return try set("error", to: String(value.dropFirst(prefix.count)), canExpectError: true)
      }
      guard let mode = Comparison.Mode(rawValue: value) else {
        let modes = Comparison.Mode.allCases.map(\.rawValue).joined(separator: ", ")
        throw BadSetting(key: key, value: value, allowed: modes + (canExpectError ? " or error=CLASS" : ""))
      }
      self.mode = mode
    case "rtol", "atol":
      guard let number = Double(value), number >= 0, number.isFinite else {
        throw BadSetting(key: key, value: value, allowed: "a number that is not negative, as in 1e-6")
      }
      if key == "rtol" { relativeTolerance = number } else { absoluteTolerance = number }
    case "error" where canExpectError:
      let isName = !value.isEmpty && value.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
      guard isName else {
        throw BadSetting(key: key, value: value, allowed: "the name of an exception, as in NameError")
      }
      expectedError = value
    default:
      break
    }
  }
}
