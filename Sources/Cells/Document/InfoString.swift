/// The text after a fence: a language word, then `key=value` pairs and flags, as in
/// `python cell=zero-pad points=10 title="Zero padding"`. Words keep their spelling, known or not.
package struct InfoString: Sendable, Equatable {
  package struct Word: Sendable, Equatable {
    package let key: String
    /// `nil` for a flag, which is a word without `=`.
    package let value: String?
    /// As written, quotes included.
    package let source: String
  }

  package enum Problem: Error, Sendable, Equatable {
    case unclosedQuote(key: String)
    case repeatedKey(String)
  }

  package let language: String
  package private(set) var words: [Word]

  package init(language: String) {
    self.language = language
    words = []
  }

  package init(_ text: String) throws(Problem) {
    var scanner = WordScanner(text)
    language = scanner.nextBareWord()
    words = []
    while let word = try scanner.nextWord() {
      if self.contains(word.key) { throw .repeatedKey(word.key) }
      words.append(word)
    }
  }

  /// The first word of an info string, whatever follows it.
  package static func language(of text: String) -> String {
    var scanner = WordScanner(text)
    return scanner.nextBareWord()
  }

  /// The value of a key; `nil` where it is missing or a flag.
  package subscript(key: String) -> String? { words.first { $0.key == key }?.value }

  package func contains(_ key: String) -> Bool { words.contains { $0.key == key } }

  /// Adds a pair in front of the other words, or replaces the one that has the key.
  package mutating func set(_ key: String, to value: String) {
    let word = Word(key: key, value: value, source: "\(key)=\(InfoString.quotedIfNeeded(value))")
    if let index = words.firstIndex(where: { $0.key == key }) {
      words[index] = word
    } else {
      words.insert(word, at: 0)
    }
  }

  package mutating func setFlag(_ key: String, _ isSet: Bool) {
    if isSet {
      if !contains(key) { words.append(Word(key: key, value: nil, source: key)) }
    } else {
      words.removeAll { $0.key == key }
    }
  }

  package mutating func remove(_ keys: Set<String>) { words.removeAll { keys.contains($0.key) } }

  package var text: String { ([language] + words.map(\.source)).joined(separator: " ") }

  private static func quotedIfNeeded(_ value: String) -> String {
    let isBare = !value.isEmpty && value.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x60 && $0 != 0x7F }
    if isBare { return value }
    let escaped = value.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    return "\"" + String(escaped) + "\""
  }
}

/// Splits an info string at blanks; quotes hold blanks together, a backslash takes the next character as it is.
private struct WordScanner {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  private mutating func skipBlanks() {
    while position < scalars.count, WordScanner.isBlank(scalars[position]) { position += 1 }
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  mutating func nextBareWord() -> String {
    skipBlanks()
    let start = position
    while position < scalars.count, !WordScanner.isBlank(scalars[position]) { position += 1 }
    return text(start..<position)
  }

  mutating func nextWord() throws(InfoString.Problem) -> InfoString.Word? {
    skipBlanks()
    guard position < scalars.count else { return nil }
    let start = position
    while position < scalars.count, !WordScanner.isBlank(scalars[position]), scalars[position] != "=" { position += 1 }
    let key = text(start..<position)
    guard position < scalars.count, scalars[position] == "=", !key.isEmpty else {
      while position < scalars.count, !WordScanner.isBlank(scalars[position]) { position += 1 }
      let word = text(start..<position)
      return InfoString.Word(key: word, value: nil, source: word)
    }
    position += 1
    guard position < scalars.count, scalars[position] == "\"" else {
      let valueStart = position
      while position < scalars.count, !WordScanner.isBlank(scalars[position]) { position += 1 }
      return InfoString.Word(key: key, value: text(valueStart..<position), source: text(start..<position))
    }
    position += 1
    var value = String.UnicodeScalarView()
    while position < scalars.count, scalars[position] != "\"" {
      if scalars[position] == "\\", position + 1 < scalars.count { position += 1 }
      value.append(scalars[position])
      position += 1
    }
    guard position < scalars.count else { throw .unclosedQuote(key: key) }
    position += 1
    return InfoString.Word(key: key, value: String(value), source: text(start..<position))
  }
}
