import CReadline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What shows the text of a line editor and has commands of its own.
protocol LineEditorClient: AnyObject {
  /// Shows the text as it is now.
  func paint()
  /// Shows the whole text for the last time and goes to the line below; `text` is `nil` at the end of input.
  func finish(_ text: String?)
  func perform(_ command: EditingCommand)
  /// Whether there are texts that are done without Enter.
  var hasKeys: Bool { get }
  /// Whether the text, which a key has just changed, is done with that.
  func isWhole(_ text: String) -> Bool
  /// Before each key.
  func startKey()
  func terminalWasResized()
  /// The terminal shows something else now.
  func terminalWasTaken()
}

/// Commands that are not readline's own.
enum EditingCommand: CaseIterable {
  case enter, accept, complete, up, down, lineStart, lineEnd, killLine, deleteBackward, clearScreen
}

/// GNU readline: its text, its keys and the user's settings (`~/.inputrc`), without its screen.
///
/// Readline is driven through its callback interface: the loop that waits is here, so that signals are ours. There is
/// one readline in a process, so one text is edited at a time.
final class LineEditor {
  private let signals: SignalPipe
  private var needsPaint = false
  private var result: TypedCell?
  private weak var client: (any LineEditorClient)?

  /// The one that readline's callbacks belong to.
  private static nonisolated(unsafe) var current: LineEditor?
  private static nonisolated(unsafe) var isReady = false
  /// Whose history readline has.
  private static nonisolated(unsafe) var historyOwner: ObjectIdentifier?

  init(signals: SignalPipe) { self.signals = signals }

  /// Edits until the client or readline ends it.
  ///
  /// - Parameters:
  ///   - text: what is there at first.
  ///   - history: what Control-R searches, used where another client came before; `remember` adds to it.
  func edit(_ text: String, history: [String], for client: any LineEditorClient) -> TypedCell {
    LineEditor.current = self
    self.client = client
    result = nil
    LineEditor.setUp(history, of: ObjectIdentifier(client))
    signals.take(SIGWINCH, SIGTERM, SIGHUP, SIGTSTP)
    rl_callback_handler_install("") { line in
      LineEditor.current?.end(line.map { String(cString: $0) })
      free(line)
    }
    cnb_readline_take_keys_one_by_one(client.hasKeys ? 1 : 0)
    if !text.isEmpty { rl_insert_text(text) }
    needsPaint = true
    let cell = loop(client)
    signals.release(SIGWINCH, SIGTERM, SIGHUP, SIGTSTP)
    LineEditor.current = nil
    return cell
  }

  func remember(_ text: String) { add_history(text) }

  private static func setUp(_ history: [String], of owner: ObjectIdentifier) {
    if historyOwner != owner {
      if historyOwner != nil { clear_history() }
      historyOwner = owner
      for entry in history { add_history(entry) }
    }
    if isReady { return }
    isReady = true
    useUnicode()
    cnb_readline_set_up { LineEditor.current?.needsPaint = true }
    for command in EditingCommand.allCases {
      for keys in command.keys { cnb_readline_bind(keys, command.callback) }
    }
    // Answers of the terminal that came too late are no keys.
    for start in ["\\e_G", "\\e[?", "\\eP>|", "\\e]1337;", "\\e[6;", "\\e[4;"] {
      cnb_readline_bind(start, start.contains("[") ? skipSequence : skipString)
    }
  }

  /// Readline takes characters apart by the locale: one that does not know Unicode would cut them into bytes.
  private static func useUnicode() {
    setlocale(LC_CTYPE, "")
    if let name = nl_langinfo(nl_item(CODESET)), String(cString: name) == "UTF-8" { return }
    guard setlocale(LC_CTYPE, "C.UTF-8") != nil else { return }
    unsetenv("LC_ALL")
    setenv("LC_CTYPE", "C.UTF-8", 1)
  }

  private func loop(_ client: any LineEditorClient) -> TypedCell {
    while true {
      if let result { return result }
      // What was typed while the terminal was asked for pictures.
      if let key = TypedAhead.takeFirst() {
        read(client) { rl_stuff_char(Int32(key)) }
        continue
      }
      var requests = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      // Keys that wait already are read first: only what they lead to needs to be seen.
      if needsPaint, poll(&requests, 1, 0) == 0 {
        needsPaint = false
        client.paint()
      }
      let count = poll(&requests, 2, -1)
      if count < 0, errno != EINTR { return leave(.end, client) }
      while let signal = signals.next() {
        if let cell = handle(signal, client) { return leave(cell, client) }
      }
      guard count > 0 else { continue }
      if requests[0].revents & Int16(POLLIN) != 0 {
        read(client)
      } else if requests[0].revents != 0 {
        return leave(.end, client)
      }
    }
  }

  private func read(_ client: any LineEditorClient, _ prepare: () -> Void = {}) {
    client.startKey()
    prepare()
    rl_callback_read_char()
    if result == nil, message == nil, client.isWhole(text) { end(text) }
  }

