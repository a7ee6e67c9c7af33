import Arrays
import Cells

extension AxesSketcher {
  mutating func draw(_ rectangle: Rectangle) {
    let (x, y) = (rectangle.x, rectangle.y)
    let corners = [
      (x, y), (x + rectangle.width, y), (x + rectangle.width, y + rectangle.height), (x, y + rectangle.height),
    ]
    let places = corners.map { x, y in
      switch rectangle.extent {
      case .data: place(bounded(x, self.x), bounded(y, self.y))
      case .acrossX: Point(box.left + x * box.width, self.y.place(y))
      case .acrossY: Point(self.x.place(x), box.bottom - y * box.height)
      }
    }
    guard places.allSatisfy(\.isFinite) else { return }
    drawPatch(Path(places, isClosed: true), rectangle.style)
  }

  /// A bar's foot at 0 is far below a logarithmic axis.
  private func bounded(_ value: Double, _ axis: AxisPlacement) -> Double {
    axis.scale == .log && value <= 0 ? min(axis.limits.0, axis.limits.1) * 1e-3 : value
  }

  mutating func draw(_ outline: Outline) {
    let places = (0..<min(outline.x.count, outline.y.count)).map {
      place(bounded(outline.x.double(at: $0), x), bounded(outline.y.double(at: $0), y))
    }
    drawPatch(
      Path(places, isClosed: outline.style.flag("closed") ?? (outline.style.flag("fill") ?? true)), outline.style)
  }

  mutating func draw(_ wedge: Wedge) {
    let centre = place(wedge.centre.x, wedge.centre.y)
    let edge = place(wedge.centre.x + wedge.radius, wedge.centre.y + wedge.radius)
    var path = Path()
    let isWhole = wedge.end - wedge.start >= 359.999
    if !isWhole { path.move(to: centre) }
    path.arc(
      centre: centre, radius: Point(abs(edge.x - centre.x), abs(edge.y - centre.y)), from: wedge.start, to: wedge.end,
      joins: !isWhole)
    path.close()
    drawPatch(path, wedge.style)
  }

  func patchLook(_ style: Style) -> (fill: Colour?, pen: Pen?) {
    let both = style.colour("color")
    let isFilled = style.flag("fill") ?? true
    let fill =
      isFilled
      ? both ?? style.colour("facecolor") ?? Colour.first : nil
    let edge =
      both ?? style.colour("edgecolor") ?? (isFilled ? nil : style.colour("facecolor") ?? Colour.black)
    guard let edge else { return (fill, nil) }
    var pen = Pen(edge, width: points(style.number("linewidth") ?? setting("patch.linewidth", 1)))
    pen.join = .miter
    LineDashes(style["linestyle"]).apply(to: &pen, pixelsPerPoint)
    return (fill, pen)
  }

  private mutating func drawPatch(_ path: Path, _ style: Style) {
    let (fill, pen) = patchLook(style)
    if let fill { sketch.fill(path, fill) }
    if let hatch = style.text("hatch"), !hatch.isEmpty { drawHatch(hatch, path, pen?.colour ?? .black) }
    if let pen { sketch.stroke(path, pen) }
  }

  /// Lines across the box of a patch.
  private mutating func drawHatch(_ hatch: String, _ path: Path, _ colour: Colour) {
    var (xs, ys): ([Double], [Double]) = ([], [])
    _ = path.mapped { point in
      xs.append(point.x)
      ys.append(point.y)
      return point
    }
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return }
    let area = Box(
      left: max(left, box.left), top: max(top, box.top), right: min(right, box.right), bottom: min(bottom, box.bottom))
    guard area.width > 0, area.height > 0 else { return }
    sketch.clip(to: area)
    let pen = Pen(colour, width: points(1))
    for sign in Set(hatch) {
      let step = points(72.0 / 6) / Double(hatch.count { $0 == sign })
      let reach = area.width + area.height
      var lines: [[Point]] = []
      for distance in stride(from: 0, through: reach, by: step) {
        switch sign {
        case "-", "+":
          lines.append([Point(area.left, area.top + distance), Point(area.right, area.top + distance)])
          if sign == "+" { fallthrough }
        case "|": lines.append([Point(area.left + distance, area.top), Point(area.left + distance, area.bottom)])
        case "/", "x":
          lines.append([Point(area.left + distance - area.height, area.bottom), Point(area.left + distance, area.top)])
          if sign == "x" { fallthrough }
        case "\\":
          lines.append([Point(area.left + distance - area.height, area.top), Point(area.left + distance, area.bottom)])
        default: break
        }
      }
      for line in lines { sketch.stroke(Path(line), pen) }
    }
    sketch.clip(to: box)
  }

  mutating func draw(_ area: FilledArea) {
    let style = area.style
    let colours = style.colours("color") + style.colours("facecolor")
    var run: [Int] = []
    for index in 0...area.positions.count {
      let isIn =
        index < area.positions.count && area.mask.map { $0.double(at: index) != 0 } ?? true
        && area.first.double(at: index).isFinite && area.second.double(at: index).isFinite
      if isIn {
        run.append(index)
        continue
      }
      if run.count > 1 {
        func side(_ curve: NDArray) -> [Point] {
          run.map { index in
            let (along, across) = (area.positions.double(at: index), curve.double(at: index))
            return area.isVertical ? place(along, bounded(across, y)) : place(bounded(across, x), along)
          }
        }
        let path = Path(side(area.first) + side(area.second).reversed(), isClosed: true)
        if let fill = colours.first { sketch.fill(path, fill) }
        if let edge = style.colour("edgecolor") ?? style.colour("color") {
          var pen = Pen(edge, width: points(style.numbers("linewidth").first ?? 1))
          LineDashes(style["linestyle"]).apply(to: &pen, pixelsPerPoint)
          sketch.stroke(path, pen)
        }
        if let hatch = style.text("hatch"), !hatch.isEmpty { drawHatch(hatch, path, .black) }
      }
      run = []
    }
  }

  mutating func draw(_ points: Points) {
    let marker = Marker(points.style["marker"] ?? .text("o")) ?? Marker(.text("o"))
    guard let marker else { return }
    let fills = points.style.colours("color") + points.style.colours("facecolor")
    let edges = points.style.colours("edgecolor")
    let widths = points.style.numbers("linewidth")
    let map = ColourMap(points.mapping.map)
    let range = points.colourRange ?? (0, 1)
    let alpha = points.style.number("alpha")
    for index in 0..<min(points.x.count, points.y.count) {
      let place = place(points.x.double(at: index), points.y.double(at: index))
      let area = points.sizes.count == 0 ? 36 : points.sizes.double(at: index % points.sizes.count)
      let size = self.points(max(area, 0).squareRoot())
      guard place.isFinite, box.grown(by: size + 10).contains(place) else { continue }
      var fill = fills.cycled(index) ?? Colour.first
      if let values = points.values, index < values.count {
        let number = values.double(at: index)
        let place = range.1 > range.0 ? (number - range.0) / (range.1 - range.0) : number.isNaN ? .nan : 0
        guard var colour = map.colour(at: place) else { continue }
        colour.alpha = alpha ?? 1
        fill = colour
      }
      let path = marker.path(at: place, size: size)
      if marker.isFilled {
        sketch.fill(path, fill)
        let edge = edges.cycled(index) ?? fill
        sketch.stroke(path, Pen(edge, width: self.points(widths.cycled(index) ?? 1)), snaps: false)
      } else {
        sketch.stroke(path, Pen(fill, width: self.points(widths.cycled(index) ?? 1.5)), snaps: false)
      }
    }
  }
}
