extension Comparison {
  /// A recorded text that is no regular expression.
  package struct BadPattern: Error, Sendable {
    package let problem: String
  }

  /// Whether what a cell gave now may stand for the recorded text.
  package func matches(recorded: String, actual: String) throws(BadPattern) -> Bool {
    switch mode {
    case .exact: recorded.utf8.elementsEqual(actual.utf8)
    case .ignore: true
    case .regex: try Comparison.pattern(recorded.withoutFinalNewline).matchesWhole(actual.withoutFinalNewline)
    case .printed:
      Comparison.haveEqualTokens(recorded, actual) { recorded, actual in
        guard recorded.kind == .number, actual.kind == .number, let first = PrintedNumber(recorded.text),
          let second = PrintedNumber(actual.text)
        else { return false }
        return first.agrees(with: second)
      }
    case .close:
      Comparison.haveEqualTokens(recorded, actual) { recorded, actual in
        guard recorded.kind == .number, actual.kind == .number, let first = Double(recorded.text),
          let second = Double(actual.text)
        else { return false }
        return isClose(recorded: first, actual: second)
      }
    case .shape:
      Comparison.haveEqualTokens(recorded, actual) { $0.isValue && $1.isValue }
    }
  }

  /// NumPy's `isclose`, with the recorded value as the second argument.
  func isClose(recorded: Double, actual: Double) -> Bool {
    recorded == actual
      || abs(actual - recorded) <= absoluteTolerance + relativeTolerance * abs(recorded)
        && recorded.isFinite && actual.isFinite
  }

  private static func haveEqualTokens(
    _ recorded: String, _ actual: String, orElse areEqual: (OutputToken, OutputToken) -> Bool
  ) -> Bool {
    if recorded.utf8.elementsEqual(actual.utf8) { return true }
    let first = OutputToken.significant(in: recorded)
    let second = OutputToken.significant(in: actual)
    return first.count == second.count
      && zip(first, second).allSatisfy { $0.text.utf8.elementsEqual($1.text.utf8) || areEqual($0, $1) }
  }

  package struct Pattern {
    fileprivate let regex: Regex<AnyRegexOutput>

    func matchesWhole(_ text: String) -> Bool { (try? regex.wholeMatch(in: text)) != nil }
  }

  /// Compiles a pattern; its matches go by Unicode scalars.
  package static func pattern(_ text: String) throws(BadPattern) -> Pattern {
    do {
      return Pattern(regex: try Regex(text).matchingSemantics(.unicodeScalar))
    } catch {
      throw BadPattern(problem: String("\(error)".split(separator: "\n").first ?? "it cannot be read").visible)
    }
  }
}