  /// What the signal ends the cell with, if it does.
  private func handle(_ signal: Int32, _ client: any LineEditorClient) -> TypedCell? {
    switch signal {
    case SIGINT:
      interruptRequest.clear()
      // Keys that nobody has seen do not belong to what comes next.
      tcflush(STDIN_FILENO, TCIFLUSH)
      rl_callback_sigcleanup()
      return .interrupted
    case SIGTERM, SIGHUP:
      return .signal(signal)
    case SIGWINCH:
      client.terminalWasResized()
    case SIGTSTP:
      cnb_readline_leave_terminal()
      signals.release(SIGTSTP)
      raise(SIGTSTP)
      signals.take(SIGTSTP)
      cnb_readline_enter_terminal(1)
      client.terminalWasTaken()
    default: break
    }
    needsPaint = true
    return nil
  }

  private func leave(_ cell: TypedCell, _ client: any LineEditorClient) -> TypedCell {
    client.finish(text)
    rl_callback_handler_remove()
    return cell
  }

  /// Called by readline when a command has ended the text.
  private func end(_ line: String?) {
    client?.finish(line)
    rl_callback_handler_remove()
    result = line.map { .text($0 + "\n") } ?? .end
  }

  fileprivate static func perform(_ command: EditingCommand) -> Int32 {
    current?.client?.perform(command)
    return 0
  }

  // MARK: - The text

  var text: String {
    guard let start = cnb_readline_text() else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: Int(cnb_readline_length())), as: UTF8.self)
  }

  /// A UTF-8 offset.
  var cursor: Int {
    get { Int(cnb_readline_cursor()) }
    set { cnb_readline_set_cursor(Int32(newValue)) }
  }

  /// What a search or a numeric argument shows in place of the prompt.
  var message: String? {
    cnb_readline_message().map { String(cString: $0).filter { $0 != "\u{01}" && $0 != "\u{02}" } }
  }

  func insert(_ text: String) { rl_insert_text(text) }

  /// One step for undo. The cursor is behind the new text then.
  func replace(_ range: Range<Int>, with text: String) {
    rl_begin_undo_group()
    rl_delete_text(Int32(range.lowerBound), Int32(range.upperBound))
    cursor = range.lowerBound
    rl_insert_text(text)
    rl_end_undo_group()
  }

  /// Removes text that `yank` brings back.
  func kill(_ range: Range<Int>) {
    rl_kill_text(Int32(range.lowerBound), Int32(range.upperBound))
    cursor = range.lowerBound
  }

  func deleteBackward() { rl_rubout(1, 0) }

  func bell() { rl_ding() }

  /// Ends the editing with the text as it is.
  func accept() { cnb_readline_finish() }
}

extension EditingCommand {
  fileprivate var keys: [String] {
    switch self {
    case .enter: ["\\C-m", "\\C-j"]
    case .accept: ["\\e\\C-m", "\\e\\C-j"]
    case .complete: ["\\C-i"]
    case .up: ["\\e[A", "\\eOA", "\\C-p"]
    case .down: ["\\e[B", "\\eOB", "\\C-n"]
    case .lineStart: ["\\e[H", "\\eOH", "\\e[1~", "\\C-a"]
    case .lineEnd: ["\\e[F", "\\eOF", "\\e[4~", "\\C-e"]
    case .killLine: ["\\C-k"]
    case .deleteBackward: ["\\C-?", "\\C-h"]
    case .clearScreen: ["\\C-l"]
    }
  }

  /// C has no closures: one function for each command.
  fileprivate var callback: @convention(c) (Int32, Int32) -> Int32 {
    switch self {
    case .enter: { _, _ in LineEditor.perform(.enter) }
    case .accept: { _, _ in LineEditor.perform(.accept) }
    case .complete: { _, _ in LineEditor.perform(.complete) }
    case .up: { _, _ in LineEditor.perform(.up) }
    case .down: { _, _ in LineEditor.perform(.down) }
    case .lineStart: { _, _ in LineEditor.perform(.lineStart) }
    case .lineEnd: { _, _ in LineEditor.perform(.lineEnd) }
    case .killLine: { _, _ in LineEditor.perform(.killLine) }
    case .deleteBackward: { _, _ in LineEditor.perform(.deleteBackward) }
    case .clearScreen: { _, _ in LineEditor.perform(.clearScreen) }
    }
  }
}

/// Reads on to the letter that ends a control sequence.
private let skipSequence: @convention(c) (Int32, Int32) -> Int32 = { _, _ in
  for _ in 0..<64 {
    let key = rl_read_key()
    if key < 0 || 0x40...0x7E ~= key { break }
  }
  return 0
}

/// Reads on to the end of a control string.
private let skipString: @convention(c) (Int32, Int32) -> Int32 = { _, _ in
  var last: Int32 = 0
  for _ in 0..<256 {
    let key = rl_read_key()
    if key < 0 || key == 0x07 || last == 0x1B && key == 0x5C { break }
    last = key
  }
  return 0
}
