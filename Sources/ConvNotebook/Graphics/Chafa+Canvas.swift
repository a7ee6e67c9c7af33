import Cells
import Drawing

extension Chafa {
  /// Lends a canvas of characters on which a picture is drawn.
  ///
  /// - Parameters:
  ///   - failure: what is thrown where Chafa gives no canvas.
  ///   - configure: says how to draw, before it is done.
  func withCanvas<Result>(
    of pixels: PixelPicture, columns: Int, rows: Int, or failure: PictureError, configure: (Object) -> Void,
    _ body: (Object) throws(PictureError) -> Result
  ) throws(PictureError) -> Result {
    guard let configuration = makeConfiguration() else { throw failure }
    defer { releaseConfiguration(configuration) }
    setGeometry(configuration, Int32(columns), Int32(rows))
    setCanvasMode(configuration, Chafa.trueColour)
    setPreprocessing(configuration, 0)
    configure(configuration)
    guard let canvas = makeCanvas(configuration) else { throw failure }
    defer { releaseCanvas(canvas) }
    let (width, height) = (Int32(pixels.width), Int32(pixels.height))
    draw(canvas, Chafa.premultipliedRGBA, pixels.bytes, width, height, 4 * width)
    return try body(canvas)
  }
}
