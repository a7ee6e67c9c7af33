extension Scalar {
  /// `str(x)` of a NumPy scalar.
  public func text(_ style: PrintStyle) -> String {
    switch (style, self) {
    case (.numpy113, .float64(let value)): Scalar.rounded(value, digits: 12)
    case (.numpy113, .float32(let value)): Scalar.rounded(Double(value), digits: 6)
    case (.numpy126, .float32(let value)): FloatText.repr(value)
    default: pythonText
    }
  }

  /// `repr(x)` of a NumPy scalar.
  public func representation(_ style: PrintStyle) -> String {
    switch (style, self) {
    case (.numpy113, .float64(let value)): Scalar.rounded(value, digits: 17)
    case (.numpy113, .float32(let value)): Scalar.rounded(Double(value), digits: 8)
    default: text(style)
    }
  }

  /// `repr(x.item())`: the Python number with the same value.
  package var pythonText: String {
    switch self {
    case .bool(let value): value ? "True" : "False"
    case .uint8(let value): String(value)
    case .int64(let value): String(value)
    case .float32(let value): FloatText.repr(Double(value))
    case .float64(let value): FloatText.repr(value)
    }
  }

  /// So many digits that count; `.0` where it would look like an integer.
  private static func rounded(_ value: Double, digits: Int) -> String {
    let text = FloatText.general(value, digits: digits)
    let looksIntegral = text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (48...57).contains($0) }
    return looksIntegral ? text + ".0" : text
  }
}
