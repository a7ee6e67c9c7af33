import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The shape of a marker, around 0, y down, one unit large.
struct Marker {
  let path: Path
  let isFilled: Bool
  /// Of a unit.
  let scale: Double

  /// `nil` for none.
  init?(_ value: StyleValue?) {
    switch value {
    case .integer(let number): self.init(number: number)
    case .text(let name): self.init(name: name)
    case .list(let parts): self.init(polygon: parts.compactMap(\.number))
    default: return nil
    }
  }

  private init(_ path: Path, isFilled: Bool = true, scale: Double = 1) {
    self.path = path
    self.isFilled = isFilled
    self.scale = scale
  }

  private init(_ points: [(Double, Double)]) {
    self.init(Path(points.map { Point($0.0, -$0.1) }, isClosed: true))
  }

  private init(strokes: [[(Double, Double)]]) {
    var path = Path()
    for stroke in strokes { path.append(Path(stroke.map { Point($0.0, -$0.1) })) }
    self.init(path, isFilled: false)
  }

  private static func polygon(_ corners: Int, radius: Double = 0.5, turn: Double = 0, inner: Double? = nil) -> Marker {
    let count = inner == nil ? corners : 2 * corners
    let points = (0..<count).map { index in
      let angle = (90 + turn + 360 * Double(index) / Double(count)) * .pi / 180
      let r = index % 2 == 1 ? inner ?? radius : radius
      return (r * cos(angle), r * sin(angle))
    }
    return Marker(points)
  }

  private init?(name: String) {
    let ellipse = Path.ellipse(centre: Point(0, 0), radius: Point(0.5, 0.5))
    switch name {
    case "o": self.init(ellipse)
    case ".": self.init(ellipse, scale: 0.5)
    case ",": self.init(Path(Box(left: -0.5, top: -0.5, right: 0.5, bottom: 0.5)), scale: 0)
    case "v": self.init([(0, -0.5), (-0.5, 0.5), (0.5, 0.5)])
    case "^": self.init([(0, 0.5), (-0.5, -0.5), (0.5, -0.5)])
    case "<": self.init([(-0.5, 0), (0.5, 0.5), (0.5, -0.5)])
    case ">": self.init([(0.5, 0), (-0.5, 0.5), (-0.5, -0.5)])
    case "s": self.init([(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)])
    case "D": self.init([(0, 0.7071), (0.7071, 0), (0, -0.7071), (-0.7071, 0)])
    case "d": self.init([(0, 0.7071), (0.4243, 0), (0, -0.7071), (-0.4243, 0)])
    case "p": self = Marker.polygon(5)
    case "h": self = Marker.polygon(6)
    case "H": self = Marker.polygon(6, turn: 30)
    case "8": self = Marker.polygon(8, turn: 22.5)
    case "*": self = Marker.polygon(5, inner: 0.191)
    case "+": self.init(strokes: [[(-0.5, 0), (0.5, 0)], [(0, -0.5), (0, 0.5)]])
    case "x": self.init(strokes: [[(-0.5, -0.5), (0.5, 0.5)], [(-0.5, 0.5), (0.5, -0.5)]])
    case "|": self.init(strokes: [[(0, -0.5), (0, 0.5)]])
    case "_": self.init(strokes: [[(-0.5, 0), (0.5, 0)]])
    case "1": self.init(strokes: [[(0, 0), (0, -0.5)], [(0, 0), (0.4, 0.25)], [(0, 0), (-0.4, 0.25)]])
    case "2": self.init(strokes: [[(0, 0), (0, 0.5)], [(0, 0), (0.4, -0.25)], [(0, 0), (-0.4, -0.25)]])
    case "3": self.init(strokes: [[(0, 0), (-0.5, 0)], [(0, 0), (0.25, 0.4)], [(0, 0), (0.25, -0.4)]])
    case "4": self.init(strokes: [[(0, 0), (0.5, 0)], [(0, 0), (-0.25, 0.4)], [(0, 0), (-0.25, -0.4)]])
    case "P":
      let (a, b) = (0.1667, 0.5)
      self.init([
        (-a, -b), (a, -b), (a, -a), (b, -a), (b, a), (a, a), (a, b), (-a, b), (-a, a), (-b, a), (-b, -a), (-a, -a),
      ])
    case "X":
      let (a, b) = (0.25, 0.5)
      self.init([
        (-a, -b), (0, -a), (a, -b), (b, -a), (a, 0), (b, a), (a, b), (0, a), (-a, b), (-b, a), (-a, 0), (-b, -a),
      ])
    default:
      guard name.hasPrefix("$"), name.utf8.count > 2 else { return nil }
      self.init(letters: name)
    }
  }

  /// A text as a marker.
  private init(letters: String) {
    var block = TextBlock(letters, TextBlock.Font(size: 1))
    (block.horizontal, block.vertical) = (.center, .center)
    var path = Path()
    for line in block.lines(at: Point(0, 0)) {
      for stroke in line.strokes(scale: 1, isFitted: false) {
        path.append(stroke.path.mapped { Point(line.origin.x + $0.x, line.origin.y - $0.y) })
      }
    }
    self.init(path, isFilled: false)
  }

  private init?(number: Int) {
    switch number {
    case 0: self.init(strokes: [[(-0.5, 0), (0, 0)]])
    case 1: self.init(strokes: [[(0, 0), (0.5, 0)]])
    case 2: self.init(strokes: [[(0, 0), (0, 0.5)]])
    case 3: self.init(strokes: [[(0, 0), (0, -0.5)]])
    default:
      let arrows = [4: (-1.0, 0.0), 5: (1, 0), 6: (0, 1), 7: (0, -1), 8: (-1, 0), 9: (1, 0), 10: (0, 1), 11: (0, -1)]
      guard let (x, y) = arrows[number] else { return nil }
      // From the point, or with the base at 0.
      let shift = number >= 8 ? (x: x * 0.75, y: y * 0.75) : (x: 0.0, y: 0.0)
      let corners = [
        (0.0, 0.0), (-x * 0.75 + y * 0.5, -y * 0.75 + x * 0.5), (-x * 0.75 - y * 0.5, -y * 0.75 - x * 0.5),
      ]
      self.init(corners.map { ($0.0 + shift.x, $0.1 + shift.y) })
    }
  }

  /// `(corners, 0 for a polygon, 1 for a star or 2 for rays, angle)`
  private init?(polygon parts: [Double]) {
    guard let first = parts.first, 3...64 ~= first else { return nil }
    let (count, turn) = (Int(first), parts.count > 2 ? parts[2] : 0)
    if parts.count > 1, parts[1] == 2 {
      self.init(
        strokes: (0..<count).map { index in
          let angle = (90 + turn + 360 * Double(index) / first) * .pi / 180
          return [(0, 0), (0.5 * cos(angle), 0.5 * sin(angle))]
        })
    } else {
      self = Marker.polygon(count, turn: turn, inner: parts.count > 1 && parts[1] == 1 ? 0.25 : nil)
    }
  }

  /// At a place, so many pixels large.
  func path(at place: Point, size: Double) -> Path {
    let size = scale == 0 ? 1 : size * scale
    return path.mapped { Point(place.x + $0.x * size, place.y + $0.y * size) }
  }
}
