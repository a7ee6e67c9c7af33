import Cells

/// Draws a sketch with Cairo: paths and pixels only, never a font of the system's.
struct SketchRenderer {
  private let cairo: Cairo
  private let context: Cairo.Context
  private let scale: Double
  /// Into pixels, which sharp lines are fitted to.
  private let isRaster: Bool
  private let area: Box

  /// - Parameters:
  ///   - width: in pixels, or where there are none in the sketch's own.
  init(
    _ cairo: Cairo, _ context: Cairo.Context, scale: Double, isRaster: Bool, width: Double, height: Double
  ) {
    (self.cairo, self.context, self.scale, self.isRaster) = (cairo, context, scale, isRaster)
    area = Box(left: 0, top: 0, right: width, bottom: height)
    cairo.setAntialias(context, Cairo.goodAntialias)
  }

  func draw(_ sketch: Sketch) {
    var clip = area
    for command in sketch.commands {
      switch command {
      case .fill(let path, let colour, let isSmooth): fill(path, colour, isSmooth)
      case .stroke(let path, let pen, let snaps): stroke(path, pen, snaps: snaps)
      case .text(let line): draw(line)
      case .image(let raster, let box): draw(raster, box, clip)
      case .clip(let box):
        cairo.resetClip(context)
        clip = box.map(fitted) ?? area
        guard box != nil else { continue }
        cairo.rectangle(context, clip.left, clip.top, clip.width, clip.height)
        cairo.clip(context)
      }
    }
  }

  /// Scaled, and on whole pixels where there are pixels.
  private func fitted(_ box: Box) -> Box {
    func edge(_ value: Double) -> Double { isRaster ? (value * scale).rounded() : value * scale }
    return Box(left: edge(box.left), top: edge(box.top), right: edge(box.right), bottom: edge(box.bottom))
  }

  private func setColour(_ colour: Colour) {
    cairo.setColour(context, colour.red, colour.green, colour.blue, colour.alpha)
  }

  private func trace(_ path: Path, _ place: (Point) -> Point) {
    cairo.newPath(context)
    for element in path.elements {
      switch element {
      case .move(let point):
        let point = place(point)
        cairo.moveTo(context, point.x, point.y)
      case .line(let point):
        let point = place(point)
        cairo.lineTo(context, point.x, point.y)
      case .curve(let first, let second, let point):
        let (first, second, point) = (place(first), place(second), place(point))
        cairo.curveTo(context, first.x, first.y, second.x, second.y, point.x, point.y)
      case .close: cairo.closePath(context)
      }
    }
  }

  /// Cairo's numbers are 24 bits wide before the point.
  private func bounded(_ value: Double) -> Double { min(max(value, -1e5), 1e5) }

  private func scaled(_ point: Point) -> Point { Point(bounded(point.x * scale), bounded(point.y * scale)) }

  private func fill(_ path: Path, _ colour: Colour, _ isSmooth: Bool) {
    setColour(colour)
    if isRaster, path.isRectilinear {
      trace(path) { Point(bounded(($0.x * scale).rounded()), bounded(($0.y * scale).rounded())) }
    } else {
      trace(path, scaled)
    }
    if !isSmooth { cairo.setAntialias(context, Cairo.noAntialias) }
    cairo.fill(context)
    if !isSmooth { cairo.setAntialias(context, Cairo.goodAntialias) }
  }

  /// A line of very many points is drawn piece by piece: Cairo's time grows with the square of a path's crossings.
  private func stroke(_ path: Path, _ pen: Pen, snaps: Bool) {
    guard pen.dashes.isEmpty, path.elements.count > 2000 else { return strokeAtOnce(path, pen, snaps: snaps) }
    for piece in path.pieces(of: 1000) { strokeAtOnce(piece, pen, snaps: snaps) }
  }

  private func strokeAtOnce(_ path: Path, _ pen: Pen, snaps: Bool) {
    let width = pen.width * scale
    setColour(pen.colour)
    cairo.setLineWidth(context, width)
    cairo.setLineCap(context, pen.cap.rawValue)
    cairo.setLineJoin(context, pen.join.rawValue)
    let dashes = pen.dashes.map { $0 * scale }
    cairo.setDash(context, dashes, Int32(dashes.count), pen.dashOffset * scale)
    if isRaster, snaps {
      // The middle of a line that is an odd number of pixels wide is the middle of a pixel.
      let shift = Int(clamping: width.rounded()) % 2 == 1 ? 0.5 : 0
      func fitted(_ value: Double) -> Double { bounded((value * scale + 0.5).rounded(.down) + shift) }
      trace(path) { Point(fitted($0.x), fitted($0.y)) }
    } else {
      trace(path, scaled)
    }
    cairo.stroke(context)
  }

  private func draw(_ line: TextLine) {
    let isUpright = line.angle.truncatingRemainder(dividingBy: 90) == 0
    var origin = scaled(line.origin)
    if isRaster, isUpright {
      // Only across the direction of the text: letters stand where their widths put them.
      if line.angle.truncatingRemainder(dividingBy: 180) == 0 { origin.y.round() } else { origin.x.round() }
    }
    setColour(line.colour)
    cairo.setDash(context, nil, 0, 0)
    cairo.setLineCap(context, Pen.Cap.butt.rawValue)
    cairo.setLineJoin(context, Pen.Join.round.rawValue)
    cairo.save(context)
    cairo.translate(context, origin.x, origin.y)
    if line.angle != 0 { cairo.rotate(context, -line.angle * .pi / 180) }
    for stroke in line.strokes(scale: scale, isFitted: isRaster && isUpright) {
      trace(stroke.path) { Point($0.x, -$0.y) }
      cairo.save(context)
      cairo.scale(context, 1, stroke.penHeight / stroke.penWidth)
      cairo.setLineWidth(context, stroke.penWidth)
      cairo.stroke(context)
      cairo.restore(context)
    }
    cairo.restore(context)
  }

  private func draw(_ raster: Raster, _ box: Box, _ clip: Box) {
    // Without pixels of its own a file gets as many as it would have as a picture twice as large.
    let detail = isRaster ? 1.0 : 2
    func edge(_ value: Double) -> Double { (value * scale * detail).rounded() }
    let place = Box(left: edge(box.left), top: edge(box.top), right: edge(box.right), bottom: edge(box.bottom))
    let seen = Box(
      left: max(clip.left, area.left) * detail, top: max(clip.top, area.top) * detail,
      right: min(clip.right, area.right) * detail, bottom: min(clip.bottom, area.bottom) * detail)
    guard let pixels = raster.pixels(in: place, seen: seen) else { return }
    var words = pixels.values.map { value in
      UInt32(value.w) << 24 | UInt32(value.x) << 16 | UInt32(value.y) << 8 | UInt32(value.z)
    }
    words.withUnsafeMutableBytes { bytes in
      guard let base = bytes.bindMemory(to: UInt8.self).baseAddress,
        let surface = cairo.makeImageForData(
          base, Cairo.premultipliedColours, Int32(pixels.width), Int32(pixels.height), Int32(4 * pixels.width))
      else { return }
      defer { cairo.destroySurface(surface) }
      cairo.save(context)
      cairo.scale(context, 1 / detail, 1 / detail)
      cairo.setSource(context, surface, Double(pixels.left), Double(pixels.top))
      if let source = cairo.source(context) { cairo.setFilter(source, Cairo.nearestFilter) }
      cairo.paint(context)
      cairo.restore(context)
      // A file keeps the pixels beyond their life here; what it has not taken yet it takes now.
      cairo.finish(surface)
    }
  }
}
