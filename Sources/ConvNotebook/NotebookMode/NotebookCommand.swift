import Cells

/// A line at the notebook's prompt: a key, or words with what they need.
struct NotebookCommand: Equatable {
  let verb: NotebookVerb
  let argument: String

  /// Keys that act at once on an empty line. Those that a word begins with want Enter, so that a word that is typed never
  /// does something else on its way.
  static let keys = Set(allKeys.filter { key in !words.contains { $0.hasPrefix(key) } })
  static let keysBeforeEnter = allKeys.filter { !keys.contains($0) }
  private static let allKeys = NotebookVerb.allCases.flatMap(\.description.keys).filter { !$0.isEmpty }
  private static let words = NotebookVerb.allCases.flatMap(\.description.words)

  /// - Throws: what the line lacks, or which command may have been meant.
  init(_ line: String) throws(CommandFailure) {
    let isWord = line.hasPrefix(":")
    let text = isWord ? String(line.dropFirst()).withoutBlanksAround : line
    if !isWord, let verb = NotebookVerb.allCases.first(where: { $0.description.keys.contains(text) }) {
      self.init(verb, "")
      return
    }
    if text.hasPrefix("%") || text.hasPrefix("!") {
      self.init(.attempt, text)
      return
    }
    guard let (verb, words) = Self.longestMatch(in: text) else { throw Self.unknown(text) }
    let argument = String(text.dropFirst(words.count)).withoutBlanksAround
    let description = verb.description
    switch description.argument {
    case .none where !argument.isEmpty: throw Self.unknown(text)
    case .needed(let name, let example) where argument.isEmpty:
      throw CommandFailure("'\(description.words[0])' needs \(name) behind it: \(example)")
    default: break
    }
    self.init(verb, argument)
  }

  private init(_ verb: NotebookVerb, _ argument: String) {
    self.verb = verb
    self.argument = argument
  }

  private static func longestMatch(in text: String) -> (NotebookVerb, words: String)? {
    var best: (NotebookVerb, words: String)?
    for verb in NotebookVerb.allCases {
      for words in verb.description.words where words.count > best?.words.count ?? 0 && begins(text, with: words) {
        best = (verb, words)
      }
    }
    return best
  }

  /// Words end at a blank; signs do not.
  private static func begins(_ text: String, with words: String) -> Bool {
    guard text.hasPrefix(words) else { return false }
    let rest = text.dropFirst(words.count)
    return rest.isEmpty || rest.first == " " || !(words.last?.isLetter ?? false)
  }

  private static func unknown(_ text: String) -> CommandFailure {
    let words = words
    let first = text.split(separator: " ").first.map(String.init) ?? text
    let meant =
      Misspelling(name: text) { words }.suggestion ?? Misspelling(name: first) { words }.suggestion
      ?? words.first { $0.hasPrefix(first) }
    let hint = meant.map { "did you mean '\($0)'?" } ?? "'?' lists the commands; 'try \(text.visible)' runs code"
    return CommandFailure("there is no command '\(text.visible)'; \(hint)")
  }
}

extension NotebookCommand {
  /// What may stand at the cursor: words of commands, ids of cells, files.
  static func completion(of text: String, at cursor: Int, cells: [String]) -> Completion {
    let bytes = Array(text.utf8.prefix(cursor))
    let start = bytes.first == UInt8(ascii: ":") ? 1 : 0
    let typed = String(decoding: bytes[start...], as: UTF8.self)
    if let (verb, words) = longestMatch(in: typed), typed.utf8.count > words.utf8.count {
      let argumentStart = start + words.utf8.count + typed.utf8.dropFirst(words.utf8.count).prefix { $0 == 0x20 }.count
      let argument = String(decoding: bytes[min(argumentStart, bytes.count)...], as: UTF8.self)
      let range = argumentStart..<bytes.count
      switch verb {
      case .goto: return Completion(range: range, candidates: cells.filter { $0.hasPrefix(argument) }.sorted())
      case .saveAs:
        let slash = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? argumentStart
        return Completion(range: max(slash, argumentStart)..<bytes.count, path: argument)
      default: break
      }
    }
    // The word that is being typed, of commands that begin like all of the line.
    let wordStart =
      typed.utf8.lastIndex(of: 0x20).map { typed.utf8.distance(from: typed.utf8.startIndex, to: $0) + 1 } ?? 0
    let found = words.filter { $0.hasPrefix(typed) && $0 != typed }.map {
      String(decoding: $0.utf8.dropFirst(wordStart), as: UTF8.self)
    }
    return Completion(range: (start + wordStart)..<bytes.count, candidates: Array(Set(found)).sorted())
  }
}

extension String {
  var withoutBlanksAround: String { String(drop { $0 == " " }).withoutTrailingBlanks }
}
