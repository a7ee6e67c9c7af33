import Cells
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A line on standard error below a cell that runs for more than a second: which one, how long, and how much of its
/// loop over a range is done. It makes way for the cell's output and is gone when the cell is done.
final class CellProgress: Sendable {
  private struct State {
    var isShown = false
    /// There is a line of its own for it.
    var hasRoom = true
    var isOver = false
  }

  private let name: String
  private let loop: RunningLoop
  private let start = ContinuousClock.now
  private let state = Mutex(State())
  private let wakeEnds: (read: Int32, write: Int32)
  private let thread = Mutex<pthread_t?>(nil)

  private static let firstDelay: Int32 = 1000
  private static let delay: Int32 = 500

  /// Watches until `end`; `nil` where standard error is no terminal that could show it.
  init?(_ name: String, _ loop: RunningLoop) {
    guard Terminal.isCapable(.error) else { return nil }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    wakeEnds = (ends[0], ends[1])
    self.name = name
    self.loop = loop
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let watch: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { progress in
      if let progress { Unmanaged<CellProgress>.fromOpaque(progress).takeUnretainedValue().watch() }
      return nil
    }
    // `end` waits for the thread, so that it needs no hold of its own.
    let progress = Unmanaged.passUnretained(self).toOpaque()
    #if canImport(Darwin)
      let status = pthread_create(&thread, nil, { watch($0) }, progress)
    #else
      let status = pthread_create(&thread, nil, watch, progress)
    #endif
    if status == 0 { self.thread.withLock { [thread] in $0 = thread } }
  }

  /// Takes the line off, for output that comes now.
  func interrupt() { state.withLock { clear(&$0) } }

  /// - Parameter isAtLineStart: where the output ended.
  func resume(isAtLineStart: Bool) { state.withLock { $0.hasRoom = isAtLineStart } }

  func end() {
    state.withLock { state in
      state.isOver = true
      clear(&state)
    }
    _ = writeAll([0], to: wakeEnds.write)
    if let thread = thread.withLock({ $0 }) { pthread_join(thread, nil) }
    close(wakeEnds.read)
    close(wakeEnds.write)
  }

  private func watch() {
    var delay = Self.firstDelay
    while true {
      var request = pollfd(fd: wakeEnds.read, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, delay) == 0 || errno == EINTR && request.revents == 0 else { return }
      delay = Self.delay
      state.withLock { state in
        guard !state.isOver, state.hasRoom else { return }
        state.isShown = true
        // With room for the terminal's ^C, which would push it over the edge.
        StandardStreams.writeError("\r\u{1B}[K" + text.forTerminal.prefix(max(0, Terminal.columns(.error) - 3)))
      }
    }
  }

  private func clear(_ state: inout State) {
    if state.isShown { StandardStreams.writeError("\r\u{1B}[K") }
    state.isShown = false
  }

  private var text: String {
    let elapsed = ContinuousClock.now - start
    var text = "\(name): \(elapsed.inWords)"
    if let stage = loop.stage {
      let bar = Terminal.columns(.error) < 80 ? "" : bar(stage.done, of: stage.count) + " "
      text += ", \(bar)\(stage.words)"
      return text + left(elapsed, done: stage.done - stage.doneBefore, of: stage.count - stage.doneBefore)
    }
    guard let (done, count) = loop.progress, count > 1 else { return text }
    text += ", \(done) of \(count) rounds (\(done * 100 / count) %)"
    return text + left(elapsed, done: done, of: count)
  }

  private func left(_ elapsed: Duration, done: Int, of count: Int) -> String {
    done > 0 ? ", \((elapsed * (count - done) / done).inWords) left" : ""
  }
}

/// `[====      ]`
private func bar(_ done: Int, of count: Int) -> String {
  let width = 10
  let filled = min(done * width / max(count, 1), width)
  return "[" + String(repeating: "=", count: filled) + String(repeating: " ", count: width - filled) + "]"
}

extension Duration {
  /// `7 s`, `3 min 05 s`, `2 h 10 min`
  fileprivate var inWords: String {
    let seconds = Int(components.seconds)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(two(seconds % 60)) s" }
    return "\(seconds / 3600) h \(two(seconds / 60 % 60)) min"
  }
}
