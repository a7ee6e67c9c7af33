import Arrays

/// A rectangle in data coordinates: one bar of `bar` or `hist`, `axhspan`.
package final class Rectangle: Artist, @unchecked Sendable {
  /// Whether the sides are fractions of the axes and not data.
  package enum Extent: Sendable { case data, acrossX, acrossY }

  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double
  package let extent: Extent
  /// Which way a bar grows, so that the limits start at its foot.
  package let isVerticalBar: Bool?
  /// The types that a bar's foot and length were given in.
  package var footType = DType.float64
  package var lengthType = DType.float64

  package init(
    x: Double, y: Double, width: Double, height: Double, extent: Extent = .data, isVerticalBar: Bool? = nil,
    style: Style
  ) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    self.extent = extent
    self.isVerticalBar = isVerticalBar
    super.init(style)
  }

  package override var properties: PropertyList { .rectangle }

  package override var bounds: DataBounds? {
    if width == 0, height == 0 { return nil }
    return DataBounds(x: extent == .acrossX ? [] : [x, x + width], y: extent == .acrossY ? [] : [y, y + height])
  }
  package override var stickyX: [Double] { isVerticalBar == false ? [x] : [] }
  package override var stickyY: [Double] { isVerticalBar == true ? [y] : [] }

  package override func addData(to digest: inout FigureDigest) {
    digest.add([x, y, width, height])
    digest.add("\(extent)")
  }

  package override var words: String { isVerticalBar == nil ? "rectangle\(FigureWords.label(self))" : "" }
}

/// A closed outline: `fill`, and the steps of `hist`.
package final class Outline: Artist, @unchecked Sendable {
  package let x: NDArray
  package let y: NDArray
  /// Which way steps grow, so that the limits start at their foot.
  package let isVerticalBar: Bool?

  package init(x: NDArray, y: NDArray, isVerticalBar: Bool? = nil, style: Style) {
    self.x = x
    self.y = y
    self.isVerticalBar = isVerticalBar
    super.init(style)
  }

  package override var stickyX: [Double] { isVerticalBar == false ? [0] : [] }
  package override var stickyY: [Double] { isVerticalBar == true ? [0] : [] }

  package override var properties: PropertyList { .polygon }
  package override var bounds: DataBounds? { DataBounds(x: x, y: y) }

  package override func addData(to digest: inout FigureDigest) {
    digest.add(x)
    digest.add(y)
  }

  package override var words: String { "polygon of \(x.count) corners\(FigureWords.label(self))" }
}

/// The area between two curves: `fill_between`, `fill_betweenx`.
package final class FilledArea: Artist, @unchecked Sendable {
  /// Along the curves; vectors of the same length.
  package let positions: NDArray
  package let first: NDArray
  package let second: NDArray
  /// Where the area is filled; everywhere for `nil`.
  package let mask: NDArray?
  package let isVertical: Bool

  package init(
    positions: NDArray, first: NDArray, second: NDArray, mask: NDArray?, isVertical: Bool, style: Style
  ) {
    self.positions = positions
    self.first = first
    self.second = second
    self.mask = mask
    self.isVertical = isVertical
    super.init(style)
  }

  package override var properties: PropertyList { .area }

  package override var bounds: DataBounds? {
    var bounds = isVertical ? DataBounds(x: positions, y: first) : DataBounds(x: first, y: positions)
    bounds.include(isVertical ? DataBounds(x: nil, y: second) : DataBounds(x: second, y: nil))
    return bounds
  }

  package override func addData(to digest: inout FigureDigest) {
    for array in [positions, first, second, mask] { digest.add(array) }
    digest.add(isVertical)
  }

  package override var words: String {
    "filled area over \(FigureWords.count(positions.count, "point"))\(FigureWords.label(self))"
  }
}

/// A piece of a pie.
package final class Wedge: Artist, @unchecked Sendable {
  package let centre: (x: Double, y: Double)
  package let radius: Double
  /// In degrees, anticlockwise from the right.
  package let start: Double
  package let end: Double

  package init(centre: (x: Double, y: Double), radius: Double, start: Double, end: Double, style: Style) {
    self.centre = centre
    self.radius = radius
    self.start = start
    self.end = end
    super.init(style)
  }

  package override var isBounded: Bool { false }
  package override var properties: PropertyList { .wedge }

  package override func addData(to digest: inout FigureDigest) {
    digest.add([centre.x, centre.y, radius, start, end])
  }

  package override var words: String {
    "wedge of \(FigureWords.number((end - start) / 3.6)) %\(FigureWords.label(self))"
  }
}
