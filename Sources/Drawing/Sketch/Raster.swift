import Cells

/// A grid of pixels that is drawn into a box, and how it grows or shrinks.
package struct Raster: Sendable {
  package enum Content: Sendable {
    /// Red, green, blue and opacity of each pixel.
    case colours([UInt8])
    /// Numbers, and the ones that get the map's first and last colour.
    case numbers([Double], ColourMap, low: Double, high: Double)
  }

  package let rows: Int
  package let columns: Int
  package let content: Content
  /// matplotlib's name of the way to interpolate.
  package var interpolation = "nearest"
  package var alpha = 1.0
  /// Whether the first column is drawn on the right, and the first row below.
  package var isMirrored = false
  package var isFlipped = false

  package init(rows: Int, columns: Int, _ content: Content) {
    self.rows = rows
    self.columns = columns
    self.content = content
  }

  /// Pixels as they are drawn: colours with their opacity multiplied in, red, green, blue, opacity.
  package struct Pixels: Sendable {
    package let left: Int
    package let top: Int
    package let width: Int
    package let height: Int
    package var values: [SIMD4<UInt8>]
  }

  /// The pixels of a box of whole pixels, as far as they are seen. O(pixels seen), and the filter's width times that
  /// where pixels are averaged.
  package func pixels(in box: Box, seen: Box) -> Pixels? {
    let (left, top) = (max(box.left, seen.left.rounded(.down)), max(box.top, seen.top.rounded(.down)))
    let (right, bottom) = (min(box.right, seen.right.rounded(.up)), min(box.bottom, seen.bottom.rounded(.up)))
    guard rows > 0, columns > 0, right > left, bottom > top else { return nil }
    let xs = (Int(left)..<Int(right)).map { (Double($0) + 0.5 - box.left) / box.width * Double(columns) }
    let ys = (Int(top)..<Int(bottom)).map { (Double($0) + 0.5 - box.top) / box.height * Double(rows) }
    let across = isMirrored ? xs.map { Double(columns) - $0 } : xs
    let down = isFlipped ? ys.map { Double(rows) - $0 } : ys
    let (scaleX, scaleY) = (box.width / Double(columns), box.height / Double(rows))
    var values: [SIMD4<UInt8>]
    if let filter = ResamplingFilter(interpolation, scaleX: scaleX, scaleY: scaleY) {
      values = resampled(
        filter.weights(across, count: columns, scale: scaleX), filter.weights(down, count: rows, scale: scaleY))
    } else {
      values = nearest(
        across.map { min(max(Int($0.rounded(.down)), 0), columns - 1) },
        down.map { min(max(Int($0.rounded(.down)), 0), rows - 1) })
    }
    if alpha < 1 {
      for index in values.indices { values[index] = scaled(values[index], by: alpha) }
    }
    return Pixels(
      left: Int(left), top: Int(top), width: across.count, height: down.count, values: values.map(premultiplied))
  }

  private func nearest(_ columns: [Int], _ rows: [Int]) -> [SIMD4<UInt8>] {
    var values: [SIMD4<UInt8>] = []
    values.reserveCapacity(columns.count * rows.count)
    var lastRow: (Int, Range<Int>)?
    for row in rows {
      if let (last, range) = lastRow, last == row {
        values.append(contentsOf: values[range])
        continue
      }
      let start = values.count
      for column in columns { values.append(colour(at: row * self.columns + column)) }
      lastRow = (row, start..<values.count)
    }
    return values
  }

  private func colour(at index: Int) -> SIMD4<UInt8> {
    switch content {
    case .colours(let bytes):
      SIMD4(bytes[4 * index], bytes[4 * index + 1], bytes[4 * index + 2], bytes[4 * index + 3])
    case .numbers(let numbers, let map, let low, let high): Raster.colour(of: numbers[index], map, low, high)
    }
  }

  /// Nothing is seen where there is no number.
  static func colour(of number: Double, _ map: ColourMap, _ low: Double, _ high: Double) -> SIMD4<UInt8> {
    let place = high > low ? (number - low) / (high - low) : number.isNaN ? .nan : 0
    guard let colour = map[place] else { return .zero }
    return SIMD4(colour.x, colour.y, colour.z, 255)
  }

  /// Numbers are averaged before they get their colours, as matplotlib does it.
  private func resampled(
    _ across: [ResamplingFilter.Weights], _ down: [ResamplingFilter.Weights]
  ) -> [SIMD4<UInt8>] {
    switch content {
    case .numbers(let numbers, let map, let low, let high):
      return ResamplingFilter.apply(across, down, columns: columns) { numbers[$0] }
        .map { Raster.colour(of: $0, map, low, high) }
    case .colours(let bytes):
      let parts = (0..<4).map { part in
        ResamplingFilter.apply(across, down, columns: columns) { Double(bytes[4 * $0 + part]) }
      }
      return parts[0].indices.map { index in
        let values = SIMD4(parts[0][index], parts[1][index], parts[2][index], parts[3][index])
        let limited = values.clamped(lowerBound: .zero, upperBound: SIMD4(repeating: 255))
        return SIMD4<UInt8>(limited.rounded(.toNearestOrEven))
      }
    }
  }

  private func scaled(_ value: SIMD4<UInt8>, by alpha: Double) -> SIMD4<UInt8> {
    SIMD4(value.x, value.y, value.z, UInt8((Double(value.w) * min(max(alpha, 0), 1)).rounded()))
  }

  private func premultiplied(_ value: SIMD4<UInt8>) -> SIMD4<UInt8> {
    if value.w == 255 { return value }
    func part(_ channel: UInt8) -> UInt8 { UInt8((Int(channel) * Int(value.w) + 127) / 255) }
    return SIMD4(part(value.x), part(value.y), part(value.z), value.w)
  }
}
