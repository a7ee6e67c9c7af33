import Foundation

/// The real program at a terminal of its own: what is typed goes to it, and what it writes to a screen.
final class PseudoTerminal {
  enum Key: String {
    case enter = "\r"
    case tab = "\t"
    case backspace = "\u{7F}"
    case escape = "\u{1B}"
    case up = "\u{1B}[A"
    case down = "\u{1B}[B"
    case right = "\u{1B}[C"
    case left = "\u{1B}[D"
    case home = "\u{1B}[H"
    case end = "\u{1B}[F"
    case delete = "\u{1B}[3~"
    case pageUp = "\u{1B}[5~"
    case pageDown = "\u{1B}[6~"
  }

  struct Timeout: Error, CustomStringConvertible {
    let expected: String
    let screen: Screen
    var description: String { "waited in vain for \(expected); the screen:\n\(screen.text)\n" }
  }

  private(set) var screen: Screen
  /// What the terminal types when the program has written something, each once.
  var answers: [(question: String, answer: String)] = []
  /// All that the program has written so far, as it came.
  private(set) var written: [UInt8] = []
  private var master: Int32
  private let process: pid_t
  private var status: Int32?
  private static let patience = 120.0

  /// - Parameters:
  ///   - program: `cnb` unless another one is given.
  ///   - folder: where the program runs, and its home.
  init(
    _ arguments: [String] = [], program: String? = nil, columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:], folder: URL
  ) throws {
    screen = Screen(columns: columns, rows: rows)
    let name: String
    (master, name) = try Self.open()
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    var variables = [
      "HOME": folder.path, "XDG_STATE_HOME": folder.path + "/state", "TERM": "xterm-256color", "LANG": "C.UTF-8",
      "INPUTRC": "/dev/null", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
    variables.merge(environment) { $1 }
    process = try Self.start(
      try program ?? RunningProcess.program().path, arguments, variables, terminal: name, folder: folder.path)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    if master >= 0 { close(master) }
  }

  /// The master's side, and the path of the program's. By hand: Swift's Glibc has no `posix_openpt`.
  private static func open() throws -> (Int32, String) {
    let master = Foundation.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var lock: Int32 = 0
    var number: Int32 = 0
    let (setLock, getNumber) = (UInt(0x4004_5431), UInt(0x8004_5430))
    guard master >= 0, ioctl(master, setLock, &lock) == 0, ioctl(master, getNumber, &number) == 0 else {
      throw POSIXError(.init(rawValue: errno) ?? .EIO)
    }
    return (master, "/dev/pts/\(number)")
  }

  /// A session leader whose controlling terminal is the first that it opens.
  private static func start(
    _ program: String, _ arguments: [String], _ environment: [String: String], terminal: String, folder: String
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigfillset(&defaults)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setsigmask(&attributes, &none)
    let setsid: Int32 = 0x80
    posix_spawnattr_setflags(
      &attributes, Int16(setsid | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program]
    var argumentPointers = (shell + arguments).map { strdup($0) } + [nil]
    var environmentPointers = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
    var process = pid_t()
    let problem = posix_spawn(&process, shell[0], &actions, &attributes, &argumentPointers, &environmentPointers)
    guard problem == 0 else { throw POSIXError(.init(rawValue: problem) ?? .EIO) }
    return process
  }

  // MARK: - Typing

  func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR { return }
    }
  }

  func press(_ keys: Key...) { for key in keys { type(key.rawValue) } }

  /// `control("c")` is Control-C.
  func control(_ letter: Character) {
    type(String(UnicodeScalar((letter.uppercased().utf8.first ?? 0x40) ^ 0x40)))
  }

  /// As a terminal pastes when the program asked for brackets round it.
  func paste(_ text: String) {
    type("\u{1B}[200~" + text.replacingOccurrences(of: "\n", with: "\r") + "\u{1B}[201~")
  }

  /// Types a line and waits for the next prompt.
  func run(_ cell: String, then number: Int) throws {
    type(cell)
    press(.enter)
    try waitForPrompt(number)
  }

  func resize(columns: Int) {
    screen.resize(columns: columns)
    var size = winsize(ws_row: UInt16(screen.rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Whether the terminal edits lines and shows what is typed, as shells leave it.
  var editsLines: Bool {
    var mode = termios()
    guard tcgetattr(master, &mode) == 0 else { return false }
    return mode.c_lflag & tcflag_t(ICANON | ECHO) == tcflag_t(ICANON | ECHO)
  }

  func send(_ signal: Int32) { kill(process, signal) }

  /// As when the connection is lost.
  func hangUp() {
    close(master)
    master = -1
  }

  // MARK: - Waiting

  func waitForPrompt(_ number: Int) throws {
    try wait("prompt \(number)") { $0.cursorLine.hasPrefix("In [\(number)]:") }
  }

  func wait(for text: String) throws { try wait("'\(text)'") { $0.text.contains(text) } }

  /// Until the cursor's line is this one.
  func wait(forLine line: String) throws { try wait("the line '\(line)'") { $0.cursorLine == line } }

  func wait(_ expected: String = "another screen", until isReached: (Screen) -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while !isReached(screen) {
      guard Date() < deadline, read(milliseconds: 100) else { throw Timeout(expected: expected, screen: screen) }
    }
  }

  /// The exit code; 128 and more after a signal.
  func waitForEnd() throws -> Int32 {
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while Date() < deadline {
      let isOpen = read(milliseconds: 20)
      if !isOpen { usleep(5000) }
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        while isOpen, read(milliseconds: 0, onlyIfReady: true) {}
        let signal = status & 0x7F
        self.status = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
        return self.status ?? 0
      }
    }
    throw Timeout(expected: "the end", screen: screen)
  }

  private func answer(_ bytes: ArraySlice<UInt8>) {
    written += bytes
    guard !answers.isEmpty else { return }
    let text = String(decoding: written, as: UTF8.self)
    for (question, answer) in answers where text.contains(question) { type(answer) }
    answers.removeAll { text.contains($0.question) }
  }

  /// Takes what the program wrote. False when it closed the terminal (or, if so asked, when there was nothing).
  private func read(milliseconds: Int32, onlyIfReady: Bool = false) -> Bool {
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard master >= 0 else { return false }
    guard poll(&request, 1, milliseconds) > 0 else { return !onlyIfReady }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Foundation.read(master, &bytes, bytes.count)
    if count > 0 {
      screen.write(bytes[..<count])
      answer(bytes[..<count])
    }
    return count > 0 || errno == EINTR && count < 0
  }
}
