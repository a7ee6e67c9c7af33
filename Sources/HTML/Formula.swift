/// A TeX formula in prose.
struct Formula: Equatable {
  /// Without its marks.
  let tex: String
  /// As written, with its marks.
  let source: String
  /// On a line of its own.
  let isDisplayed: Bool

  /// MathML, or the TeX text where it has commands that this program does not know.
  var markup: String {
    let mode = isDisplayed ? " display" : ""
    if let mathML = MathML.markup(of: self) { return "<span class=\"math\(mode)\">\(mathML)</span>" }
    return "<span class=\"math\(mode) tex\">\(HTMLText.escaped(tex.trimmed))</span>"
  }
}

/// Markdown whose formulas are taken out, so that its reader takes no `_` and `\` in them for its own.
struct ProseWithoutFormulas {
  /// In place of each formula stands a mark: its number between two characters that Markdown leaves alone.
  private(set) var text: String
  private(set) var formulas: [Formula] = []

  static let markStart = Unicode.Scalar(0xE000 as UInt16) ?? " "
  static let markEnd = Unicode.Scalar(0xE001 as UInt16) ?? " "

  init(_ markdown: String) {
    text = ""
    guard markdown.utf8.contains(UInt8(ascii: "$")) || markdown.utf8.contains(UInt8(ascii: "\\")) else {
      text = markdown
      return
    }
    var scanner = FormulaScanner(Array(markdown.utf8))
    var result: [UInt8] = []
    while let (plain, formula) = scanner.next() {
      result += plain
      if let formula {
        result += "\(Self.markStart)\(formulas.count)\(Self.markEnd)".utf8
        formulas.append(formula)
      }
    }
    text = String(decoding: result, as: UTF8.self)
  }
}

extension String {
  /// Without blanks and line ends at both ends.
  var trimmed: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text.drop { $0.isWhitespace })
  }
}
