/// Registers of all running functions, one frame behind the other. Frames never move: addresses stay valid while the
/// frame lives. The memory is only reserved; the system provides pages as they are first used.
struct RegisterStack {
  private let base: UnsafeMutablePointer<Value>
  private let end: UnsafeMutablePointer<Value>
  private(set) var top: UnsafeMutablePointer<Value>

  /// 4 million registers: 64 MiB of addresses.
  private static let capacity = 1 << 22

  init() {
    base = .allocate(capacity: RegisterStack.capacity)
    end = base + RegisterStack.capacity
    top = base
  }

  /// Registers for a call, not yet initialised.
  /// - Throws: `RecursionError` where there is no room.
  mutating func push(_ count: Int) throws -> UnsafeMutablePointer<Value> {
    if let memory = pushIfPossible(count) { return memory }
    throw Raised(Exceptions.recursionError, "maximum recursion depth exceeded")
  }

  /// The same; `nil` where there is no room.
  @inline(__always)
  mutating func pushIfPossible(_ count: Int) -> UnsafeMutablePointer<Value>? {
    guard end - top >= count else { return nil }
    let memory = top
    top += count
    return memory
  }

  mutating func pop(_ count: Int) { top -= count }

  /// Whether registers are these, and not a generator's own, which end with it.
  func holds(_ registers: UnsafeMutablePointer<Value>) -> Bool { registers >= base && registers < end }

  func free() { base.deallocate() }
}
