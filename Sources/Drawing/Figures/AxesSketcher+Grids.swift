import Arrays
import Cells

/// Images, and grids of coloured cells.
extension AxesSketcher {
  mutating func draw(_ image: ImageArtist) {
    guard let pixels = image.values, image.rows > 0, image.columns > 0, let content = content(of: image, pixels) else {
      return
    }
    var raster = Raster(rows: image.rows, columns: image.columns, content)
    raster.interpolation = image.style.text("interpolation") ?? "antialiased"
    if raster.interpolation == "none" { raster.interpolation = "nearest" }
    raster.alpha = image.style.number("alpha") ?? 1
    // Left, right, bottom, top edge as data: row 0 is at the top edge of an upright image.
    let edges = image.edges
    add(raster, left: edges[0], right: edges[1], bottom: edges[2], top: edges[3], isUpright: image.isUpright)
  }

  private mutating func add(
    _ raster: Raster, left: Double, right: Double, bottom: Double, top: Double, isUpright: Bool
  ) {
    let (first, last) = (x.place(left), x.place(right))
    let (low, high) = (y.place(bottom), y.place(top))
    guard first.isFinite, last.isFinite, low.isFinite, high.isFinite else { return }
    var raster = raster
    raster.isMirrored = first > last
    // Row 0 is drawn at the top edge's place, which may be below.
    raster.isFlipped = isUpright ? high > low : high < low
    sketch.add(
      raster,
      in: Box(left: min(first, last), top: min(low, high), right: max(first, last), bottom: max(low, high)))
  }

  private func content(of image: ImageArtist, _ pixels: NDArray) -> Raster.Content? {
    if !image.hasChannels {
      let range = image.colourRange ?? (0, 1)
      return .numbers(pixels.doubles, ColourMap(image.mapping.map), low: range.0, high: range.1)
    }
    let channels = pixels.shape[2]
    // As matplotlib does it: parts from 0 to 1 are cut, not rounded.
    let factor = pixels.dtype.isInteger ? 1.0 : 255
    var bytes: [UInt8] = []
    bytes.reserveCapacity(image.rows * image.columns * 4)
    let values = pixels.doubles
    for index in 0..<(image.rows * image.columns) {
      for channel in 0..<4 {
        let value = channel < channels ? values[index * channels + channel] * factor : 255
        bytes.append(value.isNaN ? 0 : UInt8(min(max(value, 0), 255)))
      }
    }
    return .colours(bytes)
  }

  mutating func draw(_ mesh: Mesh) {
    guard let values = mesh.values, values.rank >= 2 else { return }
    let (rows, columns) = (values.shape[0], values.shape[1])
    guard let xs = GridCorners(mesh.x, rows: rows, columns: columns, isAcross: true),
      let ys = GridCorners(mesh.y, rows: rows, columns: columns, isAcross: false)
    else { return }
    let map = ColourMap(mesh.mapping.map)
    let range = mesh.colourRange ?? (0, 1)
    let alpha = mesh.style.number("alpha") ?? 1
    let edges = mesh.style.colours("edgecolor")
    if xs.isEven, ys.isEven, edges.isEmpty, values.rank == 2, x.scale == .linear, y.scale == .linear {
      var raster = Raster(
        rows: rows, columns: columns, .numbers(values.doubles, map, low: range.0, high: range.1))
      raster.alpha = alpha
      add(
        raster, left: xs.first, right: xs.last, bottom: ys.first, top: ys.last, isUpright: false)
      return
    }
    for row in 0..<rows {
      for column in 0..<columns {
        let colour: Colour?
        if values.rank == 2 {
          let number = values.double(at: row * columns + column)
          colour = map.colour(at: range.1 > range.0 ? (number - range.0) / (range.1 - range.0) : 0)
        } else {
          let start = (row * columns + column) * values.shape[2]
          let factor = values.dtype.isInteger ? 1.0 / 255 : 1
          let parts = (0..<3).map { values.double(at: start + $0) * factor }
          colour = Colour(parts[0], parts[1], parts[2])
        }
        let corners = [(0, 0), (0, 1), (1, 1), (1, 0)].map { down, right in
          place(xs.value(row + down, column + right), ys.value(row + down, column + right))
        }
        guard let colour, corners.allSatisfy(\.isFinite) else { continue }
        let path = Path(corners, isClosed: true)
        sketch.fill(path, colour.with(alpha: alpha), isSmooth: false)
        if let edge = edges.first { sketch.stroke(path, Pen(edge, width: points(0.8)), snaps: false) }
      }
    }
  }

