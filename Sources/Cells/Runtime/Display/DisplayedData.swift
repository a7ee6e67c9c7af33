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

  package init(width: Int, height: Int, digest: String, axes: Int = 1, contents: [String] = []) {
    self.width = width
    self.height = height
    self.digest = digest
    self.axes = axes
    self.contents = contents
  }

  /// As Jupyter shows it where it has no picture: `<Figure size 640x480 with 1 Axes>`.
  package var representation: String { "<Figure size \(width)x\(height) with \(axes) Axes>" }
}
