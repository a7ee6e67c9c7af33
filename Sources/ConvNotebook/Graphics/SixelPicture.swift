import Cells
import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A picture as sixels, which have 256 colours: Chafa chooses them.
enum SixelPicture {
  static func text(_ sketch: Sketch, _ graphics: TerminalGraphics) throws(PictureError) -> String {
    let chafa = try Chafa.loaded()
    let pixels = try sketch.pixels(scale: graphics.scale(width: sketch.width, height: sketch.height))
    let failure = PictureError(message: "Chafa could not write the figure as sixels")
    // One cell as large as the picture: nothing is scaled.
    return try chafa.withCanvas(of: pixels, columns: 1, rows: 1, or: failure) { configuration in
      chafa.setCellGeometry(configuration, Int32(pixels.width), Int32(pixels.height))
      chafa.setPixelMode(configuration, Chafa.sixels)
      chafa.setDitherMode(configuration, 0)
    } _: { canvas throws(PictureError) in
      // A terminal that Chafa knows to have sixels gives the sequences around them.
      let name = strdup("TERM=mlterm")
      defer { free(name) }
      var environment: [UnsafeMutablePointer<CChar>?] = [name, nil]
      guard let terminals = chafa.terminals(), let terminal = chafa.detect(terminals, &environment) else {
        throw failure
      }
      defer { chafa.releaseTerminal(terminal) }
      guard let text = chafa.print(canvas, terminal) else { throw failure }
      defer { _ = chafa.releaseText(text, 1) }
      return Chafa.string(text) + "\n"
    }
  }
}
