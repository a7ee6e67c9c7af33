#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Asks the terminal which pictures it can show.
struct GraphicsQuery {
  /// Where the last question was not answered in time, its answer may still come.
  private(set) var answers = TerminalAnswers()

  /// How long a terminal may take.
  private static let patience: Int32 = 150
  /// How long an answer that is late is waited for before the program ends, so that the shell does not get it.
  private static let lastPatience: Int32 = 500

  /// A tiny picture to be looked at and not shown (kitty), the terminal's name, iTerm2's cell size, the cell size in
  /// pixels, and last the attributes, which every terminal answers.
  ///
  /// - Parameter isInTmux: what tmux does not know itself goes to the terminal outside.
  private static func questions(isInTmux: Bool) -> String {
    let kitty = "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\"
    let name = "\u{1B}[>q"
    let iTermCell = "\u{1B}]1337;ReportCellSize\u{1B}\\"
    let outside = kitty + name + iTermCell
    return (isInTmux ? TmuxPassthrough.wrapped(outside) : outside) + "\u{1B}[16t\u{1B}[c"
  }

  /// The cursor has to be at the start of a line.
  ///
  /// - Returns: `nil` where standard input or output is no terminal, and for Linux's console, which has no pictures and
  ///   shows the questions.
  init?(isInTmux: Bool) {
    guard isatty(STDIN_FILENO) == 1, Terminal.isCapable(.output), Terminal.environment("TERM") != "linux" else {
      return nil
    }
    StandardStreams.flush()
    let mode = KeyMode()
    guard let mode else { return nil }
    defer { mode.restore() }
    guard writeAll(Array(Self.questions(isInTmux: isInTmux).utf8), to: STDOUT_FILENO) == nil else { return nil }
    read(patience: Self.patience)
    // Answers from outside tmux come behind its own.
    if isInTmux, answers.isComplete, !answers.hasKitty { read(patience: 40, isFurther: true) }
    // Some terminals show what they do not understand.
    _ = writeAll(Array("\r\u{1B}[K".utf8), to: STDOUT_FILENO)
  }

  /// Takes an answer that was late, so that it is not typed into the shell that comes next.
  mutating func drain() {
    guard !answers.isComplete, let mode = KeyMode() else { return }
    read(patience: Self.lastPatience)
    mode.restore()
  }

  private mutating func read(patience: Int32, isFurther: Bool = false) {
    let end = ContinuousClock.now + .milliseconds(Int64(patience))
    var bytes: [UInt8] = []
    while isFurther || !answers.isComplete {
      let left = (end - ContinuousClock.now).components
      let milliseconds = Int32(left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000)
      var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let count = poll(&request, 1, max(milliseconds, 0))
      if count < 0, errno == EINTR { continue }
      guard count > 0, request.revents & Int16(POLLIN) != 0 else { break }
      var chunk = [UInt8](repeating: 0, count: 1024)
      let length = readBytes(STDIN_FILENO, &chunk, chunk.count)
      guard length > 0 else { break }
      bytes += chunk[..<length]
      answers.take(from: &bytes)
    }
    TypedAhead.add(bytes)
  }
}

private func readBytes(_ descriptor: Int32, _ buffer: inout [UInt8], _ count: Int) -> Int {
  read(descriptor, &buffer, count)
}

/// Key by key and unseen, as long as the terminal is asked.
private struct KeyMode {
  private let saved: termios

  init?() {
    var mode = termios()
    guard tcgetattr(STDIN_FILENO, &mode) == 0 else { return nil }
    saved = mode
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO)
    // Control-C drops no keys that are about to be read.
    mode.c_lflag |= tcflag_t(NOFLSH)
    withUnsafeMutableBytes(of: &mode.c_cc) { controls in
      controls[Int(VMIN)] = 1
      controls[Int(VTIME)] = 0
    }
    // What was typed before stays.
    guard tcsetattr(STDIN_FILENO, TCSANOW, &mode) == 0 else { return nil }
  }

  func restore() {
    var mode = saved
    tcsetattr(STDIN_FILENO, TCSANOW, &mode)
  }
}

/// What tmux hands on to the terminal outside as it is.
enum TmuxPassthrough {
  static func wrapped(_ text: String) -> String {
    "\u{1B}Ptmux;" + text.replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\"
  }
}
