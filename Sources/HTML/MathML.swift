/// TeX formulas as MathML Core, which browsers draw without help. What is not known here has no MathML.
enum MathML {
  struct Unknown: Error {}

  static func markup(of formula: Formula) -> String? {
    var reader = MathMLReader(formula.tex)
    guard let contents = try? reader.formula() else { return nil }
    let display = formula.isDisplayed ? " display=\"block\"" : ""
    let text = HTMLText.attribute("alttext", formula.tex.trimmed)
    return "<math\(display)\(text)>\(contents)</math>"
  }
}
