import Arrays
import GoldenFiles
import Testing

@Suite struct IndexingTests {
  @Test("a subscript gives NumPy's view or copy", arguments: goldenCases("indexing_get.txt"))
  func getting(_ golden: GoldenCase) throws {
    try GoldenOperation(golden).check { operation in
      [try operation.inputs[0].get(operation.index("index", Array(operation.inputs.dropFirst())))]
    }
  }

  @Test(
    "an assignment writes through to the array, converted and broadcast", arguments: goldenCases("indexing_set.txt"))
  func setting(_ golden: GoldenCase) throws {
    try GoldenOperation(golden).check { operation in
      let array = operation.inputs[0]
      let indices = Array(operation.inputs.dropFirst(2))
      let isOwnValue = golden[0].contains("| sq sq")
      let value = isOwnValue ? array : operation.inputs[1]
      let target =
        operation.name == "through" ? try array.get(operation.index("view", indices)) : array
      try target.set(operation.index("index", indices), to: value)
      return [array]
    }
  }

  @Test("functions pick and place elements as NumPy's do", arguments: goldenCases("indexing_pick.txt"))
  func picking(_ golden: GoldenCase) throws {
    let operation = try GoldenOperation(golden)
    // Tables of indices are laid out as suits us.
    let integers = ["nonzero", "argwhere", "flatnonzero", "unravel_index", "ravel_multi_index", "count_nonzero"]
    try operation.check(layout: !integers.contains(operation.name)) { try pick($0) }
  }

  @Test("no golden file is missing")
  func goldenFiles() {
    #expect(goldenCases("indexing_get.txt").count > 300)
    #expect(goldenCases("indexing_set.txt").count > 200)
    #expect(goldenCases("indexing_pick.txt").count > 500)
  }

  @Test("a view builder makes the same view as a list of entries")
  func viewBuilder() throws {
    let array = try NDArray((0..<24).map(Int64.init), shape: [2, 3, 4])
    var builder = try ViewBuilder(array, consuming: 2)
    try builder.integer(-1)
    try builder.newAxis()
    try builder.slice(start: 1, stop: nil, step: nil)
    let view = try builder.finish()
    let expected = try array.get([.integer(-1), .newAxis, .slice(start: 1, stop: nil, step: nil)])
    #expect(view.shape == [1, 2, 4] && view.offset == expected.offset && view.strides == expected.strides)
  }

  @Test("integers give an element's offset, or NumPy's error")
  func elementOffset() throws {
    let array = try NDArray((0..<6).map(Int64.init), shape: [2, 3])
    func element(_ indices: [Int]) throws -> Scalar {
      try array.scalar(atOffset: indices.withUnsafeBufferPointer { try array.offset(ofIndices: $0) })
    }
    #expect(try element([1, -1]) == .int64(5))
    #expect(throws: ArrayError.self) { try element([0, 3]) }
    #expect(throws: ArrayError.self) { try element([0, 0, 0]) }
  }

  @Test("a slice of a length is Python's slice.indices")
  func slices() {
    let cases = goldenCases("indexing_slices.txt")
    #expect(cases.count > 1000)
    for golden in cases {
      let numbers = golden.fields.map { Int($0) }
      let range = SliceRange(start: numbers[1], stop: numbers[2], step: numbers[3], length: numbers[0] ?? 0)
      #expect(
        [range?.start, range?.stop, range?.step, range?.count] == Array(numbers[4...]), "\(golden.fields)")
    }
    #expect(SliceRange(start: nil, stop: nil, step: 0, length: 3) == nil)
  }
}

private func pick(_ operation: GoldenOperation) throws -> [NDArray] {
  let inputs = operation.inputs
  let first = inputs.first
  let axis = operation.integer("axis")
  let offset = operation.integer("k") ?? 0
  let modes: [String: BoundsMode] = ["wrap": .wrap, "clip": .clip]
  let mode = operation.arguments["mode"].flatMap { modes[$0] } ?? .raise
  switch (operation.name, first) {
  case ("indices", _): return [try .indices(operation.integers("shape") ?? [])]
  case ("meshgrid", _):
    return try NDArray.meshgrid(
      inputs, indexing: operation.arguments["indexing"] == "ij" ? .ij : .xy, sparse: operation.flag("sparse"))
  case ("ix_", _): return try NDArray.crossIndices(inputs)
  case ("ravel_multi_index", _):
    return [
      try .ravelMultiIndex(inputs, shape: operation.integers("shape") ?? [], modes: [mode], order: operation.order)
    ]
  case ("take", let x?): return [try x.take(inputs[1], axis: axis, mode: mode)]
  case ("put", let x?):
    try x.put(inputs[1], inputs[2], mode: mode)
    return [x]
  case ("take_along_axis", let x?): return [try x.takeAlongAxis(inputs[1], axis: axis)]
  case ("put_along_axis", let x?):
    try x.putAlongAxis(inputs[1], inputs[2], axis: axis ?? 0)
    return [x]
  case ("compress", let x?): return [try x.compress(inputs[1], axis: axis)]
  case ("extract", let x?): return [try x.extract(inputs[1])]
  case ("nonzero", let x?): return try x.nonzero()
  case ("argwhere", let x?): return [try x.argwhere()]
  case ("flatnonzero", let x?): return [try x.flatNonzero()]
  case ("count_nonzero", let x?):
    return [try x.countNonzero(axes: operation.integers("axis"), keepDims: operation.flag("keepdims"))]
  case ("where", let condition?): return [try .choose(where: condition, inputs[1], inputs[2])]
  case ("diagonal", let x?):
    return [
      try x.diagonal(
        offset: offset, axis1: operation.integer("axis1") ?? 0, axis2: operation.integer("axis2") ?? 1)
    ]
  case ("diag", let x?): return [try x.diag(offset: offset)]
  case ("fill_diagonal", let x?):
    try x.fillDiagonal(inputs[1], wrap: operation.flag("wrap"))
    return [x]
  case ("tril", let x?): return [try x.tril(offset: offset)]
  case ("triu", let x?): return [try x.triu(offset: offset)]
  case ("unravel_index", let x?):
    return try NDArray.unravelIndex(x, shape: operation.integers("shape") ?? [], order: operation.order)
  default: throw MalformedCase(text: operation.name)
  }
}
