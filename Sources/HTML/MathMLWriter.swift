import Markup

/// Writes formulas as MathML.
enum MathMLWriter {
  static func markup(of formula: TeXFormula) throws(MathML.Unknown) -> String {
    let rows = formula.rows
    let isTable = rows.count > 1 || rows.contains { $0.count > 1 }
    let contents = isTable ? try table(rows, className: "align") : try markup(of: rows.first?.first ?? .row([]))
    guard let tag = formula.tag else { return contents }
    return "<mrow>\(contents)<mspace width=\"2em\"/><mtext>(\(HTMLText.escaped(tag)))</mtext></mrow>"
  }

  private static func markup(of node: TeXNode) throws(MathML.Unknown) -> String {
    switch node {
    case .row(let items):
      let parts = try markups(of: items.filter { $0 != .blank })
      return parts.count == 1 ? parts[0] : "<mrow>\(parts.joined())</mrow>"
    case .blank: return ""
    case .letter(let letter, let isUpright):
      return "<mi\(isUpright ? " mathvariant=\"normal\"" : "")>\(HTMLText.escaped(letter))</mi>"
    case .number(let digits): return "<mn>\(digits)</mn>"
    case .sign(let sign): return "<mo>\(HTMLText.escaped(sign))</mo>"
    case .largeSign(let sign, _): return "<mo>\(sign)</mo>"
    case .bracket(let bracket): return "<mo stretchy=\"false\">\(bracket)</mo>"
    case .sizedBracket(let bracket, let size):
      return stretched(bracket, " minsize=\"\(size)em\" maxsize=\"\(size)em\"")
    case .letters(let text, let alphabet):
      return "<mi mathvariant=\"normal\">\(HTMLText.escaped(alphabet.text(text) ?? text))</mi>"
    case .name(let name, let kind):
      switch kind {
      case .limit: return "<mo movablelimits=\"true\">\(name)</mo>"
      case .function: return "<mi>\(name)</mi><mo>\u{2061}</mo>"
      case .operatorName, .limitOperatorName: return "<mi>\(HTMLText.escaped(name))</mi>"
      }
    case .space(let width): return "<mspace width=\"\(width)em\"/>"
    case .text(let text): return "<mtext>\(HTMLText.escaped(text))</mtext>"
    default: return try markup(ofStructure: node)
    }
  }

  private static func markup(ofStructure node: TeXNode) throws(MathML.Unknown) -> String {
    switch node {
    case .accent(let base, let mark, let isWide):
      return "<mover accent=\"true\">\(try markup(of: base))<mo stretchy=\"\(isWide)\">\(mark)</mo></mover>"
    case .fraction(let upper, let lower): return try element("mfrac", [upper, lower])
    case .binomial(let upper, let lower):
      let parts = try markup(of: upper) + markup(of: lower)
      return "<mrow><mo>(</mo><mfrac linethickness=\"0\">\(parts)</mfrac><mo>)</mo></mrow>"
    case .root(let contents, let index):
      let contents = try markup(of: contents)
      if let index { return "<mroot>\(contents)<mn>\(HTMLText.escaped(index))</mn></mroot>" }
      return "<msqrt>\(contents)</msqrt>"
    case .classed(let contents, _): return "<mrow>\(try markup(of: contents))</mrow>"
    case .fenced(let open, let contents, let close):
      return "<mrow>\(stretched(open))\(try markup(of: contents))\(stretched(close))</mrow>"
    case .table(let rows, let name):
      let environment = MathSymbols.environments[name] ?? MathSymbols.Environment()
      if environment.className == "align", rows.count == 1, rows[0].count == 1 { return try markup(of: rows[0][0]) }
      let table = try table(rows, className: environment.className)
      return "<mrow>\(stretched(environment.open))\(table)\(stretched(environment.close))</mrow>"
    case .underlined(let contents): return "<munder>\(try markup(of: contents))<mo stretchy=\"true\">_</mo></munder>"
    case .braced(let contents, let isOver):
      let name = isOver ? "mover" : "munder"
      return "<\(name)>\(try markup(of: contents))<mo stretchy=\"true\">\(isOver ? "⏞" : "⏟")</mo></\(name)>"
    case .stacked(let base, let mark, let isOver): return try element(isOver ? "mover" : "munder", [base, mark])
    case .scripts(let base, let lower, let upper, let primes, let takesLimits):
      return try scripts(base, lower, upper, primes, takesLimits)
    default: throw MathML.Unknown()
    }
  }

  private static func scripts(
    _ base: TeXNode, _ lower: TeXNode?, _ upper: TeXNode?, _ primes: Int, _ takesLimits: Bool
  ) throws(MathML.Unknown) -> String {
    let base = try markup(of: base)
    let lower = try lower.map { node throws(MathML.Unknown) in try markup(of: node) }
    var upper = try upper.map { node throws(MathML.Unknown) in try markup(of: node) }
    if primes > 0 {
      let mark = "<mo>\(String(repeating: "′", count: primes))</mo>"
      upper = upper.map { "<mrow>\(mark)\($0)</mrow>" } ?? mark
    }
    let parts = base + (lower ?? "") + (upper ?? "")
    switch (lower, upper) {
    case (nil, nil): return base
    case (_?, nil): return takesLimits ? "<munder>\(parts)</munder>" : "<msub>\(parts)</msub>"
    case (nil, _?): return takesLimits ? "<mover>\(parts)</mover>" : "<msup>\(parts)</msup>"
    case (_?, _?): return takesLimits ? "<munderover>\(parts)</munderover>" : "<msubsup>\(parts)</msubsup>"
    }
  }

  private static func markups(of nodes: [TeXNode]) throws(MathML.Unknown) -> [String] {
    try nodes.map { node throws(MathML.Unknown) in try markup(of: node) }
  }

  private static func element(_ name: String, _ children: [TeXNode]) throws(MathML.Unknown) -> String {
    "<\(name)>\(try markups(of: children).joined())</\(name)>"
  }

  private static func stretched(_ bracket: String, _ attributes: String = "") -> String {
    bracket.isEmpty ? "" : "<mo stretchy=\"true\"\(attributes)>\(bracket)</mo>"
  }

  private static func table(_ rows: [[TeXNode]], className: String?) throws(MathML.Unknown) -> String {
    var body = ""
    for row in rows { body += "<mtr>\(try markups(of: row).map { "<mtd>\($0)</mtd>" }.joined())</mtr>" }
    return "<mtable\(className.map { " class=\"\($0)\"" } ?? "")>\(body)</mtable>"
  }
}
