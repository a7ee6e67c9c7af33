import Arrays

/// A grid of coloured cells: `pcolormesh`, `pcolor`.
package final class Mesh: MappedArtist, @unchecked Sendable {
  /// Corners or centres of the cells: vectors or grids; 0, 1, ... where they are `nil`.
  package let x: NDArray?
  package let y: NDArray?

  package init(x: NDArray?, y: NDArray?, values: NDArray, _ mapping: ColourMapping, style: Style) {
    self.x = x
    self.y = y
    super.init(values, mapping, style: style)
  }

  package override var properties: PropertyList { .mesh }
  package override var bounds: DataBounds? {
    DataBounds(x: Grid.interval(x, cells: values?.shape[1] ?? 0), y: Grid.interval(y, cells: values?.shape[0] ?? 0))
  }
  package override var stickyX: [Double] { Grid.interval(x, cells: values?.shape[1] ?? 0) }
  package override var stickyY: [Double] { Grid.interval(y, cells: values?.shape[0] ?? 0) }

  package override func addData(to digest: inout FigureDigest) {
    super.addData(to: &digest)
    digest.add(x)
    digest.add(y)
  }

  package override var words: String {
    "mesh of \(Grid.size(values)) cells\(values.map(FigureWords.range) ?? ""), \(mapping.map)"
  }
}

/// Lines of equal height, or the areas between them: `contour`, `contourf`.
package final class Contours: MappedArtist, @unchecked Sendable {
  package let x: NDArray?
  package let y: NDArray?
  package let isFilled: Bool
  /// The heights; where they are `nil`, about `levelCount` round ones.
  package let levels: NDArray?
  package let levelCount: Int?

  package init(
    x: NDArray?, y: NDArray?, heights: NDArray, isFilled: Bool, levels: NDArray?, levelCount: Int?,
    _ mapping: ColourMapping, style: Style
  ) {
    self.x = x
    self.y = y
    self.isFilled = isFilled
    self.levels = levels
    self.levelCount = levelCount
    super.init(heights, mapping, style: style)
  }

  package override var properties: PropertyList { .contours }
  package override var bounds: DataBounds? { DataBounds(x: stickyX, y: stickyY) }
  package override var stickyX: [Double] { Grid.interval(x, points: values?.shape[1] ?? 0) }
  package override var stickyY: [Double] { Grid.interval(y, points: values?.shape[0] ?? 0) }

  package override func addData(to digest: inout FigureDigest) {
    super.addData(to: &digest)
    digest.add(isFilled)
    for array in [x, y, levels] { digest.add(array) }
    digest.add(levelCount ?? -1)
  }

  package override var words: String {
    let range = values.map(FigureWords.range) ?? ""
    return "\(isFilled ? "filled contours" : "contours") of a \(Grid.size(values)) grid\(range)"
  }
}

/// The coordinates of a grid along one axis.
enum Grid {
  /// From the first to the last of so many grid points.
  static func interval(_ coordinates: NDArray?, points: Int) -> [Double] {
    guard let coordinates else { return points > 0 ? [0, Double(points - 1)] : [] }
    let interval = DataBounds.Interval(coordinates)
    return interval.isEmpty ? [] : [interval.low, interval.high]
  }

  /// From edge to edge of so many cells, whose corners or centres the coordinates are.
  static func interval(_ coordinates: NDArray?, cells: Int) -> [Double] {
    guard let coordinates, coordinates.rank > 0 else { return [0, Double(cells)] }
    let interval = DataBounds.Interval(coordinates)
    guard !interval.isEmpty else { return [] }
    let axisLength = coordinates.rank == 1 ? coordinates.count : coordinates.shape.contains(cells) ? cells : cells + 1
    guard axisLength == cells, cells > 1 else { return [interval.low, interval.high] }
    // Centres: the cells reach half a step beyond them.
    let step = (interval.high - interval.low) / Double(cells - 1) / 2
    return [interval.low - step, interval.high + step]
  }

  static func size(_ values: NDArray?) -> String { values?.shape.map(String.init).joined(separator: "x") ?? "" }
}
