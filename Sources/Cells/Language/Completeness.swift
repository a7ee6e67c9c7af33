/// What a line editor needs to know before it runs what was typed.
package enum Completeness: Sendable {
  case complete
  /// More lines must follow: a bracket or triple-quoted string is open, a block lacks its body or may go on.
  case incomplete
  /// No further line makes it right.
  case invalid
}

extension Parser {
  /// Whether typed text is a whole cell. A block ends with an empty line, as in Python's own console.
  package static func isComplete(_ text: String) -> Completeness {
    let source = Source(name: "", text)
    let list = Lexer.tokens(of: source, mode: .cell)
    if list.unfinished == .tripleQuote { return .incomplete }
    if list.outranksParser { return .invalid }
    var parser = Parser(source: source, mode: .cell, list: list)
    do {
      _ = try parser.file()
    } catch {
      if parser.problem?.insteadOfUnsupported != nil { return .complete }
      switch list.tokens[parser.furthest].kind {
      case .problem: return list.unfinished == nil ? .invalid : .incomplete
      case .end: return .incomplete
      case .dedent: return Int(list.tokens[parser.furthest].start) >= source.text.count ? .incomplete : .invalid
      default: return .invalid
      }
    }
    return list.endsInBlock && !source.endsWithEmptyLine ? .incomplete : .complete
  }
}

extension TokenList {
  /// Whether the last line belongs to a block, or to the body of a cell command.
  fileprivate var endsInBlock: Bool {
    if tokens.first?.kind == .magic, tokens.count == 3, isCellMagic { return true }
    return tokens.count >= 2 && tokens[tokens.count - 2].kind == .dedent
  }
}

extension Source {
  fileprivate var endsWithEmptyLine: Bool {
    var lineEnds = 0
    for byte in text.reversed() {
      if byte == 0x0A {
        lineEnds += 1
      } else if byte != 0x20, byte != 0x09, byte != 0x0D {
        break
      }
    }
    return lineEnds >= 2 || text.isEmpty
  }
}
