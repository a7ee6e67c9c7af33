import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A text of one or more lines, measured but not yet placed.
package struct TextBlock {
  package enum Horizontal: String { case left, center, right }
  package enum Vertical: String {
    case top, bottom, center, baseline
    /// The middle of a capital letter: for numbers beside marks.
    case middleOfCapitals = "center_baseline"
  }

  package struct Font {
    /// In pixels.
    package var size: Double
    package var colour = Colour(0, 0, 0)
    package var isBold = false
    package var isSlanted = false

    package init(size: Double) { self.size = size }
  }

  private let lines: [MathText]
  private let font: Font
  package var horizontal = Horizontal.left
  package var vertical = Vertical.baseline
  /// In degrees, anticlockwise.
  package var angle = 0.0

  package init(_ text: String, _ font: Font) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      MathText(String($0), isBold: font.isBold, isSlanted: font.isSlanted)
    }
    self.font = font
  }

  package var width: Double { (lines.map(\.width).max() ?? 0) * font.size }
  private var lineHeight: Double { font.size * StrokeFont.lineHeight / 100 }
  private var ascent: Double { font.size * StrokeFont.ascent / 100 }
  private var descent: Double { font.size * StrokeFont.descent / 100 }
  package var height: Double { lineHeight * Double(lines.count - 1) + ascent + descent }
  /// Above the first baseline.
  package var rise: Double { ascent }

  /// The box around the text when it is placed.
  package func box(at place: Point) -> Box {
    let frame = frame(at: place)
    let corners = [
      Point(frame.left, frame.top), Point(frame.right, frame.top), Point(frame.right, frame.bottom),
      Point(frame.left, frame.bottom),
    ].map { $0 + frame.start }
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    return Box(left: xs.min() ?? 0, top: ys.min() ?? 0, right: xs.max() ?? 0, bottom: ys.max() ?? 0)
  }

  package func lines(at place: Point) -> [TextLine] {
    let frame = frame(at: place)
    return lines.enumerated().map { index, line in
      let free = width - line.width * font.size
      let x = horizontal == .left ? 0 : horizontal == .center ? free / 2 : free
      let baseline = Point(x, ascent + lineHeight * Double(index))
      return TextLine(
        pieces: line.pieces, size: font.size, colour: font.colour, origin: frame.start + turned(baseline),
        angle: angle)
    }
  }

  /// From the start of the text's box, y down, to the picture's directions.
  private func turned(_ point: Point) -> Point {
    if angle == 0 { return point }
    if angle == 90 { return Point(point.y, -point.x) }
    let (c, s) = (cos(angle * .pi / 180), sin(angle * .pi / 180))
    return Point(point.x * c + point.y * s, point.y * c - point.x * s)
  }

  /// The corner where the unturned text starts, and the turned text's box around it. What is turned is aligned by that
  /// box, as in matplotlib.
  private func frame(at place: Point) -> (start: Point, left: Double, top: Double, right: Double, bottom: Double) {
    let corners = [Point(0, 0), Point(width, 0), Point(width, height), Point(0, height)].map(turned)
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    let (left, right) = (xs.min() ?? 0, xs.max() ?? 0)
    let (top, bottom) = (ys.min() ?? 0, ys.max() ?? 0)
    let x =
      switch horizontal {
      case .left: left
      case .center: (left + right) / 2
      case .right: right
      }
    let capital = font.size * StrokeFont.capitalHeight / 200
    let y =
      switch vertical {
      case .top: top
      case .bottom: bottom
      case .center: (top + bottom) / 2
      case .baseline: angle == 0 ? ascent + lineHeight * Double(lines.count - 1) : bottom - (angle == 90 ? 0 : descent)
      case .middleOfCapitals: lines.count == 1 && angle == 0 ? ascent - capital : (top + bottom) / 2
      }
    return (Point(place.x - x, place.y - y), left, top, right, bottom)
  }
}

extension TextBlock {
  /// Whether a sign has strokes; the others are empty boxes.
  package static func hasGlyph(_ scalar: Unicode.Scalar) -> Bool { StrokeFont.has(scalar) }
}
