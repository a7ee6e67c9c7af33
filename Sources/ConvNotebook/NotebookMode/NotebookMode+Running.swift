import Cells

extension NotebookMode {
  /// Runs the cell, shows what it gives, and goes on to the next cell.
  func step() throws(CommandFailure) -> Outcome {
    var hasAdvanced = false
    let outcome = try runOne { observer throws(SteppingError) in
      (_, hasAdvanced) = try notebook.runAndAdvance(observer)
    }
    guard outcome == .goesOn else { return outcome }
    if hasAdvanced {
      StandardStreams.write("\n")
      showFromHere()
    } else if notebook.position == notebook.parts.count - 1 {
      tell("This is the end of the notebook.")
    }
    return .goesOn
  }

  /// One cell, whose code is on the screen.
  func runOne(_ body: (RunObserver) throws(SteppingError) -> Void) throws(CommandFailure) -> Outcome {
    try tellingStale { () throws(CommandFailure) in
      try carryOut { () throws(SteppingError) in try body(observer(showsCells: false)) }
    }
    return showTraces()
  }

  /// Those that the cell gave or showed.
  private func showTraces() -> Outcome {
    guard case .signal(let signal) = traces.show(signals: signals) else { return .goesOn }
    return .leaves(128 + signal)
  }

  /// Several cells, each under its name; then where they stopped. No trace holds them up: their texts are there.
  func runSeveral(_ body: (RunObserver) throws(SteppingError) -> RunReport) throws(CommandFailure) {
    defer { traces.forgetAll() }
    let report = try carryOut { () throws(SteppingError) in try body(observer(showsCells: true)) }
    let count = "\(report.runs.count) of \(report.count) \(report.count == 1 ? "cell" : "cells") ran"
    guard let stop = report.stop else { return tell(count) }
    let reason =
      switch stop.result.ending {
      case .interrupted: "interrupted in cell \(stop.id)"
      case .limit(let limit): "cell \(stop.id) reached \(limit)"
      case .completed, .raised: "cell \(stop.id) failed"
      }
    throw CommandFailure("\(reason): \(count)")
  }

  func runStale() throws(CommandFailure) {
    guard !notebook.freshness.stale.isEmpty else { return tell("No cell is stale.") }
    try runSeveral { observer throws(SteppingError) in try notebook.runStale(observer) }
  }

  func restart() throws(CommandFailure) {
    if !notebook.variables.isEmpty {
      let answer = input.answer("Forget all values and start a new session (y/[n])? ", otherwise: isTyped ? "n" : "y")
      guard answer.hasPrefix("y") else { return tell("Nothing done.") }
    }
    restartSession()
    tell("A new session starts with the next cell.")
  }

  func restartSession() {
    notebook.restart()
    nextNumber = 1
  }

  /// Code that belongs to no cell.
  func attempt(_ code: String) throws(CommandFailure) -> Outcome {
    try tellingStale { () throws(CommandFailure) in
      let number = nextNumber
      let progress = makeProgress("try")
      let result = notebook.evaluate(code) { output in show(output, number: number, progress) }
      end(result, progress)
    }
    return showTraces()
  }

  // MARK: - Showing

  private func observer(showsCells: Bool) -> RunObserver {
    var progress: CellProgress?
    return RunObserver(
      start: { [self] cell, _, _ in
        if showsCells {
          display.startLine()
          screen.write(screen.runningLines(cell))
        }
        progress = makeProgress(cell.id)
      },
      output: { [self] _, output in show(output, number: nextNumber, progress) },
      end: { [self] run in end(run.result, progress) })
  }

  private func makeProgress(_ name: String) -> CellProgress? {
    guard !isPlain, let session = notebook.session as? Session else { return nil }
    return CellProgress(name, session.runningLoop)
  }

  private func show(_ output: CellOutput, number: Int, _ progress: CellProgress?) {
    progress?.interrupt()
    display.show(output, number: number)
    progress?.resume(isAtLineStart: display.isAtLineStart)
  }

  private func end(_ result: CellResult, _ progress: CellProgress?) {
    progress?.end()
    if let count = result.executionCount { nextNumber = count + 1 }
    // Control-C was meant for this cell, even where it came too late.
    while signals.next() != nil {}
    interruptRequest.clear()
    display.startLine()
  }
}
