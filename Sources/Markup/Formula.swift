/// A TeX formula in prose.
package struct Formula: Equatable, Sendable {
  /// Without its marks.
  package let tex: String
  /// As written, with its marks.
  package let source: String
  /// On a line of its own.
  package let isDisplayed: Bool

  package init(tex: String, source: String, isDisplayed: Bool) {
    self.tex = tex
    self.source = source
    self.isDisplayed = isDisplayed
  }
}

/// Markdown whose formulas are taken out, so that its reader takes no `_` and `\` in them for its own.
package struct ProseWithoutFormulas {
  /// In place of each formula stands a mark: its number between two characters that Markdown leaves alone.
  package private(set) var text: String
  package private(set) var formulas: [Formula] = []

  private static let markStart = Unicode.Scalar(0xE000 as UInt16) ?? " "
  private static let markEnd = Unicode.Scalar(0xE001 as UInt16) ?? " "

  package init(_ markdown: String) {
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

  /// Cuts text that was made of `text` at the marks of formulas: what stands in front of each, and the formula; the
  /// last part has none.
  package static func parts(of text: String, _ formulas: [Formula]) -> [(String, Formula?)] {
    guard !formulas.isEmpty, text.unicodeScalars.contains(markStart) else { return [(text, nil)] }
    let pieces = text.unicodeScalars.split(separator: markStart, omittingEmptySubsequences: false)
    var parts: [(String, Formula?)] = [(String(pieces[0]), nil)]
    for piece in pieces.dropFirst() {
      let end = piece.firstIndex(of: markEnd)
      if let end, let number = Int(String(piece[..<end])), formulas.indices.contains(number) {
        parts[parts.count - 1].1 = formulas[number]
        parts.append((String(piece[piece.index(after: end)...]), nil))
      } else {
        parts.append((String(piece), nil))
      }
    }
    return parts
  }

  /// The text with its formulas as they were written.
  package static func restored(_ text: String, _ formulas: [Formula]) -> String {
    parts(of: text, formulas).map { $0.0 + ($0.1?.source ?? "") }.joined()
  }
}

extension String {
  /// Without blanks and line ends at both ends.
  package var trimmed: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text.drop { $0.isWhitespace })
  }
}
