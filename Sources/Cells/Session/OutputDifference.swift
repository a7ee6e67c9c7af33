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

extension Comparison {
  /// What differs, kind by kind. Standard output is compared as a whole, whatever stands between its parts; of errors
  /// their class and message count, not the lines of the traceback.
  ///
  /// - Throws: `NotebookError.badPattern` with the recorded block's line.
  package func differences(
    recorded: [RecordedOutput], actual: [RecordedOutput]
  ) throws(NotebookError) -> [OutputDifference] {
    var differences: [OutputDifference] = []
    for kind in RecordedOutput.Kind.allCases {
      let recordedBlocks = recorded.filter { $0.kind == kind }
      let recordedText = Comparison.text(of: recordedBlocks, kind)
      let actualText = Comparison.text(of: actual.filter { $0.kind == kind }, kind)
      let isMatch: Bool
      switch (recordedText, actualText) {
      case (nil, nil): isMatch = true
      case (let recordedText?, let actualText?):
        do {
          isMatch =
            kind == .figure
            ? matches(recordedFigures: recordedText, actualText)
            : try matches(recorded: recordedText, actual: actualText)
        } catch {
          throw .badPattern(problem: error.problem, line: recordedBlocks.first?.line ?? 0)
        }
      default: isMatch = mode == .ignore
      }
      if !isMatch { differences.append(OutputDifference(kind: kind, recorded: recordedText, actual: actualText)) }
    }
    return differences
  }

  private static func text(of blocks: [RecordedOutput], _ kind: RecordedOutput.Kind) -> String? {
    if blocks.isEmpty { return nil }
    switch kind {
    case .output: return blocks.map(\.text).joined()
    case .error: return blocks.map { RaisedError.summary(ofTraceback: $0.text) }.joined(separator: "\n")
    case .value, .figure: return blocks.map(\.text).joined(separator: "\n")
    }
  }

  /// Figures have equal pixels or not; only their sizes count for `shape`.
  private func matches(recordedFigures recorded: String, _ actual: String) -> Bool {
    switch mode {
    case .ignore: return true
    case .shape:
      let sizes = { (text: String) in text.split(separator: "\n").map { $0.prefix { $0 != " " } } }
      return sizes(recorded) == sizes(actual)
    case .exact, .printed, .close, .regex: return recorded == actual
    }
  }
}
