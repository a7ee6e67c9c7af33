/// Text as mdoc wants it.
enum MdocText {
  private static let lineWidth = 70

  /// Lines that end where sentences do, and where they would become too long.
  static func sentences(_ prose: String) -> [String] {
    var sentences: [String] = []
    var words: [Substring] = []
    for word in prose.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if words.reduce(word.count, { $0 + $1.count + 1 }) > lineWidth {
        sentences.append(escaped(words))
        words = []
      }
      words.append(word)
      let ends = [".", "?", ":"].contains { word.hasSuffix($0) }
      if ends, word.last != ":" {
        sentences.append(escaped(words))
        words = []
      }
    }
    if !words.isEmpty { sentences.append(escaped(words)) }
    return sentences
  }

  /// Text behind a macro, with all its blanks.
  static func line(_ text: String) -> String {
    escaped(text.split(separator: " ", omittingEmptySubsequences: false))
  }

  /// `Fl -timeout`, `Fl h , -help`
  static func flags(_ names: some Collection<String>) -> String {
    "Fl " + names.map { String($0.dropFirst()) }.sorted { $0.count < $1.count }.joined(separator: " , Fl ")
  }

  private static func escaped(_ words: [Substring]) -> String {
    let text = words.map { escaped($0) }.joined(separator: " ")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }

  /// A hyphen that someone types is one in the page too, so that it can be copied.
  private static func escaped(_ word: Substring) -> String {
    word.map { character in
      switch character {
      case "\\": "\\e"
      case "-": "\\-"
      case "\"": "\\(dq"
      default: String(character)
      }
    }.joined()
  }
}
