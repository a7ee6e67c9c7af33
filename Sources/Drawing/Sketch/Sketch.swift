import Cells

/// A picture as what has to be drawn, one after the other: the same on every machine, at any scale.
///
/// It is a value: what happens to the figure afterwards does not change it.
package struct Sketch: Sendable {
  package enum Command: Sendable {
    case fill(Path, Colour, isSmooth: Bool)
    /// - snaps: to whole pixels, so that straight lines look sharp.
    case stroke(Path, Pen, snaps: Bool)
    case text(TextLine)
    case image(Raster, in: Box)
    /// What follows is seen within the box only, until it is `nil`.
    case clip(Box?)
  }

  /// In pixels.
  package let width: Double
  package let height: Double
  /// Pixels an inch.
  package let resolution: Double
  package private(set) var commands: [Command] = []

  package init(width: Double, height: Double, resolution: Double) {
    self.width = width
    self.height = height
    self.resolution = resolution
  }

  /// Fills without soft edges touch each other without a seam.
  package mutating func fill(_ path: Path, _ colour: Colour, isSmooth: Bool = true) {
    if !path.isEmpty, colour.alpha > 0 { commands.append(.fill(path, colour, isSmooth: isSmooth)) }
  }

  /// - Parameter snaps: `nil` for lines that all go along the axes.
  package mutating func stroke(_ path: Path, _ pen: Pen, snaps: Bool? = nil) {
    if !path.isEmpty, pen.isVisible { commands.append(.stroke(path, pen, snaps: snaps ?? path.isRectilinear)) }
  }

  package mutating func add(_ text: TextLine) { commands.append(.text(text)) }
  package mutating func add(_ raster: Raster, in box: Box) { commands.append(.image(raster, in: box)) }
  package mutating func clip(to box: Box?) { commands.append(.clip(box)) }
}

extension Sketch {
  /// All but the texts, for who shows those as text.
  package var withoutTexts: Sketch {
    var copy = self
    copy.commands = commands.filter { if case .text = $0 { false } else { true } }
    return copy
  }

  /// In the order they are drawn.
  package var texts: [TextLine] { commands.compactMap { if case .text(let line) = $0 { line } else { nil } } }
}
