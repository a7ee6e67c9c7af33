#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lines and curves.
package struct Path: Sendable, Equatable {
  package enum Element: Sendable, Equatable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, to: Point)
    case close
  }

  package private(set) var elements: [Element] = []

  package init() {}

  package init(_ points: [Point], isClosed: Bool = false) {
    // A point that is nowhere breaks the line.
    var isDrawing = false
    for point in points {
      if point.isFinite { elements.append(isDrawing ? .line(point) : .move(point)) }
      isDrawing = point.isFinite
    }
    if isClosed, !elements.isEmpty { elements.append(.close) }
  }

  package init(_ box: Box) {
    self.init(
      [
        Point(box.left, box.bottom), Point(box.right, box.bottom), Point(box.right, box.top), Point(box.left, box.top),
      ], isClosed: true)
  }

  package var isEmpty: Bool { elements.isEmpty }

  package mutating func move(to point: Point) { elements.append(.move(point)) }
  package mutating func line(to point: Point) { elements.append(elements.isEmpty ? .move(point) : .line(point)) }
  package mutating func curve(_ first: Point, _ second: Point, to point: Point) {
    elements.append(.curve(first, second, to: point))
  }
  package mutating func close() { elements.append(.close) }
  package mutating func append(_ other: Path) { elements += other.elements }

  /// An arc of an ellipse, angles in degrees anticlockwise from the right for those who look at it with y up.
  ///
  /// - Parameters:
  ///   - joins: goes on from the last point with a straight line.
  ///   - up: -1 where y grows downwards.
  package mutating func arc(
    centre: Point, radius: Point, from start: Double, to end: Double, up: Double = -1, joins: Bool = false
  ) {
    let pieces = max(1, Int((abs(end - start) / 90).rounded(.up)))
    let step = (end - start) / Double(pieces) * .pi / 180
    let reach = 4.0 / 3 * tan(step / 4)
    func place(_ angle: Double) -> (at: Point, along: Point) {
      let (c, s) = (exact(cos(angle)), exact(sin(angle)))
      return (
        Point(centre.x + radius.x * c, centre.y + up * radius.y * s), Point(-radius.x * s, up * radius.y * c)
      )
    }
    var (here, along) = place(start * .pi / 180)
    if joins { line(to: here) } else { move(to: here) }
    for piece in 1...pieces {
      let (next, nextAlong) = place(start * .pi / 180 + Double(piece) * step)
      curve(here + along * reach, next - nextAlong * reach, to: next)
      (here, along) = (next, nextAlong)
    }
  }

  /// What trigonometric functions give for a right angle is not quite 0.
  private func exact(_ value: Double) -> Double { abs(value) < 1e-12 ? 0 : value }

  package static func ellipse(centre: Point, radius: Point) -> Path {
    var path = Path()
    path.arc(centre: centre, radius: radius, from: 0, to: 360)
    path.close()
    return path
  }

  package func mapped(_ body: (Point) -> Point) -> Path {
    var path = Path()
    path.elements = elements.map { element in
      switch element {
      case .move(let point): .move(body(point))
      case .line(let point): .line(body(point))
      case .curve(let first, let second, let point): .curve(body(first), body(second), to: body(point))
      case .close: .close
      }
    }
    return path
  }

  /// Parts that follow each other, each from where the last one ended. What closes a part that was cut becomes a line.
  package func pieces(of count: Int) -> [Path] {
    var pieces: [Path] = []
    var piece = Path()
    var start: Point?
    for element in elements {
      var element = element
      var end: Point?
      switch element {
      case .move(let point): (start, end) = (point, point)
      case .line(let point), .curve(_, _, let point): end = point
      case .close:
        if let start { element = .line(start) }
        end = start
      }
      piece.elements.append(element)
      if piece.elements.count >= count, let end {
        pieces.append(piece)
        piece = Path([end])
      }
    }
    return piece.elements.count > 1 ? pieces + [piece] : pieces
  }

  package func moved(by step: Point) -> Path { mapped { $0 + step } }

  /// Whether all lines go along the axes, so that they look sharp on whole pixels.
  package var isRectilinear: Bool {
    guard elements.count < 1024 else { return false }
    var last: Point?
    for element in elements {
      switch element {
      case .move(let point): last = point
      case .line(let point):
        if let last, abs(last.x - point.x) >= 1e-4, abs(last.y - point.y) >= 1e-4 { return false }
        last = point
      case .curve: return false
      case .close: break
      }
    }
    return true
  }
}
