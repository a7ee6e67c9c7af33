import Prose

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Shows what may be longer than the screen: by the program that `$PAGER` names, or else by `Pager`. What fits, and
/// where nothing may move the cursor, everything, is printed.
struct Paging {
  let signals: SignalPipe
  let isPlain: Bool

  /// - Parameter lines: for a terminal's columns.
  func show(_ lines: @escaping (_ columns: Int) -> [StyledLine]) -> ScreenEnding {
    let isColoured = !isPlain && Terminal.showsColours(.output)
    let size = Terminal.size(.output)
    let first = lines(size.columns)
    let moves = !isPlain && Terminal.isCapable(.output) && isatty(STDIN_FILENO) == 1
    if moves, first.count >= size.rows {
      if let program = Terminal.environment("PAGER"), !program.isEmpty {
        if show(first.terminalText(isColoured: isColoured), by: program) { return .done }
      } else if var screen = FullScreen(Pager(lines: lines), signals: signals, isColoured: isColoured) {
        return screen.run()
      }
    }
    StandardStreams.write(first.terminalText(isColoured: isColoured))
    StandardStreams.flush()
    return .done
  }

  /// False where the program cannot be started.
  private func show(_ text: String, by program: String) -> Bool {
    StandardStreams.flush()
    // As git does it: with colours, and without a page for what fits.
    setenv("LESS", "FRX", 0)
    let wasIgnored = signal(SIGPIPE, SIG_IGN)
    defer { _ = signal(SIGPIPE, wasIgnored) }
    guard let pipe = popen(program, "w") else { return false }
    _ = writeAll(Array(text.utf8), to: fileno(pipe))
    let status = pclose(pipe)
    // What the pager was sent was not meant for the next cell.
    interruptRequest.clear()
    while signals.next() != nil {}
    // The shell's words for a program that is not there.
    return status != 127 << 8 && status != 126 << 8
  }
}
