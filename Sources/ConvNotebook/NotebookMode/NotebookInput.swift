import Cells

/// Where commands, code and answers come from in a notebook.
final class NotebookInput {
  private let notebook: OpenNotebook
  private let plain: PlainInput?
  private var commandEditor: CellEditor?
  private var cellEditor: CellEditor?
  private var lineEditor: CellEditor?
  private let isTyped: Bool
  /// What is being edited, for the journal; `nil` between edits.
  private(set) var draftName: String?
  var leftLine: (_ cell: String, _ text: String) -> Void = { _, _ in }

  /// What an editor gave back.
  enum Edited: Equatable {
    case text(String)
    case givenUp
    case signal(Int32)
  }

  /// No line that can be typed.
  private static let end = "\u{4}"

  init(notebook: OpenNotebook, signals: SignalPipe, isPlain: Bool, isTyped: Bool) {
    self.notebook = notebook
    self.isTyped = isTyped
    let history = History(path: isTyped ? History.defaultPath : nil)
    guard !isPlain, isTyped else {
      plain = PlainInput(
        signals: signals, history: history, isTyped: isTyped, isComplete: { Parser.isComplete($0) != .incomplete })
      return
    }
    plain = nil
    let editor = LineEditor(signals: signals)
    let isColoured = Terminal.showsColours(.output)
    var host = EditingHost(
      isComplete: { _ in true }, indentation: { _ in "" },
      completion: { [unowned notebook] text, cursor in
        NotebookCommand.completion(of: text, at: cursor, cells: notebook.cells.map(\.id)).addingFiles()
      })
    host.isLine = true
    var lineHost = host
    lineHost.completion = { _, cursor in Completion(range: cursor..<cursor) }
    host.keys = NotebookCommand.keys
    let cellHost = EditingHost(
      isComplete: { Parser.isComplete($0) != .incomplete }, indentation: Indentation.ofLine,
      completion: { [unowned notebook] text, cursor in
        let session = notebook.session as? Session
        return session?.completion(of: text, at: cursor).addingFiles() ?? Completion(range: cursor..<cursor)
      }, leftLine: { [unowned self] text in if let draftName { leftLine(draftName, text) } })
    commandEditor = CellEditor(editor: editor, history: History(path: nil), isColoured: isColoured, host: host)
    lineEditor = CellEditor(editor: editor, history: History(path: nil), isColoured: isColoured, host: lineHost)
    cellEditor = CellEditor(editor: editor, history: history, isColoured: isColoured, host: cellHost)
  }

  func readCommand(_ prompt: Prompt) -> TypedCell {
    if let commandEditor { return commandEditor.readCell(prompt) }
    guard let line = plain?.readLine(isTyped ? prompt.first.text : "", answerAtEnd: Self.end) else {
      return .interrupted
    }
    return line == Self.end ? .end : .text(line)
  }

  /// The answer to a question: where nobody types, or input ends, the one that changes nothing.
  func answer(_ question: String, otherwise: String, interrupted: String? = nil) -> String {
    guard isTyped else { return otherwise }
    var question = question
    // An editor has no room for a prompt that fills its line.
    if question.displayWidth + 16 > Terminal.columns(.output) {
      StandardStreams.write(question + "\n")
      question = "? "
    }
    let answer =
      commandEditor.map { $0.readLine(question, answerAtEnd: otherwise) }
      ?? plain?.readLine(question, answerAtEnd: otherwise)
    return answer?.withoutTrailingBlanks.lowercased() ?? interrupted ?? otherwise
  }

  /// Code of any number of lines.
  ///
  /// - Parameter name: what the journal calls it.
  func editCode(_ text: String, _ prompt: Prompt, name: String) -> Edited {
    draftName = name
    let typed = cellEditor.map { $0.readCell(prompt, text: text) } ?? plain?.readCell(prompt) ?? .end
    return edited(typed)
  }

  /// A line of prose.
  func editLine(_ text: String, _ prompt: Prompt, name: String) -> Edited {
    draftName = name
    if let lineEditor { return edited(lineEditor.readCell(prompt, text: text)) }
    return plain?.readLine(prompt.first.text, answerAtEnd: Self.end).map { $0 == Self.end ? .givenUp : .text($0) }
      ?? .givenUp
  }

  /// Whether text can be edited where it stands.
  var editsInPlace: Bool { cellEditor != nil }

  func endDraft() { draftName = nil }

  private func edited(_ typed: TypedCell) -> Edited {
    switch typed {
    case .text(let text): .text(text.withoutTrailingBlanks)
    case .interrupted, .end: .givenUp
    case .signal(let signal): .signal(signal)
    }
  }
}
