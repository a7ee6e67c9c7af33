/// Runs all cells of a notebook in a fresh session and compares what they give with what is recorded.
package struct Replay {
  private let notebook: any NotebookDocument
  private let file: String
  private let settings: ComparisonSettings
  /// The style that the runner prints in.
  package let printStyle: PrintStyleDecision

  /// - Parameters:
  ///   - file: the notebook's name in tracebacks.
  ///   - settings: from the command line; a cell's own come first, the notebook's last.
  ///   - printStyle: from the command line; otherwise the notebook's own.
  package init(
    _ notebook: any NotebookDocument, file: String, settings: ComparisonSettings = ComparisonSettings(),
    printStyle: PrintStyleChoice? = nil
  ) {
    self.notebook = notebook
    self.file = file
    self.settings = settings
    self.printStyle = PrintStyleDecision(
      printStyle ?? notebook.printStyle, for: notebook.cells, pythonVersion: notebook.pythonVersion)
  }

  package func comparison(for cell: Cell) -> Comparison {
    cell.comparison.filled(from: settings).filled(from: notebook.comparison).comparison
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
      guard !stops else {
        reports.append(CellReport(cell: cell, comparison: comparison))
        continue
      }
      onCell(index, cells.count, cell)
      let clock = ContinuousClock()
      let start = clock.now
      let result = runner.run(cell.code, name: cell.name(in: file), onOutput: { _ in })
      let duration = clock.now - start
      reports.append(try CellReport(of: cell, result, comparison, duration: duration))
      switch result.ending {
      case .limit, .interrupted: stops = true
      case .completed, .raised: break
      }
    }
    return ReplayReport(printStyle: printStyle, cells: reports)
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
}

extension CellReport {
  /// What a run of the cell gave, held against its recorded outputs.
  ///
  /// - Throws: `NotebookError.badPattern`.
  package init(
    of cell: Cell, _ result: CellResult, _ comparison: Comparison, duration: Duration
  ) throws(NotebookError) {
    self.init(cell: cell, comparison: comparison)
    self.duration = duration
    self.result = result
    (status, rules) = try CellReport.status(of: cell, result, outputs, comparison)
  }

  private static func status(
    of cell: Cell, _ result: CellResult, _ outputs: [RecordedOutput], _ comparison: Comparison
  ) throws(NotebookError) -> (CellStatus, Set<ComparisonRule>) {
    switch result.ending {
    case .limit(let limit): return (.limit("\(limit)"), [])
    case .interrupted: return (.interrupted, [])
    case .completed, .raised: break
    }
    let raised = result.raisedError
    if let expected = comparison.expectedError {
      if raised?.className == expected { return (.matches, []) }
      return (.differs([OutputDifference(kind: .error, recorded: expected, actual: raised?.summary)]), [])
    }
    if let raised, !cell.recorded.contains(where: { $0.kind == .error }) {
      return (.failed(raised, traceback: outputs.last { $0.kind == .error }?.text ?? raised.summary), [])
    }
    if cell.recorded.isEmpty, !outputs.isEmpty, comparison.mode != .ignore { return (.unrecorded, []) }
    let result = try comparison.compare(recorded: cell.recorded, actual: outputs)
    return result.differences.isEmpty ? (.matches, result.rules) : (.differs(result.differences), [])
  }
}

extension CellResult {
  /// The exception that ended the cell.
  package var raisedError: RaisedError? {
    for case .error(let className, let message, _) in outputs.reversed() { return RaisedError(className, message) }
    return nil
  }
}
