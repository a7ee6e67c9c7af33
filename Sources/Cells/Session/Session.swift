import Arrays

/// One run of cells: its namespace, its random state, its print style, its limits.
package final class Session: CellRunner {
  private let options: SessionOptions
  let interpreter: Interpreter
  private let collector: OutputCollector
  /// What runs cells; scripts do without it.
  let shell: InteractiveShell?

  package init(options: SessionOptions = SessionOptions()) {
    self.options = options
    let collector = OutputCollector()
    self.collector = collector
    var limits = Interpreter.Limits()
    limits.duration = options.timeLimit
    limits.stackBytes = options.stackBytes
    let fileBeside = options.fileBeside
    interpreter = Interpreter(
      host: Interpreter.Host(
        write: { collector.add(.stdout($0)) }, writeError: { collector.add(.stderr($0)) },
        display: { collector.add(CellOutput($0)) }, clearOutput: { collector.clear(waits: $0) },
        moduleSource: { name in
          fileBeside("\(name).py").map { Source(name: "\(name).py", text: $0) }
        },
        interrupt: options.interrupt),
      style: options.printStyle, vintage: options.vintage, offersLayers: options.offersLayers, limits: limits)
    interpreter.suggestsNames = options.suggestsNames
    shell = options.kind == .notebook ? InteractiveShell(interpreter) { collector.add($0) } : nil
  }

  package func run(_ code: String, name: String, onOutput: (CellOutput) -> Void) -> CellResult {
    withoutActuallyEscaping(onOutput) { onOutput in
      collector.start(onOutput)
      defer { collector.stop() }
      let countBefore = shell?.executionCount
      interpreter.startClock()
      let ending = interpreter.stoppingComputations {
        var ending = execute(code, name: name)
        if shell != nil { finishCell(&ending) }
        return ending
      }
      let count = shell?.executionCount
      return CellResult(
        outputs: collector.outputs, ending: ending, executionCount: count == countBefore ? nil : count)
    }
  }

  private func finishCell(_ ending: inout CellResult.Ending) {
    for cellEnding in interpreter.cellEndings {
      do {
        try cellEnding(interpreter)
      } catch {
        let later = self.ending(of: interpreter.raised(error).exception)
        if ending == .completed { ending = later }
      }
    }
  }

  private func execute(_ code: String, name: String) -> CellResult.Ending {
    do {
      if let shell { return try shell.runCell(code, name: name) ? .raised : .completed }
      let code = try interpreter.compile(
        Source(name: name, code), mode: .file, in: interpreter.main.namespace, showsValue: false)
      _ = try interpreter.execute(code, in: interpreter.main)
      return .completed
    } catch {
      return ending(of: interpreter.raised(error).exception)
    }
  }

  private func ending(of exception: ExceptionObject) -> CellResult.Ending {
    if let shell {
      shell.showError(exception)
    } else {
      collector.add(
        .error(
          className: exception.cls.name, message: TracebackText.messageText(of: exception, interpreter),
          traceback: TracebackText.render(exception, interpreter)))
    }
    if exception.cls === Exceptions.keyboardInterrupt, interpreter.wasInterrupted { return .interrupted }
    if let limit = interpreter.reachedLimit { return .limit(limit) }
    return .raised
  }
}

extension CellOutput {
  init(_ data: DisplayedData) {
    switch data {
    case .text(let text): self = .display(text)
    case .figure(let figure): self = .figure(figure)
    }
  }
}

/// Gathers what a cell gives, and passes it on as it comes.
private final class OutputCollector {
  private(set) var outputs: [CellOutput] = []
  private var listener: ((CellOutput) -> Void)?

  /// Whether the next output replaces those before it.
  private var clearsNext = false

  func start(_ listener: @escaping (CellOutput) -> Void) {
    outputs = []
    clearsNext = false
    self.listener = listener
  }

  func stop() { listener = nil }

  /// The listener has had them: what a terminal printed stays.
  func clear(waits: Bool) {
    clearsNext = waits
    if !waits { outputs = [] }
  }

  func add(_ output: CellOutput) {
    if clearsNext { clear(waits: false) }
    outputs.append(output)
    listener?(output)
  }
}
