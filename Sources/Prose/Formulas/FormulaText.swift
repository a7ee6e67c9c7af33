import Cells
import Markup

/// Formulas as text that can be read aloud: `n_H = ⌊(n_H_prev − f + 2 × pad)/stride⌋ + 1`.
package enum FormulaText {
  /// Narrower formulas in running text stay in one piece.
  private static let narrow = 24

  /// On one line. Blanks at which the formula is not to be broken are no-break blanks.
  package static func inline(_ formula: Formula) -> String {
    let text = oneLine(formula)
    return text.displayWidth > narrow ? text : String(text.map { $0 == " " ? "\u{A0}" : $0 })
  }

  /// On lines of its own.
  package static func displayed(_ formula: Formula, width: Int) -> [String] {
    guard let tex = try? TeXFormula(formula.tex) else { return wrapped(source(formula), width) }
    let box = FormulaWriter(hasLines: true).box(of: tex)
    if box.width <= width { return box.lines }
    return FormulaWriter(hasLines: false).rows(of: tex).flatMap { wrapped($0, width) }
  }

  private static func oneLine(_ formula: Formula) -> String {
    guard let tex = try? TeXFormula(formula.tex) else { return source(formula) }
    return FormulaWriter(hasLines: false).rows(of: tex).joined(separator: "; ")
  }

  /// What cannot be read stays as it was written.
  private static func source(_ formula: Formula) -> String {
    formula.tex.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Broken at its widest blanks first, then at others.
  private static func wrapped(_ text: String, _ width: Int) -> [String] {
    if text.displayWidth <= width { return [text] }
    let parts = text.split(separator: FormulaWriter.quad).map { String($0).trimmed }.filter { !$0.isEmpty }
    return parts.flatMap { part in
      var lines: [String] = []
      for word in part.split(separator: " ") {
        if let last = lines.last, last.displayWidth + 1 + String(word).displayWidth <= width {
          lines[lines.count - 1] += " " + word
        } else {
          // A sign goes to the line of what it stands in front of.
          let sign = lines.last.flatMap { $0.split(separator: " ").last }.map(String.init) ?? ""
          let moves = SignTable.isInfix(sign) && lines[lines.count - 1].count > sign.count + 4
          if moves { lines[lines.count - 1].removeLast(sign.count + 1) }
          lines.append((lines.isEmpty ? "" : "    ") + (moves ? sign + " " : "") + word)
        }
      }
      return lines.flatMap { StyledLine($0).folded(to: width, continuation: StyledLine()).map(\.text) }
    }
  }
}
