import Arrays

/// What a plain value is to a comparison: numbers and truth values are arrays without axes.
package struct PlainNumbers {
  enum Kind: String {
    case truth = "truth values"
    case integer = "integers"
    case floating = "floating-point numbers"
  }

  let kind: Kind
  /// As messages name it: `float64`, `int`.
  let dtypeName: String
  package let shape: [Int]
  package let values: [Double]
  /// Whether it is one of Python's or NumPy's own numbers and no array.
  let isSingle: Bool

  /// `nil` for what is no number and no array.
  package init?(_ value: PlainValue) {
    switch value {
    case .bool(let value): self.init(.truth, "bool", [value ? 1 : 0])
    case .int(let value): self.init(.integer, "int", [Double(value)])
    case .float(let value): self.init(.floating, "float", [value])
    case .scalar(let scalar):
      self.init(Kind(scalar.dtype), scalar.dtype.name, [scalar.cast(to: Double.self)])
    case .array(let plain):
      guard let array = try? plain.array(), let tensor = try? Tensor(array) else { return nil }
      self.init(Kind(plain.dtype), plain.dtype.name, tensor.values, shape: tensor.shape, isSingle: false)
    default: return nil
    }
  }

  private init(_ kind: Kind, _ dtypeName: String, _ values: [Double], shape: [Int] = [], isSingle: Bool = true) {
    self.kind = kind
    self.dtypeName = dtypeName
    self.shape = shape
    self.values = values
    self.isSingle = isSingle
  }

  var tensor: Tensor { Tensor(shape, values) }
}

extension PlainNumbers.Kind {
  init(_ dtype: DType) { self = dtype == .bool ? .truth : dtype.isInteger ? .integer : .floating }
}
