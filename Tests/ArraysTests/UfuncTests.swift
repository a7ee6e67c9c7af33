import Arrays
import GoldenFiles
import Testing

@Suite struct UfuncTests {
  @Test("an elementwise function has NumPy's values", arguments: goldenCases("ufunc_values.txt"))
  func values(_ golden: GoldenCase) throws {
    let expected = golden[golden.fields.count - 2]
    switch golden[1] {
    case "error":
      let error = #expect(throws: ArrayError.self) { try apply(golden, from: 2) }
      #expect(error?.kind != .unsupported)
      #expect(error?.message.hasPrefix(expected) == true)
    case "unsupported":
      let error = #expect(throws: ArrayError.self) { try apply(golden, from: 2) }
      #expect(error?.kind == .unsupported)
      #expect(error?.message.contains(expected) == true)
    case "bits":
      #expect(try resultBits(apply(golden, from: 2)) == expected)
    default:
      let result = try apply(golden, from: 2)
      let reference = try decodeArray(expected)
      #expect(result.dtype == reference.dtype && result.shape == reference.shape)
      #expect(try largestUlpDistance(result.copy(), reference) <= 1)
    }
  }

  @Test("an elementwise function warns as NumPy does", arguments: goldenCases("ufunc_values.txt"))
  func warnings(_ golden: GoldenCase) throws {
    var messages: [String] = []
    guard golden[1] == "bits" || golden[1] == "ulp" else { return }
    _ = try apply(golden, from: 2) { messages.append($0) }
    #expect(messages.joined(separator: "|") == golden[golden.fields.count - 1])
  }

  @Test("scalars have the values of arrays", arguments: goldenCases("ufunc_values.txt"))
  func scalars(_ golden: GoldenCase) throws {
    guard golden[1] == "bits" || golden[1] == "ulp" else { return }
    let operands = try golden.fields[2..<(golden.fields.count - 2)].map(decodeArray)
    guard operands.allSatisfy({ $0.rank == 0 }) else { return }
    let array = try apply(golden, from: 2).scalar()
    if let function = UnaryFunction.allCases.first(where: { $0.name == golden[0] }) {
      #expect(try same(Scalar.apply(function, to: operands[0].scalar()), array))
    } else if let function = BinaryFunction.allCases.first(where: { $0.name == golden[0] }) {
      #expect(try same(Scalar.apply(function, operands[0].scalar(), operands[1].scalar()), array))
    }
  }

  @Test("reversed, strided and broadcast operands give what their copies give", arguments: BinaryFunction.allCases)
  func layouts(_ function: BinaryFunction) throws {
    let dtype: DType =
      switch function {
      case .bitwiseAnd, .bitwiseOr, .bitwiseXor, .leftShift, .rightShift, .gcd, .lcm: .uint8
      default: .float64
      }
    let specs = [
      "7,6:3", "7,12:3;slice 1 1 6 2", "7,6:3;slice 0 6 7 -1", "6,7:3;transpose 1 0", "6:3;broadcast 0 7",
      "7:3;broadcast 1 6",
    ]
    for first in specs {
      for second in specs {
        let (a, b) = (try makeView("\(dtype.name):\(first)"), try makeView("\(dtype.name):\(second)"))
        let expected = try resultBits(NDArray.apply(function, a.copy(), b.copy()))
        #expect(try resultBits(NDArray.apply(function, a, b)) == expected)
      }
    }
  }

  @Test("a result keeps the order of its operands' axes", arguments: goldenCases("ufunc_layouts.txt"))
  func orders(_ golden: GoldenCase) throws {
    let (a, b) = (try makeView(golden[0]), try makeView(golden[1]))
    let strides = golden[2].split(separator: ",").compactMap { Int($0) }
    #expect(try Array(NDArray.apply(.add, a, b).strides) == strides)
  }

  private func apply(_ golden: GoldenCase, from index: Int, warn: WarningSink? = nil) throws -> NDArray {
    if let function = UnaryFunction.allCases.first(where: { $0.name == golden[0] }) {
      return try NDArray.apply(function, to: golden.array(index), warn: warn)
    }
    guard let function = BinaryFunction.allCases.first(where: { $0.name == golden[0] }) else {
      throw UnknownCase(text: golden[0])
    }
    return try NDArray.apply(function, golden.array(index), golden.array(index + 1), warn: warn)
  }

  private func same(_ a: Scalar, _ b: Scalar) throws -> Bool {
    try resultBits(NDArray(a)) == resultBits(NDArray(b))
  }
}

@Suite struct UfuncOutputTests {
  @Test func addsInPlace() throws {
    let a = try NDArray([1.0, 2, 3], shape: [3])
    _ = try NDArray.apply(.add, a, NDArray([10.0], shape: [1]), out: a)
    #expect(try encodeArray(a) == encodeArray(NDArray([11.0, 12, 13], shape: [3])))
  }

