extension Interpreter {
  /// Python's stable sort, by `<` of the values or of what `key` makes of them.
  ///
  /// `isReversed` keeps equal elements in their order, as in Python.
  package func sort(_ elements: inout [Value], key: Value = .none, isReversed: Bool = false) throws {
    if isReversed { elements.reverse() }
    defer { if isReversed { elements.reverse() } }
    if key.isAbsent {
      let order = try sortedOrder(of: elements)
      elements = order.map { elements[$0] }
    } else {
      let order = try sortedOrder(of: elements.map { try call(key, [$0]) })
      elements = order.map { elements[$0] }
    }
  }

  private func sortedOrder(of keys: [Value]) throws -> [Int] {
    if let order = try orderOfInts(keys) ?? orderOfTexts(keys) { return order }
    return try StableSort.order(count: keys.count) { left, right in
      try tickOnce()
      return try isTrue(compare(.less, keys[left], keys[right]))
    }
  }

  private func orderOfInts(_ keys: [Value]) throws -> [Int]? {
    var numbers: [Int] = []
    numbers.reserveCapacity(keys.count)
    for key in keys {
      guard case .int(let number) = key else { return nil }
      numbers.append(number)
    }
    return try StableSort.order(count: keys.count) { left, right in
      try tickOnce()
      return numbers[left] < numbers[right]
    }
  }

  private func orderOfTexts(_ keys: [Value]) throws -> [Int]? {
    var texts: [StringObject] = []
    for key in keys {
      guard let text = key.asString else { return nil }
      texts.append(text)
    }
    return try StableSort.order(count: keys.count) { left, right in
      try tickOnce()
      return texts[left].value.utf8.lexicographicallyPrecedes(texts[right].value.utf8)
    }
  }
}

/// CPython's list sort (Objects/listobject.c) as far as results can tell: short lists by binary insertion behind the
/// run that they start with, so that even values without an order (`nan`) end up where CPython puts them.
enum StableSort {
  private static let longestByInsertion = 63

  /// The places `0..<count` in sorted order.
  static func order(count: Int, _ less: (Int, Int) throws -> Bool) rethrows -> [Int] {
    var order = Array(0..<count)
    if count < 2 { return order }
    if count > longestByInsertion {
      try order.sort(by: less)
      return order
    }
    for index in try sortFirstRun(&order, less)..<count {
      let pivot = order[index]
      var (low, high) = (0, index)
      while low < high {
        let middle = (low + high) / 2
        if try less(pivot, order[middle]) { high = middle } else { low = middle + 1 }
      }
      order.remove(at: index)
      order.insert(pivot, at: low)
    }
    return order
  }

  /// The length of the ascending run at the start; a strictly descending one is turned round.
  private static func sortFirstRun(_ order: inout [Int], _ less: (Int, Int) throws -> Bool) rethrows -> Int {
    var end = 2
    if try less(order[1], order[0]) {
      while end < order.count, try less(order[end], order[end - 1]) { end += 1 }
      order[0..<end].reverse()
    } else {
      while end < order.count, try !less(order[end], order[end - 1]) { end += 1 }
    }
    return end
  }
}
