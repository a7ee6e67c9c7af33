extension Magic {
  /// An IPython command of its text: `%name rest`, `%%name rest` with a body, `!rest`, `?name`, `name??`.
  init(text: String) {
    if text.hasPrefix("%%"), !text.hasSuffix("?") || text.utf8.contains(0x0A) {
      let (first, body) = Self.split(text.dropFirst(2)) { $0.isNewline }
      let (name, argument) = Self.split(first) { $0 == " " || $0 == "\t" }
      self.init(kind: .cell, name: String(name), argument: Self.trimmed(argument), body: String(body))
      return
    }
    let line = Self.joined(text)
    if line.hasPrefix("!") {
      let isCaptured = line.hasPrefix("!!")
      let rest = line.dropFirst(isCaptured ? 2 : 1)
      self.init(kind: .shell, name: isCaptured ? "!" : "", argument: Self.trimmed(rest), body: "")
    } else if line.hasPrefix("?") {
      let marks = line.prefix { $0 == "?" }
      self.init(kind: .help, name: Self.trimmed(line.dropFirst(marks.count)), argument: String(marks), body: "")
    } else if line.hasSuffix("?") {
      let count = line.hasSuffix("??") ? 2 : 1
      self.init(kind: .help, name: String(line.dropLast(count)), argument: String(line.suffix(count)), body: "")
    } else {
      let (name, argument) = Self.split(line.dropFirst()) { $0 == " " || $0 == "\t" }
      self.init(kind: .line, name: String(name), argument: Self.trimmed(argument), body: "")
    }
  }

  private static func split(
    _ text: Substring, at isSeparator: (Character) -> Bool
  ) -> (Substring, Substring) {
    guard let index = text.firstIndex(where: isSeparator) else { return (text, "") }
    return (text[..<index], text[text.index(after: index)...])
  }

  /// Lines that end in a backslash go on on the next.
  private static func joined(_ text: String) -> Substring {
    guard text.utf8.contains(0x0A) else { return text[...] }
    var result = ""
    for character in text {
      if character.isNewline, result.last == "\\" {
        result.removeLast()
        result.append(" ")
      } else {
        result.append(character)
      }
    }
    return result[...]
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text.drop { $0.isWhitespace })
  }
}
