/// Draws figures, and keeps how they looked. The host lends it: cells hold figures and draw nothing.
package protocol FigureDrawing: Sendable {
  /// The figure as it is now. What happens to it afterwards does not change the picture.
  func picture(of figure: Figure) -> any FigurePicture
}

/// A picture that can be written as a file.
package protocol FigurePicture: Sendable {
  /// - Parameter scale: 2 for a PNG with twice as many pixels in both directions.
  func file(_ format: PictureFormat, scale: Double) throws(PictureError) -> [UInt8]
}

/// The formats that figures are written in.
package enum PictureFormat: String, Sendable, CaseIterable {
  case png, svg, pdf
}

/// Why there is no picture.
package struct PictureError: Error, Sendable, Equatable {
  package let message: String

  package init(message: String) { self.message = message }
}
