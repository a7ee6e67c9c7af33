/// Compares printed outputs with recorded ones.
struct RecordedCheck {
  let expected: [RecordedOutput]
  let settings: ComparisonSettings

  /// What differs, in words without a full stop; `nil` where nothing does.
  ///
  /// - Parameter who: what printed it: `the cell`.
  func difference(_ outputs: [CellOutput], who: String, showsValues: Bool) -> String? {
    let records = RecordedOutput.record(outputs)
    var settings = settings
    // Another order of additions changes last digits, and is no mistake.
    if settings.mode == nil { settings.mode = .close }
    let comparison = settings.comparison
    for kind in [RecordedOutput.Kind.output, .value] {
      let wanted = expected.filter { $0.kind == kind }.map(\.text).joined(separator: "\n")
      let given = records.filter { $0.kind == kind }.map(\.text).joined(separator: "\n")
      // A key that expects no value or nothing printed leaves it open.
      if wanted.isEmpty { continue }
      if (try? comparison.matches(recorded: wanted, actual: given)) ?? false { continue }
      let verb = kind == .output ? "prints" : "shows"
      if given.isEmpty { return "\(who) \(verb) nothing" }
      return showsValues
        ? "\(who) \(verb) \(Self.firstDifference(given, wanted))" : "\(who) \(verb) something else than expected"
    }
    return nil
  }

  private static func firstDifference(_ given: String, _ wanted: String) -> String {
    let (given, wanted) = (
      given.split(separator: "\n", omittingEmptySubsequences: false),
      wanted.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line =
      zip(given, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(given.count, wanted.count)
    func text(_ lines: [Substring]) -> String {
      line < lines.count ? "'\(String(lines[line]).shortened(to: 80).visible)'" : "nothing"
    }
    return "\(text(given)) in line \(line + 1), expected \(text(wanted))"
  }
}
