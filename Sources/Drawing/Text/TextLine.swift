import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One line of a text, measured and placed.
package struct TextLine: Sendable {
  /// Signs of one size at one height.
  package struct Piece: Sendable, Equatable {
    package var scalars: [Unicode.Scalar]
    /// Of the font's size.
    package var scale = 1.0
    /// Above the baseline, in parts of the font's size.
    package var rise = 0.0
    package var isSlanted = false
    package var isBold = false
    /// From the start of the line, in parts of the font's size.
    package var x = 0.0

    package var width: Double { scalars.reduce(0) { $0 + StrokeFont.glyph($1).width } * scale / 100 }
  }

  package let pieces: [Piece]
  /// In pixels.
  package let size: Double
  package let colour: Colour
  /// The start of the baseline.
  package var origin: Point
  /// In degrees, anticlockwise.
  package let angle: Double

  /// In the middle of what is seen, on the picture.
  package var middle: Point {
    let along = (pieces.map { $0.x + $0.width }.max() ?? 0) * size / 2
    let up = size * StrokeFont.capitalHeight / 200
    let (c, s) = (cos(angle * .pi / 180), sin(angle * .pi / 180))
    return Point(origin.x + along * c - up * s, origin.y - along * s - up * c)
  }

  /// What was written, without marks.
  package var text: String { String(String.UnicodeScalarView(pieces.flatMap(\.scalars))) }

  /// Strokes of one pen, x to the right and y up from the start of the baseline.
  struct Stroke {
    let path: Path
    /// A flat pen is less high than wide.
    let penWidth: Double
    let penHeight: Double
  }

  /// - Parameters:
  ///   - scale: of the picture.
  ///   - isFitted: to the rows of pixels, so that what lies flat is sharp.
  func strokes(scale: Double, isFitted: Bool) -> [Stroke] {
    pieces.compactMap { piece in
      let unit = size * scale * piece.scale / 100
      let width = (piece.isBold ? StrokeFont.boldStroke : StrokeFont.stroke) * unit
      let rows = isFitted ? PixelRows(unit: unit, stroke: width) : nil
      let base = piece.rise * size * scale
      let lift = isFitted ? base.rounded() : base
      let slant = piece.isSlanted ? 0.2 : 0
      var path = Path()
      var x = piece.x * size * scale
      for scalar in piece.scalars {
        let glyph = StrokeFont.glyph(scalar)
        let start = x
        if let rows {
          let levels = rows.levels(of: glyph.path)
          path.append(
            glyph.path.mapped { Point(start + ($0.x + slant * $0.y) * unit, lift + levels.height($0.y)) })
        } else {
          path.append(glyph.path.mapped { Point(start + ($0.x + slant * $0.y) * unit, lift + $0.y * unit) })
        }
        x += glyph.width * unit
      }
      if path.isEmpty { return nil }
      return Stroke(path: path, penWidth: max(width, 0.5), penHeight: rows?.penHeight ?? width)
    }
  }
}
