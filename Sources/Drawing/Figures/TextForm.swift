import Cells

/// How a text looks, by the properties that it was given.
struct TextForm {
  let style: Style
  let font: TextBlock.Font
  private let pixelsPerPoint: Double

  /// - Parameter size: in points, where the style has none.
  init(_ style: Style, size: Double, base: Double = 10, colour: Colour = .black, pixelsPerPoint: Double) {
    self.style = style
    self.pixelsPerPoint = pixelsPerPoint
    let points = style["fontsize"]?.fontSize(base: base) ?? size
    var font = TextBlock.Font(size: min(max(points, 0.1), 2000) * pixelsPerPoint)
    font.colour = style.colour("color") ?? colour.with(alpha: style.number("alpha") ?? colour.alpha)
    let weight = style["fontweight"]
    font.isBold =
      ["bold", "heavy", "extra bold", "black", "semibold", "demibold", "demi"].contains(weight?.text ?? "")
      || weight?.number ?? 400 >= 600
    font.isSlanted = ["italic", "oblique"].contains(style.text("fontstyle") ?? "")
    self.font = font
  }

  /// With what the style says about its place.
  func block(
    _ text: String, _ horizontal: TextBlock.Horizontal, _ vertical: TextBlock.Vertical, angle: Double = 0
  ) -> TextBlock {
    var block = TextBlock(text, font)
    block.horizontal = style.text("horizontalalignment").flatMap(TextBlock.Horizontal.init) ?? horizontal
    block.vertical = style.text("verticalalignment").flatMap(TextBlock.Vertical.init) ?? vertical
    switch style["rotation"] {
    case .text("vertical"): block.angle = 90
    case .text("horizontal"): block.angle = 0
    case let value: block.angle = value?.number ?? angle
    }
    return block
  }

  /// With the box around it that `bbox` asks for.
  func add(_ block: TextBlock, at place: Point, to sketch: inout Sketch) {
    if case .group(let fields)? = style["bbox"] {
      let box = Style(Dictionary(fields.map { ($0.name, $0.value) }) { $1 })
      let pad = box.text("boxstyle").map { $0.hasPrefix("square") ? 0.3 : 0.3 } ?? 0.4
      let frame = Path(block.box(at: place).grown(by: pad * font.size))
      let colour = box["facecolor"] ?? box["fc"] ?? box["color"]
      let alpha = box.number("alpha") ?? 1
      sketch.fill(frame, (colour.flatMap { Colour($0) } ?? Colour.first).with(alpha: alpha))
      let edge = (box["edgecolor"] ?? box["ec"]).flatMap { Colour($0) } ?? .black
      sketch.stroke(frame, Pen(edge, width: (box.number("linewidth") ?? 1) * pixelsPerPoint))
    } else if let background = style.colour("backgroundcolor") {
      sketch.fill(Path(block.box(at: place).grown(by: 0.3 * font.size)), background)
    }
    for line in block.lines(at: place) { sketch.add(line) }
  }
}
