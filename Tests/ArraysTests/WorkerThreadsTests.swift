import Arrays
import Synchronization
import Testing

@Suite("Threads share the pieces of a computation", .serialized)
struct WorkerThreadsTests {
  /// How often each piece was done, and by which thread.
  private func done(_ count: Int, threads: Int, during body: () -> Void = {}) throws -> [Int] {
    let times = Mutex([Int](repeating: 0, count: count))
    let highest = Atomic<Int>(0)
    try WorkerThreads.forEach(count, threads: threads) { piece, thread in
      times.withLock { $0[piece] += 1 }
      highest.max(thread, ordering: .relaxed)
      body()
    }
    #expect(highest.load(ordering: .relaxed) < threads)
    return times.withLock { $0 }
  }

  @Test("each piece is done once", arguments: [0, 1, 2, 7, 1000], [1, 2, 3, 16])
  func eachPieceOnce(count: Int, threads: Int) throws {
    for _ in 0..<20 { #expect(try done(count, threads: threads) == [Int](repeating: 1, count: count)) }
  }

  @Test("a computation within another does its pieces alone")
  func nested() throws {
    let inner = Atomic<Int>(0)
    let times = try done(8, threads: 4) {
      try? WorkerThreads.forEach(5, threads: 4) { _, _ in inner.wrappingAdd(1, ordering: .relaxed) }
    }
    #expect(times == [Int](repeating: 1, count: 8))
    #expect(inner.load(ordering: .relaxed) == 40)
  }

  @Test("a computation that is stopped leaves pieces undone", arguments: [1, 4])
  func stopped(threads: Int) {
    #expect(throws: ArrayError.self) {
      try Checkpoint.asking({ true }, during: { _ = try done(1000, threads: threads) })
    }
  }
}
