/// How a cell's replay ended.
package enum CellStatus: Sendable, Equatable {
  case matches
  case differs([OutputDifference])
  /// The cell gives outputs and none are recorded.
  case unrecorded
  /// It raised, and no error is recorded.
  case failed(RaisedError, traceback: String)
  case limit(String)
  case interrupted
  case notRun
}

package struct CellReport: Sendable {
  package let id: String
  /// The 1-based line of the cell's opening fence.
  package let line: Int
  package let comparison: Comparison
  package internal(set) var status = CellStatus.notRun
  /// What the run gave; `nil` where the cell was not run.
  package internal(set) var result: CellResult?
  /// Which rules made outputs equal that are not the same.
  package internal(set) var rules: Set<ComparisonRule> = []
  package internal(set) var duration = Duration.zero

  init(cell: Cell, comparison: Comparison) {
    id = cell.id
    line = cell.line
    self.comparison = comparison
  }

  package var outputs: [RecordedOutput] { RecordedOutput.record(result?.outputs ?? []) }
}

/// The replay of one notebook.
package struct ReplayReport: Sendable {
  package let printStyle: PrintStyleDecision
  package let cells: [CellReport]

  /// The notebook with the outputs that differ or were missing replaced by the new ones. What matches stays as it is,
  /// and so do patterns, which nobody but their author can rewrite, and cells that failed: a failure is not evidence.
  /// Cells without an id get theirs.
  package func updated<Document: NotebookDocument>(_ notebook: Document) -> Document {
    var notebook = notebook
    notebook.writeMissingIDs()
    for cell in cells where cell.isRewritable {
      guard let result = cell.result else { continue }
      notebook.record(result.outputs, executionCount: result.executionCount, for: cell.id)
    }
    return notebook
  }

  /// - Parameter isUpdated: whether what `updated` rewrites was written, so that it matches now.
  package func outcome(isUpdated: Bool = false) -> ReplayOutcome {
    cells.map { isUpdated && $0.isRewritable ? .matches : $0.status.outcome }.max() ?? .matches
  }
}

extension CellReport {
  /// Whether an update replaces the recorded outputs.
  package var isRewritable: Bool {
    switch status {
    case .differs: comparison.mode != .regex && comparison.expectedError == nil
    case .unrecorded: true
    case .matches, .failed, .limit, .interrupted, .notRun: false
    }
  }
}

/// The exit codes of `cnb replay`, from good to bad: of several cells or files the worst one counts.
package enum ReplayOutcome: Int32, Sendable, Comparable {
  case matches = 0
  case differs = 1
  case failed = 2
  case limit = 3
  case unreadable = 4
  case interrupted = 130

  package static func < (left: ReplayOutcome, right: ReplayOutcome) -> Bool { left.rawValue < right.rawValue }
}

extension CellStatus {
  package var outcome: ReplayOutcome {
    switch self {
    case .matches, .notRun: .matches
    case .differs, .unrecorded: .differs
    case .failed: .failed
    case .limit: .limit
    case .interrupted: .interrupted
    }
  }
}
