import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension AxesSketcher {
  mutating func draw(_ text: FigureText) {
    guard !text.text.isEmpty || text.target != nil else { return }
    let form = TextForm(
      text.style, size: setting("font.size", 10), colour: setting(colour: "text.color", .black),
      pixelsPerPoint: pixelsPerPoint)
    let target = text.target.map { self.place($0.x, $0.y) }
    let place: Point
    let unit = text.style.text("textcoords") ?? text.style.text("xycoords")
    switch (text.coordinates, unit) {
    case (.axes, _), (_, "axes fraction"):
      place = Point(box.left + text.x.value * box.width, box.bottom - text.y.value * box.height)
    case (.figure, _), (_, "figure fraction"):
      place = Point(text.x.value * sketch.width, (1 - text.y.value) * sketch.height)
    case (_, "offset points"), (_, "offset pixels"):
      let factor = unit == "offset pixels" ? 1 : pixelsPerPoint
      let start = target ?? Point(0, 0)
      place = Point(start.x + text.x.value * factor, start.y - text.y.value * factor)
    default: place = self.place(text.x.value, text.y.value)
    }
    guard place.isFinite else { return }
    let block = form.block(text.text, .left, .baseline)
    if let target, target.isFinite, let arrow = text.style["arrowprops"], case .group(let fields) = arrow {
      drawArrow(
        from: block.box(at: place), start: place, to: target,
        Style(Dictionary(fields.map { ($0.name, $0.value) }) { $1 }),
        form)
    }
    form.add(block, at: place, to: &sketch)
  }

  /// From the text's box to what it points at.
  private mutating func drawArrow(from text: Box, start: Point, to target: Point, _ style: Style, _ form: TextForm) {
    let colour =
      style.colour("color") ?? style.colour("facecolor") ?? style.colour("ec")
      ?? (style["arrowstyle"] == nil ? .first : .black)
    let frame = text.grown(by: points(2))
    let centre = frame.centre
    let (dx, dy) = (target.x - centre.x, target.y - centre.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0, !frame.contains(target) else { return }
    // Where the line leaves the box.
    let exit = min(
      dx == 0 ? .infinity : frame.width / 2 / abs(dx), dy == 0 ? .infinity : frame.height / 2 / abs(dy), 1)
    let tail = Point(centre.x + dx * exit, centre.y + dy * exit)
    let unit = Point(dx / length, dy / length)
    let side = Point(-unit.y, unit.x)
    let shrink = style["arrowstyle"] == nil ? (style.number("shrink") ?? 0) * length : points(2)
    let tip = target - unit * shrink
    let pen = Pen(colour, width: points(style.number("linewidth") ?? style.number("lw") ?? 1))
    if let kind = style.text("arrowstyle") {
      sketch.stroke(Path([tail, tip]), pen, snaps: false)
      let head = points(4)
      let ends = kind.hasSuffix(">") ? [(tip, 1.0)] : []
      for (point, sign) in ends + (kind.hasPrefix("<") ? [(tail, -1.0)] : []) {
        let back = point - unit * (sign * head)
        let corners = [back + side * (head / 2), point, back - side * (head / 2)]
        if kind.contains("|") || kind == "fancy" || kind == "simple" {
          sketch.fill(Path(corners, isClosed: true), colour)
        }
        sketch.stroke(Path(corners), pen, snaps: false)
      }
      return
    }
    let width = points(style.number("width") ?? 4) / 2
    let headWidth = points(style.number("headwidth") ?? 12) / 2
    let head = tip - unit * min(points(style.number("headlength") ?? 12), length * 0.8)
    let outline = Path(
      [
        tail + side * width, head + side * width, head + side * headWidth, tip, head - side * headWidth,
        head - side * width, tail - side * width,
      ], isClosed: true)
    sketch.fill(outline, colour)
    sketch.stroke(outline, Pen(style.colour("edgecolor") ?? .black, width: points(1)), snaps: false)
  }

  mutating func draw(_ bar: ColourBar) {
    let isHorizontal = bar.isHorizontal
    let (low, high) = bar.artist.drawnRange
    guard low.isFinite, high.isFinite else { return }
    drawColours(of: bar, low, high, isHorizontal)
    var frame = Pen(.black, width: points(0.8))
    frame.join = .miter
    sketch.stroke(Path(box), frame)
    let placement =
      isHorizontal
      ? AxisPlacement(.linear, (low, high), from: box.left, to: box.right)
      : AxisPlacement(.linear, (low, high), from: box.bottom, to: box.top)
    var marks = AxisMarks(values: places(of: bar, low, high, isHorizontal), low: low, high: high)
    if let labels = bar.style["ticklabels"]?.list {
      marks.major = zip(marks.major, labels).map { AxisMarks.Mark(value: $0.value, text: $1.text ?? "") }
    }
    let form = TextForm(Style(), size: 10, pixelsPerPoint: pixelsPerPoint)
    for mark in marks.major where placement.shows(mark.value) {
      let place = placement.place(mark.value)
      let start = isHorizontal ? Point(place, box.bottom) : Point(box.right, place)
      let step = isHorizontal ? Point(0, points(3.5)) : Point(points(3.5), 0)
      sketch.stroke(Path([start, start + step]), Pen(.black, width: points(0.8)))
      let block = form.block(mark.text, isHorizontal ? .center : .left, isHorizontal ? .top : .middleOfCapitals)
      let point = start + step * 2
      decorations = decorations.union(block.box(at: point))
      form.add(block, at: point, to: &sketch)
    }
    if !marks.offset.isEmpty {
      let block = form.block(marks.offset, .left, .baseline)
      form.add(block, at: Point(box.left, box.top - points(3)), to: &sketch)
    }
    guard let label = bar.style.text("label") ?? nonEmpty(axes.yAxis.label.text), !label.isEmpty else {
      return drawTitles()
    }
    let block =
      isHorizontal ? form.block(label, .center, .top) : form.block(label, .left, .center, angle: 90)
    let place =
      isHorizontal
      ? Point(box.centre.x, decorations.bottom + points(4)) : Point(decorations.right + points(4), box.centre.y)
    decorations = decorations.union(block.box(at: place))
    form.add(block, at: place, to: &sketch)
    drawTitles()
  }

  private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

  private mutating func drawColours(of bar: ColourBar, _ low: Double, _ high: Double, _ isHorizontal: Bool) {
    var numbers = (0..<256).map { low + (Double($0) + 0.5) / 256 * (high - low) }
    if let contours = bar.artist as? Contours, contours.isFilled {
      let levels = contours.drawnLevels
      numbers = numbers.map { number in
        let index = min(max((levels.firstIndex { $0 > number } ?? levels.count - 1) - 1, 0), max(levels.count - 2, 0))
        return levels.count > 1 ? (levels[index] + levels[index + 1]) / 2 : number
      }
    }
    let (first, last) =
      bar.artist is Contours ? (bar.artist.mapping.minimum ?? low, bar.artist.mapping.maximum ?? high) : (low, high)
    let map = ColourMap(bar.artist.mapping.map)
    let content = Raster.Content.numbers(isHorizontal ? numbers : numbers.reversed(), map, low: first, high: last)
    var raster = Raster(rows: isHorizontal ? 1 : 256, columns: isHorizontal ? 256 : 1, content)
    raster.alpha = bar.artist.style.number("alpha") ?? 1
    sketch.add(raster, in: box)
  }

  private func places(of bar: ColourBar, _ low: Double, _ high: Double, _ isHorizontal: Bool) -> [Double] {
    if let given = bar.style["ticks"]?.list { return given.compactMap(\.number) }
    if let contours = bar.artist as? Contours { return contours.drawnLevels }
    let length = (isHorizontal ? box.width : box.height) / pixelsPerPoint
    let room = Int(clamping: length / (isHorizontal ? 30 : 20))
    return TickPlaces.linear(from: low, to: high, intervals: min(max(room, 1), 9))
  }
}

extension MappedArtist {
  /// The numbers from the first to the last colour, apart from each other.
  var drawnRange: (Double, Double) {
    if let contours = self as? Contours {
      let levels = contours.drawnLevels
      if let low = levels.first, let high = levels.last, low < high { return (low, high) }
    }
    guard let (low, high) = colourRange else { return (0, 1) }
    if low < high { return (low, high) }
    return low == 0 ? (-0.1, 0.1) : (low - abs(low) * 0.1, low + abs(low) * 0.1)
  }
}
