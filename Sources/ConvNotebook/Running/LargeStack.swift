#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs a command's work on a thread with a big stack, so that deep recursion in a cell is an error of the cell.
///
/// - Parameters:
///   - megabytes: what is asked for, less where the machine does not give so much address space.
///   - body: gets the size of its stack in bytes.
func onLargeStack(megabytes: [Int] = largeStacks, _ body: @Sendable (Int) -> Int32) -> Int32 {
  nonisolated(unsafe) var status: Int32 = 0
  onLargeStacks(count: 1, megabytes: megabytes) { status = body($0) }
  return status
}

/// Runs the body on `count` threads at once and waits for all of them.
func onLargeStacks(count: Int, megabytes: [Int] = largeStacks, _ body: @Sendable (Int) -> Void) {
  withoutActuallyEscaping(body) { body in
    let threads = (0..<count).compactMap { _ in LargeStackThread(megabytes, body) }
    // A machine that gives no thread at all still has this one.
    if threads.isEmpty, count > 0 { body(8 << 20) }
    for thread in threads { thread.join() }
  }
}

let largeStacks = [512, 128, 32, 8]

private struct LargeStackThread {
  private let thread: pthread_t

  /// `nil` where the machine gives no thread.
  init?(_ sizes: [Int], _ body: @escaping @Sendable (Int) -> Void) {
    for megabytes in sizes {
      let work = Unmanaged.passRetained(Work(body, stackBytes: megabytes << 20))
      if let thread = LargeStackThread.start(work.toOpaque(), stackBytes: megabytes << 20) {
        self.thread = thread
        return
      }
      work.release()
    }
    return nil
  }

  private final class Work {
    let body: @Sendable (Int) -> Void
    let stackBytes: Int

    init(_ body: @escaping @Sendable (Int) -> Void, stackBytes: Int) {
      self.body = body
      self.stackBytes = stackBytes
    }
  }

  private static func start(_ work: UnsafeMutableRawPointer, stackBytes: Int) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, stackBytes) == 0 else { return nil }
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(&thread, &attributes, { LargeStackThread.enter($0) }, work)
      return status == 0 ? thread : nil
    #else
      var thread = pthread_t()
      let status = pthread_create(&thread, &attributes, { $0.flatMap { LargeStackThread.enter($0) } }, work)
      return status == 0 ? thread : nil
    #endif
  }

  private static func enter(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    let work = Unmanaged<Work>.fromOpaque(work).takeRetainedValue()
    work.body(work.stackBytes)
    return nil
  }

  func join() { pthread_join(thread, nil) }
}