  @Test func readsOverlappingOperandsBeforeItWrites() throws {
    let a = try NDArray([1.0, 2, 3, 4, 5], shape: [5])
    let tail = a.with(shape: [4], strides: [1], offset: 1)
    let head = a.with(shape: [4], strides: [1], offset: 0)
    _ = try NDArray.apply(.add, tail, head, out: tail)
    #expect(try encodeArray(a) == encodeArray(NDArray([1.0, 3, 5, 7, 9], shape: [5])))
    _ = try NDArray.apply(.negative, to: a.with(shape: [5], strides: [-1], offset: 4), out: a)
    #expect(try encodeArray(a) == encodeArray(NDArray([-9.0, -7, -5, -3, -1], shape: [5])))
  }

  @Test func convertsWithinAKind() throws {
    let a = try NDArray([Float(1), 2], shape: [2])
    _ = try NDArray.apply(.multiply, a, NDArray([0.1, 0.2], shape: [2]), out: a)
    #expect(try encodeArray(a) == encodeArray(NDArray([Float(0.1), Float(0.4)], shape: [2])))
  }

  @Test func refusesToLeaveTheKind() throws {
    let a = try NDArray([Int64(1), 2], shape: [2])
    let error = #expect(throws: ArrayError.self) {
      try NDArray.apply(.add, a, NDArray([0.5, 0.5], shape: [2]), out: a)
    }
    #expect(
      error?.message
        == "Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'")
    #expect(error?.kind == .ufuncType)
  }

  @Test func refusesAnOutputThatDoesNotFit() throws {
    let error = #expect(throws: ArrayError.self) {
      try NDArray.apply(
        .add, NDArray(.float64, shape: [2, 3]), NDArray(.float64, shape: [3]), out: NDArray(.float64, shape: [3]))
    }
    #expect(
      error?.message == "non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)")
  }

  @Test func namesTheShapesThatDoNotBroadcast() throws {
    let error = #expect(throws: ArrayError.self) {
      try NDArray.apply(.add, NDArray(.float64, shape: [2, 3]), NDArray(.float64, shape: [4]))
    }
    #expect(error?.message == "operands could not be broadcast together with shapes (2,3) (4,) ")
  }

  @Test func warnsOfOverflowingIntegerScalars() throws {
    var messages: [String] = []
    #expect(try Scalar.apply(.add, .int64(.max), .int64(1)) { messages.append($0) } == .int64(.min))
    #expect(try Scalar.apply(.multiply, .uint8(200), .uint8(2)) { messages.append($0) } == .uint8(144))
    #expect(try Scalar.apply(.divide, .float64(1), .float64(0)) { messages.append($0) } == .float64(.infinity))
    #expect(
      messages == [
        "overflow encountered in scalar add", "overflow encountered in scalar multiply",
        "divide by zero encountered in scalar divide",
      ])
  }

  @Test func raisesToScalarPowersByMultiplication() throws {
    let x = try NDArray([0.1, -0.0, -3.7, .infinity], shape: [4])
    #expect(
      try encodeArray(NDArray.raise(x, to: NDArray(scalar: Int64(2)))) == encodeArray(NDArray.apply(.multiply, x, x)))
    #expect(try encodeArray(NDArray.raise(x, to: NDArray(scalar: 0.5))) == encodeArray(NDArray.apply(.sqrt, to: x)))
    #expect(
      try encodeArray(NDArray.raise(x, to: NDArray(scalar: -1.0))) == encodeArray(NDArray.apply(.reciprocal, to: x)))
    let error = #expect(throws: ArrayError.self) {
      try NDArray.raise(NDArray([Int64(2)], shape: [1]), to: NDArray(scalar: Int64(-1)))
    }
    #expect(error?.message == "Integers to negative integer powers are not allowed.")
  }
}

/// An array's field with every nan written as the usual one.
func resultBits(_ array: NDArray) throws -> String {
  let copy = try array.copy()
  for index in 0..<copy.count {
    switch copy.scalar(atOffset: index) {
    case .float64(let value) where value.isNaN: copy.store(.float64(.nan), atOffset: index)
    case .float32(let value) where value.isNaN: copy.store(.float32(.nan), atOffset: index)
    default: break
    }
  }
  return try encodeArray(copy)
}

/// How many representable numbers lie between the elements, at most. nan is equal to nan.
func largestUlpDistance(_ a: NDArray, _ b: NDArray) throws -> Int64 {
  var result: Int64 = 0
  for index in 0..<a.count {
    switch (a.scalar(atOffset: index), b.scalar(atOffset: index)) {
    case (.float64(let x), .float64(let y)):
      if x.isNaN != y.isNaN { return .max }
      if !x.isNaN { result = max(result, (place(x) &- place(y)).magnitude > 1 << 62 ? .max : abs(place(x) - place(y))) }
    case (.float32(let x), .float32(let y)):
      if x.isNaN != y.isNaN { return .max }
      if !x.isNaN { result = max(result, abs(place(x) - place(y))) }
    case (let x, let y):
      if x != y { return .max }
    }
  }
  return result
}

private func place(_ value: Double) -> Int64 {
  let bits = Int64(bitPattern: value.bitPattern)
  return bits < 0 ? .min &- bits : bits
}

private func place(_ value: Float) -> Int64 {
  let bits = Int32(bitPattern: value.bitPattern)
  return Int64(bits < 0 ? .min &- bits : bits)
}
