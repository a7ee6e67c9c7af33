import Arrays

extension PlainValue {
  /// An expression of the cell language that gives this value again; `nil` for an opaque one.
  var expressionText: String? {
    switch self {
    case .none: return "None"
    case .bool(let value): return value ? "True" : "False"
    case .int(let value): return "\(value)"
    case .bigInt(let text): return text
    case .float(let value): return PlainValue.text(of: value)
    case .text(let text):
      var quoted: [UInt8] = []
      JSONLayout(indent: nil).write(JSONString(text), to: &quoted)
      return String(decoding: quoted, as: UTF8.self)
    case .bytes(let bytes): return "bytes([\(bytes.map { "\($0)" }.joined(separator: ", "))])"
    case .scalar(let scalar):
      return "np.\(scalar.dtype == .bool ? "bool_" : scalar.dtype.name)(\(PlainValue.text(of: scalar)))"
    case .array(let plain):
      guard let array = try? plain.array() else { return nil }
      let dtype = plain.dtype == .bool ? "bool" : "np.\(plain.dtype.name)"
      let numbers = (0..<array.count).map { PlainValue.text(of: array.scalar(atOffset: $0)) }
      let shape = plain.shape.map { "\($0)" }.joined(separator: ", ")
      return "np.array([\(numbers.joined(separator: ", "))], dtype=\(dtype)).reshape(\(shape.isEmpty ? "()" : shape))"
    case .list(let elements): return PlainValue.joined(elements).map { "[\($0)]" }
    case .tuple(let elements): return PlainValue.joined(elements).map { "(\($0)\(elements.count == 1 ? "," : ""))" }
    case .dict(let pairs):
      var texts: [String] = []
      for pair in pairs {
        guard let key = pair.key.expressionText, let value = pair.value.expressionText else { return nil }
        texts.append("\(key): \(value)")
      }
      return "{\(texts.joined(separator: ", "))}"
    case .opaque: return nil
    }
  }

  private static func joined(_ elements: [PlainValue]) -> String? {
    let texts = elements.compactMap(\.expressionText)
    return texts.count == elements.count ? texts.joined(separator: ", ") : nil
  }

  private static func text(of scalar: Scalar) -> String {
    switch scalar {
    case .bool(let value): value ? "True" : "False"
    case .uint8(let value): "\(value)"
    case .int64(let value): "\(value)"
    case .float32(let value): text(of: Double(value))
    case .float64(let value): text(of: value)
    }
  }

  private static func text(of value: Double) -> String {
    value.isNaN ? "np.nan" : value.isInfinite ? (value < 0 ? "-np.inf" : "np.inf") : "\(value)"
  }
}
