import Cells
import Markup

/// Python with its words in `span` elements, whose classes name their roles. The text stays what it is, also where
/// Python cannot read it.
enum HighlightedCode {
  static func markup(of code: String) -> String {
    let bytes = Array(code.utf8)
    let text = { (range: Range<Int>) in HTMLText.escaped(String(decoding: bytes[range], as: UTF8.self)) }
    var markup = ""
    var end = 0
    for piece in SyntaxColouring.pieces(of: code) {
      markup += text(end..<piece.range.lowerBound)
      markup += "<span class=\"\(className(of: piece.role))\">\(text(piece.range))</span>"
      end = piece.range.upperBound
    }
    return markup + text(end..<bytes.count)
  }

  static let classNames: Set = [
    "code", "keyword", "constant", "number", "string", "comment", "command", "builtin", "definition", "decorator",
  ]

  private static func className(of role: SyntaxRole) -> String {
    switch role {
    case .keyword: "keyword"
    case .constant: "constant"
    case .number: "number"
    case .string: "string"
    case .comment: "comment"
    case .command: "command"
    case .builtin: "builtin"
    case .definition: "definition"
    case .decorator: "decorator"
    }
  }

  /// A fenced block in prose; `nil` where it is not Python.
  static func block(_ code: String, info: String) -> String? {
    CommonMark.isPython(InfoString.language(of: info)) ? block(code) : nil
  }

  /// A block of code.
  static func block(_ code: String) -> String { "<pre class=\"code\"><code>\(markup(of: code))</code></pre>\n" }
}
