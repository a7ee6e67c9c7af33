import Cells

/// Draws one coordinate system and all in it.
struct AxesSketcher {
  let axes: FigureAxes
  let box: Box
  let pixelsPerPoint: Double
  var sketch: Sketch
  let x: AxisPlacement
  let y: AxisPlacement
  /// Around the frame and what stands beside it so far.
  var decorations: Box
  /// Of the labels beside the left and below.
  private let fontSize: Double

  init(_ axes: FigureAxes, _ box: Box, pixelsPerPoint: Double, _ sketch: Sketch) {
    self.axes = axes
    self.box = box
    self.pixelsPerPoint = pixelsPerPoint
    self.sketch = sketch
    decorations = box
    fontSize = axes.settings.number("font.size") ?? 10
    let limits = AxesSketcher.limits(of: axes, in: box)
    x = AxisPlacement(axes.xAxis.range.scale, limits.x, from: box.left, to: box.right)
    y = AxisPlacement(axes.yAxis.range.scale, limits.y, from: box.bottom, to: box.top)
  }

  /// `axis('equal')` shows more of one axis in the place of a smaller box.
  private static func limits(of axes: FigureAxes, in box: Box) -> (x: (Double, Double), y: (Double, Double)) {
    let (x, y) = (axes.xLimits, axes.yLimits)
    guard axes.adjustsData, case .ratio(let ratio) = axes.aspect, axes.xAxis.range.scale == .linear,
      axes.yAxis.range.scale == .linear, ratio > 0
    else { return (x, y) }
    func stretched(_ limits: (Double, Double), to length: Double) -> (Double, Double) {
      let (middle, half) = ((limits.0 + limits.1) / 2, limits.0 < limits.1 ? length / 2 : -length / 2)
      return (middle - half, middle + half)
    }
    let (width, height) = (abs(x.1 - x.0), abs(y.1 - y.0) * ratio)
    if width / box.width < height / box.height { return (stretched(x, to: height / box.height * box.width), y) }
    return (x, stretched(y, to: width / box.width * box.height / ratio))
  }

  func points(_ length: Double) -> Double { length * pixelsPerPoint }

  func place(_ x: Double, _ y: Double) -> Point { Point(self.x.place(x), self.y.place(y)) }

  /// A setting of `rcParams` that was changed, or else what it is by default.
  func setting(_ name: String, _ fallback: Double) -> Double { axes.settings.number(name) ?? fallback }
  func setting(size name: String, _ factor: Double) -> Double {
    axes.settings[name]?.fontSize(base: fontSize) ?? fontSize * factor
  }
  func setting(colour name: String, _ fallback: Colour) -> Colour { axes.settings.colour(name) ?? fallback }

  // MARK: - In their order

  mutating func draw() {
    if let bar = axes.colourBar { return draw(bar) }
    // Through axes that lie over others, those are seen.
    if axes.isShown, axes.isFrameShown, axes.place != .over {
      sketch.fill(Path(box), axes.style.colour("facecolor") ?? setting(colour: "axes.facecolor", .white))
    }
    var layers = axes.artists.enumerated().filter { $1.style.isVisible }.map { index, artist in
      (level: artist.style.number("zorder") ?? level(of: artist), index: index, artist: artist)
    }
    layers.sort { $0.level != $1.level ? $0.level < $1.level : $0.index < $1.index }
    let isBelow = axes.style["axisbelow"] == .flag(true) || axes.settings["axes.axisbelow"] == .flag(true)
    let axisLevel = isBelow ? 0.5 : axes.style["axisbelow"] == .flag(false) ? 2.5 : 1.5
    var rest = layers[...]
    func take(below level: Double) -> [Artist] {
      var taken: [Artist] = []
      while let first = rest.first, first.level < level { taken.append(rest.removeFirst().artist) }
      return taken
    }
    for artist in take(below: axisLevel) { draw(artist) }
    if axes.isShown { drawAxes() }
    for artist in take(below: 2.5) { draw(artist) }
    if axes.isShown, axes.isFrameShown { drawSpines() }
    for artist in take(below: .infinity) { draw(artist) }
    drawTitles()
    if let legend = axes.legend, legend.style.isVisible {
      sketch.clip(to: nil)
      let sketcher = LegendSketcher(legend, in: box, pixelsPerPoint: pixelsPerPoint, fontSize: fontSize)
      sketcher.draw(on: &sketch, avoiding: obstacles())
    }
    sketch.clip(to: nil)
  }

  /// What stands around the axes, to be measured.
  mutating func drawDecorations() {
    if let bar = axes.colourBar { return draw(bar) }
    if axes.isShown { drawAxes() }
    drawTitles()
  }

  private func level(of artist: Artist) -> Double {
    // Points lie over their error bars.
    if artist is Line, axes.containers.contains(where: { ($0 as? ErrorBarContainer)?.line === artist }) { return 2.1 }
    return switch artist {
    case is ImageArtist: 0
    case is Line, is Segments: 2
    case is FigureText: 3
    default: 1
    }
  }

  private mutating func draw(_ artist: Artist) {
    sketch.clip(to: artist.style.flag("clip_on") ?? !(artist is FigureText) ? box : nil)
    switch artist {
    case let line as Line: draw(line)
    case let segments as Segments: draw(segments)
    case let points as Points: draw(points)
    case let image as ImageArtist: draw(image)
    case let mesh as Mesh: draw(mesh)
    case let contours as Contours: draw(contours)
    case let rectangle as Rectangle: draw(rectangle)
    case let outline as Outline: draw(outline)
    case let area as FilledArea: draw(area)
    case let wedge as Wedge: draw(wedge)
    case let text as FigureText: draw(text)
    default: break
    }
    sketch.clip(to: nil)
  }
}
