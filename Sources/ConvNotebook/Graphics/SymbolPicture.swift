import Cells
import Drawing

/// A picture as characters: its shapes by Chafa, its texts as text, where they stand in the picture.
struct SymbolPicture {
  private struct Character {
    var scalar: Unicode.Scalar = " "
    var foreground: UInt32?
    var background: UInt32?
    var isText = false
  }

  private var grid: [[Character]]
  private let colours: SymbolColours

  init(_ sketch: Sketch, _ graphics: TerminalGraphics) throws(PictureError) {
    colours = graphics.colours
    // A character is twice as high as wide. 8 pixels wide, letters have their own size in the picture.
    let width = min(sketch.width / 8, Double(max(graphics.columns - 1, 10)))
    let height = min(width * sketch.height / sketch.width / 2, Double(max(graphics.rows - 3, 5)))
    let rows = max(Int(height.rounded()), 1)
    let columns = max(Int((Double(rows) * 2 * sketch.width / sketch.height).rounded()), 1)
    let shown = min(columns, max(graphics.columns - 1, 10))
    grid =
      colours == .none
      ? try Self.dots(sketch.withoutTexts, columns: shown, rows: rows)
      : try Self.shapes(sketch.withoutTexts, columns: shown, rows: rows)
    for line in sketch.texts { write(line, sketch, columns: shown, rows: rows) }
  }

