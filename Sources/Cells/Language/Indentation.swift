/// How far the next line of a cell that is being typed is indented.
package enum Indentation {
  package static let width = 4

  /// The blanks that a new line behind `text` begins with: four more behind a colon or an opening bracket, four fewer
  /// behind a statement that ends its block.
  package static func ofLine(after text: String) -> String {
    let source = Source(name: "", text, isCell: true)
    let tokens = Lexer.tokens(of: source, mode: .cell)
    if tokens.unfinished == .tripleQuote { return "" }
    // A line that a text of several lines ends in is as deep as the line where that began.
    let end = source.lineStarts.last ?? 0
    let start =
      tokens.tokens.first { Int($0.start) < end && Int($0.end) > end && !$0.kind.hasNoText }
      .map { token in source.lineStarts.last { $0 <= Int(token.start) } ?? 0 } ?? end
    let line = source.lineText((source.lineStarts.firstIndex(of: start) ?? 0) + 1)
    let blanks = line.prefix { $0 == " " || $0 == "\t" }
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
