/// Fits letters to rows of pixels: what lies flat fills whole rows, and letters of one kind are equally high.
struct PixelRows {
  private let unit: Double
  let penHeight: Double
  private let zones: [(Double, Double)]

  /// - Parameters:
  ///   - unit: a hundredth of the font's size, in pixels.
  ///   - stroke: in pixels.
  init(unit: Double, stroke: Double) {
    self.unit = unit
    penHeight = max(1, (stroke * 0.95).rounded())
    let half = penHeight / 2
    let small = max((StrokeFont.smallHeight * unit).rounded(), penHeight)
    let capital = max((StrokeFont.capitalHeight * unit).rounded(), small + 1)
    let ascent = max((StrokeFont.ascent * unit).rounded(), capital)
    let depth = (21 * unit).rounded()
    // Round letters reach a little beyond straight ones, which is too little for a pixel.
    zones = [
      (-21, -depth), (-17, half - depth), (-15.5, half - depth), (0, 0), (3.3, half), (4.5, half), (50.5, small - half),
      (51.8, small - half), (55, small), (68.5, capital - half), (69.7, capital - half), (73, capital),
      (76, ascent),
    ]
  }

  struct Levels {
    fileprivate let places: [(Double, Double)]
    fileprivate let unit: Double

    func height(_ y: Double) -> Double {
      guard let first = places.first, let last = places.last else { return y * unit }
      if y <= first.0 { return first.1 + (y - first.0) * unit }
      if y >= last.0 { return last.1 + (y - last.0) * unit }
      let index = places.firstIndex { $0.0 >= y } ?? 0
      let (above, below) = (places[index], places[max(index - 1, 0)])
      if above.0 == y { return above.1 }
      return below.1 + (above.1 - below.1) * (y - below.0) / (above.0 - below.0)
    }
  }

  /// With the flat strokes of a glyph on rows of their own.
  func levels(of path: Path) -> Levels {
    var places = zones
    var last: Point?
    for element in path.elements {
      guard case .line(let point) = element else {
        if case .move(let point) = element { last = point }
        if case .curve(_, _, let point) = element { last = point }
        continue
      }
      if let last, last.y == point.y, last.x != point.x, !places.contains(where: { abs($0.0 - point.y) < 5 }) {
        let level = Levels(places: places, unit: unit).height(point.y)
        places.append((point.y, (level - penHeight / 2).rounded() + penHeight / 2))
        places.sort { $0.0 < $1.0 }
      }
      last = point
    }
    return Levels(places: places, unit: unit)
  }
}
