import Cells

/// Edits a cell of any number of lines on a terminal: prompts in front of its lines, colours, completion, and keys that
/// know that there is more than one line.
final class CellEditor: CellInput, LineEditorClient {
  let editor: LineEditor
  let history: History
  let host: EditingHost
  private let isColoured: Bool

  var browser = HistoryBrowser()
  private var painter = LinePainter()
  private var prompt = Prompt(first: .empty, continuation: .empty)
  /// Lines below the text, until the next key.
  private var footer: [String] = []
  /// The answer to a question rather than a cell: Enter ends it.
  private(set) var isAnswer = false
  private var size = Terminal.size(.output)

  init(editor: LineEditor, history: History, isColoured: Bool, host: EditingHost) {
    self.editor = editor
    self.history = history
    self.isColoured = isColoured
    self.host = host
  }

  func readCell(_ prompt: Prompt) -> TypedCell { readCell(prompt, text: "") }

  /// - Parameter text: what is there to be edited.
  func readCell(_ prompt: Prompt, text: String) -> TypedCell {
    isAnswer = false
    let cell = edit(prompt, text)
    if case .text(let text) = cell, !host.keys.contains(text.withoutTrailingBlanks) {
      remember(text.withoutTrailingBlanks)
    }
    return cell
  }

  func readLine(_ question: String, answerAtEnd: String) -> String? {
    isAnswer = true
    switch edit(Prompt(first: StyledText(question), continuation: .empty), "") {
    case .text(let line): return line.withoutTrailingBlanks
    case .interrupted: return nil
    case .end, .signal: return answerAtEnd
    }
  }

  private func edit(_ prompt: Prompt, _ text: String) -> TypedCell {
    StandardStreams.flush()
    self.prompt = prompt
    browser = HistoryBrowser()
    painter = LinePainter()
    footer = []
    size = Terminal.size(.output)
    return editor.edit(text, history: history.entries, for: self)
  }

  private func remember(_ cell: String) {
    guard !cell.isEmpty else { return }
    if cell != history.entries.last { editor.remember(cell) }
    history.append(cell)
  }

  // MARK: - The screen

  func paint() { write(painter.paint(layout(), height: size.rows)) }

  func finish(_ text: String?) {
    footer = []
    let text = text ?? ""
    write(painter.finish(layout(of: text, cursor: text.utf8.count, message: nil)))
  }

  func startKey() { footer = [] }

  var hasKeys: Bool { !isAnswer && !host.keys.isEmpty }

  func isWhole(_ text: String) -> Bool { hasKeys && host.keys.contains(text) }

  func terminalWasResized() {
    size = Terminal.size(.output)
    write(painter.eraseFolded(columns: size.columns))
  }

  func terminalWasTaken() { painter.forget() }

  func clearScreen() {
    write("\u{1B}[H\u{1B}[2J")
    painter.forget()
  }

  /// Shows candidates below the text, as many as there is room for.
  func show(_ candidates: [String]) {
    let room = max(size.rows - layout().rows.count, 1)
    footer = CandidateTable(candidates, columns: size.columns).lines(atMost: room)
  }

  private func layout() -> LineLayout { layout(of: editor.text, cursor: editor.cursor, message: editor.message) }

  private func layout(of text: String, cursor: Int, message: String?) -> LineLayout {
    var layout = LineLayout(
      prompt: message.map { Prompt(first: StyledText($0), continuation: prompt.continuation) } ?? prompt, text: text,
      cursor: cursor, pieces: isColoured && !isAnswer && !host.isLine ? SyntaxColouring.pieces(of: text) : [],
      columns: size.columns)
    layout.append(footer)
    return layout
  }

  private func write(_ text: String) {
    StandardStreams.write(text)
    StandardStreams.flush()
  }
}
