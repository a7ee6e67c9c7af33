#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What has the terminal's screen for itself: pages, a trace.
protocol ScreenContent {
  /// Everything, from the terminal's first row on.
  func text(isColoured: Bool) -> String
  mutating func resize(columns: Int, rows: Int)
  /// Takes whole keys off what was typed, and does what they say; true where one of them leaves.
  mutating func perform(_ typed: inout [UInt8]) -> Bool
  /// In milliseconds, until `tick` is called where nothing else happens; `nil` for never.
  var delay: Int32? { get }
  mutating func tick()
}

extension ScreenContent {
  var delay: Int32? { nil }
  mutating func tick() {}
}

/// How the reader left a screen.
enum ScreenEnding: Equatable {
  case done
  /// By Control-C.
  case interrupted
  /// A signal that ends the program.
  case signal(Int32)
}

/// Shows a content and hands it keys, and gives the terminal back as it was.
struct FullScreen<Content: ScreenContent> {
  private let signals: SignalPipe
  private let isColoured: Bool
  private let mode: TerminalMode
  private var content: Content
  private var typed: [UInt8] = []

  /// `nil` where standard input is no terminal.
  init?(_ content: Content, signals: SignalPipe, isColoured: Bool) {
    guard let mode = TerminalMode() else { return nil }
    self.mode = mode
    self.signals = signals
    self.isColoured = isColoured
    self.content = content
  }

  /// SIGINT has to come through the pipe already: it leaves the screen.
  mutating func run() -> ScreenEnding {
    signals.take(SIGWINCH, SIGTERM, SIGHUP, SIGTSTP)
    enter()
    let ending = loop()
    leave()
    signals.release(SIGWINCH, SIGTERM, SIGHUP, SIGTSTP)
    return ending
  }

  /// What was on the terminal before comes back when the screen is left.
  private func enter() {
    mode.useKeys()
    StandardStreams.write("\u{1B}[?1049h\u{1B}[2J")
  }

  private func leave() {
    StandardStreams.write("\u{1B}[?1049l")
    StandardStreams.flush()
    mode.restore()
  }

  private mutating func loop() -> ScreenEnding {
    var needsPaint = true
    while true {
      var requests = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      // Of keys that wait already only what they lead to needs to be seen.
      if needsPaint, poll(&requests, 1, 0) == 0 {
        needsPaint = false
        StandardStreams.write(content.text(isColoured: isColoured))
        StandardStreams.flush()
      }
      let count = poll(&requests, 2, content.delay ?? -1)
      if count < 0, errno != EINTR { return .done }
      while let signal = signals.next() {
        if let ending = handle(signal) { return ending }
        needsPaint = true
      }
      if count == 0 {
        content.tick()
        needsPaint = true
      }
      guard count > 0, requests[0].revents != 0 else { continue }
      guard readKeys() else { return .done }
      needsPaint = true
      if content.perform(&typed) { return .done }
    }
  }

  private mutating func handle(_ signal: Int32) -> ScreenEnding? {
    switch signal {
    case SIGINT:
      interruptRequest.clear()
      mode.dropKeys()
      return .interrupted
    case SIGTERM, SIGHUP: return .signal(signal)
    case SIGWINCH:
      let size = Terminal.size(.output)
      content.resize(columns: size.columns, rows: size.rows)
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
    if count > 0 {
      typed += chunk[..<count]
      TerminalAnswers.removed(from: &typed)
    }
    return count > 0 || count < 0 && (errno == EINTR || errno == EAGAIN)
  }
}
