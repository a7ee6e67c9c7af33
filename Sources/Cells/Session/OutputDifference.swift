/// One kind of output that a cell recorded and a new run gave otherwise.
package struct OutputDifference: Sendable, Equatable {
  package let kind: RecordedOutput.Kind
  /// `nil` where nothing of this kind is recorded.
  package let recorded: String?
  /// `nil` where the run gave nothing of this kind.
  package let actual: String?

  package init(kind: RecordedOutput.Kind, recorded: String?, actual: String?) {
    self.kind = kind
    self.recorded = recorded
    self.actual = actual
  }
}

/// What comparing a cell's outputs gave.
package struct OutputComparison: Sendable, Equatable {
  package var differences: [OutputDifference] = []
  /// The rules that made texts equal which are not the same.
  package var rules: Set<ComparisonRule> = []
}

extension Comparison {
  /// What differs, kind by kind. Standard output is compared as a whole, whatever stands between its parts; of errors
  /// their class and message count, not the lines of the traceback.
  ///
  /// - Throws: `NotebookError.badPattern` with the recorded block's line.
  package func compare(
    recorded: [RecordedOutput], actual: [RecordedOutput]
  ) throws(NotebookError) -> OutputComparison {
    var comparison = OutputComparison()
    for kind in RecordedOutput.Kind.allCases {
      let recordedBlocks = recorded.filter { $0.kind == kind }
      let recordedText = Comparison.text(of: recordedBlocks, kind)
      let actualText = Comparison.text(of: actual.filter { $0.kind == kind }, kind)
      do {
        if let rules = try rules(for: kind, recordedText, actualText) {
          comparison.rules.formUnion(rules)
        } else {
          comparison.differences.append(OutputDifference(kind: kind, recorded: recordedText, actual: actualText))
        }
      } catch {
        throw .badPattern(problem: error.problem, line: recordedBlocks.first?.line ?? 0)
      }
    }
    return comparison
  }

  /// The rules that it takes to call two texts equal; `nil` where none does.
  private func rules(
    for kind: RecordedOutput.Kind, _ recorded: String?, _ actual: String?
  ) throws(BadPattern) -> [ComparisonRule]? {
    if mode == .ignore || recorded == nil && actual == nil { return [] }
    if kind == .figure { return rules(forFigures: recorded, actual) }
    if let recorded, let actual, try matches(recorded: recorded, actual: actual) { return [] }
    guard mode != .regex else { return nil }
    var texts = (recorded: recorded ?? "", actual: actual ?? "")
    var used: [ComparisonRule] = []
    for rule in ComparisonRule.allCases {
      let normalised = (recorded: rule.normalised(texts.recorded), actual: rule.normalised(texts.actual))
      if normalised == texts { continue }
      texts = normalised
      used.append(rule)
      if try matches(recorded: texts.recorded, actual: texts.actual) { return used }
    }
    return nil
  }

  private static func text(of blocks: [RecordedOutput], _ kind: RecordedOutput.Kind) -> String? {
    if blocks.isEmpty { return nil }
    switch kind {
    case .output: return blocks.map(\.text).joined()
    case .error: return blocks.map { RaisedError.summary(ofTraceback: $0.text) }.joined(separator: "\n")
    case .value, .display, .figure: return blocks.map(\.text).joined(separator: "\n")
    }
  }

  /// Figures have equal digests or not; only their sizes count for `shape`.
  private func rules(forFigures recorded: String?, _ actual: String?) -> [ComparisonRule]? {
    guard let recorded, let actual else { return nil }
    switch mode {
    case .shape: if Comparison.figureWords(recorded, 0) == Comparison.figureWords(actual, 0) { return [] }
    case .exact, .printed, .close, .regex, .ignore: if recorded == actual { return [] }
    }
    let digests = Comparison.figureWords(recorded, 1)
    let areForeign = digests.allSatisfy { $0.contains(":") }
    return areForeign && digests.count == Comparison.figureWords(actual, 1).count ? [.picture] : nil
  }

  /// The sizes (0) or digests (1) of figures; lines in words are indented.
  private static func figureWords(_ text: String, _ index: Int) -> [Substring] {
    text.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map { line in
      let words = line.split(separator: " ")
      return index < words.count ? words[index] : ""
    }
  }
}
