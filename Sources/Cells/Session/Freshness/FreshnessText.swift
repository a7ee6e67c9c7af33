extension Freshness {
  /// For people, in one line: `fresh`, `never run`, `stale: cell conv-forward (A_prev, W) changed`.
  package var text: String {
    switch self {
    case .neverRun: "never run"
    case .fresh: "fresh"
    case .stale(let reasons): "stale: " + Self.text(of: reasons)
    }
  }

  /// Cells to which the same happened stand together.
  private static func text(of reasons: [StaleReason]) -> String {
    var parts: [String] = []
    var sources: [SourceChange: [String]] = [:]
    var typed: String?
    for reason in reasons {
      switch reason {
      case .edited: parts.append("its code changed")
      case .failed(.interrupted): parts.append("it was interrupted")
      case .failed(.limit(let limit)): parts.append("it reached \(limit)")
      case .failed: parts.append("it failed")
      case .prompt(let names): typed = "\(list(names)) \(names.count == 1 ? "was" : "were") set at the prompt"
      case .source(let cell, let names, let change):
        sources[change, default: []].append("\(cell) (\(list(names)))")
      }
    }
    for change in SourceChange.allCases {
      guard let cells = sources[change] else { continue }
      parts.append("\(cells.count == 1 ? "cell" : "cells") \(list(cells)) \(change.words(isOne: cells.count == 1))")
    }
    return (parts + [typed].compactMap { $0 }).joined(separator: "; ")
  }

  /// `a, b, c and 4 more`
  private static func list(_ items: [String]) -> String {
    let shown = items.map { $0 == CellNames.Shared.everything ? "import *" : $0 }
    return shown.count <= 4
      ? shown.joined(separator: ", ") : shown.prefix(3).joined(separator: ", ") + " and \(shown.count - 3) more"
  }
}

extension SourceChange {
  fileprivate func words(isOne: Bool) -> String {
    switch self {
    case .changed: "changed"
    case .ranAgain: isOne ? "was run again" : "were run again"
    case .ranAfter: "ran after it"
    case .failed: "failed"
    case .stale: isOne ? "is stale" : "are stale"
    case .deleted: isOne ? "was deleted" : "were deleted"
    }
  }
}
