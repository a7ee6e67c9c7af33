import Arrays

/// Takes values off the front of an input; zeros once it is used up.
struct InputBytes {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isEmpty: Bool { rest.isEmpty }

  mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  mutating func word() -> UInt64 { (0..<8).reduce(0) { word, _ in word << 8 | UInt64(byte()) } }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[Int(byte()) % elements.count] }
}

/// Prints an array of any elements, shape and options, and each element alone; what `repr` writes reads back the same.
func fuzzPrinting(_ input: [UInt8]) {
  var input = InputBytes(input)
  var options = PrintOptions(style: input.pick(PrintStyle.allCases))
  options.precision = input.pick([8, 0, 1, 3, 17, 40, nil])
  options.threshold = input.pick([1000, 0, 5])
  options.edgeItems = input.pick([3, 0, 1, 2])
  options.lineWidth = input.pick([75, 0, 1, 20, Int.max])
  options.suppress = input.byte() & 1 == 1
  options.sign = input.pick(PrintOptions.Sign.allCases)
  options.floatMode = input.pick(PrintOptions.FloatMode.allCases)
  let dtype = input.pick(DType.allCases)
  let shape = (0..<Int(input.byte() % 4)).map { _ in Int(input.byte() % 7) }
  let count = shape.reduce(1, *)
  let words = (0..<count).map { _ in input.word() }

  for word in words.prefix(16) {
    let double = Double(bitPattern: word)
    reads(double, FloatText.repr(double))
    let single = Float(bitPattern: UInt32(truncatingIfNeeded: word))
    let again = FloatText.parse(FloatText.repr(single)).map { Float($0) }
    promise(single.isNaN ? again?.isNaN == true : again?.bitPattern == single.bitPattern, "float32 reads back")
    let digits = Int(word % 30)
    for text in [
      FloatText.fixed(double, digits: digits), FloatText.exponent(double, digits: digits),
      FloatText.general(double, digits: digits), FloatText.exponent(double, digits: 17),
    ] {
      promise(FloatText.parse(text) != nil, "\(text) is a number")
    }
    reads(double, FloatText.exponent(double, digits: 16))
  }
  guard let array = try? array(dtype, words, Dims(shape)) else { return }
  _ = try? array.text(options)
  _ = try? array.representation(options)
  _ = try? array.transposed.formatted(options, separator: ", ", prefix: "array(", suffix: ")")
}

private func reads(_ value: Double, _ text: String) {
  let again = FloatText.parse(text)
  promise(value.isNaN ? again?.isNaN == true : again?.bitPattern == value.bitPattern, "\(text) reads back")
}

private func array(_ dtype: DType, _ words: [UInt64], _ shape: Dims) throws(ArrayError) -> NDArray {
  switch dtype {
  case .bool: try NDArray(words.map { $0 & 1 == 1 }, shape: shape)
  case .uint8: try NDArray(words.map { UInt8(truncatingIfNeeded: $0) }, shape: shape)
  case .int64: try NDArray(words.map { Int64(bitPattern: $0) }, shape: shape)
  case .float32: try NDArray(words.map { Float(bitPattern: UInt32(truncatingIfNeeded: $0)) }, shape: shape)
  case .float64: try NDArray(words.map { Double(bitPattern: $0) }, shape: shape)
  }
}
