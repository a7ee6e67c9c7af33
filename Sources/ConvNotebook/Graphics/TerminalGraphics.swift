import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the terminal can show, and how large its characters are.
struct TerminalGraphics {
  let form: GraphicsForm
  let isInTmux: Bool
  /// Pixels of a character.
  let cell: (width: Double, height: Double)
  let columns: Int
  let rows: Int
  let colours: SymbolColours
  private let isTerminal: Bool

  /// - Parameters:
  ///   - choice: what the user asked for.
  ///   - query: what the terminal answered; `nil` where it was not asked.
  init(_ choice: GraphicsForm?, _ query: GraphicsQuery?, isInTmux: Bool) {
    self.isInTmux = isInTmux
    form = choice ?? TerminalGraphics.best(query)
    var size = winsize()
    _ = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
    (columns, rows) = Terminal.size(.output)
    if size.ws_xpixel > 0, size.ws_ypixel > 0, size.ws_col > 0, size.ws_row > 0 {
      cell = (Double(size.ws_xpixel) / Double(size.ws_col), Double(size.ws_ypixel) / Double(size.ws_row))
    } else if let known = query?.answers.cell {
      cell = (Double(known.width), Double(known.height))
    } else {
      cell = (8, 16)
    }
    isTerminal = isatty(STDOUT_FILENO) == 1
    colours = SymbolColours.ofTerminal
  }

  private static func best(_ query: GraphicsQuery?) -> GraphicsForm {
    guard Terminal.isCapable(.output) else { return .none }
    if let answers = query?.answers {
      if answers.hasKitty { return .kitty }
      if answers.hasITerm { return .iterm }
      if answers.hasSixel { return .sixel }
    }
    return .symbols
  }

  /// How much smaller a picture has to be to fit on the screen; never larger than it is. A pipe has no screen.
  func scale(width: Double, height: Double) -> Double {
    guard isTerminal else { return 1 }
    let room = (Double(columns) * cell.width, Double(max(rows - 2, 4)) * cell.height)
    return min(1, room.0 / max(width, 1), room.1 / max(height, 1))
  }
}
