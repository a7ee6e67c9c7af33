import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `cnb`: reads a cell, runs it, shows what it gives, and again.
final class InteractiveSession {
  private let session: Session
  private let signals: SignalPipe
  let input: any CellInput
  let display: OutputDisplay
  let history: History
  private let isPlain: Bool
  private let traces: TraceRequests
  /// What ended the program while a trace was shown.
  private var endingSignal: Int32?
  /// Cells that ran, by number.
  private(set) var cells: [(number: Int, code: String)] = []
  private var nextNumber = 1

  /// - Parameter traces: what the session's options hand traces to.
  init(
    options: SessionOptions, signals: SignalPipe, isPlain: Bool, graphics: GraphicsForm?, traces: TraceRequests
  ) {
    self.signals = signals
    self.isPlain = isPlain
    self.traces = traces
    let session = Session(options: options)
    self.session = session
    history = History(path: History.defaultPath)
    display = OutputDisplay(isPlain: isPlain, graphics: graphics)
    input =
      isPlain
      ? PlainInput(signals: signals, history: history, isComplete: { Parser.isComplete($0) != .incomplete })
      : CellEditor(
        editor: LineEditor(signals: signals), history: history, isColoured: Terminal.showsColours(.output),
        host: EditingHost(
          isComplete: { Parser.isComplete($0) != .incomplete },
          indentation: Indentation.ofLine,
          completion: { session.completion(of: $0, at: $1).addingFiles() }))
  }

  /// The exit code.
  func run() -> Int32 {
    signals.take(SIGINT)
    var isFirst = true
    while true {
      display.startLine()
      if !isFirst { StandardStreams.write("\n") }
      isFirst = false
      let prompt = Prompt.input(nextNumber, isColoured: !isPlain && Terminal.showsColours(.output))
      switch input.readCell(prompt) {
      case .text(let text):
        if let status = execute(text) { return status }
        if let endingSignal { return 128 + endingSignal }
      case .interrupted:
        StandardStreams.write("KeyboardInterrupt\n")
      case .end:
        if confirmsLeaving() { return 0 }
      case .signal(let signal):
        return 128 + signal
      }
    }
  }

  /// Gives the exit code where the cell leaves the program.
  private func execute(_ text: String) -> Int32? {
    let code = text.withoutTrailingBlanks
    if code.isEmpty { return nil }
    if ["exit", "quit", "exit()", "quit()", "%exit", "%quit"].contains(code) { return 0 }
    if let command = PromptCommand(code) {
      let number = nextNumber
      perform(command)
      // The code that came from an editor has taken the number.
      if nextNumber == number {
        session.count(code)
        finishCell(code, executionCount: number)
      }
    } else {
      runCell(code)
    }
    return nil
  }

  func runCell(_ code: String) {
    let number = nextNumber
    let progress = isPlain ? nil : CellProgress("In [\(number)]", session.runningLoop)
    let result = session.run(code + "\n", name: "In[\(number)]") { output in
      progress?.interrupt()
      display.show(output, number: number)
      progress?.resume(isAtLineStart: display.isAtLineStart)
    }
    progress?.end()
    // Control-C was meant for this cell, even where it came too late.
    while signals.next() != nil {}
    interruptRequest.clear()
    if let count = result.executionCount { finishCell(code, executionCount: count) }
    display.startLine()
    if case .signal(let signal) = traces.show(signals: signals) { endingSignal = signal }
  }

  private func finishCell(_ code: String, executionCount: Int) {
    cells.append((executionCount, code))
    nextNumber = executionCount + 1
  }

  /// Asks only where leaving would lose something.
  private func confirmsLeaving() -> Bool {
    guard session.definesNames else { return true }
    guard let answer = input.readLine("Do you really want to exit ([y]/n)? ", answerAtEnd: "y") else { return false }
    return answer.isEmpty || answer.lowercased().hasPrefix("y")
  }
}
