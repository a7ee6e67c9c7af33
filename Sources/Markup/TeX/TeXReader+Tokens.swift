extension TeXReader {
  enum Token: Equatable {
    /// `\frac` as `frac`; `\{` as `{`.
    case command(String)
    case character(Character)
    case openBrace, closeBrace, upper, lower, column, blank, prime
  }

  static func tokens(of tex: String) -> [Token] {
    var tokens: [Token] = []
    var rest = tex[...]
    while let character = rest.popFirst() {
      switch character {
      case "{": tokens.append(.openBrace)
      case "}": tokens.append(.closeBrace)
      case "^": tokens.append(.upper)
      case "_": tokens.append(.lower)
      case "&": tokens.append(.column)
      case "'": tokens.append(.prime)
      case "~": tokens.append(.command(" "))
      case "%": rest = rest.drop { !$0.isNewline }
      case "\\":
        let name = rest.prefix { $0.isASCII && $0.isLetter }
        if name.isEmpty {
          if let symbol = rest.popFirst() { tokens.append(.command(symbol.isNewline ? " " : String(symbol))) }
        } else {
          rest = rest.dropFirst(name.count)
          tokens.append(.command(String(name)))
        }
      case _ where character.isWhitespace: if tokens.last != .blank { tokens.append(.blank) }
      default: tokens.append(.character(character))
      }
    }
    return tokens
  }

  /// What the tokens were written as; several blanks are one.
  static func source(of tokens: some Sequence<Token>) -> String {
    var source = ""
    var last: Token?
    for token in tokens {
      defer { last = token }
      switch token {
      case .command(let name): source += "\\" + name
      case .character(let character):
        if character.isLetter, case .command(let name) = last, name.first?.isLetter == true { source += " " }
        source.append(character)
      case .openBrace: source += "{"
      case .closeBrace: source += "}"
      case .upper: source += "^"
      case .lower: source += "_"
      case .column: source += "&"
      case .blank: source += " "
      case .prime: source += "'"
      }
    }
    return source
  }

  private mutating func skipBlanks() {
    while position < tokens.count, tokens[position] == .blank { position += 1 }
  }

  mutating func peek() -> Token? {
    skipBlanks()
    return position < tokens.count ? tokens[position] : nil
  }

  mutating func take(_ token: Token) -> Bool {
    guard peek() == token else { return false }
    position += 1
    return true
  }

  /// The text of a group, blanks included: of `\text{...}` and of names.
  mutating func groupText() throws(TeXFormula.Malformed) -> String {
    guard take(.openBrace) else {
      guard case .character(let character) = peek() else { throw TeXFormula.Malformed() }
      position += 1
      return String(character)
    }
    var text = ""
    while position < tokens.count {
      let token = tokens[position]
      position += 1
      switch token {
      case .closeBrace: return text
      case .character(let character): text.append(character)
      case .blank: text += " "
      case .prime: text += "'"
      case .lower: text += "_"
      case .upper: text += "^"
      case .column: text += "&"
      case .command(let name) where name.count == 1 && name.first?.isLetter == false: text += name
      case .command, .openBrace: throw TeXFormula.Malformed()
      }
    }
    throw TeXFormula.Malformed()
  }

  /// `[...]` behind a command, if there is one.
  mutating func optionText() throws(TeXFormula.Malformed) -> String? {
    guard take(.character("[")) else { return nil }
    var text = ""
    while position < tokens.count {
      guard case .character(let character) = tokens[position] else { throw TeXFormula.Malformed() }
      position += 1
      if character == "]" { return text }
      text.append(character)
    }
    throw TeXFormula.Malformed()
  }
}
