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
}
