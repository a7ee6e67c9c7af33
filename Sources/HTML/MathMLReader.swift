/// Reads TeX and writes MathML in one pass.
struct MathMLReader {
  /// What scripts can be set on.
  struct Atom {
    var markup: String
    /// Scripts stand over and under it where there is room.
    var takesLimits = false
  }

  static let depthLimit = 40

  let tokens: [Token]
  var position = 0
  private var depth = 0
  private var tag: String?

  init(_ tex: String) { tokens = Self.tokens(of: tex) }

  /// The whole text.
  mutating func formula() throws(MathML.Unknown) -> String {
    let rows = try rows()
    guard position == tokens.count else { throw MathML.Unknown() }
    let isTable = rows.count > 1 || rows.contains { $0.count > 1 }
    let contents = isTable ? Self.table(rows, className: "align") : rows.first?.first ?? "<mrow></mrow>"
    guard let tag else { return contents }
    return "<mrow>\(contents)<mspace width=\"2em\"/><mtext>(\(HTMLText.escaped(tag)))</mtext></mrow>"
  }

  // MARK: Rows

  /// Up to `\end`, a closing brace, `\right` or the end: rows between `\\`, cells between `&`.
  mutating func rows() throws(MathML.Unknown) -> [[String]] {
    var rows: [[String]] = [[]]
    while true {
      rows[rows.count - 1].append(try row())
      if take(.column) { continue }
      guard take(.command("\\")) else { break }
      _ = try optionText()
      rows.append([])
    }
    if rows.count > 1, rows.last == ["<mrow></mrow>"] { rows.removeLast() }
    return rows
  }

  mutating func row() throws(MathML.Unknown) -> String {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.depthLimit { throw MathML.Unknown() }
    var items: [String] = []
    loop: while let token = peek() {
      switch token {
      case .closeBrace, .column, .command("\\"), .command("end"), .command("right"): break loop
      case .command("tag"):
        position += 1
        _ = take(.character("*"))
        tag = try groupText()
      case .command("label"):
        position += 1
        _ = try groupText()
      case .command(let name) where MathSymbols.ignored.contains(name): position += 1
      default: items.append(try scripted())
      }
    }
    return items.count == 1 ? items[0] : "<mrow>\(items.joined())</mrow>"
  }

  /// An atom with the scripts behind it.
  private mutating func scripted() throws(MathML.Unknown) -> String {
    var base = Atom(markup: "<mrow></mrow>")
    if let token = peek(), token != .upper, token != .lower, token != .prime { base = try atom() }
    var lower: String?
    var upper: String?
    var primes = ""
    while let token = peek() {
      switch token {
      case .prime:
        position += 1
        primes += "′"
        continue
      case .command("limits"):
        position += 1
        base.takesLimits = true
        continue
      case .command("nolimits"):
        position += 1
        base.takesLimits = false
        continue
      case .lower where lower == nil:
        position += 1
        lower = try argument()
        continue
      case .upper where upper == nil:
        position += 1
        upper = try argument()
        continue
      case .lower, .upper: throw MathML.Unknown()
      default: break
      }
      break
    }
    if !primes.isEmpty {
      let mark = "<mo>\(primes)</mo>"
      upper = upper.map { "<mrow>\(mark)\($0)</mrow>" } ?? mark
    }
    switch (lower, upper) {
    case (nil, nil): return base.markup
    case (let lower?, nil): return Self.element(base.takesLimits ? "munder" : "msub", [base.markup, lower])
    case (nil, let upper?): return Self.element(base.takesLimits ? "mover" : "msup", [base.markup, upper])
    case (let lower?, let upper?):
      return Self.element(base.takesLimits ? "munderover" : "msubsup", [base.markup, lower, upper])
    }
  }

  /// A group, or the one atom that follows: of a number, its first digit.
  mutating func argument() throws(MathML.Unknown) -> String {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.depthLimit { throw MathML.Unknown() }
    guard case .character(let character) = peek(), character.isASCII, character.isNumber else {
      return try atom().markup
    }
    position += 1
    return "<mn>\(character)</mn>"
  }

