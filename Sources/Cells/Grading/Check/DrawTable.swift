import Arrays

/// What is drawn for each of several calls, from one seed.
struct DrawTable {
  let ranges: DrawRanges
  private let random: RandomState
  /// For each name the indices of its values, one for each draw.
  private var indices: [String: [Int]] = [:]

  init(_ ranges: DrawRanges, draws: Int, random: RandomState) {
    self.ranges = ranges
    self.random = random
    for entry in ranges.entries {
      var drawn: [Int] = []
      while drawn.count < draws { drawn += shuffled(entry.range.count).prefix(draws - drawn.count) }
      indices[entry.name] = drawn
    }
  }

  private func below(_ count: Int) -> Int { min(count - 1, Int(random.randomSample() * Double(count))) }

  private func shuffled(_ count: Int) -> [Int] {
    var items = Array(0..<count)
    for index in stride(from: count - 1, to: 0, by: -1) { items.swapAt(index, below(index + 1)) }
    return items
  }

  func has(_ name: String) -> Bool { ranges[name] != nil }

  /// 1 for a number that is not drawn.
  func number(_ name: String, _ draw: Int) -> Int {
    guard case .integers(let range)? = ranges[name], let index = indices[name]?[draw] else { return 1 }
    return range.lowerBound + index
  }

  func word(_ name: String, _ draw: Int) -> String? {
    guard case .choices(let words)? = ranges[name], let index = indices[name]?[draw] else { return nil }
    return words[index]
  }

  func contains(_ name: String, _ number: Int) -> Bool {
    if case .integers(let range)? = ranges[name] { range.contains(number) } else { false }
  }

  /// Another number of the range.
  func other(_ name: String, than number: Int) -> Int? {
    guard case .integers(let range)? = ranges[name], range.count > 1 else { return nil }
    let index = below(range.count - 1)
    let drawn = range.lowerBound + index
    return drawn >= number ? drawn + 1 : drawn
  }

  /// Normally distributed, or small whole numbers, of which many are equal.
  func values(_ shape: [Int], hasTies: Bool = false) throws(ArrayError) -> Tensor {
    let count = shape.reduce(1, *)
    return Tensor(shape, (0..<count).map { _ in hasTies ? Double(below(3)) : random.standardNormal() })
  }

  /// - Parameter adjusted: what was used in place of what was drawn.
  func parameters(_ draw: Int, adjusted: [String: Int] = [:]) -> [DrawnInput.Parameter] {
    ranges.entries.map { entry in
      let value = word(entry.name, draw) ?? "\(adjusted[entry.name] ?? number(entry.name, draw))"
      return DrawnInput.Parameter(name: entry.name, value: value)
    }
  }
}
