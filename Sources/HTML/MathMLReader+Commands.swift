extension MathMLReader {
  /// What a command and its arguments stand for.
  mutating func command(_ name: String) throws(MathML.Unknown) -> Atom {
    if let letter = MathSymbols.letters[name] {
      // Capital Greek letters stand upright.
      let isUpright = name.first?.isUppercase ?? false
      return Atom(markup: isUpright ? "<mi mathvariant=\"normal\">\(letter)</mi>" : "<mi>\(letter)</mi>")
    }
    if let sign = MathSymbols.operators[name] { return Atom(markup: "<mo>\(HTMLText.escaped(sign))</mo>") }
    if let sign = MathSymbols.largeOperators[name] {
      return Atom(markup: "<mo>\(sign)</mo>", takesLimits: !name.hasSuffix("int"))
    }
    if let bracket = MathSymbols.delimiters[name] { return Atom(markup: "<mo stretchy=\"false\">\(bracket)</mo>") }
    if let width = MathSymbols.spaces[name] { return Atom(markup: "<mspace width=\"\(width)em\"/>") }
    if let mark = MathSymbols.accents[name] {
      let accent = "<mo stretchy=\"\(name.hasPrefix("wide") || name.hasPrefix("over"))\">\(mark)</mo>"
      return Atom(markup: "<mover accent=\"true\">\(try argument())\(accent)</mover>")
    }
    if let size = MathSymbols.sizes[name] {
      return Atom(markup: try delimiter(" minsize=\"\(size)em\" maxsize=\"\(size)em\""))
    }
    if MathSymbols.limitNames.contains(name) {
      return Atom(markup: "<mo movablelimits=\"true\">\(name)</mo>", takesLimits: true)
    }
    if MathSymbols.functionNames.contains(name) { return Atom(markup: "<mi>\(name)</mi><mo>\u{2061}</mo>") }
    if let alphabet = MathSymbols.alphabets[name] { return Atom(markup: try letters(alphabet)) }
    return try structure(name)
  }

  private mutating func structure(_ name: String) throws(MathML.Unknown) -> Atom {
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac":
      return Atom(markup: Self.element("mfrac", [try argument(), try argument()]))
    case "binom", "dbinom", "tbinom":
      let parts = try argument() + argument()
      return Atom(markup: "<mrow><mo>(</mo><mfrac linethickness=\"0\">\(parts)</mfrac><mo>)</mo></mrow>")
    case "sqrt":
      let index = try optionText()
      let contents = try argument()
      if let index { return Atom(markup: "<mroot>\(contents)<mn>\(HTMLText.escaped(index))</mn></mroot>") }
      return Atom(markup: "<msqrt>\(contents)</msqrt>")
    case "text", "textrm", "textit", "textbf", "mbox", "textnormal", "texttt":
      return Atom(markup: "<mtext>\(HTMLText.escaped(try groupText()))</mtext>")
    case "operatorname":
      let takesLimits = optionalStar()
      return Atom(markup: "<mi>\(HTMLText.escaped(try groupText()))</mi>", takesLimits: takesLimits)
    case "mathrel", "mathbin", "mathop", "mathord", "mathopen", "mathclose":
      return Atom(markup: "<mrow>\(try argument())</mrow>", takesLimits: name == "mathop")
    case "mathit", "mathnormal": return Atom(markup: try argument())
    case "left": return Atom(markup: try fenced())
    case "begin": return Atom(markup: try environment())
    case "underline": return Atom(markup: "<munder>\(try argument())<mo stretchy=\"true\">_</mo></munder>")
    case "underbrace":
      return Atom(markup: "<munder>\(try argument())<mo stretchy=\"true\">⏟</mo></munder>", takesLimits: true)
    case "overbrace":
      return Atom(markup: "<mover>\(try argument())<mo stretchy=\"true\">⏞</mo></mover>", takesLimits: true)
    case "overset", "stackrel":
      let mark = try argument()
      return Atom(markup: Self.element("mover", [try argument(), mark]))
    case "underset":
      let mark = try argument()
      return Atom(markup: Self.element("munder", [try argument(), mark]))
    default:
      throw MathML.Unknown()
    }
  }

  private mutating func optionalStar() -> Bool { take(.character("*")) }

  /// Letters of another alphabet. Unicode has them as characters of their own.
  private mutating func letters(_ alphabet: MathSymbols.Alphabet) throws(MathML.Unknown) -> String {
    let start = position
    guard let text = try? groupText() else {
      // Other contents than letters keep their shape: `\mathbf{x_1}`.
      position = start
      return try argument()
    }
    guard let text = alphabet.text(text) else {
      position = start
      return try argument()
    }
    return "<mi mathvariant=\"normal\">\(HTMLText.escaped(text))</mi>"
  }
}
