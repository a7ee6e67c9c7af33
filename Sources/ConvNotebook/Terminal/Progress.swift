/// One line on standard error that says what runs now; nothing where that is no terminal.
struct Progress: Sendable {
  private let isShown = Terminal.isCapable(.error)

  func show(_ text: String) {
    guard isShown else { return }
    StandardStreams.writeError("\r\u{1B}[K" + text.forTerminal.prefix(max(0, Terminal.columns(.error) - 1)))
  }

  func clear() {
    if isShown { StandardStreams.writeError("\r\u{1B}[K") }
  }
}
