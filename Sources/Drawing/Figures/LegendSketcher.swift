import Cells

/// Draws a legend where it hides least.
struct LegendSketcher {
  private let legend: Legend
  private let box: Box
  private let pixelsPerPoint: Double
  private let style: Style
  private let fontSize: Double
  private let form: TextForm
  private let columns: [[Legend.Entry]]

  /// - Parameters:
  ///   - box: that it stands in.
  ///   - fontSize: the figure's, in points.
  init(_ legend: Legend, in box: Box, pixelsPerPoint: Double, fontSize: Double = 10) {
    self.legend = legend
    self.box = box
    self.pixelsPerPoint = pixelsPerPoint
    style = legend.style
    self.fontSize = legend.style["fontsize"]?.fontSize(base: fontSize) ?? fontSize
    var text = Style()
    text["color"] = legend.style["labelcolor"]
    form = TextForm(text, size: self.fontSize, base: fontSize, pixelsPerPoint: pixelsPerPoint)
    let count = min(max(Int(clamping: legend.style.number("ncol") ?? 1), 1), max(legend.entries.count, 1))
    // The first columns get one more, where they are not equally long.
    let (length, longer) = (legend.entries.count / count, legend.entries.count % count)
    var rest = legend.entries[...]
    columns = (0..<count).map { index in
      let entries = rest.prefix(length + (index < longer ? 1 : 0))
      rest = rest.dropFirst(entries.count)
      return Array(entries)
    }
  }

  /// In font sizes.
  private func length(_ name: String, _ fallback: Double) -> Double {
    (style.number(name) ?? fallback) * fontSize * pixelsPerPoint
  }

  private var handleWidth: Double { length("handlelength", 2) }
  private var handleHeight: Double { length("handleheight", 0.7) }
  private var gap: Double { length("handletextpad", 0.8) }
  private var rowGap: Double { length("labelspacing", 0.5) }

  private func block(_ text: String) -> TextBlock { form.block(text, .left, .top) }
  private func rowHeight(_ entry: Legend.Entry) -> Double { max(block(entry.text).height, handleHeight) }

  private func width(_ column: [Legend.Entry]) -> Double {
    handleWidth + gap + (column.map { block($0.text).width }.max() ?? 0)
  }

  private func height(_ column: [Legend.Entry]) -> Double {
    column.reduce(0) { $0 + rowHeight($1) } + rowGap * Double(max(column.count - 1, 0))
  }

  func draw(on sketch: inout Sketch, avoiding obstacles: [Obstacle]) {
    let pad = length("borderpad", 0.4)
    let titleForm = TextForm(
      Style(["fontsize": style["title_fontsize"] ?? .number(fontSize)]), size: fontSize, pixelsPerPoint: pixelsPerPoint)
    let title = legend.title.isEmpty ? nil : titleForm.block(legend.title, .center, .top)
    let columnGap = length("columnspacing", 2)
    let contentWidth = max(
      columns.map(width).reduce(0, +) + columnGap * Double(columns.count - 1), title?.width ?? 0)
    let titleHeight = title.map { $0.height + rowGap } ?? 0
    let contentHeight = (columns.map(height).max() ?? 0) + titleHeight
    let frame = place(width: contentWidth + 2 * pad, height: contentHeight + 2 * pad, obstacles)
    drawFrame(frame, on: &sketch)
    if let title {
      titleForm.add(title, at: Point(frame.centre.x, frame.top + pad), to: &sketch)
    }
    var x = frame.left + pad
    for column in columns {
      var y = frame.top + pad + titleHeight
      for entry in column {
        let block = block(entry.text)
        let height = rowHeight(entry)
        let middle = y + block.rise - fontSize * pixelsPerPoint * 0.35
        drawHandle(
          entry.artist,
          in: Box(left: x, top: middle - handleHeight / 2, right: x + handleWidth, bottom: middle + handleHeight / 2),
          on: &sketch)
        form.add(block, at: Point(x + handleWidth + gap, y), to: &sketch)
        y += height + rowGap
      }
      x += width(column) + columnGap
    }
  }

