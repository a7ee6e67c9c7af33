import ArgumentParser
import Cells

extension CompletionKind {
  /// The cells of the notebook that the command line names.
  static let cellIDs = CompletionKind.custom { words, _, prefix in
    for word in words where !word.hasPrefix("-") {
      guard word.hasSuffix(".cnb") || word.hasSuffix(".ipynb"), let notebook = try? readNotebook(word) else { continue }
      return notebook.cells.map(\.id).filter { $0.hasPrefix(prefix) }
    }
    return []
  }

  static let comparisons = CompletionKind.list(Comparison.Mode.allCases.map(\.rawValue))
  static let durations = CompletionKind.list(["500ms", "10s", "1m", "1h"])
}
