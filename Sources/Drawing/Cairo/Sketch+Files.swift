import Cells

/// A drawn picture as its pixels.
package struct PixelPicture: Sendable, Equatable {
  package let width: Int
  package let height: Int
  /// Red, green, blue and opacity of each pixel, row by row; colours have their opacity multiplied in.
  package let bytes: [UInt8]

  package subscript(x: Int, y: Int) -> [UInt8] { Array(bytes[(4 * (y * width + x))..<(4 * (y * width + x) + 4)]) }
}

extension Sketch: FigurePicture {
  /// More pixels than any screen has.
  private static let mostPixels = 100e6

  /// Whether pictures can be drawn on this machine.
  package static var isDrawable: Bool { Cairo.shared != nil }

  /// - Parameter scale: 2 for twice as many pixels in both directions.
  package func pixels(scale: Double = 1) throws(PictureError) -> PixelPicture {
    try drawn(scale: scale) { cairo, surface, width, height throws(PictureError) in
      cairo.flush(surface)
      guard let data = cairo.imageData(surface) else { throw .failed(cairo.surfaceStatus(surface)) }
      let stride = Int(cairo.imageStride(surface))
      var bytes: [UInt8] = []
      bytes.reserveCapacity(width * height * 4)
      for row in 0..<height {
        for column in 0..<width {
          let pixel = UnsafeRawPointer(data + row * stride + 4 * column).loadUnaligned(as: UInt32.self)
          for shift in [16, 8, 0, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: pixel >> shift)) }
        }
      }
      return PixelPicture(width: width, height: height, bytes: bytes)
    }
  }

  /// The picture as a file. A PNG has as many pixels as the figure, times the scale.
  package func file(_ format: PictureFormat, scale: Double) throws(PictureError) -> [UInt8] {
    switch format {
    case .png:
      return try drawn(scale: scale) { cairo, surface, _, _ throws(PictureError) in
        let output = ByteOutput()
        let status = cairo.writePNG(surface, ByteOutput.writer, output.pointer)
        if status != 0 { throw .failed(status) }
        return output.bytes
      }
    case .svg, .pdf: return try vectorFile(format)
    }
  }

  private func drawn<Result>(
    scale: Double, _ body: (Cairo, Cairo.Surface, Int, Int) throws(PictureError) -> Result
  ) throws(PictureError) -> Result {
    guard let cairo = Cairo.shared else { throw .noCairo }
    let (width, height) = ((self.width * scale).rounded(), (self.height * scale).rounded())
    guard width >= 0, height >= 0, width * height <= Self.mostPixels, max(width, height) < 32_000 else {
      throw .tooLarge(width, height)
    }
    let (columns, rows) = (max(Int(width), 1), max(Int(height), 1))
    guard let surface = cairo.makeImage(Cairo.premultipliedColours, Int32(columns), Int32(rows)) else {
      throw .failed(1)
    }
    defer { cairo.destroySurface(surface) }
    guard let context = cairo.makeContext(surface) else { throw .failed(1) }
    SketchRenderer(cairo, context, scale: scale, isRaster: true, width: width, height: height).draw(self)
    cairo.destroy(context)
    let status = cairo.surfaceStatus(surface)
    if status != 0 { throw .failed(status) }
    return try body(cairo, surface, columns, rows)
  }

  /// In points: an inch has 72.
  private func vectorFile(_ format: PictureFormat) throws(PictureError) -> [UInt8] {
    guard let cairo = Cairo.shared else { throw .noCairo }
    let points = resolution > 0 ? 72 / resolution : 1
    let (width, height) = (max(self.width * points, 1), max(self.height * points, 1))
    guard max(width, height) < 1e6, max(self.width, self.height) < FigureSketcher.mostWidth else {
      throw .tooLarge(self.width, self.height)
    }
    let output = ByteOutput()
    let make = format == .svg ? cairo.makeSVG : cairo.makePDF
    guard let surface = make(ByteOutput.writer, output.pointer, width, height) else { throw .failed(1) }
    defer { cairo.destroySurface(surface) }
    // The same figure gives the same file whenever it is drawn.
    if format == .pdf { cairo.setPDFMetadata(surface, Cairo.creationDate, "2000-01-01T00:00:00Z") }
    guard let context = cairo.makeContext(surface) else { throw .failed(1) }
    cairo.scale(context, points, points)
    SketchRenderer(cairo, context, scale: 1, isRaster: false, width: self.width, height: self.height).draw(self)
    cairo.destroy(context)
    cairo.finish(surface)
    let status = cairo.surfaceStatus(surface)
    if status != 0 { throw .failed(status) }
    return format == .svg ? SVGNames.numbered(output.bytes) : output.bytes
  }
}

/// Takes the bytes that Cairo writes.
private final class ByteOutput {
  var bytes: [UInt8] = []

  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static let writer: Cairo.Writer = { output, data, count in
    guard let output, let data else { return 11 }
    let bytes = UnsafeBufferPointer(start: data, count: Int(count))
    Unmanaged<ByteOutput>.fromOpaque(output).takeUnretainedValue().bytes.append(contentsOf: bytes)
    return 0
  }
}

extension PictureError {
  package static let noCairo = PictureError(
    message: "figures are drawn with Cairo, which is not installed: apt-get install libcairo2")

  fileprivate static func tooLarge(_ width: Double, _ height: Double) -> PictureError {
    PictureError(
      message: "a picture of \(Int(clamping: width)) x \(Int(clamping: height)) pixels is too large to be drawn")
  }

  /// - Parameter status: Cairo's own number.
  fileprivate static func failed(_ status: Int32) -> PictureError {
    PictureError(message: "Cairo could not draw the figure (status \(status))")
  }
}

/// Draws figures with this module.
package struct CairoDrawing: FigureDrawing {
  package init() {}

  package func picture(of figure: Figure) -> any FigurePicture { figure.sketch }
}
