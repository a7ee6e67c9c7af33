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
    unicodeScalars.contains { $0.isControl && $0 != "\n" && $0 != "\t" }
  }

  /// The text of an `escaped` block: newlines and tabs stay.
  package var controlsEscaped: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      if scalar == "\\" {
        text += "\\\\"
      } else if scalar.isControl, scalar != "\n", scalar != "\t" {
        text += scalar.controlEscape
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  package struct BadEscape: Error, Sendable {
    /// As written: `\q`.
    package let text: String
    /// Newlines before it.
    package let lineOffset: Int
  }

  /// The inverse of `controlsEscaped`.
  package func controlsUnescaped() throws(BadEscape) -> String {
    var result = String.UnicodeScalarView()
    var rest = unicodeScalars[...]
    var lineOffset = 0
    while let scalar = rest.popFirst() {
      if scalar == "\n" { lineOffset += 1 }
      guard scalar == "\\" else {
        result.append(scalar)
        continue
      }
      let name = rest.popFirst()
      switch name {
      case "\\": result.append("\\")
      case "n": result.append("\n")
      case "r": result.append("\r")
      case "t": result.append("\t")
      case "x":
        let digits = String(String.UnicodeScalarView(rest.prefix(2)))
        rest = rest.dropFirst(2)
        guard digits.utf8.count == 2, !digits.hasPrefix("+"), let value = UInt8(digits, radix: 16) else {
          throw BadEscape(text: "\\x" + digits, lineOffset: lineOffset)
        }
        result.append(Unicode.Scalar(value))
      default:
        throw BadEscape(text: "\\" + (name.map { String($0) } ?? ""), lineOffset: lineOffset)
      }
    }
    return String(result)
  }
}
