#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Cells typed line by line, edited by the terminal itself: nothing moves the cursor, which suits screen readers and
/// terminals that cannot.
final class PlainInput: CellInput {
  private let signals: SignalPipe
  private let isComplete: (String) -> Bool
  private let history: History
  /// Whether input that ends leaves a line half written on the terminal.
  private let isTyped: Bool
  private var pending: [UInt8] = []

  private enum Line {
    case text(String)
    case interrupted, end
  }

  init(signals: SignalPipe, history: History, isTyped: Bool = true, isComplete: @escaping (String) -> Bool) {
    self.signals = signals
    self.isTyped = isTyped
    self.history = history
    self.isComplete = isComplete
  }

  func readCell(_ prompt: Prompt) -> TypedCell {
    var text = ""
    var shown = prompt.first
    while true {
      switch readLine(shown) {
      case .interrupted:
        StandardStreams.write("\n")
        return .interrupted
      case .end:
        StandardStreams.write("\n")
        return text.isEmpty ? .end : .text(text)
      case .text(let line):
        text += line + "\n"
        if isComplete(text) {
          history.append(text.withoutTrailingBlanks)
          return .text(text)
        }
        shown = prompt.continuation
      }
    }
  }

  func readLine(_ question: String, answerAtEnd: String) -> String? {
    let line = readLine(StyledText(question))
    if case .text(let answer) = line { return answer }
    if isTyped { StandardStreams.write("\n") }
    return if case .end = line { answerAtEnd } else { nil }
  }

  private func readLine(_ prompt: StyledText) -> Line {
    StandardStreams.write(prompt.text)
    StandardStreams.flush()
    while true {
      if let lineEnd = pending.firstIndex(of: 0x0A) {
        let line = String(decoding: pending[..<lineEnd], as: UTF8.self)
        pending.removeSubrange(...lineEnd)
        return .text(line)
      }
      var requests = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&requests, 2, -1) < 0, errno != EINTR { return .end }
      while let signal = signals.next() {
        guard signal == SIGINT else { continue }
        interruptRequest.clear()
        pending = []
        return .interrupted
      }
      guard requests[0].revents != 0 else { continue }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count > 0 {
        pending += chunk[..<count]
      } else if count == 0 || errno != EINTR && errno != EAGAIN {
        guard !pending.isEmpty else { return .end }
        pending.append(0x0A)
      }
    }
  }
}

extension String {
  var withoutTrailingBlanks: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
