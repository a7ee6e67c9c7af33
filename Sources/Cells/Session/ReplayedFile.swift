/// What became of one file given to `cnb replay`, for the reports that other programs read.
package struct ReplayedFile: Sendable {
  package enum Result: Sendable {
    case replayed(ReplayReport)
    /// The file cannot be read or is no notebook: the message for people.
    case unreadable(String)
    /// Files that it needs are not there.
    case skipped(missing: [String])
    case notRun
  }
  package let file: String
  package let result: Result
  /// Whether the new outputs were written to the file.
  package let isUpdated: Bool

  package init(file: String, result: Result, isUpdated: Bool = false) {
    self.file = file
    self.result = result
    self.isUpdated = isUpdated
  }

  package var outcome: ReplayOutcome {
    switch result {
    case .replayed(let report): report.outcome(isUpdated: isUpdated)
    case .skipped: .matches
    case .unreadable: .unreadable
    case .notRun: .interrupted
    }
  }

  /// `skipped: data/a.h5, which it needs, is not there`
  package static func skipped(missing: [String]) -> String { "skipped: \(absence(of: missing))" }

  /// `data/a.h5, which it needs, is not there`
  package static func absence(of missing: [String]) -> String {
    "\(missing.joined(separator: ", ").visible), which it needs, \(missing.count == 1 ? "is" : "are") not there"
  }

  package static func outcome(of files: [ReplayedFile]) -> ReplayOutcome { files.map(\.outcome).max() ?? .matches }
}

extension CellStatus {
  /// The word for it in reports.
  package var word: String {
    switch self {
    case .matches: "match"
    case .differs: "differs"
    case .unrecorded: "unrecorded"
    case .failed: "failed"
    case .limit: "limit"
    case .interrupted: "interrupted"
    case .notRun: "not-run"
    }
  }
}

extension ReplayOutcome {
  package var word: String {
    switch self {
    case .matches: "match"
    case .differs: "differs"
    case .failed: "failed"
    case .limit: "limit"
    case .unreadable: "unreadable"
    case .interrupted: "interrupted"
    }
  }
}

extension Duration {
  /// Rounded to microseconds.
  package var seconds: Double {
    (Double(components.seconds) * 1e6 + Double(components.attoseconds / 1_000_000_000_000)) / 1e6
  }
}
