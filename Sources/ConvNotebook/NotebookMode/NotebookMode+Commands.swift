import Cells
import Prose

extension NotebookMode {
  func perform(_ command: NotebookCommand) throws(CommandFailure) -> Outcome {
    let argument = command.argument
    switch command.verb {
    case .step: return try step()
    case .run: return try runOne { observer throws(SteppingError) in _ = try notebook.runCurrent(observer) }
    case .runAll: try runSeveral { observer throws(SteppingError) in try notebook.runAll(observer) }
    case .runToHere: try runSeveral { observer throws(SteppingError) in try notebook.runToHere(observer) }
    case .runFromHere: try runSeveral { observer throws(SteppingError) in try notebook.runFromHere(observer) }
    case .runStale: try runStale()
    case .restart: try restart()
    case .restartAndRunAll:
      restartSession()
      try runSeveral { observer throws(SteppingError) in try notebook.runAll(observer) }
    case .restartAndRunToHere:
      restartSession()
      try runSeveral { observer throws(SteppingError) in try notebook.runToHere(observer) }

    case .next: try go { () throws(SteppingError) in try notebook.next() }
    case .previous: try go { () throws(SteppingError) in try notebook.previous() }
    case .first: try go { notebook.first() }
    case .last: try go { notebook.last() }
    case .goto: try go { () throws(SteppingError) in try notebook.go(to: argument) }
    case .find: try find(argument)

    case .edit: return try edit(isExternal: false)
    case .editor: return try edit(isExternal: true)
    case .above: return try addCell(argument, .above)
    case .below: return try addCell(argument, .below)
    case .proseAbove: return try addProse(argument, .above)
    case .proseBelow: return try addProse(argument, .below)
    case .delete: try change { () throws(SteppingError) in try notebook.delete() }
    case .undo: try change(undoing: "took back") { () throws(SteppingError) in try notebook.undo() }
    case .redo: try change(undoing: "made again") { () throws(SteppingError) in try notebook.redo() }
    case .moveUp: try change { () throws(SteppingError) in try notebook.move(.above) }
    case .moveDown: try change { () throws(SteppingError) in try notebook.move(.below) }
    case .split: try split(argument)
    case .merge: try change { () throws(SteppingError) in try notebook.merge() }
    case .clear: try change { () throws(SteppingError) in try notebook.clearOutput() }
    case .clearAll: try change { () throws(SteppingError) in try notebook.clearAllOutputs() }

    case .show:
      return page { [self] in screen.lines(of: notebook.position, screen.options(columns: $0), isWhole: true) }
    case .showAll: return page { [self] in wholeLines(columns: $0) }
    case .output:
      let cell = try carryOut { () throws(SteppingError) in try notebook.currentCell }
      return page { [self] in screen.outputLines(of: cell, screen.options(columns: $0)) }
    case .fold: try fold(argument)
    case .setWidth: try setWidth(argument)
    case .cells: return page { [self] in screen.cellLines(isStaleOnly: false, screen.options(columns: $0)) }
    case .stale:
      if notebook.freshness.stale.isEmpty {
        tell("No cell is stale.")
        return .goesOn
      }
      return page { [self] in screen.cellLines(isStaleOnly: true, screen.options(columns: $0)) }
    case .variables: return page { [self] in screen.variableLines(screen.options(columns: $0)) }
    case .compare: try compare()
    case .compareAll: try compareAll()
    case .attempt: return try attempt(argument)

    case .save: try save()
    case .saveAs: try save(as: argument)
    case .reload: try reload()
    case .help: return page { [self] in screen.helpLines(screen.options(columns: $0), hasKeys: input.editsInPlace) }
    case .quit: return leave(atEnd: false)
    }
    return .goesOn
  }

  // MARK: - Places

  private func go(_ body: () throws(SteppingError) -> Void) throws(CommandFailure) {
    try carryOut(body)
    showCurrent()
  }

  private func find(_ text: String) throws(CommandFailure) {
    if !text.isEmpty { lastSearch = text }
    guard !lastSearch.isEmpty else { throw CommandFailure("'find' needs a text behind it: find pad") }
    let found = try carryOut { () throws(SteppingError) in try notebook.find(lastSearch) }
    showCurrent()
    let place =
      switch found.kind {
      case .prose: "prose"
      case .code: "code, line \(found.line)"
      case .output: "output, line \(found.line)"
      }
    tell(
      "found in \(place): \(found.text.withoutBlanksAround.visible)\(found.isWrapped ? " (from the start again)" : "")")
  }

  private func wholeLines(columns: Int) -> [StyledLine] {
    notebook.parts.indices.reduce(into: []) { lines, index in
      if index > 0 { lines.append(StyledLine()) }
      lines += screen.lines(of: index, screen.options(columns: columns), isWhole: true)
    }
  }

  // MARK: - Looking at values

  private func fold(_ argument: String) throws(CommandFailure) {
    let columns = screen.options().columns
    let width = argument.isEmpty ? columns : Int(argument) ?? 0
    guard width > 0 else { throw CommandFailure("a width is a number of columns, as in 'fold 60'") }
    let cell = try carryOut { () throws(SteppingError) in try notebook.currentCell }
    guard let count = notebook.runs[cell.id]?.result.executionCount, let session = notebook.currentSession as? Session
    else { throw CommandFailure("cell \(cell.id) has not run in this session; run it first") }
    switch session.foldedOutput(count, lineWidth: width) {
    case .text(let text): tell(text)
    case .failed(let error): throw CommandFailure(error)
    case nil: throw CommandFailure("cell \(cell.id) showed no value; 'fold' is about the value of a last line")
    }
  }

  private func setWidth(_ argument: String) throws(CommandFailure) {
    if argument == "auto" {
      screen.width = nil
    } else {
      guard let width = Int(argument), width >= ViewOptions.fewestColumns else {
        throw CommandFailure("a width is a number from \(ViewOptions.fewestColumns) on, or auto")
      }
      screen.width = width
    }
    showCurrent()
  }

  private func compare() throws(CommandFailure) {
    let report = try carryOut { () throws(SteppingError) in try notebook.compare(notebook.currentCell.id) }
    let lines = report.lines(isColoured: screen.isColoured)
    tell(lines.isEmpty ? "cell \(report.id) matches what the file has recorded" : lines.joined(separator: "\n"))
  }

  private func compareAll() throws(CommandFailure) {
    let report = try carryOut { () throws(SteppingError) in try notebook.compareAll() }
    for cell in report.cells {
      let lines = cell.lines(isColoured: screen.isColoured)
      if !lines.isEmpty { tell(lines.joined(separator: "\n") + "\n") }
    }
    tell(report.summary)
  }
}
