import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The trusted end of a worker: one frame out, one frame in, by a deadline. It never waits longer, whatever the other
/// side does.
package struct WorkerConnection: ~Copyable {
  /// Why there is no answer. The process is gone then.
  package enum Failure: Error, Equatable {
    case timeOut
    /// Nobody waits any more.
    case stopped
    case memory
    case died(Death)
    case tampered(String)
  }

  private var child: ChildProcess
  private var outgoing: [UInt8] = []
  private var sent = 0
  private var incoming: [UInt8] = []

  package init(_ program: WorkerProgram) throws(ChildProcess.StartError) { child = try ChildProcess(program) }

  /// Sends what the channel takes at once; the rest goes out with the next `receive`.
  package mutating func send(_ payload: [UInt8]) {
    outgoing += (FrameHeader.bytes(length: payload.count) ?? []) + payload
    flush()
  }

  private var isFlushed: Bool { sent == outgoing.count }

  private mutating func flush() {
    while !isFlushed {
      let count = outgoing.withUnsafeBytes { buffer in
        buffer.baseAddress.map { systemSend(child.channel, $0 + sent, outgoing.count - sent) } ?? 0
      }
      // A broken channel shows itself when it is read.
      if count <= 0 { return }
      sent += count
    }
    outgoing = []
    sent = 0
  }

  /// The next frame.
  /// - Parameters:
  ///   - limit: the longest frame that is read at all.
  ///   - isStopped: asked some twenty times a second whether to give up.
  package mutating func receive(
    limit: Int, within time: Duration, unless isStopped: (() -> Bool)? = nil
  ) throws(Failure) -> [UInt8] {
    let deadline = ContinuousClock.now + time
    while true {
      if let frame = try frame(limit: limit) { return frame }
      try wait(until: deadline, isStopped)
      flush()
      try read()
    }
  }

  private mutating func frame(limit: Int) throws(Failure) -> [UInt8]? {
    guard let length = FrameHeader.length(incoming) else { return nil }
    if length > limit { throw end(.tampered("an answer of \(length) bytes")) }
    let end = FrameHeader.size + length
    if incoming.count < end { return nil }
    // Nobody asked for more.
    if incoming.count > end || !isFlushed { throw self.end(.tampered("an answer that was not asked for")) }
    defer { incoming = [] }
    return [UInt8](incoming[FrameHeader.size...])
  }

  private mutating func wait(until deadline: ContinuousClock.Instant, _ isStopped: (() -> Bool)?) throws(Failure) {
    while true {
      if let isStopped, isStopped() { throw end(.stopped) }
      let time = deadline - ContinuousClock.now
      if time <= .zero { throw end(.timeOut) }
      let (seconds, attoseconds) = time.components
      let left = min(seconds, 60) * 1000 + attoseconds / 1_000_000_000_000_000 + 1
      let milliseconds = Int32(clamping: isStopped == nil ? left : min(left, 50))
      var state = pollfd(fd: child.channel, events: Int16(isFlushed ? POLLIN : POLLIN | POLLOUT), revents: 0)
      let count = poll(&state, 1, milliseconds)
      if count > 0 { return }
      if count < 0, errno != EINTR { throw end(.died(.notStarted("poll: \(String(cString: strerror(errno)))"))) }
    }
  }

  private mutating func read() throws(Failure) {
    let size = 1 << 18
    var hasEnded = false
    withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) { buffer in
      let count = recv(child.channel, buffer.baseAddress, size, 0)
      if count > 0 {
        incoming.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      } else {
        hasEnded = count == 0 || errno != EAGAIN && errno != EINTR
      }
    }
    if hasEnded { throw end(nil) }
  }

  /// Ends the process; without a reason, the way it ended is the reason.
  package mutating func end(_ failure: Failure?) -> Failure {
    let death = child.end(patience: failure == nil ? .seconds(1) : .zero)
    if let failure { return failure }
    if death == .signal(SIGXCPU) { return .timeOut }
    return WorkerConnection.isOutOfMemory(child.lastWords()) ? .memory : .died(death)
  }

  /// What the runtimes of Swift and C++ say when they get no memory: "allocate", "bad_alloc". A submission has no way to write there.
  private static func isOutOfMemory(_ words: String) -> Bool { words.contains("alloc") }
}

private func systemSend(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  #if canImport(Darwin)
    send(descriptor, bytes, count, 0)
  #else
    send(descriptor, bytes, count, Int32(MSG_NOSIGNAL))
  #endif
}
