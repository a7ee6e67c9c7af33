import Arrays

/// Turns numbers into colours.
package struct ColourMapping: Sendable, Equatable {
  /// A colour map's name, in `ColourMapNames.all`.
  package var map: String
  /// The numbers that get the map's first and last colour; the data's own where they are `nil`.
  package var minimum: Double?
  package var maximum: Double?

  package init(map: String, minimum: Double? = nil, maximum: Double? = nil) {
    self.map = map
    self.minimum = minimum
    self.maximum = maximum
  }
}

/// An artist whose numbers are shown as colours; a colour bar can stand beside it.
package class MappedArtist: Artist, @unchecked Sendable {
  package final var mapping: ColourMapping
  /// The numbers, of any shape; `nil` where the colours were given as such.
  package final var values: NDArray?

  package init(_ values: NDArray?, _ mapping: ColourMapping, style: Style) {
    self.values = values
    self.mapping = mapping
    super.init(style)
  }

  /// The numbers that get the map's first and last colour; `nil` where there are none.
  package final var colourRange: (Double, Double)? {
    let interval = values.map { DataBounds.Interval($0) } ?? DataBounds.Interval()
    guard let low = mapping.minimum ?? (interval.isEmpty ? nil : interval.low),
      let high = mapping.maximum ?? (interval.isEmpty ? nil : interval.high)
    else { return nil }
    return (low, high)
  }

  package override func addData(to digest: inout FigureDigest) {
    digest.add(mapping.map)
    digest.add(mapping.minimum)
    digest.add(mapping.maximum)
    digest.add(values)
  }
}

/// A picture: `imshow`.
package final class ImageArtist: MappedArtist, @unchecked Sendable {
  /// Left, right, bottom and top edge in data coordinates; whole pixels where it is `nil`.
  package var extent: [Double]?
  /// Whether row 0 is the topmost.
  package let isUpright: Bool

  /// - Parameter pixels: (rows, columns), or with 3 or 4 channels of colour as last axis.
  package init(_ pixels: NDArray, _ mapping: ColourMapping, extent: [Double]?, isUpright: Bool, style: Style) {
    self.extent = extent
    self.isUpright = isUpright
    super.init(pixels, mapping, style: style)
  }

  package override var properties: PropertyList { .image }

  package var rows: Int { values?.shape[0] ?? 0 }
  package var columns: Int { values?.shape[1] ?? 0 }
  package var hasChannels: Bool { values?.rank == 3 }

  /// Left, right, bottom, top.
  package var edges: [Double] {
    if let extent { return extent }
    let (right, far) = (Double(columns) - 0.5, Double(rows) - 0.5)
    return isUpright ? [-0.5, right, far, -0.5] : [-0.5, right, -0.5, far]
  }

  package override var bounds: DataBounds? { DataBounds(x: Array(edges[..<2]), y: Array(edges[2...])) }
  package override var stickyX: [Double] { Array(edges[..<2]) }
  package override var stickyY: [Double] { Array(edges[2...]) }

  package override func addData(to digest: inout FigureDigest) {
    super.addData(to: &digest)
    digest.add(extent)
    digest.add(isUpright)
  }

  package override var words: String {
    guard let pixels = values else { return "image" }
    let size = pixels.shape.map(String.init).joined(separator: "x")
    let map = hasChannels ? "" : ", \(mapping.map)"
    return "image\(FigureWords.label(self)) \(size) \(pixels.dtype.name)\(FigureWords.range(pixels))\(map)"
  }
}
