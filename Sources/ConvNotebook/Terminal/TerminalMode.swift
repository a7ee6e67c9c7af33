#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How the terminal hands over what is typed: line by line, or key by key without showing it. Control-C stays a signal.
struct TerminalMode {
  private var saved: termios

  /// `nil` where standard input is no terminal.
  init?() {
    saved = termios()
    guard tcgetattr(STDIN_FILENO, &saved) == 0 else { return nil }
  }

  /// A terminal drops the keys that wait when Control-C is typed, and what it has not shown yet. Keys that go between the
  /// question whether there are any and their reading would leave the reading waiting and the Control-C unseen: so it keeps
  /// them, and who sees the Control-C calls `dropKeys`.
  func useKeys() {
    var mode = saved
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO)
    mode.c_lflag |= tcflag_t(NOFLSH)
    withUnsafeMutableBytes(of: &mode.c_cc) { controls in
      controls[Int(VMIN)] = 1
      controls[Int(VTIME)] = 0
    }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
  }

  /// Keys that nobody has read.
  func dropKeys() { tcflush(STDIN_FILENO, TCIFLUSH) }

  func restore() {
    var mode = saved
    tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
  }
}
