/// The subscripts of `np.einsum`, read: which label stands for which axis.
struct EinsumSubscripts {
  /// For each operand, the label of each axis. Axes that `...` stands for have labels below zero.
  private(set) var inputs: [[Int]] = []
  private(set) var output: [Int] = []
  /// Labels that are summed over, in the order in which they appear.
  private(set) var summed: [Int] = []

  /// - Throws: NumPy's `ValueError`s.
  init(_ text: String, operands: [NDArray]) throws(ArrayError) {
    let compact = text.utf8.filter { $0 != UInt8(ascii: " ") }
    let arrow = EinsumSubscripts.arrow(in: compact)
    let terms = compact[..<(arrow ?? compact.count)].split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    if terms.count < operands.count {
      throw .plain(.value, "fewer operands provided to einstein sum function than specified in the subscripts string")
    }
    if terms.count > operands.count {
      throw .plain(.value, "more operands provided to einstein sum function than specified in the subscripts string")
    }
    var ellipsisRank = 0
    for (index, term) in terms.enumerated() {
      let labels = try EinsumSubscripts.labels(in: Array(term))
      let rank = operands[index].rank
      let named = labels.filter { $0 != nil }.count
      if named > rank {
        throw .plain(
          .value, "einstein sum subscripts string contains too many subscripts for operand \(index)")
      }
      if named < rank, named == labels.count {
        throw .plain(
          .value,
          "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to "
            + "broadcast the extra dimensions.")
      }
      if named < labels.count { ellipsisRank = Swift.max(ellipsisRank, rank - named) }
      inputs.append(EinsumSubscripts.expand(labels, to: rank - named))
    }
    let appearing = inputs.flatMap { $0 }.filter { $0 >= 0 }
    if let arrow {
      let labels = try EinsumSubscripts.labels(in: Array(compact[(arrow + 2)...]))
      for case let label? in labels {
        let name = Character(UnicodeScalar(UInt8(label)))
        if !appearing.contains(label) {
          throw .plain(
            .value,
            "einstein sum subscripts string included output subscript '\(name)' which never appeared in an input")
        }
        if labels.filter({ $0 == label }).count > 1 {
          throw .plain(
            .value, "einstein sum subscripts string includes output subscript '\(name)' multiple times")
        }
      }
      if ellipsisRank > 0, !labels.contains(nil) {
        throw .plain(
          .value,
          "output has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast "
            + "the extra dimensions.")
      }
      output = EinsumSubscripts.expand(labels, to: ellipsisRank)
    } else {
      // What appears once stays, in alphabetical order.
      let once = Set(appearing).filter { label in appearing.filter { $0 == label }.count == 1 }
      output = EinsumSubscripts.expand([nil], to: ellipsisRank) + once.sorted()
    }
    for label in inputs.flatMap({ $0 }) where !output.contains(label) && !summed.contains(label) {
      summed.append(label)
    }
  }

  private static func arrow(in text: [UInt8]) -> Int? {
    guard let dash = text.firstIndex(of: UInt8(ascii: "-")), dash + 1 < text.count,
      text[dash + 1] == UInt8(ascii: ">")
    else { return nil }
    return dash
  }

  /// The letters of a term; `nil` for `...`.
  private static func labels(in term: [UInt8]) throws(ArrayError) -> [Int?] {
    var result: [Int?] = []
    var index = 0
    while index < term.count {
      let letter = term[index]
      if letter == UInt8(ascii: ".") {
        guard index + 2 < term.count, term[index + 1] == letter, term[index + 2] == letter, !result.contains(nil) else {
          throw .plain(
            .value,
            "einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...') in operand 0")
        }
        result.append(nil)
        index += 3
        continue
      }
      guard (65...90).contains(letter) || (97...122).contains(letter) else {
        throw .plain(
          .value,
          "invalid subscript '\(Character(UnicodeScalar(letter)))' in einstein sum subscripts string, subscripts must be "
            + "letters")
      }
      result.append(Int(letter))
      index += 1
    }
    return result
  }

  /// The axes that `...` stands for, counted from the last: -count ... -1.
  private static func expand(_ labels: [Int?], to count: Int) -> [Int] {
    labels.flatMap { label in label.map { [$0] } ?? Array((-count)..<0) }
  }
}
