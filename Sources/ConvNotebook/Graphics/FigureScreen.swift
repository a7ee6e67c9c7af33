import Cells
import Drawing

/// Shows figures on the terminal in the best form that it has.
final class FigureScreen {
  private let choice: GraphicsForm?
  /// Asked for when the first figure is shown.
  private var graphics: TerminalGraphics?
  private var query: GraphicsQuery?
  private var hasExplained = false
  private var nextImage: UInt32 = 1

  /// - Parameter choice: what the user asked for; `nil` for what the terminal says.
  init(_ choice: GraphicsForm?) { self.choice = choice }

  /// Whether pictures may be wanted at all.
  static func wantsPictures(_ choice: GraphicsForm?) -> Bool {
    if let choice { return choice != .none }
    return Terminal.isCapable(.output)
  }

  /// What is written for a figure, with a line end.
  func text(of figure: FigureRecord) -> String {
    let words = figure.inWords.forTerminal + "\n"
    guard let sketch = figure.picture as? Sketch else { return words }
    return text(of: sketch, words: words)
  }

  /// - Parameter words: what stands for the picture where it cannot be shown.
  func text(of sketch: Sketch, words: String) -> String {
    let graphics = ask()
    do throws(PictureError) {
      switch graphics.form {
      case .none: return words
      case .symbols: return try SymbolPicture(sketch, graphics).text
      case .sixel: return try SixelPicture.text(sketch, graphics)
      case .kitty:
        nextImage += 1
        return try KittyPicture.text(sketch, graphics, image: nextImage)
      case .iterm: return try ITermPicture.text(sketch, graphics)
      }
    } catch {
      if !hasExplained { StandardStreams.writeForeignError("cnb: \(error.message)\n") }
      hasExplained = true
      return words
    }
  }

  /// Before the program ends.
  func close() { query?.drain() }

  private func ask() -> TerminalGraphics {
    if let graphics { return graphics }
    let isInTmux = Terminal.environment("TMUX").map { !$0.isEmpty } ?? false
    if choice == nil { query = GraphicsQuery(isInTmux: isInTmux) }
    let graphics = TerminalGraphics(choice, query, isInTmux: isInTmux)
    self.graphics = graphics
    return graphics
  }
}

extension FigureRecord {
  /// `<Figure size 640x480 with 1 Axes> axes 1: title "Cost"; line of 100 points, 0.1 to 2.3`
  var inWords: String {
    (contents.isEmpty ? representation : "\(representation) \(contents.joined(separator: " | "))").visible
  }
}
