import Arrays

/// Runs a submission in this process. What keeps it from harm to others is the language alone: graders run it in a
/// worker process that the system fences in.
package final class SessionRunner: SubmissionRunner {
  private let session: Session
  private let limits: SubmissionLimits

  /// - Parameters:
  ///   - stackBytes: of the thread that uses the runner.
  ///   - memoryInUse: how many bytes the process has taken; without it only arrays count.
  package init(_ options: SubmissionOptions, stackBytes: Int, memoryInUse: (@Sendable () -> Int)? = nil) {
    limits = options.limits
    var session = SessionOptions()
    session.kind = options.kind
    session.printStyle = options.printStyle
    session.vintage = options.vintage
    // A submission that calls the reference has not done the exercise.
    session.offersLayers = false
    session.timeLimit = limits.time
    session.operationLimit = limits.operations
    session.outputLimit = limits.output
    session.memoryLimit = memoryInUse.map { MemoryLimit(bytes: options.limits.memory, inUse: $0) }
    session.stackBytes = stackBytes
    let files = options.files
    session.fileBeside = { files[$0] }
    self.session = Session(options: session)
  }

  package var hasEnded: Bool { false }

  package func run(cell code: String, name: String) -> CellOutcome {
    let result = session.run(code, name: name, onOutput: { _ in })
    return CellOutcome(
      outputs: CellOutcome.joined(result.outputs), ending: ending(of: result),
      operations: session.interpreter.operations)
  }

  private func ending(of result: CellResult) -> CellOutcome.Ending {
    switch result.ending {
    case .completed: return .completed
    case .limit(let limit): return .limit(SubmissionLimit(limit))
    case .interrupted: return .raised(class: "KeyboardInterrupt", message: "", traceback: "")
    case .raised:
      for case .error(let name, let message, let traceback) in result.outputs.reversed() {
        if name == Exceptions.memoryError.name { return .limit(.memory) }
        return .raised(class: name, message: message, traceback: traceback)
      }
      return .raised(class: "Exception", message: "", traceback: "")
    }
  }

  package func value(of expression: String) -> Outcome<PlainValue> {
    outcome(
      session.evaluate { interpreter in
        try PlainValue(interpreter.valueOfExpression(expression), limits: limits.values)
      }
    ) { value, _ in value }
  }

  package func call(
    _ function: String, arguments: [PlainValue], keywords: [(String, PlainValue)], seed: UInt32?
  ) -> Outcome<CallResult> {
    guard let callee = session.interpreter.main.namespace[function] else { return .missing(function) }
    let evaluation = session.evaluate { interpreter in
      let given = try arguments.map { try $0.value(in: interpreter) }
      let named = try keywords.map { ($0, try $1.value(in: interpreter)) }
      if let seed { try interpreter.random.seed(Int(seed)) }
      let returned = try PlainValue(interpreter.call(callee, given, keywords: named), limits: limits.values)
      let after = try (given + named.map(\.1)).map { try PlainValue($0, limits: limits.values) }
      return (returned, after)
    }
    return outcome(evaluation) { result, outputs in
      CallResult(
        returned: result.0, argumentsAfter: result.1, outputs: CellOutcome.joined(outputs),
        operations: session.interpreter.operations)
    }
  }

  package func lend(_ functions: LentFunctions) {
    for name in functions.names {
      session.interpreter.main.namespace[name] = .object(
        DistantFunction.make(name) { arguments, keywords, interpreter in
          // The way there and back is some work, whatever the function does.
          interpreter.charge(1000)
          switch functions.answer(name, arguments, keywords) {
          case .value(let result): return result
          case .raised(let className, let message): throw DistantFunction.raised(className, message)
          case .timeOut, .operations:
            throw Raised(Exceptions.runtimeError, "\(name) takes too long with these arguments")
          case .memory: throw Raised(Exceptions.memoryError, "")
          case .missing, .output, .died, .tampered:
            throw Raised(Exceptions.runtimeError, "\(name) cannot be called with these arguments")
          }
        })
    }
  }

  private func outcome<Result, Given>(
    _ evaluation: Session.Evaluation<Result>, _ give: (Result, [CellOutput]) -> Given
  ) -> Outcome<Given> {
    switch evaluation.ending {
    case .value(let result): return .value(give(result, evaluation.outputs))
    case .limit(let limit): return Outcome(SubmissionLimit(limit))
    case .interrupted: return .raised(class: "KeyboardInterrupt", message: "")
    case .refused: return .output
    case .raised(let exception, let message):
      if exception.cls.isSubclass(of: Exceptions.memoryError) { return .memory }
      if let name = exception.nameMissingInExpression { return .missing(name) }
      return .raised(class: exception.cls.name, message: message)
    }
  }
}

extension Interpreter {
  /// The value of an expression over the cells' names.
  fileprivate func valueOfExpression(_ text: String) throws -> Value {
    let source = Source(name: "expression", text, isCell: true)
    return try execute(compile(source, mode: .cell, in: main.namespace, showsValue: true), in: main)
  }
}

extension ExceptionObject {
  /// The name that an expression has and no cell; `nil` where the error comes from further inside.
  fileprivate var nameMissingInExpression: String? {
    cls === Exceptions.nameError && traceback.count <= 1 ? misspelling?.name : nil
  }
}
