import Cells

/// Marks, numbers, grid lines, labels, titles and the frame.
extension AxesSketcher {
  mutating func drawAxes() {
    for axis in [axes.xAxis, axes.yAxis] where axis.isVisible { drawGrid(axis) }
    for axis in [axes.xAxis, axes.yAxis] where axis.isVisible { draw(axis) }
  }

  private func room(_ axis: Axis) -> Int {
    let length = (axis.isHorizontal ? box.width : box.height) / pixelsPerPoint
    let size = axis.tickStyle["labelsize"]?.fontSize(base: 10) ?? setting("font.size", 10)
    return min(max(Int(clamping: (length / (size * (axis.isHorizontal ? 3 : 2))).rounded(.down)), 1), 9)
  }

  private func marks(_ axis: Axis) -> AxisMarks { AxisMarks(axis, axis.isHorizontal ? x : y, room: room(axis)) }

  private mutating func drawGrid(_ axis: Axis) {
    let marks = marks(axis)
    for (style, places) in [(axis.minorGrid, marks.minor), (axis.grid, marks.major)] {
      guard let style, style.isVisible else { continue }
      var pen = Pen(
        style.colour("color")
          ?? setting(colour: "grid.color", Colour(0xb0 / 255.0, 0xb0 / 255.0, 0xb0 / 255.0)).with(
            alpha: style.number("alpha") ?? setting("grid.alpha", 1)),
        width: points(style.number("linewidth") ?? setting("grid.linewidth", 0.8)))
      pen.cap = .projecting
      LineDashes(style["linestyle"] ?? axes.settings["grid.linestyle"]).apply(to: &pen, pixelsPerPoint)
      for mark in places {
        let path =
          axis.isHorizontal
          ? Path([Point(x.place(mark.value), box.bottom), Point(x.place(mark.value), box.top)])
          : Path([Point(box.left, y.place(mark.value)), Point(box.right, y.place(mark.value))])
        sketch.stroke(path, pen)
      }
    }
  }

  /// Which sides have marks, and which have numbers.
  private func sides(_ axis: Axis) -> (near: Bool, far: Bool, nearLabels: Bool, farLabels: Bool) {
    let style = axis.tickStyle
    let (near, far) = axis.isHorizontal ? ("bottom", "top") : ("left", "right")
    var sides = (
      near: style.flag(near) ?? true, far: style.flag(far) ?? false, nearLabels: style.flag("label\(near)") ?? true,
      farLabels: style.flag("label\(far)") ?? false
    )
    if isTwin(axis) { sides = (false, true, false, true) }
    switch style.text("side") {
    case "top", "right": sides = (false, true, false, true)
    case "bottom", "left": sides = (true, false, true, false)
    case "both": (sides.near, sides.far) = (true, true)
    case "none": (sides.near, sides.far) = (false, false)
    default: break
    }
    if axis.isHorizontal, sides.farLabels, style.flag("labelbottom") == nil, axes.artists.first is ImageArtist {
      // A matrix has its columns' numbers above.
      sides = (true, true, false, true)
    }
    return sides
  }

  /// The axis that `twinx` adds stands on the other side.
  private func isTwin(_ axis: Axis) -> Bool {
    guard axes.place == .over else { return false }
    return axis.isHorizontal ? !axes.yAxis.isVisible : !axes.xAxis.isVisible
  }

