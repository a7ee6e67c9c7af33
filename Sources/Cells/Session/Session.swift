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
    let collector = OutputCollector(limit: options.outputLimit)
    self.collector = collector
    var limits = Interpreter.Limits()
    limits.duration = options.timeLimit
    limits.stackBytes = options.stackBytes
    limits.operations = options.operationLimit
    limits.memory = options.memoryLimit
    let fileBeside = options.fileBeside
    interpreter = Interpreter(
      host: Interpreter.Host(
        write: { collector.add(.stdout($0)) }, writeError: { collector.add(.stderr($0)) }, flush: options.flush,
        display: { collector.add(CellOutput($0)) }, clearOutput: { collector.clear(waits: $0) },
        moduleSource: { name in
          fileBeside("\(name).py").map { Source(name: "\(name).py", text: $0) }
        },
        showTrace: options.showTrace, dataFiles: options.dataFiles, interrupt: options.interrupt),
      style: options.printStyle, vintage: options.vintage, offersLayers: options.offersLayers, limits: limits)
    interpreter.suggestsNames = options.suggestsNames
    interpreter.host.drawing = options.drawing
    interpreter.host.keepsPictures = options.keepsPictures
    interpreter.host.outputFiles = options.outputFiles
    collector.onLimit = { [unowned interpreter] in interpreter.reach($0) }
    shell = options.kind == .notebook ? InteractiveShell(interpreter) { collector.add($0) } : nil
  }

  package func run(_ code: String, name: String, onOutput: (CellOutput) -> Void) -> CellResult {
    withoutActuallyEscaping(onOutput) { onOutput in
      collector.start(onOutput)
      defer { collector.stop() }
      let countBefore = shell?.executionCount
      interpreter.startClock()
      var ending = interpreter.stoppingComputations {
        var ending = execute(code, name: name)
        if shell != nil { finishCell(&ending) }
        return ending
      }
      // Also where the cell swallowed the error, or was through before the limit was looked at.
      if let limit = interpreter.reachedLimit { ending = .limit(limit) }
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

  /// Does something in the session with the limits of a cell, and gathers its outputs. Errors are not among them.
  func evaluate<Result>(_ body: (Interpreter) throws -> Result) -> Evaluation<Result> {
    collector.start { _ in }
    defer { collector.stop() }
    interpreter.startClock()
    var ending: Evaluation<Result>.Ending
    do {
      ending = .value(try interpreter.stoppingComputations { try body(interpreter) })
    } catch let error as PlainError {
      ending = .refused(error)
    } catch {
      let exception = interpreter.raised(error).exception
      ending = .raised(exception, message: TracebackText.messageText(of: exception, interpreter, suggests: false))
      if exception.cls === Exceptions.keyboardInterrupt, interpreter.wasInterrupted { ending = .interrupted }
    }
    if let limit = interpreter.reachedLimit { ending = .limit(limit) }
    return Evaluation(outputs: collector.outputs, ending: ending)
  }

  /// What `evaluate` gave.
  struct Evaluation<Result> {
    enum Ending {
      case value(Result)
      case raised(ExceptionObject, message: String)
      /// The result was too large, or too deep, to be handed out.
      case refused(PlainError)
      case limit(CellLimit)
      case interrupted
    }

    let outputs: [CellOutput]
    let ending: Ending
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
///
/// Beyond the limit it takes no more, and says so once; what a cell takes back with `clear_output()` counts all the same.
private final class OutputCollector {
  private(set) var outputs: [CellOutput] = []
  /// In bytes.
  private let limit: Int?
  private var byteCount = 0
  var onLimit: (CellLimit) -> Void = { _ in }
  private var listener: ((CellOutput) -> Void)?

  /// Whether the next output replaces those before it.
  private var clearsNext = false

  init(limit: Int?) { self.limit = limit }

  func start(_ listener: @escaping (CellOutput) -> Void) {
    outputs = []
    byteCount = 0
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
    byteCount += output.byteCount
    if let limit, byteCount > limit {
      byteCount = limit + 1
      return onLimit(.output(limit))
    }
    listener?(output)
    // What a loop prints line by line, millions of lines, is kept together.
    if outputs.count > OutputCollector.mostPieces, case .stdout(let more) = output,
      case .stdout(var text)? = outputs.last
    {
      outputs[outputs.count - 1] = .stdout("")
      text += more
      outputs[outputs.count - 1] = .stdout(text)
    } else {
      outputs.append(output)
    }
  }

  private static let mostPieces = 10_000
}
