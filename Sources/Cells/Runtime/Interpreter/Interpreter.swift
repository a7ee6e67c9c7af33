import Arrays

/// Runs compiled code: one for each session. It holds what all its code shares: output, random state, print options,
/// limits, modules. Not for two threads at once, except for `interrupt()`.
package final class Interpreter: @unchecked Sendable {
  /// What the host lends to cells. The language itself has no access to anything.
  package struct Host {
    /// Receives what cells print.
    package var write: (String) -> Void
    /// Receives warnings.
    package var writeError: (String) -> Void
    /// The source of a module beside the notebook (`public_tests`), or `nil`.
    package var moduleSource: (String) -> Source?
    /// Asks the running cell to stop with `KeyboardInterrupt`.
    package var interrupt: InterruptRequest

    package init(
      write: @escaping (String) -> Void, writeError: @escaping (String) -> Void = { _ in },
      moduleSource: @escaping (String) -> Source? = { _ in nil }, interrupt: InterruptRequest = InterruptRequest()
    ) {
      self.write = write
      self.writeError = writeError
      self.moduleSource = moduleSource
      self.interrupt = interrupt
    }
  }

  package struct Limits: Sendable {
    /// Python's own recursion limit.
    package var recursion = 1000
    /// The stack that the thread has left when a cell starts.
    package var stackBytes = 512 << 10
    /// How long one cell may take.
    package var duration: Duration?

    package init() {}
  }

  package var host: Host
  @exclusivity(unchecked) package var limits: Limits
  package var printOptions: PrintOptions
  /// Which floating-point events NumPy's functions warn about.
  package var floatErrors = FloatErrors()
  /// `np.random`'s own state.
  package let random: RandomState
  /// The names of the cells.
  package let main: ModuleObject
  /// Python's built-in names, and the reference layers.
  package let builtins: Namespace
  /// Modules that were imported so far.
  package var modules: [String: ModuleObject] = [:]

  /// Warnings that were shown already, by place and text.
  package var shownWarnings: Set<String> = []
  /// Kinds of warnings that cells asked not to see.
  var ignoredWarnings: [TypeObject] = []

  // These change at every call. Nothing holds on to them meanwhile, so Swift need not watch for overlapping accesses.
  @exclusivity(unchecked) var stack: RegisterStack
  @exclusivity(unchecked) var depth = 0
  /// Where the thread's stack ends, some room left.
  @exclusivity(unchecked) var lowestAddress: UInt = 0
  /// The exception that is being handled: what a bare `raise` raises again.
  @exclusivity(unchecked) var handledException: ExceptionObject?
  /// The innermost running code and the instruction behind the one that runs, for warnings.
  @exclusivity(unchecked) unowned(unsafe) var currentCode: CodeObject?
  @exclusivity(unchecked) var currentPosition = 0
  /// Backward jumps and calls until the next look at the clock and the interrupt flag.
  @exclusivity(unchecked) var ticksLeft = Interpreter.ticksBetweenPolls
  static let ticksBetweenPolls = 4096
  package private(set) var wasInterrupted = false
  /// The limit that the cell reached, in words: from then on no `except` or `finally` holds it up.
  package private(set) var reachedLimit: String?
  private var deadline: ContinuousClock.Instant?
  /// Objects whose `repr` is being written, so that one that holds itself prints `[...]`.
  package var representing: [Object] = []

  package init(host: Host, style: PrintStyle = .numpy126, limits: Limits = Limits()) {
    self.host = host
    self.limits = limits
    var options = PrintOptions()
    options.style = style
    printOptions = options
    random = RandomState()
    main = ModuleObject("__main__")
    builtins = Namespace()
    stack = RegisterStack()
    main.namespace["__name__"] = Value("__main__")
    BuiltinFunctions.install(in: builtins)
    LayerFunctions.install(in: builtins)
  }

  package var style: PrintStyle { printOptions.style }

  package func write(_ text: String) { host.write(text) }

  /// Called before each cell: its time starts now.
  package func startClock() {
    reachedLimit = nil
    wasInterrupted = false
    handledException = nil
    lowestAddress = StackBounds.lowestAddress(leaving: limits.stackBytes)
    deadline = limits.duration.map { ContinuousClock.now + $0 }
  }

  /// Called every few thousand steps, and by long-running built-ins.
  /// - Throws: `KeyboardInterrupt`; `TimeoutError` when the cell's time is over.
  package func poll() throws {
    ticksLeft = Interpreter.ticksBetweenPolls
    if host.interrupt.take() {
      wasInterrupted = true
      throw Raised(ExceptionObject(Exceptions.keyboardInterrupt, []))
    }
    if let deadline, let duration = limits.duration, ContinuousClock.now > deadline {
      reachedLimit = "the time limit of \(duration)"
      throw Raised(Exceptions.timeoutError, "the cell reached its time limit of \(duration)")
    }
  }

  /// Shows a Python warning on stderr, once for each place and text.
  package func warn(_ cls: TypeObject, _ message: String) {
    if ignoredWarnings.contains(where: { cls.isSubclass(of: $0) }) { return }
    let line = currentCode.map { $0.source.line(at: Int($0.span(at: max(currentPosition - 1, 0)).start)) } ?? 0
    let name = currentCode?.source.name ?? "<unknown>"
    let text = "\(name):\(line): \(cls.name): \(message)\n"
    guard shownWarnings.insert(text).inserted else { return }
    let source = currentCode?.source.lineText(line).trimmed ?? ""
    host.writeError(text + (source.isEmpty ? "" : "  \(source)\n"))
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
