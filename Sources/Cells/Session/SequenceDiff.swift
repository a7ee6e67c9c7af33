/// What turns one sequence into another: runs that both have, and runs of the first that others of the second replace.
struct SequenceDiff {
  struct Change: Equatable {
    /// Indices in the first sequence.
    var removed: Range<Int>
    /// Indices in the second.
    var inserted: Range<Int>
  }

  /// In order; what stands between two changes is equal.
  private(set) var changes: [Change] = []

  /// Myers' shortest edit script, as the standard library has it, between what the common start and end leave. Where
  /// that is long on both sides, all of it is one change: time stays O(length).
  init<Element: Equatable>(_ first: [Element], _ second: [Element], longest: Int = 600) {
    var start = 0
    while start < first.count, start < second.count, first[start] == second[start] { start += 1 }
    var firstEnd = first.count
    var secondEnd = second.count
    while firstEnd > start, secondEnd > start, first[firstEnd - 1] == second[secondEnd - 1] {
      firstEnd -= 1
      secondEnd -= 1
    }
    guard start < firstEnd || start < secondEnd else { return }
    guard firstEnd - start <= longest, secondEnd - start <= longest else {
      changes = [Change(removed: start..<firstEnd, inserted: start..<secondEnd)]
      return
    }
    let script = second[start..<secondEnd].map { $0 }.difference(from: first[start..<firstEnd].map { $0 })
    var isRemoved = [Bool](repeating: false, count: firstEnd - start)
    var isInserted = [Bool](repeating: false, count: secondEnd - start)
    for step in script {
      switch step {
      case .remove(let offset, _, _): isRemoved[offset] = true
      case .insert(let offset, _, _): isInserted[offset] = true
      }
    }
    collect(isRemoved, isInserted, start: start)
  }

  private mutating func collect(_ isRemoved: [Bool], _ isInserted: [Bool], start: Int) {
    var first = 0
    var second = 0
    while first < isRemoved.count || second < isInserted.count {
      let firstStart = first
      let secondStart = second
      while first < isRemoved.count, isRemoved[first] { first += 1 }
      while second < isInserted.count, isInserted[second] { second += 1 }
      if first == firstStart, second == secondStart {
        first += 1
        second += 1
      } else {
        changes.append(
          Change(
            removed: (start + firstStart)..<(start + first), inserted: (start + secondStart)..<(start + second)))
      }
    }
  }
}

/// Strings compared by their bytes: Swift's `==` takes canonically equivalent ones for equal.
struct Exactly: Equatable {
  let text: String

  static func == (left: Exactly, right: Exactly) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }
}
