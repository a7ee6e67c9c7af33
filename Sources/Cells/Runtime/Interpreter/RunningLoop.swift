import Synchronization

/// How far the outermost loop over a range has come, for who watches from another thread.
///
/// The loop itself pays nothing: its registers are read where they lie, on the stack that frames never move on and that stays
/// readable as long as the interpreter lives. What is read may be a moment old, or belong to a loop that was left by `break`.
package final class RunningLoop: Sendable {
  private let state = Atomic<UInt>(0)
  private let count = Atomic<Int>(0)

  /// What a long computation says of itself, in the place of a loop's rounds.
  package struct Stage: Sendable {
    package let words: String
    package let done: Int
    package let count: Int
    /// What was done before this computation began, in one that it goes on with.
    package let doneBefore: Int
  }

  private let currentStage = Mutex<Stage?>(nil)

  package var stage: Stage? {
    get { currentStage.withLock { $0 } }
    set { currentStage.withLock { $0 = newValue } }
  }

  init() {}

  /// Notes a loop's registers, which lie on the interpreter's stack, unless they lie inside a loop that is not over.
  @inline(__always)
  func begin(_ registers: UnsafeMutablePointer<Value>, count newCount: Int) {
    let address = UInt(bitPattern: registers)
    let noted = state.load(ordering: .relaxed)
    if noted != 0, noted < address, left(noted) > 0 { return }
    count.store(newCount, ordering: .relaxed)
    state.store(address, ordering: .relaxed)
  }

  func forget() {
    state.store(0, ordering: .relaxed)
    stage = nil
  }

  private func left(_ address: UInt) -> Int {
    UnsafeRawPointer(bitPattern: address)?.load(fromByteOffset: MemoryLayout<Value>.stride, as: Int.self) ?? 0
  }

  /// Rounds that are over, of how many; `nil` where no loop runs.
  package var progress: (done: Int, count: Int)? {
    let address = state.load(ordering: .relaxed)
    let count = count.load(ordering: .relaxed)
    guard address != 0 else { return nil }
    let left = left(address)
    return (0..<count).contains(left) ? (count - left - 1, count) : nil
  }
}
