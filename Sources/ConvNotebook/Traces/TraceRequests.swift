import Cells
import Synchronization

/// The traces that a running cell wants to be looked at. They are shown when it is done.
final class TraceRequests: Sendable {
  private let traces = Mutex<[TraceText]>([])

  func add(_ trace: TraceText) { traces.withLock { $0.append(trace) } }

  func forgetAll() { traces.withLock { $0 = [] } }

  /// Shows them one after the other; Control-C leaves the rest unseen.
  func show(signals: SignalPipe) -> ScreenEnding {
    let traces = traces.withLock { traces in
      defer { traces = [] }
      return traces
    }
    for trace in traces {
      guard let content = TraceScreen(trace),
        var screen = FullScreen(content, signals: signals, isColoured: Terminal.showsColours(.output))
      else { continue }
      StandardStreams.flush()
      let ending = screen.run()
      if ending != .done { return ending }
    }
    return .done
  }
}