  mutating func atom() throws(MathML.Unknown) -> Atom {
    guard let token = peek() else { throw MathML.Unknown() }
    position += 1
    switch token {
    case .openBrace:
      let contents = try row()
      guard take(.closeBrace) else { throw MathML.Unknown() }
      return Atom(markup: contents)
    case .character(let character): return Atom(markup: number(from: character) ?? Self.markup(of: character))
    case .command(let name): return try command(name)
    case .blank, .closeBrace, .column, .upper, .lower, .prime: throw MathML.Unknown()
    }
  }

  /// The digits of a number stand in one element.
  private mutating func number(from first: Character) -> String? {
    guard first.isASCII, first.isNumber else { return nil }
    var digits = String(first)
    while position < tokens.count, case .character(let next) = tokens[position] {
      let continues =
        next.isASCII && next.isNumber
        || next == "." && position + 1 < tokens.count && Self.isDigit(tokens[position + 1])
      guard continues else { break }
      digits.append(next)
      position += 1
    }
    return "<mn>\(digits)</mn>"
  }

  private static func isDigit(_ token: Token) -> Bool {
    if case .character(let character) = token { character.isASCII && character.isNumber } else { false }
  }

  private static func markup(of character: Character) -> String {
    switch character {
    case "-": return "<mo>−</mo>"
    case "*": return "<mo>∗</mo>"
    case "(", ")", "[", "]", "|", "/": return "<mo stretchy=\"false\">\(character)</mo>"
    case _ where character.isLetter: return "<mi>\(HTMLText.escaped(String(character)))</mi>"
    default: return "<mo>\(HTMLText.escaped(String(character)))</mo>"
    }
  }

  static func element(_ name: String, _ children: [String]) -> String { "<\(name)>\(children.joined())</\(name)>" }

  static func table(_ rows: [[String]], className: String?) -> String {
    let body = rows.map { row in "<mtr>\(row.map { "<mtd>\($0)</mtd>" }.joined())</mtr>" }.joined()
    return "<mtable\(className.map { " class=\"\($0)\"" } ?? "")>\(body)</mtable>"
  }

  /// A bracket behind `\left`, `\right` or `\big`; empty for a point.
  mutating func delimiter(_ attributes: String) throws(MathML.Unknown) -> String {
    guard let token = peek() else { throw MathML.Unknown() }
    position += 1
    let text: String
    switch token {
    case .character("."): return ""
    case .character("<"): text = "⟨"
    case .character(">"): text = "⟩"
    case .character(let character) where "()[]|/".contains(character): text = String(character)
    case .command(let name):
      guard let symbol = MathSymbols.delimiters[name] else { throw MathML.Unknown() }
      text = symbol
    default: throw MathML.Unknown()
    }
    return "<mo stretchy=\"true\"\(attributes)>\(text)</mo>"
  }

  /// What stands between `\left` and `\right`.
  mutating func fenced() throws(MathML.Unknown) -> String {
    let open = try delimiter("")
    let rows = try rows()
    guard take(.command("right")), rows.count == 1, rows[0].count == 1 else { throw MathML.Unknown() }
    return "<mrow>\(open)\(rows[0][0])\(try delimiter(""))</mrow>"
  }

  /// What stands between `\begin{name}` and `\end{name}`.
  mutating func environment() throws(MathML.Unknown) -> String {
    depth += 1
    defer { depth -= 1 }
    let name = try groupText()
    guard depth <= Self.depthLimit, let environment = MathSymbols.environments[name] else { throw MathML.Unknown() }
    if name == "array" { _ = try groupText() }
    let rows = try rows()
    guard take(.command("end")), try groupText() == name else { throw MathML.Unknown() }
    if environment.className == "align", rows.count == 1, rows[0].count == 1 { return rows[0][0] }
    let bracket = { (text: String) in text.isEmpty ? "" : "<mo stretchy=\"true\">\(text)</mo>" }
    let table = Self.table(rows, className: environment.className)
    return "<mrow>\(bracket(environment.open))\(table)\(bracket(environment.close))</mrow>"
  }
}
