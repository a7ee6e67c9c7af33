import Cells

/// `cnb run FILE.cnb`: the cells one after another.
struct NotebookRun {
  let file: String
  /// The last cell to run; all where it is `nil`.
  let lastCell: String?
  let allowsErrors: Bool
  /// Where to write the notebook with its new outputs.
  let output: String?
  let options: SessionOptions
  let printStyle: SessionOptions.PrintStyle?

  /// The exit code.
  func run() throws(CommandFailure) -> Int32 {
    var notebook = try readNotebook(file)
    var cells = notebook.cells[...]
    if let lastCell {
      guard let index = cells.firstIndex(where: { $0.id == lastCell }) else {
        throw CommandFailure(
          "\(file) has no cell '\(lastCell)'; its cells are \(cells.map(\.id).joined(separator: ", "))")
      }
      cells = cells[...index]
    }
    var options = options
    options.printStyle = printStyle ?? notebook.frontMatter.printStyle ?? .numpy126
    let session = makeSession(options)
    notebook.writeMissingIDs()
    var status: Int32 = 0
    for cell in cells where status == 0 {
      let display = CellDisplay()
      let result = session.run(cell.code, name: cell.name, onOutput: display.show)
      StandardStreams.flush()
      if result.ending != .interrupted { notebook.record(RecordedOutput.record(result.outputs), for: cell.id) }
      switch result.ending {
      case .completed: break
      case .raised: if !allowsErrors, !isExpected(result.raisedError, in: cell) { status = 1 }
      case .limit(let limit): status = CommandFailure("\(file): cell \(cell.id) reached \(limit)", status: 3).report()
      case .interrupted: status = 130
      }
    }
    if let output, status != 130 { try writeFile(notebook.source, to: output) }
    return status
  }

  /// A cell that says which error it ends in does not stop the run.
  private func isExpected(_ error: RaisedError?, in cell: Cell) -> Bool {
    error != nil && cell.comparison.expectedError == error?.className
  }
}

/// Prints a cell's outputs as a terminal shows them: each but standard output on lines of its own.
private final class CellDisplay {
  private var isAtLineStart = true

  func show(_ output: CellOutput) {
    switch output {
    case .stdout(let text):
      StandardStreams.write(text)
      if let last = text.utf8.last { isAtLineStart = last == 0x0A }
    case .stderr(let text): StandardStreams.writeError(text)
    case .value(let text): writeLine(text)
    case .figure(let width, let height, _): writeLine("<Figure size \(width)x\(height)>")
    case .error(_, _, let traceback): StandardStreams.writeError(traceback.endingInNewline)
    }
  }

  private func writeLine(_ text: String) {
    StandardStreams.write((isAtLineStart ? "" : "\n") + text + "\n")
    isAtLineStart = true
  }
}
