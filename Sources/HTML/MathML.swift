import Markup

/// TeX formulas as MathML Core, which browsers draw without help. What is not known here has no MathML.
enum MathML {
  struct Unknown: Error {}

  static func markup(of formula: Formula) -> String? {
    guard let tex = try? TeXFormula(formula.tex), let contents = try? MathMLWriter.markup(of: tex) else { return nil }
    let display = formula.isDisplayed ? " display=\"block\"" : ""
    let text = HTMLText.attribute("alttext", formula.tex.trimmed)
    return "<math\(display)\(text)>\(contents)</math>"
  }
}

extension Formula {
  /// MathML, or the TeX text where it has commands that this program does not know.
  var markup: String {
    let mode = isDisplayed ? " display" : ""
    if let mathML = MathML.markup(of: self) { return "<span class=\"math\(mode)\">\(mathML)</span>" }
    return "<span class=\"math\(mode) tex\">\(HTMLText.escaped(tex.trimmed))</span>"
  }
}
