import Arrays
import GoldenFiles
import Testing

@Suite struct SortingTests {
  @Test("arrays are sorted, searched and counted as NumPy does", arguments: goldenCases("sorting_cases.txt"))
  func sorting(_ golden: GoldenCase) throws {
    try GoldenOperation(golden).check(layout: golden[0].hasPrefix("sort")) { operation in
      try ordered(operation) ?? counted(operation)
    }
  }

  @Test("no golden file is missing")
  func goldenFiles() {
    #expect(goldenCases("sorting_cases.txt").count > 400)
  }

  @Test("arguments at the ends of the integers are errors, not crashes")
  func extremes() throws {
    let huge = try NDArray([Int64.max], shape: [1])
    #expect(throws: ArrayError.self) { try huge.binCount() }
    #expect(throws: ArrayError.self) { try huge.histogram(bins: .count(.max)) }
    let wide = try NDArray([1e308, -1e308], shape: [2])
    #expect(throws: ArrayError.self) { try wide.histogram(bins: .count(3)) }
    let one = try NDArray([1.0], shape: [1])
    #expect(throws: ArrayError.self) { try one.diag(offset: .min) }
    #expect(throws: ArrayError.self) { try one.insert(NDArray([Int64.max, Int64.max], shape: [2]), one) }
    #expect(throws: ArrayError.self) { try one.broadcast(to: [1 << 62, 1 << 62]) }
    let endless = try one.broadcast(to: [Int.max / 8])
    #expect(throws: ArrayError.self) { try NDArray.concatenate([endless, endless]) }
  }

  @Test("equal elements keep their order in long arrays too")
  func stability() throws {
    let array = try NDArray((0..<5000).map { Double(($0 * 7919) % 13) }, shape: [5000])
    let order = try array.argsort()
    let positions = (0..<5000).map { order.scalar(atOffset: $0).cast(to: Int64.self) }
    let values = positions.map { Int($0 * 7919) % 13 }
    #expect(values == values.sorted())
    for index in 1..<5000 where values[index] == values[index - 1] {
      #expect(positions[index - 1] < positions[index])
    }
  }
}

private func ordered(_ operation: GoldenOperation) throws -> [NDArray]? {
  let inputs = operation.inputs
  let axis = operation.arguments["axis"] == nil ? -1 : operation.integer("axis")
  if operation.name == "lexsort" { return [try .lexsort(inputs, axis: axis ?? -1)] }
  let x = inputs[0]
  let keepDims = operation.flag("keepdims")
  switch operation.name {
  case "sort": return [try x.sort(axis: axis)]
  case "sort_in_place":
    try x.sortInPlace(axis: axis ?? -1)
    return [x]
  case "argsort": return [try x.argsort(axis: axis)]
  case "argmax": return [try x.argmax(axis: operation.integer("axis"), keepDims: keepDims)]
  case "argmin": return [try x.argmin(axis: operation.integer("axis"), keepDims: keepDims)]
  case "searchsorted":
    return [try x.searchSorted(inputs[1], side: operation.arguments["side"] == "right" ? .right : .left)]
  case "digitize": return [try x.digitize(inputs[1], right: operation.flag("right"))]
  default: return nil
  }
}

private func counted(_ operation: GoldenOperation) throws -> [NDArray] {
  let inputs = operation.inputs
  let x = inputs[0]
  let minimum = operation.integer("minlength") ?? 0
  switch operation.name {
  case "unique":
    let result = try x.unique(axis: operation.integer("axis"))
    return [result.values, result.indices, result.inverse, result.counts]
  case "isin": return [try x.isIn(inputs[1], invert: operation.flag("invert"))]
  case "intersect1d":
    let result = try x.intersection(inputs[1])
    return [result.values, result.indices, result.otherIndices]
  case "union1d": return [try x.union(inputs[1])]
  case "setdiff1d": return [try x.difference(inputs[1])]
  case "setxor1d": return [try x.symmetricDifference(inputs[1])]
  case "bincount": return [try x.binCount(minimumLength: minimum)]
  case "bincount_weights": return [try x.binCount(weights: inputs[1], minimumLength: minimum)]
  case "histogram":
    let range = operation.arguments["range"]?.split(separator: ",").compactMap { Double($0) }
    let result = try x.histogram(
      bins: operation.flag("edges") ? .edges(inputs[1]) : .count(operation.integer("bins") ?? 10),
      range: range.map { ($0[0], $0[1]) }, weights: operation.flag("weights") ? inputs.last : nil)
    return [result.counts, result.edges]
  default: throw MalformedCase(text: operation.name)
  }
}