  mutating func draw(_ contours: Contours) {
    guard let heights = contours.values, let lines = ContourLines(contours, heights.doubles, heights.shape) else {
      return
    }
    let levels = lines.levels
    guard let low = levels.first, let high = levels.last else { return }
    let map = ColourMap(contours.mapping.map)
    let given = contours.style.colours("colors")
    let range = (contours.mapping.minimum ?? low, contours.mapping.maximum ?? high)
    func colour(_ value: Double, _ index: Int) -> Colour {
      if let colour = given.cycled(index) { return colour }
      let place = range.1 > range.0 ? (value - range.0) / (range.1 - range.0) : 0
      return (map.colour(at: place) ?? .black).with(alpha: contours.style.number("alpha") ?? 1)
    }
    if contours.isFilled {
      for (index, (bottom, top)) in zip(levels, levels.dropFirst()).enumerated() {
        for polygon in lines.bands(from: bottom, to: top, isFirst: index == 0) {
          let path = Path(polygon.map { place($0.x, $0.y) }, isClosed: true)
          sketch.fill(path, colour((bottom + top) / 2, index), isSmooth: false)
        }
      }
      return
    }
    let widths = contours.style.numbers("linewidth")
    for (index, level) in levels.enumerated() {
      var path = Path()
      for (start, end) in lines.segments(at: level) {
        path.append(Path([place(start.x, start.y), place(end.x, end.y)]))
      }
      var pen = Pen(colour(level, index), width: points(widths.cycled(index) ?? 1.5))
      pen.cap = .round
      LineDashes(contours.style["linestyle"]).apply(to: &pen, pixelsPerPoint)
      sketch.stroke(path, pen, snaps: false)
    }
  }
}

/// The corners of a grid's cells along one direction.
struct GridCorners {
  private let values: [Double]
  private let rows: Int
  private let columns: Int
  /// Whether each row, or each column, has corners of its own.
  private let isGrid: Bool
  private let isAcross: Bool
  private let stride: Int

  /// - Parameter coordinates: corners, or centres where there are as many as cells; a vector or a grid.
  init?(_ coordinates: NDArray?, rows: Int, columns: Int, isAcross: Bool) {
    (self.rows, self.columns, self.isAcross) = (rows, columns, isAcross)
    let count = isAcross ? columns : rows
    guard let coordinates else {
      (values, isGrid, stride) = ((0...count).map(Double.init), false, 0)
      return
    }
    var grid = coordinates.doubles
    if coordinates.rank == 1 {
      (values, isGrid, stride) = (grid.count == count ? GridCorners.between(grid) : grid, false, 0)
      if values.count != count + 1 { return nil }
      return
    }
    var (height, width) = (coordinates.shape[0], coordinates.shape[1])
    if height == rows, width == columns {
      // Centres: corners are half-way, along rows and then along columns.
      let wide = (0..<height).map { row in GridCorners.between(Array(grid[(row * width)..<((row + 1) * width)])) }
      let tall = (0...width).map { column in GridCorners.between(wide.map { $0[column] }) }
      grid = (0...height).flatMap { row in tall.map { $0[row] } }
      (height, width) = (height + 1, width + 1)
    }
    guard height == rows + 1, width == columns + 1 else { return nil }
    (values, isGrid, stride) = (grid, true, width)
  }

  private static func between(_ centres: [Double]) -> [Double] {
    guard centres.count > 1, let first = centres.first, let last = centres.last else {
      return centres.flatMap { [$0 - 0.5, $0 + 0.5] }
    }
    let middles = zip(centres, centres.dropFirst()).map { ($0 + $1) / 2 }
    return [first - (middles[0] - first)] + middles + [last + (last - middles[middles.count - 1])]
  }

  func value(_ row: Int, _ column: Int) -> Double {
    isGrid ? values[row * stride + column] : values[isAcross ? column : row]
  }

  var first: Double { values.first ?? 0 }
  var last: Double { values.last ?? 0 }

  /// Whether all cells are equally large.
  var isEven: Bool {
    guard !isGrid, values.count > 1 else { return false }
    let step = (last - first) / Double(values.count - 1)
    return values.indices.allSatisfy { abs(first + Double($0) * step - values[$0]) <= abs(step) * 1e-6 }
  }
}
