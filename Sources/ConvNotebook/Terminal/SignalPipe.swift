#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Signals as bytes of a pipe, for who waits with `poll` for more than one thing.
struct SignalPipe {
  private static nonisolated(unsafe) var writeEnd: Int32 = -1

  let readEnd: Int32

  /// `nil` where the process has no descriptors left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    readEnd = ends[0]
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    Self.writeEnd = ends[1]
    // The handler must not be the first to touch the request: making it takes memory.
    interruptRequest.clear()
  }

  /// From now on the signal comes through the pipe. An interrupt asks the running cell to stop as well.
  func take(_ signals: Int32...) {
    for signal in signals {
      setHandler(signal) { signal in
        let error = errno
        if signal == SIGINT { interruptRequest.request() }
        var byte = UInt8(truncatingIfNeeded: signal)
        _ = write(SignalPipe.writeEnd, &byte, 1)
        errno = error
      }
    }
  }

  /// The signal does again what it does by default.
  func release(_ signals: Int32...) {
    for signal in signals { setHandler(signal, SIG_DFL) }
  }

  /// The next signal that came; `nil` where none is left.
  func next() -> Int32? {
    var byte: UInt8 = 0
    return read(readEnd, &byte, 1) == 1 ? Int32(byte) : nil
  }

  private func setHandler(_ signal: Int32, _ handler: (@convention(c) (Int32) -> Void)?) {
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
      action.sa_flags = SA_RESTART
    #else
      action.__sigaction_handler.sa_handler = handler
      action.sa_flags = Int32(SA_RESTART)
    #endif
    sigaction(signal, &action, nil)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, signal)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}
