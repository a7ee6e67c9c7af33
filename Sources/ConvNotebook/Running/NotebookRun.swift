import Cells
import Drawing

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
  let graphics: GraphicsForm?

  /// The exit code.
  func run() throws(CommandFailure) -> Int32 {
    var notebook = try readRunnableNotebook(file)
    let missing = missingFiles(of: notebook, file)
    if !missing.isEmpty {
      throw CommandFailure("\(file): not run: \(ReplayedFile.absence(of: missing)); its text says more")
    }
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
    let figures = FigureScreen(graphics)
    var pictured: [String: CellResult] = [:]
    for cell in cells where status == 0 {
      let display = CellDisplay(figures)
      let result = session.run(cell.code, name: cell.name(in: baseName(of: file)), onOutput: display.show)
      StandardStreams.flush()
      if result.ending != .interrupted {
        notebook.record(result.outputs, executionCount: result.executionCount, for: cell.id)
        if result.outputs.contains(where: { if case .figure = $0 { true } else { false } }) {
          pictured[cell.id] = result
        }
      }
      switch result.ending {
      case .completed: break
      case .raised: if !allowsErrors, !cell.expects(result.raisedError) { status = 1 }
      case .limit(let limit): status = CommandFailure("\(file): cell \(cell.id) reached \(limit)", status: 3).report()
      case .interrupted: status = 130
      }
    }
    figures.close()
    if let output, status != 130 { try write(notebook, pictured, to: output) }
    return status
  }

  /// In the format that the file's name says, or else in the notebook's own.
  ///
  /// - Parameter pictured: what cells with figures gave, by their ids: a `.cnb` notebook has no pictures, and what it is
  ///   converted to gets them here.
  private func write(
    _ notebook: any NotebookDocument, _ pictured: [String: CellResult], to output: String
  ) throws(CommandFailure) {
    let target = ConversionTarget(fileName: output)
    let isPage = target == .html || target == .md
    let format = isPage ? .ipynb : NotebookFormat(fileName: output, contents: notebook.source)
    if format == .ipynb, !pictured.isEmpty, !Sketch.isDrawable {
      StandardStreams.writeForeignError("cnb: \(output) has its figures in words: \(PictureError.noCairo.message)\n")
    }
    let conversion: Conversion
    do throws(NotebookError) {
      var converted = try notebook.converted(to: format)
      if format == .ipynb, !(notebook is JupyterNotebook) {
        // Without counts, which the other cells have not got from a `.cnb` notebook either.
        for (id, result) in pictured { converted.record(result.outputs, executionCount: nil, for: id) }
      }
      if isPage, let target {
        conversion = try target.conversion(of: converted, input: file, output: output)
      } else {
        conversion = Conversion(bytes: converted.source)
      }
    } catch {
      throw CommandFailure(error.message(file: file))
    }
    try writeConversion(conversion, to: output)
  }
}

/// Prints a cell's outputs as a terminal shows them: each but standard output on lines of its own.
private final class CellDisplay {
  private var isAtLineStart = true
  private let figures: FigureScreen

  init(_ figures: FigureScreen) { self.figures = figures }

  func show(_ output: CellOutput) {
    switch output {
    case .stdout(let text):
      StandardStreams.writeForeign(text)
      if let last = text.utf8.last { isAtLineStart = last == 0x0A }
    case .stderr(let text): StandardStreams.writeForeignError(text)
    case .value(let text), .display(let text): writeLine(text)
    case .figure(let figure):
      if !isAtLineStart { StandardStreams.write("\n") }
      StandardStreams.write(figures.text(of: figure))
      isAtLineStart = true
    case .error(_, _, let traceback):
      let shown = Terminal.showsColours(.error) ? traceback : traceback.withoutColours
      StandardStreams.writeForeignError(shown.endingInNewline)
    }
  }

  private func writeLine(_ text: String) {
    StandardStreams.writeForeign((isAtLineStart ? "" : "\n") + text + "\n")
    isAtLineStart = true
  }
}
