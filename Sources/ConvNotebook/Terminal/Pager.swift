import Prose

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Shows lines page by page, and gives the terminal back as it was.
struct Pager {
  /// How the reader left.
  enum Ending: Equatable {
    case done
    /// A signal that ends the program.
    case signal(Int32)
  }

  private let signals: SignalPipe
  private let isColoured: Bool
  private let makeLines: (_ columns: Int) -> [StyledLine]
  private let mode: TerminalMode
  private var view: PagerView
  private var typed: [UInt8] = []
  /// What is being typed behind `/`.
  private var pattern: String?

  /// - Parameter lines: for a terminal's columns.
  init?(signals: SignalPipe, isColoured: Bool, lines: @escaping (_ columns: Int) -> [StyledLine]) {
    guard let mode = TerminalMode() else { return nil }
    self.mode = mode
    self.signals = signals
    self.isColoured = isColoured
    makeLines = lines
    let size = Terminal.size(.output)
    view = PagerView(lines(size.columns), columns: size.columns, rows: size.rows)
  }

  /// SIGINT has to come through the pipe already: it leaves the pager.
  mutating func run() -> Ending {
    signals.take(SIGWINCH, SIGTERM, SIGHUP, SIGTSTP)
    enter()
    let ending = loop()
    leave()
    signals.release(SIGWINCH, SIGTERM, SIGHUP, SIGTSTP)
    return ending
  }

  /// What was on the terminal before comes back when the pager is left.
  private func enter() {
    mode.useKeys()
    StandardStreams.write("\u{1B}[?1049h\u{1B}[2J")
  }

  private func leave() {
    StandardStreams.write("\u{1B}[?1049l")
    StandardStreams.flush()
    mode.restore()
  }

  private mutating func loop() -> Ending {
    var needsPaint = true
    while true {
      var requests = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      // Of keys that wait already only what they lead to needs to be seen.
      if needsPaint, poll(&requests, 1, 0) == 0 {
        needsPaint = false
        StandardStreams.write(view.text(isColoured: isColoured))
        StandardStreams.flush()
      }
      let count = poll(&requests, 2, -1)
      if count < 0, errno != EINTR { return .done }
      while let signal = signals.next() {
        if let ending = handle(signal) { return ending }
        needsPaint = true
      }
      guard count > 0, requests[0].revents != 0 else { continue }
      guard readKeys() else { return .done }
      needsPaint = true
      if performKeys() { return .done }
    }
  }

  private mutating func handle(_ signal: Int32) -> Ending? {
    switch signal {
    case SIGINT:
      interruptRequest.clear()
      return .done
    case SIGTERM, SIGHUP: return .signal(signal)
    case SIGWINCH:
      let size = Terminal.size(.output)
      view.resize(makeLines(size.columns), columns: size.columns, rows: size.rows)
      StandardStreams.write("\u{1B}[2J")
    case SIGTSTP:
      leave()
      signals.release(SIGTSTP)
      raise(SIGTSTP)
      signals.take(SIGTSTP)
      enter()
    default: break
    }
    return nil
  }

  /// False at the end of input.
  private mutating func readKeys() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 256)
    let count = read(STDIN_FILENO, &chunk, chunk.count)
    if count > 0 { typed += chunk[..<count] }
    return count > 0 || count < 0 && (errno == EINTR || errno == EAGAIN)
  }

  /// Whether a key leaves the pager.
  private mutating func performKeys() -> Bool {
    while !typed.isEmpty {
      if pattern != nil {
        guard let character = PagerKey.takeCharacter(from: &typed) else { return false }
        addToPattern(character)
      } else {
        guard let key = PagerKey.take(from: &typed) else { return false }
        if key == .leave { return true }
        view.perform(key)
        if key == .search { setPattern("") }
      }
    }
    return false
  }

  private mutating func addToPattern(_ character: String) {
    guard let text = pattern else { return }
    switch character {
    case "\r", "\n":
      setPattern(nil)
      view.search(text)
    case "\u{7F}", "\u{08}": setPattern(text.isEmpty ? nil : String(text.dropLast()))
    case "\u{15}": setPattern("")
    case _ where character.hasPrefix("\u{1B}"): setPattern(nil)
    default: setPattern(text + character)
    }
  }

  private mutating func setPattern(_ text: String?) {
    pattern = text
    view.message = text.map { "/\($0)" }
  }
}
