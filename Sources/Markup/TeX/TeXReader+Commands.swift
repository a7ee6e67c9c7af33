extension TeXReader {
  /// What a command and its arguments stand for.
  mutating func command(_ name: String) throws(TeXFormula.Malformed) -> TeXNode {
    if let letter = MathSymbols.letters[name] {
      // Capital Greek letters stand upright.
      return .letter(letter, isUpright: name.first?.isUppercase ?? false)
    }
    if let sign = MathSymbols.operators[name] { return .sign(sign) }
    if let sign = MathSymbols.largeOperators[name] { return .largeSign(sign, takesLimits: !name.hasSuffix("int")) }
    if let bracket = MathSymbols.delimiters[name] { return .bracket(bracket) }
    if let width = MathSymbols.spaces[name] { return .space(width) }
    if let mark = MathSymbols.accents[name] {
      return .accent(try argument(), mark: mark, isWide: name.hasPrefix("wide") || name.hasPrefix("over"))
    }
    if let size = MathSymbols.sizes[name] { return .sizedBracket(try delimiter(), size: size) }
    if MathSymbols.limitNames.contains(name) { return .name(name, .limit) }
    if MathSymbols.functionNames.contains(name) { return .name(name, .function) }
    if let alphabet = MathSymbols.alphabets[name] { return try letters(alphabet) }
    return try structure(name)
  }

  private mutating func structure(_ name: String) throws(TeXFormula.Malformed) -> TeXNode {
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac": return .fraction(try argument(), try argument())
    case "binom", "dbinom", "tbinom": return .binomial(try argument(), try argument())
    case "sqrt":
      let index = try optionText()
      return .root(try argument(), index: index)
    case "text", "textrm", "textit", "textbf", "mbox", "textnormal", "texttt": return .text(try groupText())
    case "operatorname":
      let takesLimits = take(.character("*"))
      return .name(try groupText(), takesLimits ? .limitOperatorName : .operatorName)
    case "mathrel", "mathbin", "mathop", "mathord", "mathopen", "mathclose":
      return .classed(try argument(), command: name)
    case "mathit", "mathnormal": return try argument()
    case "left": return try fenced()
    case "begin": return try environment()
    case "underline": return .underlined(try argument())
    case "underbrace", "overbrace": return .braced(try argument(), isOver: name == "overbrace")
    case "overset", "stackrel", "underset":
      let mark = try argument()
      return .stacked(try argument(), mark: mark, isOver: name != "underset")
    default: return try unknown(name)
    }
  }

  /// Letters of another alphabet. Unicode has them as characters of their own.
  private mutating func letters(_ alphabet: MathSymbols.Alphabet) throws(TeXFormula.Malformed) -> TeXNode {
    let start = position
    if let text = try? groupText(), alphabet.text(text) != nil { return .letters(text, alphabet) }
    // Other contents than letters keep their shape: `\mathbf{x_1}`.
    position = start
    return try argument()
  }

  /// A command with the groups that stand right behind it.
  private mutating func unknown(_ name: String) throws(TeXFormula.Malformed) -> TeXNode {
    let start = position
    while position < tokens.count, tokens[position] == .openBrace {
      var depth = 0
      repeat {
        guard position < tokens.count else { throw TeXFormula.Malformed() }
        if tokens[position] == .openBrace { depth += 1 }
        if tokens[position] == .closeBrace { depth -= 1 }
        position += 1
      } while depth > 0
    }
    return .unknown("\\" + name + Self.source(of: tokens[start..<position]))
  }

  /// A bracket behind `\left`, `\right` or `\big`; empty for a point.
  private mutating func delimiter() throws(TeXFormula.Malformed) -> String {
    guard let token = peek() else { throw TeXFormula.Malformed() }
    position += 1
    switch token {
    case .character("."): return ""
    case .character("<"): return "⟨"
    case .character(">"): return "⟩"
    case .character(let character) where "()[]|/".contains(character): return String(character)
    case .command(let name):
      guard let symbol = MathSymbols.delimiters[name] else { throw TeXFormula.Malformed() }
      return symbol
    default: throw TeXFormula.Malformed()
    }
  }

  /// What stands between `\left` and `\right`.
  private mutating func fenced() throws(TeXFormula.Malformed) -> TeXNode {
    let open = try delimiter()
    let rows = try rows()
    guard take(.command("right")), rows.count == 1, rows[0].count == 1 else { throw TeXFormula.Malformed() }
    return .fenced(open: open, rows[0][0], close: try delimiter())
  }

  /// What stands between `\begin{name}` and `\end{name}`.
  private mutating func environment() throws(TeXFormula.Malformed) -> TeXNode {
    let name = try groupText()
    guard MathSymbols.environments[name] != nil else { throw TeXFormula.Malformed() }
    if name == "array" { _ = try groupText() }
    let rows = try rows()
    guard take(.command("end")), try groupText() == name else { throw TeXFormula.Malformed() }
    return .table(rows, environment: name)
  }
}