  private func drawFrame(_ frame: Box, on sketch: inout Sketch) {
    guard style.flag("frameon") ?? true else { return }
    let radius = style.flag("fancybox") ?? true ? 0.2 * fontSize * pixelsPerPoint : 0
    var path = Path()
    for (corner, start) in [
      (Point(frame.right - radius, frame.top + radius), 0.0), (Point(frame.left + radius, frame.top + radius), 90),
      (Point(frame.left + radius, frame.bottom - radius), 180),
      (Point(frame.right - radius, frame.bottom - radius), 270),
    ] {
      path.arc(centre: corner, radius: Point(radius, radius), from: start, to: start + 90, joins: !path.isEmpty)
    }
    path.close()
    if style.flag("shadow") ?? false {
      sketch.fill(path.moved(by: Point(2 * pixelsPerPoint, 2 * pixelsPerPoint)), Colour(0.3, 0.3, 0.3, 0.5))
    }
    let alpha = style.number("framealpha") ?? 0.8
    sketch.fill(path, (style.colour("facecolor") ?? .white).with(alpha: alpha))
    sketch.stroke(
      path, Pen((style.colour("edgecolor") ?? Colour(0.8, 0.8, 0.8)).with(alpha: alpha), width: pixelsPerPoint),
      snaps: false)
  }

  private func drawHandle(_ part: FigurePart?, in handle: Box, on sketch: inout Sketch) {
    let middle = handle.centre
    let ends = [Point(handle.left, middle.y), Point(handle.right, middle.y)]
    switch part {
    case let line as Line: drawLine(line.style, ends, on: &sketch)
    case let errors as ErrorBarContainer:
      if let line = errors.line { drawLine(line.style, ends, on: &sketch) }
      if let bar = errors.bars.first {
        let half = handle.width / 4
        let pen = Pen(
          bar.style.colour("color") ?? .first, width: (bar.style.number("linewidth") ?? 1.5) * pixelsPerPoint)
        sketch.stroke(Path([Point(middle.x, middle.y - half), Point(middle.x, middle.y + half)]), pen)
      }
    case let stems as StemContainer: drawLine(stems.heads.style, ends, on: &sketch)
    case let segments as Segments:
      var pen = Pen(
        segments.style.colours("color").first ?? .first,
        width: (segments.style.numbers("linewidth").first ?? 1.5) * pixelsPerPoint)
      LineDashes(segments.style["linestyle"]).apply(to: &pen, pixelsPerPoint)
      sketch.stroke(Path(ends), pen)
    case let points as Points:
      let colour =
        points.style.colours("color").first ?? points.style.colours("facecolor").first
        ?? ColourMap(points.mapping.map).colour(at: 0.5) ?? .first
      guard let marker = Marker(points.style["marker"] ?? .text("o")) else { return }
      let area = points.sizes.count > 0 ? points.sizes.double(at: points.sizes.count / 2) : 36
      let path = marker.path(at: middle, size: min(max(area, 0).squareRoot(), 20) * pixelsPerPoint)
      if marker.isFilled { sketch.fill(path, colour) }
      let edge = marker.isFilled ? points.style.colours("edgecolor").first ?? colour : colour
      sketch.stroke(path, Pen(edge, width: (marker.isFilled ? 1 : 1.5) * pixelsPerPoint), snaps: false)
    case let bars as BarContainer: drawPatch(bars.bars.first?.style, handle, on: &sketch)
    case let artist as Artist: drawPatch(artist.style, handle, on: &sketch)
    default: break
    }
  }

  private func drawLine(_ style: Style, _ ends: [Point], on sketch: inout Sketch) {
    let look = LineLook(style, settings: Style(), pixelsPerPoint: pixelsPerPoint)
    if look.pen.isVisible { sketch.stroke(Path(ends), look.pen) }
    if let marker = look.marker {
      look.draw(marker, at: Point((ends[0].x + ends[1].x) / 2, ends[0].y), on: &sketch)
    }
  }

  private func drawPatch(_ style: Style?, _ handle: Box, on sketch: inout Sketch) {
    guard let style else { return }
    let colour = style.colours("color").first ?? style.colours("facecolor").first
    if style.flag("fill") ?? true { sketch.fill(Path(handle), colour ?? .first) }
    guard let edge = style.colours("edgecolor").first ?? (style.flag("fill") == false ? colour : nil) else { return }
    sketch.stroke(Path(handle), Pen(edge, width: (style.numbers("linewidth").first ?? 1) * pixelsPerPoint))
  }

  // MARK: - Its place

  /// What a legend should not hide.
  enum Obstacle {
    case points([Point])
    case line([Point])
    case box(Box)
  }

