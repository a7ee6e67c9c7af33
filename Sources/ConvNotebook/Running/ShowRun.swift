import Cells
import Drawing
import Prose

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `cnb show`
struct ShowRun: Sendable {
  let file: String
  let cell: String?
  let width: Int?
  let isPlain: Bool
  let pages: Bool
  let graphics: GraphicsForm?

  private static let unreadable: Int32 = 4

  /// The exit code.
  func run() throws(CommandFailure) -> Int32 {
    let notebook = try readExported()
    var shown: (ExportedCell, number: Int)?
    if let cell {
      guard let found = notebook.cell(named: cell) else {
        throw CommandFailure("\(file) has no cell '\(cell.visible)'; 'cnb show' without --cell shows what there is")
      }
      shown = found
    }
    let isColoured = !isPlain && Terminal.showsColours(.output)
    let lines = { (columns: Int) in
      let options = ViewOptions(columns: width ?? columns, isPlain: !isColoured)
      if let (cell, number) = shown { return NotebookView.lines(of: cell, number: number, options) }
      return NotebookView.lines(notebook, options)
    }
    if pages, let signals = SignalPipe() {
      signals.take(SIGINT)
      if case .signal(let signal) = Paging(signals: signals, isPlain: isPlain).show(lines) { return 128 + signal }
    } else if !pages, FigureScreen.wantsPictures(graphics ?? (isPlain ? GraphicsForm.none : nil)), notebook.hasPictures
    {
      showPictures(notebook, shown, isColoured: isColoured)
    } else {
      StandardStreams.write(lines(Terminal.columns(.output)).terminalText(isColoured: isColoured))
    }
    return 0
  }

  /// Part by part, the pictures of a cell behind its lines.
  private func showPictures(
    _ notebook: ExportedNotebook, _ only: (ExportedCell, number: Int)?, isColoured: Bool
  ) {
    let options = ViewOptions(columns: width ?? Terminal.columns(.output), isPlain: !isColoured)
    let screen = FigureScreen(graphics)
    func write(_ lines: [StyledLine]) { StandardStreams.write(lines.terminalText(isColoured: isColoured)) }
    func write(_ cell: ExportedCell, _ number: Int) {
      write(NotebookView.lines(of: cell, number: number, options))
      for picture in cell.outputs.compactMap(\.data?.picture) where picture.format == .png {
        guard let sketch = Sketch(png: picture.bytes) else { continue }
        StandardStreams.write(screen.text(of: sketch, words: ""))
      }
    }
    if let (cell, number) = only {
      write(cell, number)
      return screen.close()
    }
    var number = 0
    for (index, part) in notebook.parts.enumerated() {
      if index > 0 { write([StyledLine()]) }
      if case .cell(let cell) = part {
        number += 1
        write(cell, number)
      } else {
        write(NotebookView.lines(ExportedNotebook(title: index == 0 ? notebook.title : nil, parts: [part]), options))
      }
    }
    screen.close()
  }

  private func readExported() throws(CommandFailure) -> ExportedNotebook {
    do throws(CommandFailure) {
      let document = try readNotebook(file)
      do throws(NotebookError) {
        return try ExportedNotebook(document)
      } catch {
        throw CommandFailure(error.message(file: file))
      }
    } catch {
      throw CommandFailure(error.message, status: Self.unreadable)
    }
  }
}

extension ExportedNotebook {
  fileprivate var hasPictures: Bool {
    parts.contains { part in
      guard case .cell(let cell) = part else { return false }
      return cell.outputs.contains { $0.data?.picture?.format == .png }
    }
  }

  /// A cell of code by its id, or by its number from 1 on where no id is the same.
  fileprivate func cell(named name: String) -> (ExportedCell, number: Int)? {
    var cells: [(ExportedCell, number: Int)] = []
    for case .cell(let cell) in parts { cells.append((cell, cells.count + 1)) }
    if let found = cells.first(where: { $0.0.id == name }) { return found }
    return cells.first { String($0.number) == name }
  }
}
