import Cells

/// How a line is drawn.
package struct Pen: Sendable, Equatable {
  package enum Cap: Int32, Sendable { case butt, round, projecting }
  package enum Join: Int32, Sendable { case miter, round, bevel }

  package var colour: Colour
  /// In pixels.
  package var width: Double
  /// Lengths of strokes and gaps in turn, in pixels; empty for a line without gaps.
  package var dashes: [Double] = []
  package var dashOffset = 0.0
  package var cap = Cap.butt
  package var join = Join.round

  package init(_ colour: Colour, width: Double) {
    self.colour = colour
    self.width = width
  }

  /// Whether it leaves anything to see.
  package var isVisible: Bool { width > 0 && colour.alpha > 0 }
}
