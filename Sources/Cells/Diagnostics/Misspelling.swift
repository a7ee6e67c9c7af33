/// A name that was not found, and the names that could have been meant.
package struct Misspelling: Sendable {
  package let name: String
  /// Asked for only when the error is shown.
  package let candidates: @Sendable () -> [String]

  package init(name: String, candidates: @escaping @Sendable () -> [String]) {
    self.name = name
    self.candidates = candidates
  }

  /// The nearest candidate, as CPython 3.11 finds it (Python/suggestions.c): a substitution, insertion or removal costs
  /// 2, a change of case 1, and at most about a third of the letters may differ.
  package var suggestion: String? {
    let all = candidates()
    guard all.count < 750 else { return nil }
    let name = Array(self.name.utf8)
    var best: (String, Int)?
    for candidate in all where candidate != self.name {
      let other = Array(candidate.utf8)
      let limit = min((name.count + other.count + 3) * 2 / 6, (best?.1 ?? Int.max) - 1)
      guard let distance = Misspelling.distance(name, other), distance <= limit else { continue }
      best = (candidate, distance)
    }
    return best?.0
  }

  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int? {
    guard left.count <= 40, right.count <= 40 else { return nil }
    var previous = (0...right.count).map { $0 * 2 }
    for (row, letter) in left.enumerated() {
      var current = [(row + 1) * 2]
      for (column, other) in right.enumerated() {
        let change = letter == other ? 0 : isCaseChange(letter, other) ? 1 : 2
        current.append(min(previous[column] + change, previous[column + 1] + 2, current[column] + 2))
      }
      previous = current
    }
    return previous.last
  }

  private static func isCaseChange(_ left: UInt8, _ right: UInt8) -> Bool {
    left | 0x20 == right | 0x20 && (0x61...0x7A).contains(left | 0x20)
  }
}