  private static let places: [(name: String, x: Double, y: Double)] = [
    ("upper right", 1, 0), ("upper left", 0, 0), ("lower left", 0, 1), ("lower right", 1, 1), ("right", 1, 0.5),
    ("center left", 0, 0.5), ("center right", 1, 0.5), ("lower center", 0.5, 1), ("upper center", 0.5, 0),
    ("center", 0.5, 0.5),
  ]

  private func place(width: Double, height: Double, _ obstacles: [Obstacle]) -> Box {
    let pad = length("borderaxespad", 0.5)
    var area = box
    let anchor = style["bbox_to_anchor"]?.list?.compactMap(\.number) ?? []
    if anchor.count >= 2 {
      area.left = box.left + anchor[0] * box.width
      area.right = area.left + (anchor.count == 4 ? anchor[2] * box.width : 0)
      area.bottom = box.bottom - anchor[1] * box.height
      area.top = area.bottom - (anchor.count == 4 ? anchor[3] * box.height : 0)
    }
    func candidate(_ x: Double, _ y: Double) -> Box {
      // Without an area the anchor is the corner itself.
      let left = area.left + pad + x * (area.width - 2 * pad - width)
      let top = area.top + pad + y * (area.height - 2 * pad - height)
      return Box(left: left, top: top, right: left + width, bottom: top + height)
    }
    if let parts = style["loc"]?.list?.compactMap(\.number), parts.count == 2 {
      let (left, bottom) = (box.left + parts[0] * box.width, box.bottom - parts[1] * box.height)
      return Box(left: left, top: bottom - height, right: left + width, bottom: bottom)
    }
    var name = style.text("loc") ?? "best"
    if let number = style["loc"]?.number, 1...10 ~= number { name = Self.places[Int(number) - 1].name }
    if let known = Self.places.first(where: { $0.name == name }) { return candidate(known.x, known.y) }
    let candidates = Self.places.map { candidate($0.x, $0.y) }
    let costs = candidates.map { candidate in obstacles.reduce(0) { $0 + $1.cost(of: candidate) } }
    let least = costs.indices.min { costs[$0] < costs[$1] } ?? 0
    return candidates[least]
  }
}

extension LegendSketcher.Obstacle {
  /// How much of it a box hides.
  fileprivate func cost(of box: Box) -> Int {
    switch self {
    case .points(let points): return points.count { box.contains($0) }
    case .box(let other): return box.intersects(other) ? 1 : 0
    case .line(let points):
      let hidden = points.count { box.contains($0) }
      let crosses = zip(points, points.dropFirst()).contains { Self.crosses($0, $1, box) }
      return hidden + (crosses ? 1 : 0)
    }
  }

  /// Liang and Barsky's test.
  private static func crosses(_ a: Point, _ b: Point, _ box: Box) -> Bool {
    guard a.isFinite, b.isFinite else { return false }
    var (first, last) = (0.0, 1.0)
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    for (p, q) in [(-dx, a.x - box.left), (dx, box.right - a.x), (-dy, a.y - box.top), (dy, box.bottom - a.y)] {
      if p == 0 {
        if q < 0 { return false }
      } else if p < 0 {
        first = max(first, q / p)
      } else {
        last = min(last, q / p)
      }
    }
    return first <= last
  }
}

extension AxesSketcher {
  /// What a legend should keep away from. O(points), and no more than some thousands of each artist.
  func obstacles() -> [LegendSketcher.Obstacle] {
    axes.artists.compactMap { artist in
      switch artist {
      case let line as Line where line.extent == .data:
        let points = (0..<min(line.x.count, line.y.count)).map { place(line.x.double(at: $0), line.y.double(at: $0)) }
        return LineDashes(line.style["linestyle"]).isLine ? .line(points) : .points(points)
      case let points as Points:
        return .points((0..<points.x.count).map { place(points.x.double(at: $0), points.y.double(at: $0)) })
      case let bar as Rectangle where bar.extent == .data:
        let (first, last) = (place(bar.x, bar.y), place(bar.x + bar.width, bar.y + bar.height))
        return .box(
          Box(
            left: min(first.x, last.x), top: min(first.y, last.y), right: max(first.x, last.x),
            bottom: max(first.y, last.y)))
      case let area as FilledArea:
        let points = area.positions.doubles.indices.flatMap { index in
          [area.first, area.second].map { curve in
            area.isVertical
              ? place(area.positions.double(at: index), curve.double(at: index))
              : place(curve.double(at: index), area.positions.double(at: index))
          }
        }
        return .points(points)
      default: return nil
      }
    }
  }
}
