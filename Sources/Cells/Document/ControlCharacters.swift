/// Control characters other than tab and newline are written as escapes: in recorded outputs, so that they survive
/// editors and line-end conversions, and in messages, so that a notebook cannot drive the reader's terminal.
extension Unicode.Scalar {
  /// C0 and C1 controls and DEL.
  package var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }

  fileprivate var controlEscape: String {
    switch self {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      let digits = String(value, radix: 16)
      return "\\x" + (digits.count < 2 ? "0" : "") + digits
    }
  }
}

extension String {
  /// For one line of a message or a difference: every control character as its escape.
  package var visible: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isControl { text += scalar.controlEscape } else { text.unicodeScalars.append(scalar) }
    }
  }

  /// Whether a recorded output can hold this text only as escapes.
  package var needsEscapes: Bool {
    var text = self
    return text.withUTF8 { bytes in bytes.indices.contains { String.escapedControl(bytes, at: $0) != nil } }
  }

  /// The text of an `escaped` block: newlines and tabs stay. O(length).
  package var controlsEscaped: String {
    var text = self
    var escaped: [UInt8] = []
    text.withUTF8 { bytes in
      escaped.reserveCapacity(bytes.count)
      var index = 0
      while index < bytes.count {
        if let control = String.escapedControl(bytes, at: index) {
          escaped += control.controlEscape.utf8
          index += UTF8.width(control)
        } else {
          if bytes[index] == UInt8(ascii: "\\") { escaped.append(bytes[index]) }
          escaped.append(bytes[index])
          index += 1
        }
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// The control character other than newline and tab that starts at an offset.
  private static func escapedControl(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Unicode.Scalar? {
    switch bytes[index] {
    case 0x09, 0x0A: nil
    case 0..<0x20, 0x7F: Unicode.Scalar(bytes[index])
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0: Unicode.Scalar(bytes[index + 1])
    default: nil
    }
  }

  package struct BadEscape: Error, Sendable {
    /// As written: `\q`.
    package let text: String
    /// Newlines before it.
    package let lineOffset: Int
  }

  /// The inverse of `controlsEscaped`. O(length).
  package func controlsUnescaped() throws(BadEscape) -> String {
    let bytes = Array(utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let length: Int
      switch index + 1 < bytes.count ? bytes[index + 1] : 0 {
      case UInt8(ascii: "\\"):
        result.append(UInt8(ascii: "\\"))
        length = 2
      case UInt8(ascii: "n"):
        result.append(0x0A)
        length = 2
      case UInt8(ascii: "r"):
        result.append(0x0D)
        length = 2
      case UInt8(ascii: "t"):
        result.append(0x09)
        length = 2
      case UInt8(ascii: "x"):
        let digits = String(decoding: bytes[(index + 2)...].prefix(2), as: UTF8.self)
        guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit), let value = UInt8(digits, radix: 16) else {
          throw badEscape(bytes, at: index, length: 4)
        }
        result.append(contentsOf: UTF8.encode(Unicode.Scalar(value)) ?? UTF8.encodedReplacementCharacter)
        length = 4
      default:
        throw badEscape(bytes, at: index, length: 2)
      }
      index += length
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// - Parameter length: in characters.
  private func badEscape(_ bytes: [UInt8], at index: Int, length: Int) -> BadEscape {
    let rest = String(decoding: bytes[index...].prefix(4 * length), as: UTF8.self).unicodeScalars.prefix(length)
    return BadEscape(text: String(String.UnicodeScalarView(rest)), lineOffset: bytes[..<index].count { $0 == 0x0A })
  }
}
