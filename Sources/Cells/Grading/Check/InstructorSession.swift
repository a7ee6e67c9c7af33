import Arrays

/// A session of the grader's own: the key's code runs here, never a student's. The reference layers are there.
final class InstructorSession {
  /// Why code of the key does not do what the key asks of it.
  struct Problem: Error, Equatable {
    let text: String
  }

  private let session: Session
  let limits: PlainLimits

  /// - Parameter stackBytes: of the thread that uses the session.
  init(_ key: Key, stackBytes: Int, limits: PlainLimits = PlainLimits()) {
    var options = SessionOptions()
    options.printStyle = key.printStyle
    options.vintage = Vintage(of: key.printStyle)
    options.stackBytes = stackBytes
    options.timeLimit = .seconds(60)
    let files = key.fileContents
    options.fileBeside = { files[$0] }
    session = Session(options: options)
    self.limits = limits
    for code in key.setup { _ = run(code) }
  }

  /// A function holds the namespace that it stands in: without this none of both would ever go, nor what the session
  /// has of a submission's process.
  deinit { session.interpreter.main.namespace.removeAll() }

  @discardableResult
  func run(_ code: String) -> CellResult { session.run(code, name: "tests", onOutput: { _ in }) }

  /// Runs code that has to work.
  func require(_ code: String, _ what: String) throws(Problem) {
    let result = run(code)
    if result.ending != .completed { throw Problem(text: "\(what) ends in \(result.endingText)") }
  }

  func define(_ name: String, _ function: NativeFunction) {
    session.interpreter.main.namespace[name] = .object(function)
  }

  func set(_ name: String, to value: PlainValue) throws(Problem) {
    _ = try evaluate("a parameter") { interpreter in
      interpreter.main.namespace[name] = try value.value(in: interpreter)
      return PlainValue.none
    }
  }

  func value(of expression: String) throws(Problem) -> PlainValue {
    let limits = limits
    return try evaluate("'\(expression.shortened)'") { interpreter in
      let source = Source(name: "key", expression, isCell: true)
      let code = try interpreter.compile(source, mode: .cell, in: interpreter.main.namespace, showsValue: true)
      return try PlainValue(interpreter.execute(code, in: interpreter.main), limits: limits)
    }
  }

  func seed(_ seed: UInt32) throws(Problem) {
    _ = try evaluate("a seed") { interpreter in
      try interpreter.random.seed(Int(seed))
      return PlainValue.none
    }
  }

  func call(_ function: String, _ arguments: [PlainValue]) throws(Problem) -> PlainValue {
    let limits = limits
    return try evaluate("\(function)(...)") { interpreter in
      guard let callee = interpreter.main.namespace[function] else {
        throw Raised(Exceptions.nameError, "name '\(function)' is not defined")
      }
      let given = try arguments.map { try $0.value(in: interpreter) }
      return try PlainValue(interpreter.call(callee, given), limits: limits)
    }
  }

  private func evaluate(
    _ what: String, _ body: (Interpreter) throws -> PlainValue
  ) throws(Problem) -> PlainValue {
    switch session.evaluate(body).ending {
    case .value(let value): return value
    case .raised(let exception, let message):
      throw Problem(text: "\(what) ends in \(RaisedError(exception.cls.name, message).summary)")
    case .limit(let limit): throw Problem(text: "\(what) reaches \(limit)")
    case .interrupted: throw Problem(text: "\(what) was interrupted")
    case .refused: throw Problem(text: "\(what) gives more than a result may hold")
    }
  }
}

extension CellResult {
  /// The error that ended it, in a line.
  var endingText: String {
    switch ending {
    case .completed: return "nothing"
    case .limit(let limit): return "\(limit)"
    case .interrupted: return "KeyboardInterrupt"
    case .raised:
      for case .error(let name, let message, _) in outputs.reversed() { return RaisedError(name, message).summary }
      return "an error"
    }
  }
}
