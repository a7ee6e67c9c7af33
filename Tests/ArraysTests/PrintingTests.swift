import Arrays
import GoldenFiles
import Testing

@Suite struct PrintingTests {
  @Test(arguments: PrintStyle.allCases)
  func `Arrays and scalars print as NumPy prints them`(style: PrintStyle) throws {
    let cases = goldenCases("printing_arrays.txt").filter { $0[1] == style.rawValue }
    #expect(cases.count > 400)
    for golden in cases {
      let options = try PrintOptions(style: style, described: golden[2])
      let array = try golden.array(3)
      let note = "line \(golden.line): \(golden[2])"
      if golden[0] == "scalar" {
        #expect(array.scalar().text(style) == golden[4], "\(note)")
        #expect(array.scalar().representation(style) == golden[5], "\(note)")
      } else {
        #expect(try array.text(options) == golden[4], "\(note)")
        #expect(try array.representation(options) == golden[5], "\(note)")
      }
    }
  }

  @Test func `Long arrays are wrapped and summarised`() throws {
    let cases = goldenCases("printing_long.txt")
    #expect(cases.count > 100)
    for golden in cases {
      let options = PrintOptions(style: try #require(PrintStyle(rawValue: golden[1])))
      let array = try steps(golden[0], shape: Dims(golden[2].split(separator: ",").compactMap { Int($0) }))
      #expect(try array.text(options) == golden[3], "line \(golden.line)")
      #expect(try array.representation(options) == golden[4], "line \(golden.line)")
    }
  }

  @Test func `Separators, prefixes and suffixes move and shorten lines`() throws {
    let cases = goldenCases("printing_array2string.txt")
    #expect(cases.count > 200)
    for golden in cases {
      let options = PrintOptions(style: try #require(PrintStyle(rawValue: golden[0])))
      let text = try golden.array(4).formatted(options, separator: golden[1], prefix: golden[2], suffix: golden[3])
      #expect(text == golden[5], "line \(golden.line)")
    }
  }

  @Test func `Views print what they show`() throws {
    let array = try NDArray([1, 2, 3, 4, 5, 6] as [Int64], shape: [2, 3])
    let options = PrintOptions()
    #expect(try array.transposed.text(options) == "[[1 4]\n [2 5]\n [3 6]]")
    let reversed = array.with(shape: [3], strides: [-2], offset: 5)
    #expect(try reversed.representation(options) == "array([6, 4, 2])")
    let repeated = array.with(shape: [2, 2], strides: [0, 1])
    #expect(try repeated.text(options) == "[[1 2]\n [1 2]]")
  }

  @Test func `Options that do not go together are refused`() throws {
    var options = PrintOptions()
    try options.validate()
    options.precision = nil
    try options.validate()
    options.floatMode = .fixed
    #expect(throws: ArrayError.self) { try options.validate() }
    options.precision = -1
    #expect(throws: ArrayError.self) { try NDArray([0.5], shape: [1]).text(options) }
  }

  @Test func `Without a precision floats get all their digits`() throws {
    var options = PrintOptions()
    options.precision = nil
    let array = try NDArray([1.0 / 3, 0.5], shape: [2])
    #expect(try array.text(options) == "[0.3333333333333333 0.5               ]")
  }

  /// The arrays of printing_long: what stands in a place depends on its number only.
  private func steps(_ name: String, shape: Dims) throws -> NDArray {
    let numbers = 0..<(shape.product ?? 0)
    switch name {
    case "int64": return try NDArray(numbers.map { Int64($0) }, shape: shape)
    case "uint8": return try NDArray(numbers.map { UInt8(truncatingIfNeeded: $0) }, shape: shape)
    case "bool": return try NDArray(numbers.map { $0 % 3 == 0 }, shape: shape)
    case "float32": return try NDArray(numbers.map { Float(Double($0) / 8 - 3) }, shape: shape)
    case "float64": return try NDArray(numbers.map { Double($0) / 8 - 3 }, shape: shape)
    default:
      return try NDArray(
        numbers.map { number in
          let base = Double(number) / 8 - 3
          return base * base * base / 7
        }, shape: shape)
    }
  }
}

private struct UnknownOption: Error { let name: String }

extension PrintOptions {
  /// Reads `precision=3;suppress=True`, with the names of `np.set_printoptions`.
  fileprivate init(style: PrintStyle, described: String) throws {
    self.init(style: style)
    for part in described.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      let value = sides[1]
      switch sides[0] {
      case "precision": precision = Int(value)
      case "threshold": threshold = try #require(Int(value))
      case "edgeitems": edgeItems = try #require(Int(value))
      case "linewidth": lineWidth = try #require(Int(value))
      case "suppress": suppress = value == "True"
      case "nanstr": nanText = value
      case "infstr": infText = value
      // NumPy forgets the sign when it goes over to the old style.
      case "sign": sign = style == .numpy113 ? .minusOnly : try #require(Sign(rawValue: value))
      case "floatmode": floatMode = try #require(FloatMode(rawValue: value))
      default: throw UnknownOption(name: sides[0])
      }
    }
  }
}
