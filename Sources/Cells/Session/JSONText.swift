/// A JSON value and its text (RFC 8259).
package indirect enum JSONText: Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONText])
  /// Members keep their order.
  case object([(String, JSONText)])

  /// Indented by two blanks a level, without a final newline.
  package func text(indent: String = "") -> String {
    let inner = indent + "  "
    func block(_ open: String, _ items: [String], _ close: String) -> String {
      items.isEmpty
        ? open + close : "\(open)\n" + items.map { inner + $0 }.joined(separator: ",\n") + "\n\(indent)\(close)"
    }
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .number(let value):
      if let integer = Int(exactly: value) { return "\(integer)" }
      return value.isFinite ? "\(value)" : "null"
    case .string(let text): return JSONText.quoted(text)
    case .array(let items): return block("[", items.map { $0.text(indent: inner) }, "]")
    case .object(let members):
      return block("{", members.map { "\(JSONText.quoted($0)): \($1.text(indent: inner))" }, "}")
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
