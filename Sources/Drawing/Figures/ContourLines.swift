import Arrays
import Cells

/// Lines of equal height through a grid, and the bands between them, cell by cell.
struct ContourLines {
  let levels: [Double]
  private let heights: [Double]
  private let rows: Int
  private let columns: Int
  private let x: [Double]
  private let y: [Double]

  init?(_ contours: Contours, _ heights: [Double], _ shape: Dims) {
    guard shape.count == 2 else { return nil }
    (rows, columns) = (shape[0], shape[1])
    self.heights = heights
    let (rows, columns) = (rows, columns)
    func grid(_ coordinates: NDArray?, isAcross: Bool) -> [Double] {
      let given = coordinates?.doubles
      if let given, coordinates?.rank == 2 { return given }
      return (0..<(rows * columns)).map { index in
        let place = isAcross ? index % columns : index / columns
        return given.map { $0[place] } ?? Double(place)
      }
    }
    (x, y) = (grid(contours.x, isAcross: true), grid(contours.y, isAcross: false))
    guard x.count == heights.count, y.count == heights.count else { return nil }
    levels = contours.drawnLevels
  }

  private func corner(_ row: Int, _ column: Int) -> (x: Double, y: Double, height: Double) {
    let index = row * columns + column
    return (x[index], y[index], heights[index])
  }

  private typealias Corner = (x: Double, y: Double, height: Double)

  private static func crossing(_ a: Corner, _ b: Corner, _ level: Double) -> Point {
    let part = (level - a.height) / (b.height - a.height)
    return Point(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part)
  }

  private func eachCell(_ body: ([Corner]) -> Void) {
    for row in 0..<max(rows - 1, 0) {
      for column in 0..<max(columns - 1, 0) {
        let corners = [
          corner(row, column), corner(row, column + 1), corner(row + 1, column + 1), corner(row + 1, column),
        ]
        if corners.allSatisfy(\.height.isFinite) { body(corners) }
      }
    }
  }

  func segments(at level: Double) -> [(Point, Point)] {
    var segments: [(Point, Point)] = []
    eachCell { corners in
      var crossings: [Point] = []
      for index in 0..<4 {
        let (a, b) = (corners[index], corners[(index + 1) % 4])
        if (a.height < level) != (b.height < level) { crossings.append(Self.crossing(a, b, level)) }
      }
      if crossings.count == 2 { segments.append((crossings[0], crossings[1])) }
      guard crossings.count == 4 else { return }
      // A saddle: its middle tells which corners belong together.
      let isHigh = corners.reduce(0) { $0 + $1.height } / 4 >= level
      let turns = isHigh == (corners[0].height >= level)
      let pairs = turns ? [(0, 1), (2, 3)] : [(3, 0), (1, 2)]
      for (a, b) in pairs { segments.append((crossings[a], crossings[b])) }
    }
    return segments
  }

  /// Polygons of what is not below `low` and below `high`.
  func bands(from low: Double, to high: Double, isFirst: Bool) -> [[Point]] {
    var polygons: [[Point]] = []
    eachCell { corners in
      guard corners.contains(where: { $0.height >= low }), corners.contains(where: { $0.height <= high }) else {
        return
      }
      let above = Self.clipped(corners, level: low, keepsHigh: true)
      let inside = Self.clipped(above, level: high, keepsHigh: false)
      if inside.count > 2 { polygons.append(inside.map { Point($0.x, $0.y) }) }
    }
    return polygons
  }

  private static func clipped(_ polygon: [Corner], level: Double, keepsHigh: Bool) -> [Corner] {
    var result: [Corner] = []
    for index in polygon.indices {
      let (a, b) = (polygon[index], polygon[(index + 1) % polygon.count])
      let (aIn, bIn) =
        keepsHigh ? (a.height >= level, b.height >= level) : (a.height <= level, b.height <= level)
      if aIn { result.append(a) }
      if aIn != bIn {
        let point = crossing(a, b, level)
        result.append((point.x, point.y, level))
      }
    }
    return result
  }
}

extension Contours {
  /// The heights that are drawn: those that were given, or round ones.
  var drawnLevels: [Double] {
    if let levels { return levels.doubles }
    let interval = values.map { DataBounds.Interval($0) } ?? DataBounds.Interval()
    guard !interval.isEmpty else { return [] }
    let all = TickPlaces.linear(
      from: interval.low, to: interval.high, intervals: max((levelCount ?? 7) + 1, 1),
      roundSteps: TickPlaces.contourSteps, leastCount: 1)
    if !isFilled { return all.filter { $0 > interval.low && $0 < interval.high } }
    let first = all.lastIndex { $0 < interval.low } ?? 0
    let last = all.firstIndex { $0 > interval.high } ?? all.count - 1
    return first <= last ? Array(all[first...last]) : all
  }
}
