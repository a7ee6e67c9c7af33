/// What IPython adds to the cells of a notebook: numbered inputs and outputs, commands, the display of values.
///
/// One for each session of cells; scripts have none.
package final class InteractiveShell: @unchecked Sendable {
  unowned let interpreter: Interpreter
  /// Receives values and tracebacks.
  private let show: (CellOutput) -> Void
  /// The number of the cell that runs or ran last.
  package private(set) var executionCount = 0
  let inputs: InputHistory
  let outputs: OutputHistory
  /// `%precision`; `nil` for `repr`.
  var floatFormat: String?
  var loadedExtensions: Set<String> = []
  /// What `%%capture` gathers at the moment.
  var capture: Capture?
  /// What the namespace held before the first cell: `%who` does not list it.
  var initialNames: [String: Value] = [:]
  /// Whether the cell showed an error that did not end it, as `%time` does.
  private var hasShownError = false
  private(set) lazy var handle = Value.object(ShellHandle(self))

  package init(_ interpreter: Interpreter, show: @escaping (CellOutput) -> Void) {
    self.interpreter = interpreter
    self.show = show
    inputs = InputHistory(interpreter.main.namespace)
    outputs = OutputHistory(interpreter.main.namespace)
    interpreter.shell = self
    outputs.install()
    installNames()
  }

  /// Gives the cells' namespace the names that IPython puts there.
  private func installNames() {
    let namespace = interpreter.main.namespace
    inputs.install()
    namespace["get_ipython"] = .object(ShellHandle.getShell)
    for name in ["exit", "quit"] { namespace[name] = BuiltinFunctions.value(of: name) }
    interpreter.builtins["get_ipython"] = .object(ShellHandle.getShell)
    interpreter.builtins["display"] = .object(DisplayModule.display)
    initialNames = [:]
    for name in namespace.definedNames { initialNames[name] = namespace[name] }
  }

  /// `%reset`: the namespace of a new session, but for the count of cells.
  func reset() {
    let namespace = interpreter.main.namespace
    for name in namespace.definedNames where name != "__name__" { namespace[name] = nil }
    outputs.forgetAll()
    installNames()
  }

  /// Runs a cell of the notebook under a new number.
  /// - Returns: whether it showed an error on its way.
  /// - Throws: the exception that ended it.
  package func runCell(_ code: String, name: String) throws -> Bool {
    hasShownError = false
    let source = CellInput.withoutShortcuts(code, in: interpreter)
    if !code.allSatisfy(\.isWhitespace) { count(code, source) }
    try run(Source(name: name, source, isCell: true))
    return hasShownError
  }

  /// Gives a cell its number and keeps it as an input.
  private func count(_ code: String, _ source: String) {
    executionCount += 1
    inputs.add(raw: code, transformed: CellInput.transformed(source), count: executionCount)
  }

  /// Numbers and keeps a cell that the host carries out itself.
  func count(_ code: String) { count(code, CellInput.withoutShortcuts(code, in: interpreter)) }

  /// Runs code in the cells' namespace and shows the value of its last expression.
  func run(_ source: Source) throws {
    let code = try interpreter.compile(source, mode: .cell, in: interpreter.main.namespace, showsValue: true)
    let value: Value
    do {
      value = try interpreter.execute(code, in: interpreter.main)
    } catch {
      importWhatFollows(in: source, after: error)
      throw error
    }
    if !value.isAbsent { try showValue(value) }
  }

  /// Shows a cell's value and keeps it as `_` and `Out[n]`.
  private func showValue(_ value: Value) throws {
    if let method = try DisplayModule.ownDisplay(of: value, interpreter) {
      _ = try interpreter.call(method, [])
      return try outputs.add(value, count: executionCount, interpreter)
    }
    let text = try interpreter.prettyRepresentation(value)
    if let capture, capture.takesDisplay { return capture.outputs.append(.text(text)) }
    try outputs.add(value, count: executionCount, interpreter)
    show(.value(text))
    if let figure = interpreter.closedFigure(value) { show(.figure(figure)) }
    (value.object as? TraceObject)?.offer(interpreter)
  }

  /// Runs code as a cell without a number, and what is due at the end of a cell. Errors are shown and end only it.
  func runInner(_ source: Source) throws {
    try showingErrors { try run(source) }
    for cellEnding in interpreter.cellEndings { try showingErrors { try cellEnding(interpreter) } }
  }

  /// - Returns: whether the body came to its end.
  /// - Throws: only what nothing holds up: a limit, an interruption.
  @discardableResult
  func showingErrors(_ body: () throws -> Void) throws -> Bool {
    do {
      try body()
      return true
    } catch {
      let exception = interpreter.raised(error).exception
      if interpreter.wasInterrupted || interpreter.reachedLimit != nil { throw error }
      showError(exception)
      hasShownError = true
      return false
    }
  }

  /// Shows a traceback; for commands that were not used as they are meant, IPython's one line on stderr.
  package func showError(_ exception: ExceptionObject) {
    let message = TracebackText.messageText(of: exception, interpreter, suggests: interpreter.suggestsNames)
    if exception.cls === Self.usageError { return interpreter.host.writeError("UsageError: \(message)\n") }
    show(
      .error(
        className: exception.cls.ownName, message: message + Self.place(of: exception),
        traceback: CellTracebackText.render(exception, interpreter))
    )
  }

  /// What Python's text of a syntax error ends in. IPython finds a wrong indentation itself, before Python sees the cell,
  /// and parses what its commands are to run without naming it.
  private static func place(of exception: ExceptionObject) -> String {
    guard let (source, span) = exception.syntaxPlace else { return "" }
    let isFoundByTokens = exception.arguments.first?.asString?.value.hasPrefix("unindent does not match") ?? false
    let name = isFoundByTokens ? "<tokenize>" : source.name.hasPrefix("<") ? "<unknown>" : source.name
    return " (\(name), line \(source.line(at: Int(span.start))))"
  }

  /// IPython's error for commands that do not exist or were given wrong options.
  static let usageError: TypeObject = TypeObject(
    "UsageError", module: "IPython.core.error", base: Exceptions.exception)

  static func usageError(_ message: String) -> Raised { Raised(usageError, message) }
}
