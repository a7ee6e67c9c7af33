import Prose

/// A key at a trace's screen.
enum TraceKey: Equatable, CaseIterable {
  case next, previous, start, end
  case windowBelow, windowAbove, windowRight, windowLeft
  case nextFilter, previousFilter, nextImage, previousImage
  case nextChannel, previousChannel
  case play, faster, slower
  case goTo, pin
  case moreDigits, fewerDigits
  case scrollDown, scrollUp
  case help, leave

  /// The keys, how they are called, and what they do.
  private var entry: (keys: [String], names: String, words: String) {
    switch self {
    case .next: (["\u{1B}[C", "\u{1B}OC", "l", "n"], "Right l n", "next step")
    case .previous: (["\u{1B}[D", "\u{1B}OD", "h", "b"], "Left h b", "step before")
    case .start: (["\u{1B}[H", "\u{1B}OH", "\u{1B}[1~", "0"], "Home 0", "first step")
    case .end: (["\u{1B}[F", "\u{1B}OF", "\u{1B}[4~", "$", "G"], "End G", "last step")
    case .windowBelow: (["\u{1B}[B", "\u{1B}OB", "j"], "Down j", "window below")
    case .windowAbove: (["\u{1B}[A", "\u{1B}OA", "k"], "Up k", "window above")
    case .windowRight: (["w"], "w", "window to the right")
    case .windowLeft: (["W"], "W", "window to the left")
    case .nextFilter: (["f"], "f", "next channel of the output")
    case .previousFilter: (["F"], "F", "channel of the output before")
    case .nextImage: (["i"], "i", "next image")
    case .previousImage: (["I"], "I", "image before")
    case .nextChannel: (["\t", "]"], "Tab ]", "show the next channel of the input")
    case .previousChannel: (["\u{1B}[Z", "["], "Shift-Tab [", "show the channel of the input before")
    case .play: ([" "], "Space", "play, stop")
    case .faster: (["+", "="], "+", "play faster")
    case .slower: (["-"], "-", "play slower")
    case .goTo: (["g"], "g", "go to a place: i,h,w,c or h,w; Enter alone: the pinned one")
    case .pin: (["p"], "p", "keep this place's formula on the screen; again: let it go")
    case .moreDigits: (["d"], "d", "more digits")
    case .fewerDigits: (["D"], "D", "fewer digits")
    case .scrollDown: (["\u{1B}[6~", "\u{06}", "J"], "PageDown J", "scroll down what does not fit")
    case .scrollUp: (["\u{1B}[5~", "\u{02}", "K"], "PageUp K", "scroll up")
    case .help: (["?"], "?", "this list")
    case .leave: (["q", "Q"], "q", "leave")
    }
  }

  private static let named: [String: TraceKey] = Dictionary(
    allCases.flatMap { key in key.entry.keys.map { ($0, key) } }, uniquingKeysWith: { first, _ in first })

  init?(_ typed: String) {
    guard let key = Self.named[typed] else { return nil }
    self = key
  }

  /// All keys with what they do.
  static func helpLines(columns: Int) -> [StyledLine] {
    let width = allCases.map { $0.entry.names.utf8.count }.max() ?? 0
    let legend = [
      "[ ] marks the window and the number of the step, { } what is pinned; · is padding, ? is not computed yet.",
      "A step is a number of the output. Steps go as the loops do: images, rows, columns, channels.",
    ]
    let indent = StyledLine(String(repeating: " ", count: width + 2))
    return allCases.flatMap { key in
      var line = StyledLine(key.entry.names, SpanStyle(.code))
      line.append(String(repeating: " ", count: width + 2 - key.entry.names.utf8.count) + key.entry.words)
      return line.folded(to: columns, continuation: indent)
    } + [StyledLine()] + legend.flatMap { StyledLine($0).folded(to: columns, continuation: StyledLine()) }
  }
}
