/// How one array's elements are written.
enum ElementFormat {
  case bool(width: Int)
  case integer(width: Int)
  case float(FloatFormat)

  /// Looks at the elements at these offsets.
  init(of array: NDArray, at offsets: [Int], options: PrintOptions) throws(ArrayError) {
    func range<T: Element & Comparable & BinaryInteger>(_ type: T.Type) -> ElementFormat {
      let elements = array.pointer(type)
      let values = offsets.lazy.map { elements[$0] }
      return .integer(
        width: max(String(values.min() ?? 0).utf8.count, String(values.max() ?? 0).utf8.count))
    }
    func measured(_ values: [Double], isSingle: Bool) throws(ArrayError) -> ElementFormat {
      .float(
        try FloatFormat(measuring: values, isSingle: isSingle, isScalar: array.rank == 0, options: options))
    }
    switch array.dtype {
    case .bool: self = .bool(width: array.rank == 0 ? 0 : 5)
    case .uint8: self = range(UInt8.self)
    case .int64: self = range(Int64.self)
    case .float32:
      let elements = array.pointer(Float.self)
      self = try measured(offsets.map { Double(elements[$0]) }, isSingle: true)
    case .float64:
      let elements = array.pointer(Double.self)
      self = try measured(offsets.map { elements[$0] }, isSingle: false)
    }
  }

  func append(_ element: Scalar, to text: inout [UInt8]) {
    switch (self, element) {
    case (.float(let format), _): format.append(element.cast(to: Double.self), to: &text)
    case (.bool(let width), .bool(let value)): append(value ? "True" : "False", width: width, to: &text)
    case (.bool(let width), _), (.integer(let width), _):
      append(String(element.cast(to: Int64.self)), width: width, to: &text)
    }
  }

  private func append(_ word: String, width: Int, to text: inout [UInt8]) {
    text.append(repeating: " ", count: width - word.utf8.count)
    text.append(contentsOf: word.utf8)
  }
}
