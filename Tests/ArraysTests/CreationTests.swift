import Arrays
import GoldenFiles
import Testing

@Suite struct CreationTests {
  @Test("arrays are filled and ranges counted as NumPy does", arguments: goldenCases("creation_cases.txt"))
  func creation(_ golden: GoldenCase) throws {
    try GoldenOperation(golden).check { operation in
      try filled(operation) ?? likewise(operation) ?? ranged(operation)
    }
  }

  @Test("no golden file is missing")
  func goldenFiles() {
    #expect(goldenCases("creation_cases.txt").count > 250)
  }

  /// The C library's power and logarithm decide the last bit here, and NumPy's do there.
  @Test("logspace and geomspace give equal quotients between exact ends")
  func quotients() throws {
    let values = try NDArray.geomspace(-1, -1000, count: 4)
    #expect(values.scalar(atOffset: 0) == .float64(-1) && values.scalar(atOffset: 3) == .float64(-1000))
    #expect(abs(values.scalar(atOffset: 1).cast(to: Double.self) + 10) < 1e-14)
    let powers = try NDArray.logspace(0, 3, count: 4, base: 2)
    #expect((0..<4).map { powers.scalar(atOffset: $0) } == [.float64(1), .float64(2), .float64(4), .float64(8)])
    #expect(throws: ArrayError.self) { try NDArray.geomspace(0, 1) }
  }
}

private func filled(_ operation: GoldenOperation) throws -> [NDArray]? {
  let shape = operation.integers("shape") ?? []
  let dtype = operation.dtype
  let (rows, columns, offset) = (operation.integer("n"), operation.integer("m"), operation.integer("k") ?? 0)
  switch operation.name {
  case "zeros": return [try .zeros(dtype ?? .float64, shape: shape, order: operation.order)]
  case "ones": return [try .ones(dtype ?? .float64, shape: shape, order: operation.order)]
  case "full":
    return [try .full(shape, operation.scalar("value") ?? .int64(0), dtype: dtype, order: operation.order)]
  case "eye":
    return [try .eye(rows ?? 0, columns, offset: offset, dtype: dtype ?? .float64, order: operation.order)]
  case "tri": return [try .tri(rows ?? 0, columns, offset: offset, dtype: dtype ?? .float64)]
  default: return nil
  }
}

private func likewise(_ operation: GoldenOperation) throws -> [NDArray]? {
  guard let x = operation.inputs.first else { return nil }
  switch operation.name {
  case "zeros_like": return [try x.zerosLike(operation.dtype)]
  case "ones_like": return [try x.onesLike(operation.dtype)]
  case "full_like": return [try x.fullLike(operation.inputs[1], operation.dtype)]
  default: return nil
  }
}

private func ranged(_ operation: GoldenOperation) throws -> [NDArray] {
  let zero = Scalar.int64(0)
  switch operation.name {
  case "arange":
    return [
      try .arange(
        operation.scalar("start") ?? zero, operation.scalar("stop") ?? zero,
        step: operation.scalar("step") ?? .int64(1), dtype: operation.dtype)
    ]
  case "linspace":
    let result = try NDArray.linspace(
      operation.scalar("start")?.cast(to: Double.self) ?? 0, operation.scalar("stop")?.cast(to: Double.self) ?? 0,
      count: operation.integer("num") ?? 50, endpoint: !operation.flag("open"), dtype: operation.dtype ?? .float64)
    return [result.values, try NDArray(scalar: result.step)]
  default: throw MalformedCase(text: operation.name)
  }
}

extension GoldenOperation {
  /// A number as Python would read it.
  fileprivate func scalar(_ name: String) -> Scalar? {
    guard let text = arguments[name] else { return nil }
    return Int64(text).map { .int64($0) } ?? Double(text).map { .float64($0) }
  }
}
