/// The options in front of a command's text: `-n 3 -r2 -q f(x)`.
struct MagicOptions {
  private var values: [Character: String] = [:]
  /// Everything behind the options, untouched.
  private(set) var rest: String

  /// - Parameter allowed: as C's `getopt` has it: letters, each with `:` behind it where it takes a value.
  /// - Throws: `UsageError`.
  init(_ line: String, allowed: String) throws {
    var position = line.startIndex
    func skipBlanks() {
      while position < line.endIndex, line[position].isWhitespace { position = line.index(after: position) }
    }
    func takeWord() -> Substring {
      skipBlanks()
      let word = line[position...].prefix { !$0.isWhitespace }
      position = word.endIndex
      return word
    }
    while true {
      skipBlanks()
      let start = position
      let word = takeWord()
      if word == "--" {
        skipBlanks()
        break
      }
      guard word.hasPrefix("-"), word.count > 1 else {
        position = start
        break
      }
      var letters = word.dropFirst()
      while let letter = letters.popFirst() {
        let place = letter == ":" ? nil : allowed.firstIndex(of: letter)
        guard let place else {
          throw InteractiveShell.usageError("option -\(letter) not recognized ( allowed: \"\(allowed)\" )")
        }
        guard allowed[allowed.index(after: place)...].first == ":" else {
          values[letter] = ""
          continue
        }
        let value = letters.isEmpty ? takeWord() : letters
        if value.isEmpty {
          throw InteractiveShell.usageError("option -\(letter) requires argument ( allowed: \"\(allowed)\" )")
        }
        values[letter] = String(value)
        letters = ""
      }
    }
    rest = String(line[position...])
  }

  func has(_ letter: Character) -> Bool { values[letter] != nil }

  /// - Throws: `ValueError`.
  func int(_ letter: Character, default value: Int) throws -> Int {
    guard let text = values[letter] else { return value }
    guard let number = Int(text) else {
      throw Raised.valueError("invalid literal for int() with base 10: \(TextLiteral.of(text))")
    }
    return number
  }

  /// The rest cut at blanks; quotes hold words together.
  var arguments: [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in rest {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}
