/// A key at a pager.
enum PagerKey: Equatable {
  case nextPage, previousPage, nextHalf, previousHalf, nextLine, previousLine, start, end
  case search, nextMatch, previousMatch
  case leave
  case other

  private static let names: [String: PagerKey] = [
    " ": .nextPage, "f": .nextPage, "\u{06}": .nextPage, "\u{1B}[6~": .nextPage, "b": .previousPage,
    "\u{02}": .previousPage, "\u{1B}[5~": .previousPage, "d": .nextHalf, "\u{04}": .nextHalf, "u": .previousHalf,
    "\u{15}": .previousHalf, "\r": .nextLine, "\n": .nextLine, "j": .nextLine, "\u{1B}[B": .nextLine,
    "\u{1B}OB": .nextLine, "k": .previousLine, "\u{1B}[A": .previousLine, "\u{1B}OA": .previousLine, "g": .start,
    "<": .start, "\u{1B}[H": .start, "\u{1B}OH": .start, "\u{1B}[1~": .start, "G": .end, ">": .end, "\u{1B}[F": .end,
    "\u{1B}OF": .end, "\u{1B}[4~": .end, "/": .search, "n": .nextMatch, "N": .previousMatch, "q": .leave, "Q": .leave,
  ]

  /// Takes the first key off what was typed; `nil` where more has to come first.
  static func take(from typed: inout [UInt8]) -> PagerKey? {
    guard let text = TypedKey.take(from: &typed) else { return nil }
    return names[text] ?? .other
  }
}