  private mutating func draw(_ axis: Axis) {
    let (marks, sides, style) = (marks(axis), sides(axis), axis.tickStyle)
    let name = axis.isHorizontal ? "xtick" : "ytick"
    let length = points(style.number("length") ?? style.number("size") ?? setting("\(name).major.size", 3.5))
    let width = points(style.number("width") ?? setting("\(name).major.width", 0.8))
    let colour = style.colour("color") ?? style.colour("colors") ?? setting(colour: "\(name).color", .black)
    let direction = style.text("direction") ?? axes.settings.text("\(name).direction") ?? "out"
    let (out, into) = (direction == "in" ? 0 : 1.0, direction == "out" ? 0 : 1.0)
    func tick(_ value: Double, length: Double, width: Double) {
      let step = axis.isHorizontal ? Point(0, 1) : Point(-1, 0)
      let (near, far) =
        axis.isHorizontal
        ? (Point(x.place(value), box.bottom), Point(x.place(value), box.top))
        : (Point(box.left, y.place(value)), Point(box.right, y.place(value)))
      let pen = Pen(colour, width: width)
      if sides.near { sketch.stroke(Path([near + step * (length * out), near - step * (length * into)]), pen) }
      if sides.far { sketch.stroke(Path([far - step * (length * out), far + step * (length * into)]), pen) }
    }
    for mark in marks.minor { tick(mark.value, length: points(2), width: points(0.6)) }
    for mark in marks.major { tick(mark.value, length: length, width: width) }

    let pad = (marks.major.isEmpty ? 0 : length * out) + points(style.number("pad") ?? 3.5)
    let named = marks.major + marks.minor.filter { !$0.text.isEmpty }
    if sides.nearLabels { addNumbers(named, axis, pad: pad, isFar: false) }
    if sides.farLabels { addNumbers(named, axis, pad: pad, isFar: true) }
    if !marks.offset.isEmpty { addOffset(marks.offset, axis, isFar: !sides.nearLabels) }
    addLabel(axis, isFar: style.text("labelside").map { ["top", "right"].contains($0) } ?? isTwin(axis))
  }

  private mutating func addNumbers(_ marks: [AxisMarks.Mark], _ axis: Axis, pad: Double, isFar: Bool) {
    var common = Style()
    let (style, name) = (axis.tickStyle, axis.isHorizontal ? "xtick" : "ytick")
    common["fontsize"] = style["labelsize"] ?? style["fontsize"]
    common["color"] =
      style["labelcolor"] ?? style["colors"] ?? style["color"].flatMap { style["width"] == nil ? nil : $0 }
    common["rotation"] = style["labelrotation"] ?? style["rotation"]
    common["horizontalalignment"] = style["horizontalalignment"]
    var outer = decorations
    for mark in marks where !mark.text.isEmpty {
      let form = TextForm(
        mark.style.merged(over: common), size: setting(size: "\(name).labelsize", 1),
        colour: setting(colour: "\(name).labelcolor", setting(colour: "\(name).color", .black)),
        pixelsPerPoint: pixelsPerPoint)
      let (block, place): (TextBlock, Point)
      if axis.isHorizontal {
        block = form.block(mark.text, .center, isFar ? .bottom : .top)
        place = Point(x.place(mark.value), isFar ? box.top - pad : box.bottom + pad)
      } else {
        block = form.block(mark.text, isFar ? .left : .right, .middleOfCapitals)
        place = Point(isFar ? box.right + pad : box.left - pad, y.place(mark.value))
      }
      outer = outer.union(block.box(at: place))
      form.add(block, at: place, to: &sketch)
    }
    decorations = outer
  }

  private mutating func addOffset(_ text: String, _ axis: Axis, isFar: Bool) {
    let form = TextForm(
      Style(), size: setting(size: axis.isHorizontal ? "xtick.labelsize" : "ytick.labelsize", 1),
      pixelsPerPoint: pixelsPerPoint)
    let block =
      axis.isHorizontal ? form.block(text, .right, .top) : form.block(text, isFar ? .right : .left, .baseline)
    let place =
      axis.isHorizontal
      ? Point(box.right, decorations.bottom + points(3))
      : Point(isFar ? box.right : box.left, box.top - points(3))
    decorations = decorations.union(block.box(at: place))
    form.add(block, at: place, to: &sketch)
  }

