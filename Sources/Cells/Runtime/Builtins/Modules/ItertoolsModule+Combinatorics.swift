extension ItertoolsModule {
  static let combinatorics: [(String, Value)] = [
    function("product", "*iterables, repeat=") { a in
      let pools = try a.rest.map { try a.interpreter.collect($0) }
      let times = try a.int(0, default: 1)
      if times < 0 { throw Raised.valueError("repeat argument cannot be negative") }
      let (count, overflow) = pools.count.multipliedReportingOverflow(by: times)
      if overflow || count > Interpreter.longestSequence { throw Raised(Exceptions.memoryError, "") }
      return products(Array(repeatElement(pools, count: times).joined()))
    },
    function("combinations", "iterable, r") { a in
      let (pool, size) = (try a.interpreter.collect(a[0]), try length(a))
      return selections(pool, Array(0..<size), size <= pool.count) { indices in
        guard let place = (0..<size).last(where: { indices[$0] != $0 + pool.count - size }) else { return false }
        indices[place] += 1
        for later in (place + 1)..<max(size, place + 1) { indices[later] = indices[later - 1] + 1 }
        return true
      }
    },
    function("combinations_with_replacement", "iterable, r") { a in
      let (pool, size) = (try a.interpreter.collect(a[0]), try length(a))
      return selections(pool, Array(repeating: 0, count: size), size == 0 || !pool.isEmpty) { indices in
        guard let place = indices.lastIndex(where: { $0 != pool.count - 1 }) else { return false }
        let value = indices[place] + 1
        for later in place..<size { indices[later] = value }
        return true
      }
    },
    function("permutations", "iterable, r=") { a in
      let pool = try a.interpreter.collect(a[0])
      return permutations(pool, a.has(1) ? try length(a) : pool.count)
    },
  ]

  private static func length(_ a: borrowing Arguments) throws -> Int {
    let size = try a.int(1)
    if size < 0 { throw Raised.valueError("r must be non-negative") }
    if size > Interpreter.longestSequence { throw Raised(Exceptions.memoryError, "") }
    return size
  }

  /// Tuples of the pool's elements at indices that `advance` moves on, until it returns false.
  private static func selections(
    _ pool: [Value], _ first: [Int], _ hasAny: Bool, _ advance: @escaping (inout [Int]) -> Bool
  ) -> Value {
    var indices = first
    var isAtStart = true
    return iterator { _ in
      guard hasAny else { return nil }
      if !isAtStart, !advance(&indices) { return nil }
      isAtStart = false
      return Value(tuple: indices.map { pool[$0] })
    }
  }

  private static func products(_ pools: [[Value]]) -> Value {
    var indices = Array(repeating: 0, count: pools.count)
    var isAtStart = true
    return iterator { _ in
      if pools.contains(where: \.isEmpty) { return nil }
      if !isAtStart {
        guard let place = pools.indices.last(where: { indices[$0] + 1 < pools[$0].count }) else { return nil }
        indices[place] += 1
        for later in pools.indices where later > place { indices[later] = 0 }
      }
      isAtStart = false
      return Value(tuple: pools.indices.map { pools[$0][indices[$0]] })
    }
  }

  private static func permutations(_ pool: [Value], _ size: Int) -> Value {
    var indices = Array(pool.indices)
    var cycles = (0..<size).map { pool.count - $0 }
    var isAtStart = true
    return iterator { _ in
      guard size <= pool.count else { return nil }
      if !isAtStart {
        var place = size - 1
        while place >= 0 {
          cycles[place] -= 1
          if cycles[place] > 0 {
            indices.swapAt(place, pool.count - cycles[place])
            break
          }
          indices.append(indices.remove(at: place))
          cycles[place] = pool.count - place
          place -= 1
        }
        if place < 0 { return nil }
      }
      isAtStart = false
      return Value(tuple: indices.prefix(size).map { pool[$0] })
    }
  }
}
