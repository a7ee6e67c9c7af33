import Arrays

/// Points, joined by a line or marked each: `plot`, `axhline`.
package final class Line: Artist, @unchecked Sendable {
  package enum Extent: Sendable {
    /// Both coordinates are data.
    case data
    /// From one side of the axes to the other, x being their fraction: `axhline`.
    case acrossX
    case acrossY
  }

  /// Vectors of the same length.
  package var x: NDArray
  package var y: NDArray
  package let extent: Extent

  package init(x: NDArray, y: NDArray, extent: Extent = .data, style: Style) {
    self.x = x
    self.y = y
    self.extent = extent
    super.init(style)
  }

  package override var properties: PropertyList { .line }

  package override var bounds: DataBounds? {
    if extent != .data { return DataBounds(x: extent == .acrossX ? nil : x, y: extent == .acrossY ? nil : y) }
    // A point without one coordinate is nowhere.
    var bounds = DataBounds()
    for index in 0..<min(x.count, y.count) {
      let (x, y) = (x.double(at: index), y.double(at: index))
      guard x.isFinite, y.isFinite else { continue }
      bounds.x.include(x)
      bounds.y.include(y)
    }
    return bounds
  }

  package override func addData(to digest: inout FigureDigest) {
    digest.add("\(extent)")
    digest.add(x)
    digest.add(y)
  }

  package override var words: String {
    switch extent {
    case .data: "line\(FigureWords.label(self)) of \(FigureWords.count(x.count, "point"))\(FigureWords.range(y))"
    case .acrossX: "line at y = \(FigureWords.first(y))\(FigureWords.label(self))"
    case .acrossY: "line at x = \(FigureWords.first(x))\(FigureWords.label(self))"
    }
  }
}

/// Separate straight pieces: `hlines`, `vlines`.
package final class Segments: Artist, @unchecked Sendable {
  /// Vectors of the same length: where each piece starts and ends.
  package let startX: NDArray
  package let startY: NDArray
  package let endX: NDArray
  package let endY: NDArray

  package init(startX: NDArray, startY: NDArray, endX: NDArray, endY: NDArray, style: Style) {
    self.startX = startX
    self.startY = startY
    self.endX = endX
    self.endY = endY
    super.init(style)
  }

  package override var properties: PropertyList { .segments }

  package override var bounds: DataBounds? {
    var bounds = DataBounds(x: startX, y: startY)
    bounds.include(DataBounds(x: endX, y: endY))
    return bounds
  }

  package override func addData(to digest: inout FigureDigest) {
    for array in [startX, startY, endX, endY] { digest.add(array) }
  }

  package override var words: String { FigureWords.count(startX.count, "straight line") + FigureWords.label(self) }
}
