/// The letters of figures: a font of strokes, drawn for this program.
///
/// Lengths are hundredths of the font's size, y up from the baseline. Widths are near those of DejaVu Sans, so that
/// texts take the room that they have in matplotlib's pictures. A stroke is `stroke` wide; the table gives its middle.
enum StrokeFont {
  static let stroke = 9.0
  static let boldStroke = 14.5
  static let capitalHeight = 73.0
  static let smallHeight = 55.0
  static let ascent = 76.0
  static let descent = 23.6
  /// From baseline to baseline.
  static let lineHeight = 116.4

  struct Glyph: Sendable {
    let width: Double
    let path: Path
  }

  /// A glyph; for signs that the font does not have, an empty box.
  static func glyph(_ scalar: Unicode.Scalar) -> Glyph { glyphs[scalar] ?? unknown }

  static func has(_ scalar: Unicode.Scalar) -> Bool { glyphs[scalar] != nil }

  private static let unknown = Glyph(
    width: 60, path: Path(Box(left: 10, top: 5, right: 50, bottom: 68)))

  private static let glyphs: [Unicode.Scalar: Glyph] = {
    var glyphs: [Unicode.Scalar: Glyph] = [:]
    for line in (latin + "\n" + greek + "\n" + signs).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count >= 2, let scalar = words[0].unicodeScalars.first, let width = Double(words[1]) else { continue }
      glyphs[scalar] = Glyph(width: width, path: GlyphPath(words.dropFirst(2)).path)
    }
    glyphs[" "] = Glyph(width: 31.8, path: Path())
    glyphs["\u{A0}"] = Glyph(width: 31.8, path: Path())
    glyphs["\t"] = Glyph(width: 127, path: Path())
    for line in copies.split(separator: "\n") {
      let words = line.split(separator: " ")
      for pair in words {
        let scalars = Array(pair.unicodeScalars)
        if scalars.count == 2 { glyphs[scalars[0]] = glyphs[scalars[1]] }
      }
    }
    for word in accented.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let scalars = Array(word.unicodeScalars)
      guard scalars.count == 3, let base = glyphs[scalars[1]], let accent = glyphs[scalars[2]] else { continue }
      let isCapital = scalars[1].properties.isUppercase
      let isBelow = scalars[2] == "¸" || scalars[2] == "˛"
      var path = base.path
      let rise = isCapital && !isBelow ? 19.0 : 0
      path.append(accent.path.moved(by: Point(base.width / 2 - accent.width / 2, rise)))
      glyphs[scalars[0]] = Glyph(width: base.width, path: path)
    }
    return glyphs
  }()
}

/// Reads how a glyph is drawn: `M x y` goes there, `L x y`, `H x`, `V y` and `C x y x y x y` draw on, `Z` closes, and
/// `E x y rx ry from to` is an arc of an ellipse with angles in degrees.
private struct GlyphPath {
  private(set) var path = Path()

  init(_ words: ArraySlice<Substring>) {
    var words = words
    var here = Point(0, 0)
    func number() -> Double { words.popFirst().flatMap { Double($0) } ?? 0 }
    func point() -> Point {
      let x = number()
      return Point(x, number())
    }
    while let word = words.popFirst() {
      switch word {
      case "M":
        here = point()
        path.move(to: here)
      case "L":
        here = point()
        path.line(to: here)
      case "H":
        here.x = number()
        path.line(to: here)
      case "V":
        here.y = number()
        path.line(to: here)
      case "C":
        let (first, second) = (point(), point())
        here = point()
        path.curve(first, second, to: here)
      case "E":
        let (centre, radius) = (point(), point())
        let start = number()
        let end = number()
        path.arc(centre: centre, radius: radius, from: start, to: end, up: 1)
        if abs(end - start) >= 360 { path.close() }
      case "Z": path.close()
      default: break
      }
    }
  }
}
