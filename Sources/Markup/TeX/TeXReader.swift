/// Reads TeX.
struct TeXReader {
  static let depthLimit = 40

  let tokens: [Token]
  var position = 0
  private var depth = 0
  private var tag: String?

  init(_ tex: String) { tokens = Self.tokens(of: tex) }

  /// The whole text.
  mutating func formula() throws(TeXFormula.Malformed) -> TeXFormula {
    let rows = try rows()
    guard position == tokens.count else { throw TeXFormula.Malformed() }
    return TeXFormula(rows: rows, tag: tag)
  }

  // MARK: Rows

  /// Up to `\end`, a closing brace, `\right` or the end: rows between `\\`, cells between `&`.
  mutating func rows() throws(TeXFormula.Malformed) -> [[TeXNode]] {
    var rows: [[TeXNode]] = [[]]
    while true {
      rows[rows.count - 1].append(try row())
      if take(.column) { continue }
      guard take(.command("\\")) else { break }
      _ = try optionText()
      rows.append([])
    }
    if rows.count > 1, rows.last == [.row([])] { rows.removeLast() }
    return rows
  }

  mutating func row() throws(TeXFormula.Malformed) -> TeXNode {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.depthLimit { throw TeXFormula.Malformed() }
    var items: [TeXNode] = []
    loop: while let token = peek() {
      let hasBlank = hasWrittenBlank
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
      default:
        if hasBlank, !items.isEmpty { items.append(.blank) }
        items.append(try scripted())
      }
    }
    return .row(items)
  }

  /// Whether a blank came last that does not just end the name of a command.
  private var hasWrittenBlank: Bool {
    guard position > 1, tokens[position - 1] == .blank else { return false }
    if case .command(let name) = tokens[position - 2] { return name.first?.isLetter != true }
    return true
  }

  /// An atom with the scripts behind it.
  private mutating func scripted() throws(TeXFormula.Malformed) -> TeXNode {
    var base = TeXNode.row([])
    if let token = peek(), token != .upper, token != .lower, token != .prime { base = try atom() }
    var takesLimits = base.takesLimits
    var lower: TeXNode?
    var upper: TeXNode?
    var primes = 0
    while let token = peek() {
      switch token {
      case .prime:
        position += 1
        primes += 1
        continue
      case .command("limits"), .command("nolimits"):
        position += 1
        takesLimits = token == .command("limits")
        continue
      case .lower where lower == nil:
        position += 1
        lower = try argument()
        continue
      case .upper where upper == nil:
        position += 1
        upper = try argument()
        continue
      case .lower, .upper: throw TeXFormula.Malformed()
      default: break
      }
      break
    }
    if lower == nil, upper == nil, primes == 0 { return base }
    return .scripts(base, lower: lower, upper: upper, primes: primes, takesLimits: takesLimits)
  }

  /// A group, or the one atom that follows: of a number, its first digit.
  mutating func argument() throws(TeXFormula.Malformed) -> TeXNode {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.depthLimit { throw TeXFormula.Malformed() }
    guard case .character(let character) = peek(), character.isASCII, character.isNumber else { return try atom() }
    position += 1
    return .number(String(character))
  }

  mutating func atom() throws(TeXFormula.Malformed) -> TeXNode {
    guard let token = peek() else { throw TeXFormula.Malformed() }
    position += 1
    switch token {
    case .openBrace:
      let contents = try row()
      guard take(.closeBrace) else { throw TeXFormula.Malformed() }
      return contents
    case .character(let character): return number(from: character) ?? Self.node(of: character)
    case .command(let name): return try command(name)
    case .blank, .closeBrace, .column, .upper, .lower, .prime: throw TeXFormula.Malformed()
    }
  }

  /// The digits of a number are one part.
  private mutating func number(from first: Character) -> TeXNode? {
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
    return .number(digits)
  }

  private static func isDigit(_ token: Token) -> Bool {
    if case .character(let character) = token { character.isASCII && character.isNumber } else { false }
  }

  private static func node(of character: Character) -> TeXNode {
    switch character {
    case "-": .sign("−")
    case "*": .sign("∗")
    case "(", ")", "[", "]", "|", "/": .bracket(String(character))
    case _ where character.isLetter: .letter(String(character), isUpright: false)
    default: .sign(String(character))
    }
  }
}
