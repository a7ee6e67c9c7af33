/// How far the next line of a cell that is being typed is indented.
package enum Indentation {
  package static let width = 4

  /// The blanks that a new line behind `text` begins with: four more behind a colon or an opening bracket, four fewer
  /// behind a statement that ends its block.
  package static func ofLine(after text: String) -> String {
    let source = Source(name: "", text, isCell: true)
    let tokens = Lexer.tokens(of: source, mode: .cell)
    func depth(ofLineAt offset: Int) -> Substring {
      source.lineText(source.line(at: offset)).prefix { $0 == " " || $0 == "\t" }
    }
    // Inside a text of several lines, and behind the line that it ends in, lines are as deep as the one it began in.
    if tokens.unfinished == .tripleQuote { return String(depth(ofLineAt: Int(tokens.problem?.span.start ?? 0))) }
    let end = source.lineStarts.last ?? 0
    let open = tokens.tokens.first { Int($0.start) < end && Int($0.end) > end && !$0.kind.hasNoText }
    let start = open.map { source.lineStarts[source.line(at: Int($0.start)) - 1] } ?? end
    let blanks = depth(ofLineAt: start)
    let onLine = tokens.tokens.filter { Int($0.start) >= start && !$0.kind.hasNoText }
    guard let first = onLine.first?.kind, let last = onLine.last?.kind else { return String(blanks) }
    switch last {
    case .colon where tokens.openBrackets.isEmpty, .leftParenthesis, .leftBracket, .leftBrace:
      return blanks + String(repeating: " ", count: width)
    default: break
    }
    let endsBlock =
      switch first {
      case .returnStatement, .pass_, .breakLoop, .continueLoop, .raise_: tokens.openBrackets.isEmpty
      default: false
      }
    return endsBlock ? String(blanks.dropLast(width)) : String(blanks)
  }
}

extension Token.Kind {
  /// Stands for something between the words: line ends, indentation, the end.
  var hasNoText: Bool {
    switch self {
    case .newline, .indent, .dedent, .end, .problem: true
    default: false
    }
  }
}
