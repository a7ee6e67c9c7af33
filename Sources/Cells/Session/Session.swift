import Arrays

/// One run of cells: its namespace, its random state, its print style, its limits.
package final class Session: CellRunner {
  private let options: SessionOptions
  private let interpreter: Interpreter
  private let collector: OutputCollector

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
        moduleSource: { name in
          fileBeside("\(name).py").map { Source(name: "\(name).py", text: $0) }
        },
        interrupt: options.interrupt),
      style: options.printStyle, limits: limits)
  }

  package func run(_ code: String, name: String, onOutput: (CellOutput) -> Void) -> CellResult {
    withoutActuallyEscaping(onOutput) { onOutput in
      collector.start(onOutput)
      defer { collector.stop() }
      let ending = execute(Source(name: name, code))
      return CellResult(outputs: collector.outputs, ending: ending)
    }
  }

  private func execute(_ source: Source) -> CellResult.Ending {
    interpreter.startClock()
    do {
      let isNotebook = options.kind == .notebook
      let code = try interpreter.compile(
        source, mode: isNotebook ? .cell : .file, in: interpreter.main.namespace, showsValue: isNotebook)
      let value = try interpreter.execute(code, in: interpreter.main)
      if !value.isAbsent { collector.add(.value(try interpreter.representation(value))) }
      return .completed
    } catch {
      return ending(of: interpreter.raised(error).exception)
    }
  }

  private func ending(of exception: ExceptionObject) -> CellResult.Ending {
    collector.add(
      .error(
        className: exception.cls.name, message: TracebackText.messageText(of: exception, interpreter),
        traceback: TracebackText.render(exception, interpreter)))
    if exception.cls === Exceptions.keyboardInterrupt, interpreter.wasInterrupted { return .interrupted }
    if let limit = interpreter.reachedLimit { return .limit(limit) }
    return .raised
  }
}

/// Gathers what a cell gives, and passes it on as it comes.
private final class OutputCollector {
  private(set) var outputs: [CellOutput] = []
  private var listener: ((CellOutput) -> Void)?

  func start(_ listener: @escaping (CellOutput) -> Void) {
    outputs = []
    self.listener = listener
  }

  func stop() { listener = nil }

  func add(_ output: CellOutput) {
    outputs.append(output)
    listener?(output)
  }
}
