import Cells

extension Figure {
  /// The figure as it is now, as what has to be drawn.
  package var sketch: Sketch {
    var sketcher = FigureSketcher(self)
    sketcher.draw()
    return sketcher.sketch
  }
}

/// Draws a figure as matplotlib does by default.
struct FigureSketcher {
  let figure: Figure
  private(set) var sketch: Sketch

  init(_ figure: Figure) {
    self.figure = figure
    sketch = Sketch(width: figure.pixelWidth, height: figure.pixelHeight, resolution: figure.resolution)
  }

  private var pixelsPerPoint: Double { figure.resolution / 72 }

  /// In pixels. Larger figures are not drawn, and refused where they become a file.
  static let mostWidth = 1e7

  mutating func draw() {
    guard max(sketch.width, sketch.height) < FigureSketcher.mostWidth else { return }
    if figure.style.flag("frameon") ?? true {
      let background = Box(left: 0, top: 0, right: sketch.width, bottom: sketch.height)
      sketch.fill(Path(background), figure.style.colour("facecolor") ?? .white)
    }
    var layout = FigureLayout(figure)
    if figure.layout != nil {
      let pixelsPerPoint = pixelsPerPoint
      layout.tighten(pixelsPerPoint: pixelsPerPoint) { axes, box in
        var sketcher = AxesSketcher(axes, box, pixelsPerPoint: pixelsPerPoint, Sketch(like: sketch))
        sketcher.drawDecorations()
        return sketcher.decorations
      }
    }
    for axes in figure.axes where axes.style.isVisible {
      guard let box = layout.boxes[ObjectIdentifier(axes)], box.width > 0, box.height > 0 else { continue }
      var sketcher = AxesSketcher(axes, box, pixelsPerPoint: pixelsPerPoint, sketch)
      sketcher.draw()
      sketch = sketcher.sketch
    }
    sketch.clip(to: nil)
    addTexts()
    if let legend = figure.legend {
      let sketcher = LegendSketcher(
        legend, in: Box(left: 0, top: 0, right: sketch.width, bottom: sketch.height), pixelsPerPoint: pixelsPerPoint)
      sketcher.draw(on: &sketch, avoiding: [])
    }
  }

  private mutating func addTexts() {
    add(figure.title, size: 12, .center, .top)
    add(figure.xLabel, size: 12, .center, .bottom)
    add(figure.yLabel, size: 12, .left, .center, angle: 90)
    for text in figure.texts { add(text, size: 10, .left, .baseline) }
  }

  private mutating func add(
    _ text: FigureText?, size: Double, _ horizontal: TextBlock.Horizontal, _ vertical: TextBlock.Vertical,
    angle: Double = 0
  ) {
    guard let text, !text.text.isEmpty, text.style.isVisible else { return }
    let form = TextForm(text.style, size: size, pixelsPerPoint: pixelsPerPoint)
    let block = form.block(text.text, horizontal, vertical, angle: angle)
    let place = Point(text.x.value * sketch.width, (1 - text.y.value) * sketch.height)
    form.add(block, at: place, to: &sketch)
  }
}

extension Sketch {
  /// An empty one of the same size.
  init(like other: Sketch) { self.init(width: other.width, height: other.height, resolution: other.resolution) }
}
