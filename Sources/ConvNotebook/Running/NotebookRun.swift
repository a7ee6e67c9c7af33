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
  let printStyle: PrintStyleChoice?

  /// The exit code.
  func run() throws(CommandFailure) -> Int32 {
    var notebook = try readRunnableNotebook(file)
    var cells = notebook.cells[...]
    if let lastCell {
      guard let index = cells.firstIndex(where: { $0.id == lastCell }) else {
        throw CommandFailure(
          "\(file) has no cell '\(lastCell)'; its cells are \(cells.map(\.id).joined(separator: ", "))")
      }
      cells = cells[...index]
    }
    var options = options
    let decision = PrintStyleDecision(
      printStyle ?? notebook.printStyle, for: notebook.cells, pythonVersion: notebook.pythonVersion)
    options.printStyle = decision.style
    options.vintage = decision.vintage
    let session = makeSession(options)
    notebook.writeMissingIDs()
    var status: Int32 = 0
    for cell in cells where status == 0 {
      let display = CellDisplay()
      let result = session.run(cell.code, name: cell.name(in: baseName(of: file)), onOutput: display.show)
      StandardStreams.flush()
      if result.ending != .interrupted {
        notebook.record(result.outputs, executionCount: result.executionCount, for: cell.id)
      }
      switch result.ending {
      case .completed: break
      case .raised: if !allowsErrors, !cell.expects(result.raisedError) { status = 1 }
      case .limit(let limit): status = CommandFailure("\(file): cell \(cell.id) reached \(limit)", status: 3).report()
      case .interrupted: status = 130
      }
    }
    if let output, status != 130 { try write(notebook, to: output) }
    return status
  }

  /// In the format that the file's name says, or else in the notebook's own.
  private func write(_ notebook: any NotebookDocument, to output: String) throws(CommandFailure) {
    let source = notebook.source
    let bytes: [UInt8]
    do throws(NotebookError) {
      bytes = try notebook.converted(to: NotebookFormat(fileName: output, contents: source)).source
    } catch {
      throw CommandFailure(error.message(file: file))
    }
    try writeFile(bytes, to: output)
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
    case .value(let text), .display(let text): writeLine(text)
    case .figure(let figure): writeLine(figure.representation)
    case .error(_, _, let traceback):
      let shown = Terminal.showsColours(.error) ? traceback : traceback.withoutColours
      StandardStreams.writeError(shown.endingInNewline)
    }
  }

  private func writeLine(_ text: String) {
    StandardStreams.write((isAtLineStart ? "" : "\n") + text + "\n")
    isAtLineStart = true
  }
}
