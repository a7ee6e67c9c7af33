import Arrays
import GoldenFiles
import Testing

@Suite struct ShapingTests {
  @Test("arrays are reshaped, joined, split and padded as NumPy does", arguments: goldenCases("shaping_cases.txt"))
  func shaping(_ golden: GoldenCase) throws {
    try GoldenOperation(golden).check { operation in
      try axes(operation) ?? sizes(operation) ?? joined(operation) ?? parts(operation) ?? unknown(operation)
    }
  }

  @Test("no golden file is missing")
  func goldenFiles() {
    #expect(goldenCases("shaping_cases.txt").count > 1000)
  }

  @Test("a reshaped contiguous array shares its elements, a flattened one does not")
  func sharing() throws {
    let array = try NDArray([1.0, 2, 3, 4], shape: [2, 2])
    #expect(try array.reshape([4]).storage === array.storage)
    #expect(try array.ravel().storage === array.storage)
    #expect(try array.flatten().storage !== array.storage)
    #expect(try array.transposed.reshape([4]).storage !== array.storage)
  }

  @Test("more than eight axes are refused, not cut off")
  func tooManyAxes() throws {
    let array = try NDArray([1.0, 2], shape: [2])
    let lengths = Array(repeating: 1, count: 8) + [2]
    #expect(throws: ArrayError.self) { try array.reshape(lengths) }
    #expect(throws: ArrayError.self) { try array.broadcast(to: lengths) }
    #expect(throws: ArrayError.self) { try array.get(Array(repeating: .newAxis, count: 8)) }
    #expect(throws: ArrayError.self) { try array.tile(lengths) }
    #expect(throws: ArrayError.self) { try NDArray.zeros(shape: lengths) }
    #expect(throws: ArrayError.self) { try array.expandDims(Array(0..<8)) }
  }

  @Test("sizes that overflow are errors")
  func overflow() throws {
    let array = try NDArray([1.0, 2], shape: [2])
    #expect(throws: ArrayError.self) { try array.reshape([Int.max, 4]) }
    #expect(throws: ArrayError.self) { try array.tile([Int.max]) }
    #expect(throws: ArrayError.self) { try array.repeated(NDArray(scalar: Int64.max)) }
    #expect(throws: ArrayError.self) { try array.pad(NDArray(scalar: Int64.max), mode: .edge) }
  }
}

private func unknown(_ operation: GoldenOperation) throws -> [NDArray] { throw MalformedCase(text: operation.name) }

private func axes(_ operation: GoldenOperation) throws -> [NDArray]? {
  guard let x = operation.inputs.first else { return nil }
  let axis = operation.integers("axis")
  let axes = operation.integers("axes")
  switch operation.name {
  case "transpose": return [try x.transpose(axes)]
  case "swapaxes": return [try x.swapAxes(axes?[0] ?? 0, axes?[1] ?? 0)]
  case "moveaxis":
    return [try x.moveAxis(operation.integers("source") ?? [], to: operation.integers("destination") ?? [])]
  case "rollaxis": return [try x.rollAxis(axis?[0] ?? 0, to: operation.integer("start") ?? 0)]
  case "squeeze": return [try x.squeeze(axis)]
  case "expand_dims": return [try x.expandDims(axis ?? [])]
  case "atleast_1d": return [try x.atLeast(rank: 1)]
  case "atleast_2d": return [try x.atLeast(rank: 2)]
  case "atleast_3d": return [try x.atLeast(rank: 3)]
  case "flip": return [try x.flip(axis)]
  case "rot90": return [try x.rot90(operation.integer("k") ?? 1, axes: (axes?[0] ?? 0, axes?[1] ?? 1))]
  case "roll": return [try x.roll(operation.integers("shift") ?? [], axes: axis)]
  default: return nil
  }
}

private func sizes(_ operation: GoldenOperation) throws -> [NDArray]? {
  guard let x = operation.inputs.first else { return nil }
  let shape = operation.integers("shape") ?? []
  switch operation.name {
  case "reshape": return [try x.reshape(shape, order: operation.order)]
  case "ravel": return [try x.ravel(order: operation.order)]
  case "flatten": return [try x.flatten(order: operation.order)]
  case "resize": return [try x.resize(shape)]
  case "copy_k": return [try x.copyKeepingOrder(as: operation.dtype)]
  case "copy_c": return [try x.copy(order: operation.order)]
  case "broadcast_to": return [try x.broadcast(to: shape)]
  case "repeat": return [try x.repeated(operation.inputs[1], axis: operation.integer("axis"))]
  case "tile": return [try x.tile(operation.integers("times") ?? [])]
  case "pad":
    let constant = try operation.inputs.count > 2 ? operation.inputs[2] : NDArray(scalar: Int64(0))
    let modes: [String: PadMode] = ["edge": .edge, "reflect": .reflect, "symmetric": .symmetric, "wrap": .wrap]
    let mode = operation.arguments["mode"].flatMap { modes[$0] } ?? .constant(constant)
    return [try x.pad(operation.inputs[1], mode: mode)]
  default: return nil
  }
}

private func joined(_ operation: GoldenOperation) throws -> [NDArray]? {
  let inputs = operation.inputs
  let axis = operation.integer("axis")
  switch operation.name {
  case "broadcast_arrays": return try NDArray.broadcastArrays(inputs).map { try $0.copy() }
  case "concatenate":
    return [try .concatenate(inputs, axis: operation.arguments["axis"] == nil ? 0 : axis)]
  case "stack": return [try .stack(inputs, axis: axis ?? 0)]
  case "hstack": return [try .hstack(inputs)]
  case "vstack": return [try .vstack(inputs)]
  case "dstack": return [try .dstack(inputs)]
  case "column_stack": return [try .columnStack(inputs)]
  case "append": return [try inputs[0].append(inputs[1], axis: axis)]
  default: return nil
  }
}

private func parts(_ operation: GoldenOperation) throws -> [NDArray]? {
  guard let x = operation.inputs.first else { return nil }
  let axis = operation.integer("axis")
  let points: SplitPoints =
    operation.integer("sections").map { .sections($0) } ?? .indices(operation.integers("at") ?? [])
  switch operation.name {
  case "split": return try x.split(points, axis: axis ?? 0)
  case "array_split": return try x.arraySplit(points, axis: axis ?? 0)
  case "hsplit": return try x.hsplit(points)
  case "vsplit": return try x.vsplit(points)
  case "dsplit": return try x.dsplit(points)
  case "insert": return [try x.insert(operation.inputs[1], operation.inputs[2], axis: axis)]
  case "delete": return [try x.delete(operation.inputs[1], axis: axis)]
  case "delete_slice":
    let slice = (operation.arguments["slice"] ?? "").split(separator: ":", omittingEmptySubsequences: false)
      .map { Int($0) }
    return [try x.delete(start: slice[0], stop: slice[1], step: slice[2], axis: axis)]
  default: return nil
  }
}