  /// Without colours: lines as dots, of which a character has two by four, and areas as shades.
  private static func dots(_ sketch: Sketch, columns: Int, rows: Int) throws(PictureError) -> [[Character]] {
    let pixels = try sketch.pixels(scale: min(1, Double(columns * 8) / sketch.width))
    func darkness(_ x: Int, _ y: Int) -> Double {
      let start = 4 * (y * pixels.width + x)
      let (red, green, blue) = (pixels.bytes[start], pixels.bytes[start + 1], pixels.bytes[start + 2])
      return 1 - (0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue)) / 255
    }
    /// The darkest pixel of a part, so that no thin line is lost, and the mean.
    func part(_ x: Int, _ y: Int) -> (darkest: Double, mean: Double) {
      func range(_ index: Int, _ length: Int, _ parts: Int) -> Range<Int> {
        let start = index * length / parts
        return start..<min(max((index + 1) * length / parts, start + 1), length)
      }
      let xs = range(x, pixels.width, 2 * columns)
      let ys = range(y, pixels.height, 4 * rows)
      var (darkest, sum, count) = (0.0, 0.0, 0.0)
      for y in ys {
        for x in xs {
          let value = darkness(x, y)
          (darkest, sum, count) = (max(darkest, value), sum + value, count + 1)
        }
      }
      return (darkest, count > 0 ? sum / count : 0)
    }
    // Bits of the dots of U+2800, row by row.
    let bits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    return (0..<rows).map { row in
      (0..<columns).map { column in
        let parts = (0..<8).map { part(2 * column + $0 % 2, 4 * row + $0 / 2) }
        let means = parts.map(\.mean)
        let mean = means.reduce(0, +) / 8
        if mean > 0.12, (means.max() ?? 0) - (means.min() ?? 0) < 0.25 {
          return Character(scalar: ["░", "▒", "▓", "█"][min(Int(mean * 4), 3)])
        }
        let code = zip(parts, bits).reduce(UInt32(0)) { $1.0.darkest > 0.35 ? $0 | $1.1 : $0 }
        return Character(scalar: code == 0 ? " " : Unicode.Scalar(0x2800 + code) ?? " ")
      }
    }
  }

  private static func shapes(_ sketch: Sketch, columns: Int, rows: Int) throws(PictureError) -> [[Character]] {
    let chafa = try Chafa.loaded()
    let failure = PictureError(message: "Chafa could not draw the figure as characters")
    guard let symbols = chafa.makeSymbols() else { throw failure }
    defer { chafa.releaseSymbols(symbols) }
    chafa.addSymbols(
      symbols, Chafa.spaces | Chafa.solids | Chafa.blocks | Chafa.borders | Chafa.quarters | Chafa.halves)
    chafa.removeSymbols(symbols, Chafa.wide | Chafa.ambiguousOrUgly)
    // As large as the characters' own pixels, so that thin lines are not lost by shrinking.
    let pixels = try sketch.pixels(scale: min(1, Double(columns * 8) / sketch.width))
    return try chafa.withCanvas(of: pixels, columns: columns, rows: rows, or: failure) { configuration in
      chafa.setSymbols(configuration, symbols)
      chafa.setWorkFactor(configuration, 1)
    } _: { canvas in
      return (0..<rows).map { row in
        (0..<columns).map { column in
          var (foreground, background): (Int32, Int32) = (-1, -1)
          chafa.colours(canvas, Int32(column), Int32(row), &foreground, &background)
          let scalar = Unicode.Scalar(chafa.character(canvas, Int32(column), Int32(row))) ?? " "
          return Character(
            scalar: scalar.value < 0x20 ? " " : scalar, foreground: foreground < 0 ? nil : UInt32(foreground),
            background: background < 0 ? nil : UInt32(background))
        }
      }
    }
  }

  /// Writes a text over the shapes, if no other text is there.
  private mutating func write(_ line: TextLine, _ sketch: Sketch, columns: Int, rows: Int) {
    let scalars = Array(line.text.visible.unicodeScalars)
    guard !scalars.isEmpty else { return }
    let (cellWidth, cellHeight) = (sketch.width / Double(columns), sketch.height / Double(rows))
    let middle = line.middle
    let isUpright = abs(line.angle.truncatingRemainder(dividingBy: 180)) > 45
    var places: [(row: Int, column: Int)]
    if isUpright, scalars.count <= rows {
      // Letter below letter.
      let column = Int(middle.x / cellWidth)
      let first = min(max(Int(middle.y / cellHeight) - scalars.count / 2, 0), rows - scalars.count)
      places = scalars.indices.map { (first + $0, column) }
    } else {
      let row = isUpright ? 0 : Int(middle.y / cellHeight)
      let start = Int((middle.x / cellWidth - Double(scalars.count) / 2).rounded())
      let first = min(max(start, 0), max(columns - scalars.count, 0))
      places = scalars.indices.map { (row, first + $0) }
    }
    places = places.filter { grid.indices.contains($0.row) && grid[$0.row].indices.contains($0.column) }
    guard places.count == scalars.count else { return }
    // A blank stays between two numbers.
    let isFree = places.allSatisfy { place in
      (place.column - 1...place.column + 1).allSatisfy { column in
        !grid[place.row].indices.contains(column) || !grid[place.row][column].isText || isUpright
      }
    }
    guard isFree else { return }
    let colour = line.colour
    let packed = [colour.red, colour.green, colour.blue].reduce(UInt32(0)) {
      $0 << 8 | UInt32(min(max($1, 0), 1) * 255)
    }
    for (place, scalar) in zip(places, scalars) {
      grid[place.row][place.column].scalar = scalar
      grid[place.row][place.column].foreground = packed
      grid[place.row][place.column].isText = true
    }
  }

  var text: String {
    grid.map { row in
      if colours == .none {
        var line = String.UnicodeScalarView(row.map(\.scalar))
        while line.last == " " { line.removeLast() }
        return String(line) + "\n"
      }
      var line = ""
      var last: (String, String)?
      for character in row {
        let look = (
          colours.sequence(character.foreground, isBackground: false),
          colours.sequence(character.background, isBackground: true)
        )
        if last.map({ $0 != look }) ?? true { line += "\u{1B}[\(look.0);\(look.1)m" }
        last = look
        line.unicodeScalars.append(character.scalar)
      }
      return line + "\u{1B}[0m\n"
    }.joined()
  }
}
