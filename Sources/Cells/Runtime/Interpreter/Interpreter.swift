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
    /// Passes on what `write` has received.
    package var flush: () -> Void
    /// Receives what cells show besides text.
    package var display: (DisplayedData) -> Void
    /// Takes back what the running cell has shown so far; with `true`, when it shows something next.
    package var clearOutput: (Bool) -> Void
    /// The source of a module beside the notebook (`public_tests`), or `nil`.
    package var moduleSource: (String) -> Source?
    /// Lets the reader step through a trace; `nil` where there is nobody to do so.
    package var showTrace: ((TraceText) -> Void)?
    /// Opens files of arrays; `nil` where cells have no files.
    package var dataFiles: (any DataFileHost)?
    /// Asks the running cell to stop with `KeyboardInterrupt`.
    package var interrupt: InterruptRequest
    /// Draws figures that are saved.
    package var drawing: (any FigureDrawing)?
    /// Whether figures that are shown are drawn as well.
    package var keepsPictures = false
    /// Where cells may write; `nil` where what they write is dropped.
    package var outputFiles: (any OutputFiles)?

    package init(
      write: @escaping (String) -> Void, writeError: @escaping (String) -> Void = { _ in },
      flush: @escaping () -> Void = {}, display: @escaping (DisplayedData) -> Void = { _ in },
      clearOutput: @escaping (Bool) -> Void = { _ in }, moduleSource: @escaping (String) -> Source? = { _ in nil },
      showTrace: ((TraceText) -> Void)? = nil, dataFiles: (any DataFileHost)? = nil,
      interrupt: InterruptRequest = InterruptRequest()
    ) {
      self.write = write
      self.writeError = writeError
      self.flush = flush
      self.display = display
      self.clearOutput = clearOutput
      self.moduleSource = moduleSource
      self.showTrace = showTrace
      self.dataFiles = dataFiles
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
    /// How many operations one cell may take: `Interpreter.operations` says what counts.
    package var operations: Int?
    /// How much memory the process may have taken by now, and how to find out.
    package var memory: MemoryLimit?

    package init() {}
  }

  package var host: Host
  @exclusivity(unchecked) package var limits: Limits
  package var printOptions: PrintOptions
  /// Whose behaviour and words it takes on where versions differ.
  package let vintage: Vintage
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
  /// Those that cells use, or have used.
  var openFiles: [WeakHDF5File] = []
  /// Called after each cell of a notebook, whether it ended well or not: open figures are shown then.
  package var cellEndings: [(Interpreter) throws -> Void] = []

  /// What IPython adds, in a notebook's session.
  package var shell: InteractiveShell?
  /// Open figures. From their first use on, those that are open at the end of a cell are shown and closed there.
  package private(set) lazy var pyplot: Pyplot = {
    let pyplot = Pyplot()
    cellEndings.append { pyplot.showAll($0) }
    return pyplot
  }()

  /// Warnings that were shown already, by place and text.
  package var shownWarnings: Set<String> = []
  /// Kinds of warnings that cells asked not to see.
  var ignoredWarnings: [TypeObject] = []

  /// Methods that call sites knew before those they know now: kept until the cell ends.
  var replacedMethods: [Value] = []

  // These change at every call. Nothing holds on to them meanwhile, so Swift need not watch for overlapping accesses.
  @exclusivity(unchecked) var stack: RegisterStack
  @exclusivity(unchecked) var depth = 0
  /// Where the thread's stack ends, some room left.
  @exclusivity(unchecked) var lowestAddress: UInt = 0
  /// The exception that is being handled: what a bare `raise` raises again.
  @exclusivity(unchecked) var handledException: ExceptionObject?
  /// The innermost running code and the instruction behind the one that runs, for warnings.
  @exclusivity(unchecked) unowned(unsafe) var currentCode: CodeObject?
  @exclusivity(unchecked) var nextInstruction: UnsafeMutablePointer<Instruction>?
  /// Operations until the next look at the limits and the interrupt flag.
  @exclusivity(unchecked) var ticksLeft = 0
  static let ticksBetweenPolls = 1 << 15
  /// What `ticksLeft` was after the last look, and the operations before it.
  var ticksGiven = 0
  var operationsBefore = 0
  package private(set) var wasInterrupted = false
  package let runningLoop = RunningLoop()
  /// Whether errors in cells suggest a name for a misspelt one.
  package var suggestsNames = false
  /// The limit that the cell reached: from then on no `except` or `finally` holds it up.
  package internal(set) var reachedLimit: CellLimit?
  private var deadline: ContinuousClock.Instant?
  /// Bytes that the process may have taken while this cell runs.
  private var memoryAllowance = Int.max
  /// Objects whose `repr` is being written, so that one that holds itself prints `[...]`.
  package var representing: [Object] = []

  /// - Parameter offersLayers: whether the reference layers are built-in names.
  package init(
    host: Host, style: PrintStyle = .numpy126, vintage: Vintage = .current, offersLayers: Bool = true,
    limits: Limits = Limits()
  ) {
    self.host = host
    self.limits = limits
    self.vintage = vintage
    var options = PrintOptions()
    options.style = style
    printOptions = options
    random = RandomState()
    main = ModuleObject("__main__")
    builtins = Namespace()
    stack = RegisterStack()
    main.namespace["__name__"] = Value("__main__")
    BuiltinFunctions.install(in: builtins)
    if offersLayers { LayerFunctions.install(in: builtins) }
  }

  package var style: PrintStyle { printOptions.style }

  package func write(_ text: String) { host.write(text) }

  /// Called before each cell: its time starts now.
  package func startClock() {
    reachedLimit = nil
    wasInterrupted = false
    runningLoop.forget()
    handledException = nil
    replacedMethods = []
    operationsBefore = 0
    ticksGiven = 0
    ticksLeft = 0
    lowestAddress = StackBounds.lowestAddress(leaving: limits.stackBytes)
    DeepRelease.watch(bound: StackBounds.lowestAddress(leaving: limits.stackBytes / 4))
    DeepRelease.drain()
    memoryAllowance = limits.memory?.allowance() ?? .max
    deadline = limits.duration.map { ContinuousClock.now + $0 }
  }

  /// Called every few thousand steps, and by long-running built-ins.
  /// - Throws: `KeyboardInterrupt`; `TimeoutError` and the like when the cell has reached a limit, again and again then:
  ///   what swallows the error of a limit does not go on.
  package func poll() throws {
    DeepRelease.drain()
    operationsBefore = operations
    ticksGiven = Interpreter.ticksBetweenPolls
    if let limit = limits.operations {
      if operationsBefore > limit { reach(.operations(limit)) }
      ticksGiven = min(ticksGiven, max(limit - operationsBefore, 0))
    }
    ticksLeft = ticksGiven
    if host.interrupt.take() {
      wasInterrupted = true
      throw Raised(ExceptionObject(Exceptions.keyboardInterrupt, []))
    }
    if let deadline, let duration = limits.duration, ContinuousClock.now > deadline {
      reach(.time(duration))
    }
    if let memory = limits.memory, memory.inUse() > memoryAllowance { reach(.memory(memory.bytes)) }
    if let reachedLimit {
      // Nothing that runs from here on comes far.
      ticksGiven = 0
      ticksLeft = 0
      throw Raised(reachedLimit.exceptionClass, "the cell reached \(reachedLimit)")
    }
  }

  /// Runs a cell's code. Long computations on arrays and in layers stop when `poll` would throw.
  package func stoppingComputations<Result>(_ body: () throws -> Result) rethrows -> Result {
    let (interrupt, deadline, memory, allowance) = (host.interrupt, deadline, limits.memory, memoryAllowance)
    defer { DeepRelease.drain() }
    return try Checkpoint.asking {
      interrupt.isRequested || deadline.map { ContinuousClock.now > $0 } ?? false
        || memory.map { $0.inUse() > allowance } ?? false
    } during: {
      try body()
    }
  }

  /// Shows a Python warning on stderr, once for each place and text.
  package func warn(_ cls: TypeObject, _ message: String) {
    if ignoredWarnings.contains(where: { cls.isSubclass(of: $0) }) { return }
    let line = currentCode.map { $0.source.line(at: Int($0.span(behind: nextInstruction).start)) } ?? 0
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
