/// Keys as a terminal sends them.
enum TypedKey {
  /// Takes a character, or an escape sequence as a whole, off what was typed; `nil` where more has to come first.
  static func take(from typed: inout [UInt8]) -> String? {
    guard let first = typed.first else { return nil }
    var length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    if first == 0x1B, typed.count > 1, typed[1] == UInt8(ascii: "[") || typed[1] == UInt8(ascii: "O") {
      let isSingle = typed[1] == UInt8(ascii: "O")
      let end = typed.dropFirst(2).firstIndex { isSingle || (0x40...0x7E).contains($0) }
      guard let end else { return nil }
      length = end + 1
    }
    guard typed.count >= length else { return nil }
    defer { typed.removeFirst(length) }
    return String(decoding: typed[..<length], as: UTF8.self)
  }
}

/// A line that is typed in the last row of a screen.
struct TypedLine {
  enum Progress {
    case goesOn
    case complete(String)
    case givenUp
  }

  private(set) var text = ""

  mutating func add(_ key: String) -> Progress {
    switch key {
    case "\r", "\n": return .complete(text)
    case "\u{7F}", "\u{08}":
      if text.isEmpty { return .givenUp }
      text.removeLast()
    case "\u{15}": text = ""
    case _ where key.hasPrefix("\u{1B}"): return .givenUp
    default: text += key
    }
    return .goesOn
  }
}
