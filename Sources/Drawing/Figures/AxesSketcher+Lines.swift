import Arrays
import Cells

extension AxesSketcher {
  mutating func draw(_ line: Line) {
    let style = LineLook(line.style, settings: axes.settings, pixelsPerPoint: pixelsPerPoint)
    let places = places(of: line)
    if style.pen.isVisible { sketch.stroke(Path(thinned(steps(places, line.style.text("drawstyle")))), style.pen) }
    guard let marker = style.marker else { return }
    for index in markedIndices(line, count: places.count) {
      let place = places[index]
      // Far beyond the axes there is nothing to see.
      guard place.isFinite, box.grown(by: style.markerSize).contains(place) else { continue }
      style.draw(marker, at: place, on: &sketch)
    }
  }

  private func places(of line: Line) -> [Point] {
    (0..<min(line.x.count, line.y.count)).map { index in
      let (x, y) = (line.x.double(at: index), line.y.double(at: index))
      return switch line.extent {
      case .data: place(x, y)
      case .acrossX: Point(box.left + x * box.width, self.y.place(y))
      case .acrossY: Point(self.x.place(x), box.bottom - y * box.height)
      }
    }
  }

  /// Of points in a row that share a column of pixels, the first, the lowest, the highest and the last: more cannot be seen,
  /// and a line that goes up and down a hundred times in a pixel takes minutes to draw. Short lines stay as they are.
  private func thinned(_ places: [Point]) -> [Point] {
    guard Double(places.count) > 4 * box.width + 1000 else { return places }
    var result: [Point] = []
    var index = 0
    while index < places.count {
      let first = places[index]
      var (low, high, last) = (first, first, first)
      index += 1
      // Half a pixel, so that a picture twice as large is right too.
      while index < places.count, first.isFinite, places[index].isFinite,
        (places[index].x * 2).rounded(.down) == (first.x * 2).rounded(.down)
      {
        last = places[index]
        if last.y < low.y { low = last }
        if last.y > high.y { high = last }
        index += 1
      }
      result.append(first)
      if low != first, low != last { result.append(low) }
      if high != first, high != last, high != low { result.append(high) }
      if last != first { result.append(last) }
    }
    return result
  }

  private func steps(_ places: [Point], _ kind: String?) -> [Point] {
    guard let kind, kind.hasPrefix("steps"), let first = places.first else { return places }
    var result = [first]
    for (last, next) in zip(places, places.dropFirst()) {
      switch kind {
      case "steps-post": result += [Point(next.x, last.y), next]
      case "steps-mid":
        let middle = (last.x + next.x) / 2
        result += [Point(middle, last.y), Point(middle, next.y), next]
      default: result += [Point(last.x, next.y), next]
      }
    }
    return result
  }

  private func markedIndices(_ line: Line, count: Int) -> [Int] {
    switch line.style["markevery"] {
    case .integer(let step) where step > 0: Array(stride(from: 0, to: count, by: step))
    case .list(let parts):
      parts.count == 2 && parts.allSatisfy({ $0.number != nil }) && parts[1].number ?? 0 >= 1
        ? Array(stride(from: Int(clamping: parts[0].number ?? 0), to: count, by: Int(clamping: parts[1].number ?? 1)))
          .filter { $0 >= 0 }
        : Array(0..<count)
    default: Array(0..<count)
    }
  }

  mutating func draw(_ segments: Segments) {
    let colours = segments.style.colours("color") + segments.style.colours("edgecolor")
    let widths = segments.style.numbers("linewidth")
    let container = axes.containers.first { ($0 as? ErrorBarContainer)?.bars.contains { $0 === segments } ?? false }
    let cap = points(segments.style.number("capsize") ?? 0)
    for index in 0..<segments.startX.count {
      var pen = Pen(
        colours.cycled(index) ?? Colour.first,
        width: points(widths.cycled(index) ?? 1.5))
      LineDashes(segments.style["linestyle"]).apply(to: &pen, pixelsPerPoint)
      let start = place(segments.startX.double(at: index), segments.startY.double(at: index))
      let end = place(segments.endX.double(at: index), segments.endY.double(at: index))
      guard start.isFinite, end.isFinite else { continue }
      sketch.stroke(Path([start, end]), pen)
      guard container != nil, cap > 0 else { continue }
      let across = start.x == end.x ? Point(cap, 0) : Point(0, cap)
      pen.width = points(segments.style.number("capthick") ?? 1)
      for tip in [start, end] { sketch.stroke(Path([tip - across, tip + across]), pen) }
    }
  }
}

/// How a line and its markers look.
struct LineLook {
  private(set) var pen: Pen
  private(set) var marker: Marker?
  /// In pixels.
  let markerSize: Double
  private let markerFill: Colour
  private let markerPen: Pen

  init(_ style: Style, settings: Style, pixelsPerPoint: Double) {
    let colour = style.colour("color") ?? Colour.first
    var pen = Pen(
      colour, width: (style.number("linewidth") ?? settings.number("lines.linewidth") ?? 1.5) * pixelsPerPoint)
    pen.cap = .projecting
    LineDashes(style["linestyle"] ?? settings["lines.linestyle"]).apply(to: &pen, pixelsPerPoint)
    if case .list(let dashes)? = style["dashes"] {
      pen.dashes = dashes.compactMap(\.number).map { $0 * pen.width }
      pen.cap = .butt
    }
    self.pen = pen
    marker = Marker(style["marker"] ?? settings["lines.marker"])
    markerSize = (style.number("markersize") ?? settings.number("lines.markersize") ?? 6) * pixelsPerPoint
    let isHollow = style.text("fillstyle") == "none"
    markerFill = isHollow ? Colour(0, 0, 0, 0) : style.colour("markerfacecolor") ?? colour
    var edge = Pen(
      style.colour("markeredgecolor") ?? colour, width: (style.number("markeredgewidth") ?? 1) * pixelsPerPoint)
    edge.join = .miter
    markerPen = edge
  }

  func draw(_ marker: Marker, at place: Point, on sketch: inout Sketch) {
    let path = marker.path(at: place, size: markerSize)
    if marker.isFilled { sketch.fill(path, markerFill) }
    sketch.stroke(path, markerPen, snaps: false)
  }
}
