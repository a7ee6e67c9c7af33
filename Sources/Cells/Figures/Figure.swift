/// A picture with its axes.
package final class Figure: FigurePart, @unchecked Sendable {
  /// In inches.
  package var width: Double
  package var height: Double
  /// Pixels an inch.
  package var resolution: Double
  package var number: Int
  /// A name in the place of a number: `plt.figure('costs')`.
  package var name = ""
  package private(set) var axes: [FigureAxes] = []
  /// The axes that `plt` draws on.
  package weak var current: FigureAxes?
  package var title: FigureText?
  package var xLabel: FigureText?
  package var yLabel: FigureText?
  package var texts: [FigureText] = []
  package var legend: Legend?
  package var spacing = SubplotSpacing()
  /// `tight`, `constrained`, or none.
  package var layout: String?
  package var style = Style()

  package init(width: Double, height: Double, resolution: Double, number: Int) {
    self.width = width
    self.height = height
    self.resolution = resolution
    self.number = number
  }

  package func add(_ axes: FigureAxes) {
    axes.figure = self
    self.axes.append(axes)
    current = axes
  }

  package func remove(_ axes: FigureAxes) {
    self.axes.removeAll { $0 === axes }
    if current === axes { current = self.axes.last }
    axes.figure = nil
  }

  package func clear() {
    for axes in axes { axes.figure = nil }
    (axes, current, title, xLabel, yLabel, texts, legend) = ([], nil, nil, nil, nil, [], nil)
    (spacing, layout, style) = (SubplotSpacing(), nil, Style())
  }

  /// In pixels.
  package var pixelWidth: Double { width * resolution }
  package var pixelHeight: Double { height * resolution }

  /// Names all that the figure shows.
  package var digest: String {
    var digest = FigureDigest()
    for number in [width, height, resolution] { digest.add(number) }
    for text in [title, xLabel, yLabel] {
      digest.add(text != nil)
      text?.add(to: &digest)
    }
    for text in texts { text.add(to: &digest) }
    legend?.add(to: &digest)
    spacing.add(to: &digest)
    digest.add(layout ?? "")
    digest.add(style)
    digest.add(axes.count)
    for axes in axes { axes.add(to: &digest) }
    return digest.text()
  }

  package var record: FigureRecord {
    FigureRecord(
      width: Int(clamping: pixelWidth.rounded()), height: Int(clamping: pixelHeight.rounded()), digest: digest,
      axes: axes.count,
      contents: words)
  }
}
