/// The colours that characters can have.
enum SymbolColours: Equatable {
  case none
  case sixteenBits
  case all

  /// By what the terminal says in the environment, and not at all where `NO_COLOR` is set.
  static var ofTerminal: SymbolColours {
    guard Terminal.environment("NO_COLOR").map(\.isEmpty) ?? true else { return .none }
    let direct = Terminal.environment("COLORTERM") ?? ""
    return direct == "truecolor" || direct == "24bit" ? .all : .sixteenBits
  }

  /// The sequence for a colour; `nil` for the terminal's own.
  func sequence(_ colour: UInt32?, isBackground: Bool) -> String {
    guard let colour else { return isBackground ? "49" : "39" }
    let (red, green, blue) = (Int(colour >> 16 & 255), Int(colour >> 8 & 255), Int(colour & 255))
    let start = isBackground ? "48" : "38"
    switch self {
    case .none: return isBackground ? "49" : "39"
    case .all: return "\(start);2;\(red);\(green);\(blue)"
    case .sixteenBits: return "\(start);5;\(Self.index(red, green, blue))"
    }
  }

  /// The nearest of xterm's 216 colours and 24 greys.
  private static func index(_ red: Int, _ green: Int, _ blue: Int) -> Int {
    let steps = [0, 95, 135, 175, 215, 255]
    func nearest(_ value: Int) -> Int { steps.indices.min { abs(steps[$0] - value) < abs(steps[$1] - value) } ?? 0 }
    func distance(_ r: Int, _ g: Int, _ b: Int) -> Int {
      (r - red) * (r - red) + (g - green) * (g - green) + (b - blue) * (b - blue)
    }
    let (r, g, b) = (nearest(red), nearest(green), nearest(blue))
    let grey = min(max(((red + green + blue) / 3 - 3) / 10, 0), 23)
    let level = 8 + 10 * grey
    return distance(level, level, level) < distance(steps[r], steps[g], steps[b])
      ? 232 + grey : 16 + 36 * r + 6 * g + b
  }
}
