/// Makes short ids for the cells of one notebook that have none.
struct CellIDs {
  private var taken: Set<String>
  /// The number that a repeated id gets next.
  private var numbers: [String: Int] = [:]

  init(taken: some Sequence<String>) { self.taken = Set(taken) }

  /// After the first function or class that the cell defines, or else after the heading above it, with a number where
  /// the id is taken. O(length of the code).
  mutating func make(code: String, heading: String?) -> String {
    let base = Cell.baseID(code: code, heading: heading)
    var id = base
    var number = numbers[base] ?? 2
    while taken.contains(id) {
      id = "\(base)-\(number)"
      number += 1
    }
    numbers[base] = number
    taken.insert(id)
    return id
  }
}