  private mutating func addLabel(_ axis: Axis, isFar: Bool) {
    let label = axis.label
    guard !label.text.isEmpty, label.style.isVisible else { return }
    let form = TextForm(
      label.style, size: setting(size: "axes.labelsize", 1), colour: setting(colour: "axes.labelcolor", .black),
      pixelsPerPoint: pixelsPerPoint)
    let pad = points(label.style.number("labelpad") ?? setting("axes.labelpad", 4))
    let (block, place): (TextBlock, Point)
    if axis.isHorizontal {
      let sides: [String: TextBlock.Horizontal] = ["left": .left, "right": .right]
      block = form.block(
        label.text, label.style.text("loc").flatMap { sides[$0] } ?? .center, isFar ? .bottom : .top)
      place = Point(
        box.left + label.x.value * box.width, isFar ? decorations.top - pad : decorations.bottom + pad)
    } else {
      let loc = label.style.text("loc")
      var turned = form.block(label.text, isFar ? .left : .right, .center, angle: 90)
      if loc == "top" { turned.vertical = .top } else if loc == "bottom" { turned.vertical = .bottom }
      block = turned
      place = Point(
        isFar ? decorations.right + pad : decorations.left - pad, box.bottom - label.y.value * box.height)
    }
    decorations = decorations.union(block.box(at: place))
    form.add(block, at: place, to: &sketch)
  }

  mutating func drawTitles() {
    let top = decorations.top
    for place in FigureAxes.TitlePlace.allCases {
      guard let title = axes.titles[place], !title.text.isEmpty, title.style.isVisible else { continue }
      let form = TextForm(
        title.style, size: setting(size: "axes.titlesize", 1.2), colour: setting(colour: "axes.titlecolor", .black),
        pixelsPerPoint: pixelsPerPoint)
      let side: TextBlock.Horizontal = place == .left ? .left : place == .right ? .right : .center
      let block = form.block(title.text, side, .baseline)
      let pad = points(title.style.number("pad") ?? setting("axes.titlepad", 6))
      // Above numbers on the upper side, unless a place was given.
      let line = title.y.value == 1 ? min(box.top, top) : box.bottom - title.y.value * box.height
      let point = Point(box.left + title.x.value * box.width, line - pad)
      decorations = decorations.union(block.box(at: point))
      form.add(block, at: point, to: &sketch)
    }
  }

  mutating func drawSpines() {
    for spine in axes.spines where spine.style.isVisible {
      if axes.settings["axes.spines.\(spine.side.rawValue)"] == .flag(false) { continue }
      var pen = Pen(
        spine.style.colour("color") ?? spine.style.colour("edgecolor") ?? setting(colour: "axes.edgecolor", .black),
        width: points(spine.style.number("linewidth") ?? setting("axes.linewidth", 0.8)))
      pen.cap = .projecting
      LineDashes(spine.style["linestyle"]).apply(to: &pen, pixelsPerPoint)
      sketch.stroke(Path(ends(of: spine)), pen)
    }
  }

  private func ends(of spine: Spine) -> [Point] {
    var (left, right, top, bottom) = (box.left, box.right, box.top, box.bottom)
    // Moved to a number, to the middle, or away from the axes.
    var shift: Double?
    switch spine.style["position"] {
    case .text("zero"): shift = spine.side.isVertical ? x.place(0) : y.place(0)
    case .text("center"): shift = spine.side.isVertical ? box.centre.x : box.centre.y
    case .list(let parts):
      let amount = parts.last?.number ?? 0
      switch parts.first?.text {
      case "data": shift = spine.side.isVertical ? x.place(amount) : y.place(amount)
      case "axes":
        shift = spine.side.isVertical ? box.left + amount * box.width : box.bottom - amount * box.height
      default:
        let away = points(amount)
        let edge = [Spine.Side.left: box.left - away, .right: box.right + away, .top: box.top - away]
        shift = edge[spine.side] ?? box.bottom + away
      }
    default: break
    }
    switch spine.side {
    case .left: left = shift ?? left
    case .right: right = shift ?? right
    case .top: top = shift ?? top
    case .bottom: bottom = shift ?? bottom
    }
    switch spine.side {
    case .left: return [Point(left, box.bottom), Point(left, box.top)]
    case .right: return [Point(right, box.bottom), Point(right, box.top)]
    case .top: return [Point(box.left, top), Point(box.right, top)]
    case .bottom: return [Point(box.left, bottom), Point(box.right, bottom)]
    }
  }
}

extension Spine.Side {
  var isVertical: Bool { self == .left || self == .right }
}
