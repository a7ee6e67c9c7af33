extension OpenNotebook {
  /// Runs the current cell and goes on to the next part, unless the cell failed. Prose is passed over.
  ///
  /// - Returns: `nil` for prose; and whether there was a next part.
  package func runAndAdvance(_ observer: RunObserver) throws(SteppingError) -> (run: CellRun?, hasAdvanced: Bool) {
    guard let part else { throw .noCells }
    var run: CellRun?
    if let cell = part.cell { run = self.run([cell], observer).runs.last }
    guard !(run?.isFailed ?? false), position + 1 < parts.count else { return (run, false) }
    position += 1
    return (run, true)
  }

  package func runCurrent(_ observer: RunObserver) throws(SteppingError) -> CellRun {
    guard let run = run([try currentCell], observer).runs.last else { throw .noCells }
    return run
  }

  /// Runs all cells, the first that fails the last.
  package func runAll(_ observer: RunObserver) throws(SteppingError) -> RunReport {
    try runParts(parts.indices, observer)
  }

  /// Runs the cells from the first to the current one.
  package func runToHere(_ observer: RunObserver) throws(SteppingError) -> RunReport {
    try runParts(0..<min(position + 1, parts.count), observer)
  }

  package func runFromHere(_ observer: RunObserver) throws(SteppingError) -> RunReport {
    try runParts(min(position, parts.count)..<parts.count, observer)
  }

  /// Runs the cells that are stale, in order.
  package func runStale(_ observer: RunObserver) throws(SteppingError) -> RunReport {
    let ids = Set(freshness.cells.filter { if case .stale = $0.freshness { true } else { false } }.map(\.id))
    return run(cells.filter { ids.contains($0.id) }, observer)
  }

  package var currentCell: Cell {
    get throws(SteppingError) {
      guard let part else { throw .noCells }
      guard let cell = part.cell else { throw .prose }
      return cell
    }
  }

  private func runParts(_ range: Range<Int>, _ observer: RunObserver) throws(SteppingError) -> RunReport {
    let cells = parts[range].compactMap(\.cell)
    guard !cells.isEmpty else { throw .noCells }
    return run(cells, observer)
  }

  /// Runs cells up to the first that fails, is interrupted or reaches a limit. Where that happens the place is there.
  private func run(_ cells: [Cell], _ observer: RunObserver) -> RunReport {
    var report = RunReport(count: cells.count)
    for (index, cell) in cells.enumerated() {
      observer.start(cell, index, cells.count)
      let run = run(cell, observer)
      report.runs.append(run)
      observer.end(run)
      if run.isFailed {
        position = partIndex(of: cell.id) ?? position
        break
      }
    }
    return report
  }

  private func run(_ cell: Cell, _ observer: RunObserver) -> CellRun {
    let clock = ContinuousClock()
    let start = clock.now
    let result = session.run(cell.code, name: cell.name(in: file)) { observer.output(cell, $0) }
    let isExpected = cell.expects(result.raisedError)
    let run = CellRun(
      id: cell.id, code: cell.code, result: result, duration: clock.now - start, isExpected: isExpected)
    history.add(cell: cell.id, code: cell.code, ending: result.ending, isExpected: isExpected)
    runs[cell.id] = run
    record(run)
    changed("run \(cell.id)")
    return run
  }

  /// Puts a run's outputs into the notebook. Those of a cell that was stopped are not evidence.
  func record(_ run: CellRun) {
    guard run.result.ending != .interrupted else { return }
    let current = part?.cell?.id
    notebook.writeMissingIDs()
    notebook.record(run.result.outputs, executionCount: run.result.executionCount, for: run.id)
    // Outputs that go or come can part prose or join it.
    position = current.flatMap { partIndex(of: $0) } ?? max(0, min(position, parts.count - 1))
  }

  /// Runs code that belongs to no cell, on the same values. Nothing of it is recorded.
  package func evaluate(_ code: String, onOutput: (CellOutput) -> Void) -> CellResult {
    let result = session.run(code.endingInNewline, name: "prompt", onOutput: onOutput)
    history.add(cell: nil, code: code, ending: result.ending)
    return result
  }

  /// Holds what a cell gave in this session against what the file had recorded when it was read or saved.
  package func compare(_ id: String) throws(SteppingError) -> CellReport {
    guard let run = runs[id], let cell = cells.first(where: { $0.id == id }) else { throw .hasNotRun(id) }
    var recorded = cell
    recorded.recorded = saved.notebook.cells.first { $0.id == id }?.recorded ?? []
    let comparison = cell.comparison.filled(from: notebook.comparison).comparison
    do {
      return try CellReport(of: recorded, run.result, comparison, duration: run.duration)
    } catch {
      throw .notebook(error)
    }
  }

  /// Of all cells that ran in this session.
  package func compareAll() throws(SteppingError) -> ReplayReport {
    let ids = cells.map(\.id).filter { runs[$0] != nil }
    guard !ids.isEmpty else { throw .nothingHasRun }
    var reports: [CellReport] = []
    for id in ids { reports.append(try compare(id)) }
    return ReplayReport(printStyle: printStyle, cells: reports)
  }
}
