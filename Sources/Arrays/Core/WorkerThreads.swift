import Synchronization

/// Threads that share the pieces of one computation, and how many it may have.
///
/// The pieces write to different places and none depends on how many threads there are: results are the same for any
/// number. One computation at a time has the threads; whoever else computes meanwhile does it alone.
public enum WorkerThreads {
  private static let limit = Atomic<Int>(defaultCount)

  /// Threads that a computation uses, its own among them; at least 1.
  ///
  /// All processors of the machine, unless the environment variable CNB_NUM_THREADS says fewer.
  public static var count: Int {
    get { limit.load(ordering: .relaxed) }
    set { limit.store(Swift.max(newValue, 1), ordering: .relaxed) }
  }

  private static var defaultCount: Int {
    let wanted = getenv("CNB_NUM_THREADS").flatMap { Int(String(cString: $0)) } ?? Int.max
    return Swift.max(1, Swift.min(wanted, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// Calls `body` once for each piece below `count`, with the number of the thread that does it: below `threads`.
  ///
  /// Who has room for each thread asks `threadCount(for:)` once, makes that room and hands the number on: `count` may
  /// change meanwhile.
  /// - Throws: `ArrayError.stopped`, with some pieces undone.
  package static func forEach(
    _ count: Int, threads: Int, _ body: (_ piece: Int, _ thread: Int) -> Void
  ) throws(ArrayError) {
    if threads > 1, try WorkerPool.shared.run(count, threads, body) { return }
    for piece in 0..<count {
      if Checkpoint.isStopRequested { throw .stopped }
      body(piece, 0)
    }
  }

  /// How many threads `count` pieces have.
  package static func threadCount(for count: Int) -> Int { Swift.max(1, Swift.min(self.count, count)) }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
