/// Runs cells and tells what they left behind.
package protocol NotebookSession: CellRunner {
  /// Names that cells gave, sorted.
  var variables: [Variable] { get }
}

/// A name that cells gave and what it holds, in a line.
package struct Variable: Sendable, Equatable {
  package let name: String
  /// Its type's name.
  package let type: String
  /// An array's shape and element type, a function's parameters, or the start of the value's text.
  package let summary: String
}

/// One run of a cell in this session.
package struct CellRun: Sendable {
  package let id: String
  package let code: String
  package let result: CellResult
  package let duration: Duration
  /// Whether it ended as the cell says that it has to.
  package let isExpected: Bool

  package var isFailed: Bool { result.isFailed && !isExpected }
}

/// What running several cells came to.
package struct RunReport: Sendable {
  package internal(set) var runs: [CellRun] = []
  /// How many cells were to run.
  package let count: Int

  /// The cell that stopped the others: it failed, reached a limit or was interrupted.
  package var stop: CellRun? { runs.last.flatMap { $0.isFailed ? $0 : nil } }
}

/// What a host shows while cells run.
package struct RunObserver {
  /// Before each cell: its index among those that run, and their number.
  package var start: (Cell, _ index: Int, _ count: Int) -> Void
  /// Each output as it comes.
  package var output: (Cell, CellOutput) -> Void
  package var end: (CellRun) -> Void

  package init(
    start: @escaping (Cell, _ index: Int, _ count: Int) -> Void = { _, _, _ in },
    output: @escaping (Cell, CellOutput) -> Void = { _, _ in }, end: @escaping (CellRun) -> Void = { _ in }
  ) {
    self.start = start
    self.output = output
    self.end = end
  }
}
