import Arrays

/// Markers at points, each of its own size and colour: `scatter`.
package final class Points: MappedArtist, @unchecked Sendable {
  /// Vectors of the same length.
  package var x: NDArray
  package var y: NDArray
  /// Areas in points squared: one, or one for each marker.
  package var sizes: NDArray

  /// - Parameter values: numbers that the colour map turns into colours; `nil` where the style has colours.
  package init(x: NDArray, y: NDArray, sizes: NDArray, values: NDArray?, _ mapping: ColourMapping, style: Style) {
    self.x = x
    self.y = y
    self.sizes = sizes
    super.init(values, mapping, style: style)
  }

  package override var properties: PropertyList { .points }
  package override var bounds: DataBounds? { DataBounds(x: x, y: y) }

  package override func addData(to digest: inout FigureDigest) {
    super.addData(to: &digest)
    for array in [x, y, sizes] { digest.add(array) }
  }

  package override var words: String {
    "\(FigureWords.count(x.count, "marker"))\(FigureWords.label(self))\(FigureWords.range(y))"
  }
}
