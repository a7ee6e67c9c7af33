import Cells
import Prose

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `cnb FILE`: shows where the reader is, reads a command, carries it out, and again.
final class NotebookMode {
  let file: NotebookFile
  let notebook: OpenNotebook
  let input: NotebookInput
  let display: OutputDisplay
  let signals: SignalPipe
  let traces: TraceRequests
  var screen: NotebookScreen
  /// Whether somebody types, rather than a pipe.
  let isTyped: Bool
  let isPlain: Bool
  /// Of the cell that runs next in this session, for `Out[3]`.
  var nextNumber = 1
  var lastSearch = ""
  private var hasToldStale = false
  /// Where nobody types: whether a command could not be carried out.
  private var hasFailed = false
  private let opening: NotebookFile.Opening

  /// What a command leads to.
  enum Outcome: Equatable {
    case goesOn
    case leaves(Int32)
  }

  /// - Parameter traces: what the session's options hand traces to.
  init(
    _ opening: NotebookFile.Opening, signals: SignalPipe, isPlain: Bool, isTyped: Bool, graphics: GraphicsForm?,
    traces: TraceRequests
  ) {
    self.opening = opening
    self.traces = traces
    (file, notebook) = (opening.file, opening.notebook)
    (self.signals, self.isPlain, self.isTyped) = (signals, isPlain, isTyped)
    display = OutputDisplay(isPlain: isPlain, graphics: graphics)
    screen = NotebookScreen(notebook: notebook, isPlain: isPlain)
    input = NotebookInput(notebook: notebook, signals: signals, isPlain: isPlain, isTyped: isTyped)
    notebook.onChange = { [unowned self] _ in recordChange() }
    input.leftLine = { [unowned self] cell, text in warn(file.journal.draft(cell, text)) }
  }

  /// The exit code.
  func run() -> Int32 {
    signals.take(SIGINT)
    for warning in opening.warnings { say(warning) }
    if let recovery = opening.recovery, !offer(recovery) {
      file.journal.close()
      return 0
    }
    if file.isNew { StandardStreams.writeForeign("\(file.path) is new: it is made when you save.\n") }
    if isTyped { showFromHere() }
    while true {
      display.startLine()
      switch input.readCommand(screen.prompt()) {
      case .text(let line):
        if case .leaves(let status) = perform(line) { return end(status) }
      case .interrupted: continue
      case .end:
        if case .leaves(let status) = leave(atEnd: true) { return end(status) }
      case .signal(let signal): return end(128 + signal)
      }
    }
  }

  /// What was not saved stays in the journal, unless it was given up.
  private func end(_ status: Int32) -> Int32 {
    file.journal.close()
    return status == 0 && hasFailed && !isTyped ? 1 : status
  }

  private func perform(_ line: String) -> Outcome {
    do throws(CommandFailure) {
      let line = line.withoutLineEnd
      if !isTyped, line.hasPrefix("#") || line.withoutTrailingBlanks.isEmpty { return .goesOn }
      return try perform(NotebookCommand(line == " " ? line : line.withoutTrailingBlanks))
    } catch {
      hasFailed = true
      say(error.message)
      return .goesOn
    }
  }

  // MARK: - Saying

  /// What the user has to know.
  func say(_ text: String) {
    display.startLine()
    StandardStreams.writeForeignError("\(text)\n")
  }

  func tell(_ text: String) {
    display.startLine()
    StandardStreams.writeForeign("\(text)\n")
  }

  func warn(_ warning: JournalWarning?) { if let warning { say(warning.message) } }

  func showCurrent() { screen.write(screen.lines(of: notebook.position, screen.options())) }

  /// The current part, and where that is prose, all up to the next cell, which is the current one then.
  func showFromHere() {
    showCurrent()
    while notebook.part != nil, notebook.part?.cell == nil, (try? notebook.next()) != nil {
      StandardStreams.write("\n")
      showCurrent()
    }
  }

  func page(_ lines: @escaping (Int) -> [StyledLine]) -> Outcome {
    StandardStreams.flush()
    guard case .signal(let signal) = Paging(signals: signals, isPlain: isPlain || !isTyped).show(lines) else {
      return .goesOn
    }
    return .leaves(128 + signal)
  }

  private func recordChange() {
    // What cannot be written in its own version is kept in the one that it is saved in.
    guard let bytes = try? notebook.bytes(as: notebook.format) else { return }
    warn(file.journal.record(bytes, label: notebook.lastChange, endingDraftOf: input.draftName))
  }

  /// Carries out what the model refuses with facts.
  func carryOut<Value>(_ body: () throws(SteppingError) -> Value) throws(CommandFailure) -> Value {
    do {
      return try body()
    } catch {
      throw CommandFailure(error.message)
    }
  }

  /// Tells which cells have become stale by what the body does.
  func tellingStale(_ body: () throws(CommandFailure) -> Void) throws(CommandFailure) {
    let before = Set(notebook.freshness.stale)
    defer {
      let new = notebook.freshness.stale.filter { !before.contains($0) }
      if !new.isEmpty {
        let shown = new.prefix(4).joined(separator: ", ") + (new.count > 4 ? " and \(new.count - 4) more" : "")
        let hint = hasToldStale ? "" : " ('stale' says why)"
        hasToldStale = true
        let line = StyledLine("stale now: \(shown)\(hint)")
        screen.write(line.folded(to: screen.options().columns, continuation: StyledLine("  ")))
      }
    }
    try body()
  }
}

extension String {
  fileprivate var withoutLineEnd: String {
    var text = self[...]
    while let last = text.last, last.isNewline { text.removeLast() }
    return String(text)
  }
}
