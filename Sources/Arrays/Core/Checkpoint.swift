/// Where a long computation asks whether it shall go on: some hundred times a second, and never in a short one.
///
/// Whoever starts computations says for its thread how to ask: `Checkpoint.asking`. A kernel has a checkpoint for the
/// time that it runs and passes it with the work it has done.
public struct Checkpoint {
  @usableFromInline var operations = 0

  /// Operations between two questions. Even the slowest ones, draws and powers, take less than a hundredth of a second.
  @usableFromInline static let interval = 1 << 18

  @inlinable
  public init() {}

  /// - Throws: `ArrayError.stopped`.
  @inlinable @inline(__always)
  public mutating func pass(operations count: Int) throws(ArrayError) {
    operations &+= count
    if operations >= Checkpoint.interval {
      operations = 0
      if Checkpoint.isStopRequested { throw .stopped }
    }
  }

  /// Calls `body` with the numbers below `count`, a piece at a time.
  /// - Throws: `ArrayError.stopped`.
  @inline(__always)
  static func forEachPiece(of count: Int, _ body: (Range<Int>) -> Void) throws(ArrayError) {
    var checkpoint = Checkpoint()
    var start = 0
    while start < count {
      let end = start &+ Swift.min(count &- start, StridedRuns.longestPiece)
      body(start..<end)
      try checkpoint.pass(operations: end &- start)
      start = end
    }
  }

  /// Runs `body`; the computations of this thread ask `isStopRequested` meanwhile.
  public static func asking<Result>(
    _ isStopRequested: @escaping () -> Bool, during body: () throws -> Result
  ) rethrows -> Result {
    let question = Question(isStopRequested)
    let before = pthread_getspecific(key)
    pthread_setspecific(key, Unmanaged.passUnretained(question).toOpaque())
    defer { pthread_setspecific(key, before) }
    return try withExtendedLifetime(question) { try body() }
  }

  /// Whether what runs on this thread shall stop.
  @inline(never)
  public static var isStopRequested: Bool {
    guard let question = pthread_getspecific(key) else { return false }
    return Unmanaged<Question>.fromOpaque(question).takeUnretainedValue().isStopRequested()
  }

  private final class Question {
    let isStopRequested: () -> Bool

    init(_ isStopRequested: @escaping () -> Bool) { self.isStopRequested = isStopRequested }
  }

  /// Each thread's own question.
  private static let key = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
