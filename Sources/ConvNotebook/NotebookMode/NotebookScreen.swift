import Cells
import Prose

/// What is printed of an open notebook.
struct NotebookScreen {
  let notebook: OpenNotebook
  let isPlain: Bool
  /// What the user asked for; `nil` for the terminal's.
  var width: Int?

  var isColoured: Bool { !isPlain && Terminal.showsColours(.output) }

  func options(columns: Int? = nil) -> ViewOptions {
    ViewOptions(columns: width ?? columns ?? Terminal.columns(.output), isPlain: !isColoured)
  }

  /// - Parameter isWhole: with all of the output, however long.
  func lines(of index: Int, _ options: ViewOptions, isWhole: Bool = false) -> [StyledLine] {
    guard notebook.parts.indices.contains(index) else {
      return [StyledLine("The notebook is empty: b adds a cell, B prose, ? shows all commands.")]
    }
    switch notebook.parts[index] {
    case .markdown(let text): return ProseText.lines(ofMarkdown: text, options)
    case .raw(let text): return CodeText.plain(text)
    case .code(let cell):
      let view = CellView(header: header(of: cell), code: cell.code.withoutFinalNewline, outputs: outputs(of: cell))
      return view.lines(options, limit: isWhole ? nil : limit(for: cell))
    }
  }

  /// Leaves room for the code on the screen.
  private func limit(for cell: Cell) -> OutputView.Limit {
    let rows = Terminal.size(.output).rows - cell.code.utf8.count { $0 == 0x0A } - 5
    return OutputView.Limit(lines: max(rows, 8), hint: isPlain ? "output shows all" : "o shows all")
  }

  /// What the cell gave in this session, or else what is recorded.
  func outputs(of cell: Cell) -> [ExportedOutput] {
    notebook.runs[cell.id].map { ExportedOutput.outputs(of: $0.result.outputs) }
      ?? cell.recorded.map { ExportedOutput($0) }
  }

  func outputLines(of cell: Cell, _ options: ViewOptions) -> [StyledLine] {
    let lines = OutputView.lines(of: outputs(of: cell), options)
    return lines.isEmpty ? [StyledLine("The cell has no output.")] : lines
  }

  /// `conv-forward · 3/12 · stale: cell images (A) changed`
  func header(of cell: Cell) -> CellView.Header {
    let state = notebook.freshness[cell.id] ?? .neverRun
    return CellView.Header([
      CellView.Header.Part(cell.id), CellView.Header.Part(number(of: cell), .quiet),
      CellView.Header.Part(state.text, state.tone),
    ])
  }

  func number(of cell: Cell) -> String { "\(notebook.number(of: cell.id) ?? 0)/\(notebook.cells.count)" }

  /// The line over the output of one of several cells that run.
  func runningLines(_ cell: Cell) -> [StyledLine] {
    let header = CellView.Header([
      CellView.Header.Part(cell.id), CellView.Header.Part(number(of: cell), .quiet),
    ])
    return CellView(header: header, code: "").lines(options())
  }

  func prompt() -> Prompt {
    var name = StyledText("cell? ")
    switch notebook.part {
    case .code(let cell): name = styled(cell.id, "1;32") + styled(" [\(number(of: cell))]> ", "32")
    case .markdown, .raw: name = styled("prose> ", "32")
    case nil: name = styled("empty> ", "32")
    }
    return Prompt(first: name, continuation: .empty)
  }

  func editingPrompt() -> Prompt { Prompt(first: styled("edit> ", "32"), continuation: styled("....> ", "32")) }

  private func styled(_ text: String, _ style: String) -> StyledText {
    StyledText(text, style: isColoured ? style : nil)
  }

  func write(_ lines: [StyledLine]) { StandardStreams.write(lines.terminalText(isColoured: isColoured)) }
}

extension Freshness {
  var tone: SpanStyle.Tone {
    switch self {
    case .neverRun: .quiet
    case .fresh: .good
    case .stale: .warning
    }
  }
}
