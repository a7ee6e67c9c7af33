/// Runs all cells of a notebook in a fresh session and compares what they give with what is recorded.
package struct Replay {
  private let notebook: Notebook
  private let settings: ComparisonSettings

  /// - Parameter settings: from the command line; a cell's own come first, the front matter's last.
  package init(_ notebook: Notebook, settings: ComparisonSettings = ComparisonSettings()) {
    self.notebook = notebook
    self.settings = settings
  }

  package func comparison(for cell: Cell) -> Comparison {
    cell.comparison.filled(from: settings).filled(from: notebook.frontMatter.comparison).comparison
  }

  /// Runs every cell. After a cell that raises the others still run; after a limit or an interruption they do not.
  ///
  /// - Parameter onCell: called before each cell with its index and the number of cells.
  /// - Throws: `NotebookError.badPattern` before anything runs.
  package func run(
    with runner: any CellRunner, onCell: (_ index: Int, _ count: Int, Cell) -> Void = { _, _, _ in }
  ) throws(NotebookError) -> ReplayReport {
    let cells = notebook.cells
    try checkPatterns(cells)
    var reports: [CellReport] = []
    var stops = false
    for (index, cell) in cells.enumerated() {
      let comparison = comparison(for: cell)
      var report = CellReport(cell: cell, comparison: comparison)
      if !stops {
        onCell(index, cells.count, cell)
        let clock = ContinuousClock()
        let start = clock.now
        let result = runner.run(cell.code, name: cell.name, onOutput: { _ in })
        report.duration = clock.now - start
        report.outputs = RecordedOutput.record(result.outputs)
        report.status = try Replay.status(of: cell, result, report.outputs, comparison)
        switch result.ending {
        case .limit, .interrupted: stops = true
        case .completed, .raised: break
        }
      }
      reports.append(report)
    }
    return ReplayReport(cells: reports)
  }

  private func checkPatterns(_ cells: [Cell]) throws(NotebookError) {
    for cell in cells where comparison(for: cell).mode == .regex {
      for output in cell.recorded where output.kind != .figure {
        do {
          _ = try Comparison.pattern(output.text.withoutFinalNewline)
        } catch {
          throw .badPattern(problem: error.problem, line: output.line)
        }
      }
    }
  }

  private static func status(
    of cell: Cell, _ result: CellResult, _ outputs: [RecordedOutput], _ comparison: Comparison
  ) throws(NotebookError) -> CellStatus {
    switch result.ending {
    case .limit(let limit): return .limit(limit)
    case .interrupted: return .interrupted
    case .completed, .raised: break
    }
    let raised = result.raisedError
    if let expected = comparison.expectedError {
      if raised?.className == expected { return .matches }
      return .differs([
        OutputDifference(kind: .error, recorded: expected, actual: raised?.summary)
      ])
    }
    if let raised, !cell.recorded.contains(where: { $0.kind == .error }) {
      return .failed(raised, traceback: outputs.last { $0.kind == .error }?.text ?? raised.summary)
    }
    if cell.recorded.isEmpty, !outputs.isEmpty, comparison.mode != .ignore { return .unrecorded }
    let differences = try comparison.differences(recorded: cell.recorded, actual: outputs)
    return differences.isEmpty ? .matches : .differs(differences)
  }
}

extension CellResult {
  /// The exception that ended the cell.
  package var raisedError: RaisedError? {
    for case .error(let className, let message, _) in outputs.reversed() { return RaisedError(className, message) }
    return nil
  }
}
