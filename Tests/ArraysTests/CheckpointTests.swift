import Arrays
import Testing

/// Long computations stop when they are told to.
@Suite struct CheckpointTests {
  struct Computation: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let run: @Sendable (Operands) throws -> Any

    init(_ name: String, _ run: @escaping @Sendable (Operands) throws -> Any) {
      testDescription = name
      self.run = run
    }
  }

  /// Arrays of so many elements that each computation has more than one checkpoint.
  struct Operands: Sendable {
    let count: Int
    let numbers: NDArray
    let integers: NDArray
    let flags: NDArray
    let matrix: NDArray

    /// - Parameter side: of the matrix.
    init(side: Int) throws {
      count = side * side
      numbers = try NDArray(.float64, shape: [count])
      integers = try NDArray(.int64, shape: [count])
      flags = try NDArray(.bool, shape: [count])
      matrix = try numbers.reshape([side, side])
    }

    static let large = Result { try Operands(side: 600) }
    static let small = Result { try Operands(side: 5) }
  }

  static let computations = [
    Computation("add") { try NDArray.apply(.add, $0.numbers, $0.numbers) },
    Computation("add a number") { try NDArray.apply(.add, $0.numbers, NDArray(scalar: 1.0)) },
    Computation("add a row") { try NDArray.apply(.add, $0.matrix, $0.matrix.get([.integer(0)])) },
    Computation("power of integers") { try NDArray.apply(.power, $0.integers, $0.integers) },
    Computation("exp") { try NDArray.apply(.exp, to: $0.numbers) },
    Computation("isnan") { try NDArray.apply(.isnan, to: $0.matrix.transposed) },
    Computation("less") { try NDArray.apply(.less, $0.numbers, $0.numbers) },
    Computation("astype") { try $0.integers.copy(as: .float64) },
    Computation("assign") { try NDArray(.float64, shape: $0.numbers.shape).assign($0.integers) },
    Computation("sum") { try $0.numbers.sum() },
    Computation("sum of an axis") { try $0.matrix.sum(axes: [0]) },
    Computation("sum of integers") { try $0.integers.sum() },
    Computation("max") { try $0.numbers.max() },
    Computation("any") { try $0.flags.any() },
    Computation("argmax") { try $0.matrix.argmax(axis: 1) },
    Computation("cumsum") { try $0.numbers.cumulativeSum() },
    Computation("median") { try $0.numbers.median() },
    Computation("dot") { try NDArray.dot($0.matrix, $0.matrix) },
    Computation("dot of integers") { try NDArray.dot($0.matrix.copy(as: .int64), $0.matrix.copy(as: .int64)) },
    Computation("matrix by vector") { try NDArray.dot($0.matrix, $0.matrix.get([.integer(0)])) },
    Computation("vector by vector") { try NDArray.dot($0.numbers, $0.numbers) },
    Computation("matmul") { try NDArray.matmul($0.matrix, $0.matrix) },
    Computation("einsum") { try NDArray.einsum("i,i->", [$0.numbers, $0.numbers]) },
    Computation("sort") { try $0.numbers.sort() },
    Computation("argsort") { try $0.numbers.argsort() },
    Computation("unique") { try $0.integers.unique() },
    Computation("searchsorted") { try $0.numbers.searchSorted($0.numbers) },
    Computation("histogram") { try $0.numbers.histogram() },
    Computation("take") { try $0.numbers.take($0.integers) },
    Computation("index array") { try $0.numbers.get([.array($0.integers)]) },
    Computation("mask") { try $0.numbers.get([.array($0.flags)]) },
    Computation("where") { try NDArray.choose(where: $0.flags, $0.numbers, $0.numbers) },
    Computation("nonzero") { try $0.flags.nonzero() },
    Computation("arange") { try NDArray.arange(.int64(0), .int64(Int64($0.count))) },
    Computation("linspace") { try NDArray.linspace(0, 1, count: $0.count) },
    Computation("rand") { try RandomState(seed: 1).randomSample([$0.count]) },
    Computation("normal") { try RandomState(seed: 1).standardNormal([$0.count]) },
    Computation("permutation") { try RandomState(seed: 1).permutation($0.count) },
  ]

  @Test("a long computation stops when it is told to", arguments: computations)
  func stops(_ computation: Computation) throws {
    let operands = try Operands.large.get()
    let error = #expect(throws: ArrayError.self) {
      try Checkpoint.asking {
        true
      } during: {
        try computation.run(operands)
      }
    }
    guard case .stopped = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("a short computation does not even ask", arguments: computations)
  func isNotAsked(_ computation: Computation) throws {
    let operands = try Operands.small.get()
    var questions = 0
    _ = try Checkpoint.asking {
      questions += 1
      return true
    } during: {
      try computation.run(operands)
    }
    #expect(questions == 0)
  }

  @Test("who asks inside another is asked alone, and the other again afterwards")
  func nests() throws {
    let numbers = try Operands.large.get().numbers
    try Checkpoint.asking {
      true
    } during: {
      _ = try Checkpoint.asking {
        false
      } during: {
        try numbers.sum()
      }
      #expect(throws: ArrayError.self) { try numbers.sum() }
    }
    _ = try numbers.sum()
  }

  @Test("rows that come in pieces give what they give as a whole", arguments: [1, 2, 65_535, 65_536, 65_537, 150_001])
  func pieces(length: Int) throws {
    // Every other column, so that rows do not continue each other.
    let table = try NDArray.arange(.int64(0), .float64(Double(6 * length))).reshape([3, 2 * length])
    let columns = try table.get([.all, .slice(start: nil, stop: nil, step: 2)])
    let doubled = try NDArray.apply(.add, columns, columns)
    let copy = try columns.copy()
    #expect(copy.shape == [3, length])
    for row in 0..<3 {
      for column in Set([0, length / 2, min(65_535, length - 1), min(65_536, length - 1), length - 1]) {
        let expected = Double(row * 2 * length + 2 * column)
        #expect(copy.scalar(atOffset: row * length + column) == .float64(expected))
        #expect(doubled.scalar(atOffset: row * length + column) == .float64(2 * expected))
      }
    }
    // Sums of integers are exact in whatever order.
    #expect(try copy.sum().scalar() == columns.sum().scalar())
    let last = Double(4 * length + 2 * (length - 1))
    #expect(try columns.max().scalar() == .float64(last))
    let sums = try copy.cumulativeSum(axis: 0)
    #expect(sums.scalar(atOffset: 2 * length) == .float64(Double(6 * length)))
  }

  @Test(
    "long rows are sorted, equal elements in their order", arguments: [3, 65_535, 65_536, 65_537, 131_073, 200_000])
  func sorting(count: Int) throws {
    let keys = (0..<count).map { Double($0 &* 7919 % 101) }
    let array = try NDArray(keys, shape: [count])
    let order = try array.argsort().integers()
    let expected = (0..<count).sorted { (keys[$0], $0) < (keys[$1], $1) }
    #expect(order == expected)
    let sorted = try array.sort()
    #expect((0..<count).allSatisfy { sorted.scalar(atOffset: $0) == .float64(keys[expected[$0]]) })
  }
}
