import Cells

/// Text in HTML: nothing that it holds is markup.
enum HTMLText {
  /// For element contents and for attributes in double quotes. Control characters, which HTML cannot hold, are shown as
  /// escapes: `\x07`.
  static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      ($0 >= 0x20 && $0 < 0x7F && $0 != 0x26 && $0 != 0x3C && $0 != 0x3E && $0 != 0x22) || $0 == 0x0A || $0 == 0x09
    }
    if isPlain { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.isControl: result += String(scalar).visible
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// ` name="value"`
  static func attribute(_ name: String, _ value: String) -> String { " \(name)=\"\(escaped(value))\"" }

  /// A `pre` element. The line end after its tag is not part of its text.
  static func preformatted(_ markup: String, className: String) -> String {
    "<pre class=\"\(className)\">\n\(markup)</pre>\n"
  }
}
