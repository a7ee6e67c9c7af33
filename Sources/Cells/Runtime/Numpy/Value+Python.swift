import Arrays

extension Value {
  /// An element as Python's own number or truth value: what `item` and `tolist` give.
  init(python scalar: Scalar) {
    switch scalar {
    case .bool(let value): self = .bool(value)
    case .uint8(let value): self = .int(Int(value))
    case .int64(let value): self = .int(Int(value))
    case .float32(let value): self = .float(Double(value))
    case .float64(let value): self = .float(value)
    }
  }

  /// Nested lists of Python's numbers; a number where the array has no axes.
  init(nested array: NDArray) {
    guard array.rank > 0 else {
      self.init(python: array.scalar())
      return
    }
    let (shape, strides) = (Dims(array.shape.dropFirst()), Dims(array.strides.dropFirst()))
    self.init(
      list: (0..<array.shape[0]).map { index in
        let offset = index * array.strides[0]
        if shape.isEmpty { return Value(python: array.scalar(atOffset: offset)) }
        return Value(nested: array.with(shape: shape, strides: strides, offset: array.offset + offset))
      })
  }
}
