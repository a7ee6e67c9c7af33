import Arrays
import GoldenFiles
import Layers
import Testing

@Suite("The layers give what plain NumPy loops give")
struct GoldenTests {
  static let exact = goldenCases("layers.txt")

  @Test("the golden file covers all eight functions")
  func goldenFileIsComplete() {
    #expect(Set(Self.exact.map { $0[1] }) == Set(LayerFunction.allCases.map(\.rawValue)))
    #expect(Self.exact.count > 500)
  }

  @Test("float64 has the same bits", arguments: exact)
  func sameBits(golden: GoldenCase) throws {
    let layerCase = try LayerCase(golden)
    #expect(try layerCase.results().map(result) == layerCase.expected)
  }

  @Test(
    "the reference kernels have the same bits",
    arguments: exact.filter { !$0[1].hasSuffix("forward") || $0.line % 2 == 0 })
  func sameBitsInReference(golden: GoldenCase) throws {
    let layerCase = try LayerCase(golden)
    #expect(try layerCase.results(.reference).map(result) == layerCase.expected)
  }

  @Test("float32 stays float32 and comes within 1e-5 of float64", arguments: goldenCases("float32.txt"))
  func closeInFloat32(golden: GoldenCase) throws {
    let layerCase = try LayerCase(golden)
    let results = try layerCase.results()
    #expect(results.count == layerCase.expected.count)
    for (actual, expected) in zip(results, layerCase.expected) {
      #expect(actual.dtype == .float32)
      let expected = try decodeArray(expected)
      #expect(actual.shape == expected.shape)
      let exact = try numbers(expected)
      let scale = exact.map(abs).max() ?? 0
      for (left, right) in zip(try numbers(actual), exact) { #expect(abs(left - right) <= 1e-5 * max(scale, 1e-3)) }
    }
  }

  @Test("padding keeps Fortran order as np.pad does")
  func paddingKeepsFortranOrder() throws {
    for golden in Self.exact where golden[2].contains("order=") {
      let padded = try #require(try LayerCase(golden).results().first)
      #expect(padded.isFortranContiguous == golden[2].contains("order=F"))
      #expect(padded.isContiguous == golden[2].contains("order=C"))
    }
  }
}

@Suite("The layers give what the course's cells print")
struct StandardCellTests {
  static let cases = goldenCases("standard.txt")

  @Test("the standard cells have the same bits", arguments: cases)
  func sameBits(golden: GoldenCase) throws {
    let layerCase = try LayerCase(golden)
    #expect(try layerCase.results().map(bits) == layerCase.expected)
  }

  private func results(_ name: String) throws -> [NDArray] {
    try LayerCase(try #require(Self.cases.first { $0[0].hasSuffix(name) })).results()
  }

  private func mean(_ array: NDArray) throws -> Double {
    let all = try numbers(array)
    return all.reduce(0, +) / Double(all.count)
  }

  /// Numbers as NumPy prints arrays: eight digits after the point.
  private func isPrinted(_ numbers: some Sequence<Double>, _ expected: [Double]) -> Bool {
    zip(numbers, expected).allSatisfy { abs($0 - $1) <= 0.5e-8 }
  }

  @Test("conv_single_step prints Z = -6.999089450680221")
  func singleStep() throws {
    #expect(try results("conv_single_step")[0].scalar() == .float64(-6.999089450680221))
  }

  @Test("conv_forward prints its mean and Z[0, 2, 1]")
  func convolutionForward() throws {
    let z = try results("conv_forward 2021")[0]
    #expect(z.shape == [2, 3, 4, 8])
    #expect(abs(try mean(z) - 0.5511276474566768) < 1e-15)
    let place = (2 * 4 + 1) * 8
    #expect(
      isPrinted(
        try numbers(z)[place..<place + 8],
        [-2.17796037, 8.07171329, -0.5772704, 3.36286738, 4.48113645, -2.89198428, 10.99288867, 3.03171932]))
    let older = try results("conv_forward 2017")[0]
    #expect(abs(try mean(older) - 0.0489952035289) < 1e-13)
    let olderPlace = ((3 * older.shape[1] + 2) * older.shape[2] + 1) * 8
    #expect(
      isPrinted(
        try numbers(older)[olderPlace..<olderPlace + 8],
        [-0.61490741, -6.7439236, -2.55153897, 1.75698377, 3.56208902, 0.53036437, 5.18531798, 8.75898442]))
  }

  @Test("conv_backward prints the means of dA, dW and db")
  func convolutionBackward() throws {
    let means = try results("conv_backward").map(mean)
    for (actual, expected) in zip(means, [1.4524377775388075, 1.7269914583139097, 7.839232564616838]) {
      #expect(abs(actual - expected) < 1e-13)
    }
  }

  @Test("pool_forward prints the pooled numbers")
  func poolingForward() throws {
    let pooled = try Self.cases.filter { $0[1] == "pool_forward" }.map { try LayerCase($0).results()[0] }
    #expect(
      isPrinted(
        try numbers(pooled[0]), [1.74481176, 0.86540763, 1.13376944, 1.13162939, 1.51981682, 2.18557541]))
    #expect(
      isPrinted(
        try numbers(pooled[1]), [0.02105773, -0.20328806, -0.40389855, -0.22154621, 0.51716526, 0.48155844]))
  }

  @Test("pool_backward prints dA_prev[1, 1]")
  func poolingBackward() throws {
    let gradients = try Self.cases.filter { $0[1] == "pool_backward" }.map { try LayerCase($0).results()[0] }
    let place = (5 + 1) * 3 * 2
    #expect(
      isPrinted(try numbers(gradients[0])[place..<place + 6], [0, 0, 5.05844394, -1.68282702, 0, 0]))
    #expect(
      isPrinted(
        try numbers(gradients[1])[place..<place + 6],
        [0.08485462, 0.2787552, 1.26461098, -0.25749373, 1.17975636, -0.53624893]))
  }
}
