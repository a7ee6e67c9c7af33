import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Gives up values that are nested deeper than the stack goes.
///
/// Giving up a value gives up what it holds, a call inside a call: a list in a list in a list, millions deep, would use up the
/// stack. Where little of it is left, a container hands what it holds to its thread (`keep`), and the interpreter gives that
/// up from further up the stack (`drain`). What is not nested that deeply pays one comparison.
enum DeepRelease {
  /// Below this address a thread may be low on stack: the highest of all threads' bounds.
  private static let highestBound = Atomic<UInt>(0)

  /// Whether a container has to hand over what it holds.
  @inline(__always)
  static var isNeeded: Bool {
    StackBounds.currentAddress < highestBound.load(ordering: .relaxed) && isNeededHere
  }

  @inline(never)
  private static var isNeededHere: Bool {
    guard let thread = current else { return false }
    return StackBounds.currentAddress < thread.bound
  }

  /// Takes over a reference to what a dying object holds.
  @inline(never)
  static func keep(_ contents: Any) { current?.push(contents) }

  /// - Parameter bound: the address that this thread's stack shall not fall below while values are given up.
  static func watch(bound: UInt) {
    if let thread = current {
      thread.bound = bound
    } else {
      pthread_setspecific(key, Unmanaged.passRetained(Thread(bound: bound)).toOpaque())
    }
    var highest = highestBound.load(ordering: .relaxed)
    while highest < bound {
      let (exchanged, original) = highestBound.compareExchange(
        expected: highest, desired: bound, ordering: .relaxed)
      if exchanged { return }
      highest = original
    }
  }

  /// Gives up what was kept, and what is kept meanwhile.
  static func drain() {
    guard highestBound.load(ordering: .relaxed) > 0, let thread = current, !isNeeded else { return }
    while thread.pop() != nil {}
  }

  private final class Thread {
    var bound: UInt
    private var newest: Kept?

    init(bound: UInt) { self.bound = bound }

    func push(_ contents: Any) { newest = Kept(contents, older: newest) }

    /// What is popped dies at the caller, and may `push` then: that must not happen while `newest` changes.
    @inline(never)
    func pop() -> Kept? {
      guard let kept = newest else { return nil }
      newest = kept.older
      kept.older = nil
      return kept
    }
  }

  private final class Kept {
    private let contents: Any
    var older: Kept?

    init(_ contents: Any, older: Kept?) {
      self.contents = contents
      self.older = older
    }
  }

  /// The thread is ending. What it kept may be nested as deeply as ever.
  private static func end(_ thread: UnsafeMutableRawPointer?) {
    guard let thread else { return }
    pthread_setspecific(key, thread)
    drain()
    pthread_setspecific(key, nil)
    Unmanaged<Thread>.fromOpaque(thread).release()
  }

  private static var current: Thread? {
    pthread_getspecific(key).map { Unmanaged<Thread>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Each thread's own.
  private static let key = {
    var key = pthread_key_t()
    pthread_key_create(&key) { thread in DeepRelease.end(thread) }
    return key
  }()
}
