/// What a cell shows besides the text that it prints: `display(...)`, and figures at its end.
package enum DisplayedData: Sendable, Equatable {
  /// The `repr` of an object.
  case text(String)
  case figure(FigureRecord)
}

/// A figure as notebooks record it.
package struct FigureRecord: Sendable, Equatable {
  /// In pixels.
  package var width: Int
  package var height: Int
  /// Names all that the figure holds: equal figures have equal digests.
  package var digest: String
  /// The number of its axes.
  package var axes: Int
  /// For people: a line for each axes with its title and what is drawn on it.
  package var contents: [String]
  /// How it looked; `nil` where the host asked for no pictures.
  package var picture: (any FigurePicture)?

  package init(width: Int, height: Int, digest: String, axes: Int = 1, contents: [String] = []) {
    self.width = width
    self.height = height
    self.digest = digest
    self.axes = axes
    self.contents = contents
  }

  /// The digest stands for the picture.
  package static func == (a: FigureRecord, b: FigureRecord) -> Bool {
    (a.width, a.height, a.digest, a.axes) == (b.width, b.height, b.digest, b.axes) && a.contents == b.contents
  }

  /// The picture as a PNG in base 64; `nil` where there is none or it cannot be drawn.
  var encodedPNG: String? { (try? picture?.file(.png, scale: 1)).map { Base64.text(of: $0) } }

  /// As Jupyter shows it where it has no picture: `<Figure size 640x480 with 1 Axes>`.
  package var representation: String { "<Figure size \(width)x\(height) with \(axes) Axes>" }
}
