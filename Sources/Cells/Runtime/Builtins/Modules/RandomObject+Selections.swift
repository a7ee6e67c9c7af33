#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension RandomObject {
  static let selections: [(String, Value)] = [
    method("choice", "seq") { a in
      let count = try a.interpreter.length(a[1])
      if count == 0 { throw Raised.indexError("Cannot choose from an empty sequence") }
      return try a.interpreter.item(a[1], .int(a.random.generator.below(count)))
    },
    method("shuffle", "x") { a in
      let count = try a.interpreter.length(a[1])
      for index in stride(from: count - 1, to: 0, by: -1) {
        try a.interpreter.tickOnce()
        let other = try a.random.generator.below(index + 1)
        let kept = try a.interpreter.item(a[1], .int(index))
        try a.interpreter.setItem(a[1], .int(index), a.interpreter.item(a[1], .int(other)))
        try a.interpreter.setItem(a[1], .int(other), kept)
      }
      return .none
    },
    method("sample", "population, k, *, counts=") { a in
      if a.has(3) { throw Raised.unsupported("sample(counts=) is not supported: repeat the elements") }
      guard a[1].elements != nil || a[1].asRange != nil || a[1].asString != nil else {
        throw Raised.typeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
      }
      return Value(list: try a.random.sample(a.interpreter.collect(a[1]), a.int(2)))
    },
    method("choices", "population, weights=, *, cum_weights=, k=") { a in
      let population = try a.interpreter.collect(a[1])
      let count = try a.int(4, default: 1)
      try Interpreter.checkSequenceSize(count)
      guard a.has(2) || a.has(3) else {
        if population.isEmpty { throw Raised.indexError("list index out of range") }
        return Value(
          list: try (0..<max(count, 0)).map { _ in
            try a.interpreter.tickOnce()
            return population[Int(floor(try a.random.generator.double() * Double(population.count)))]
          })
      }
      return Value(list: try weighted(population, count, a))
    },
  ]

  /// `random.sample`: from a pool that shrinks, or by drawing places until they are new.
  private func sample(_ population: [Value], _ wanted: Int) throws -> [Value] {
    let count = population.count
    guard wanted >= 0, wanted <= count else {
      throw Raised.valueError("Sample larger than population or is negative")
    }
    var poolLimit = 21
    if wanted > 5 { poolLimit += Int(pow(4, ceil(log(Double(wanted * 3)) / log(4)))) }
    if count <= poolLimit {
      var pool = population
      return (0..<wanted).map { taken in
        let place = generator.below(count - taken)
        defer { pool[place] = pool[count - taken - 1] }
        return pool[place]
      }
    }
    var chosen: Set<Int> = []
    return (0..<wanted).map { _ in
      var place = generator.below(count)
      while !chosen.insert(place).inserted { place = generator.below(count) }
      return population[place]
    }
  }

  private static func weighted(
    _ population: [Value], _ count: Int, _ a: borrowing Arguments
  ) throws -> [Value] {
    var sums = try a.interpreter.collect(a.has(2) ? a[2] : a[3]).map { try a.interpreter.double($0) }
    if a.has(2) { for index in sums.indices.dropFirst() { sums[index] += sums[index - 1] } }
    guard sums.count == population.count else {
      throw Raised.valueError("The number of weights does not match the population")
    }
    guard let total = sums.last, total > 0 else {
      throw Raised.valueError("Total of weights must be greater than zero")
    }
    return try (0..<max(count, 0)).map { _ in
      let place = try a.random.generator.double() * total
      return population[sums.dropLast().firstIndex { $0 > place } ?? sums.count - 1]
    }
  }
}
