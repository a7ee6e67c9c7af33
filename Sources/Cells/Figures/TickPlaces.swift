#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Round numbers for the marks of a linear axis, chosen as matplotlib chooses them.
package enum TickPlaces {
  package static let roundSteps = [1, 2, 2.5, 5, 10]
  /// Of contours, which may have more than marks.
  package static let contourSteps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

  /// From the last mark before `low` to the first behind `high`, in about `intervals` equal steps.
  ///
  /// - Parameters:
  ///   - leastCount: of marks from `low` to `high`.
  package static func linear(
    from low: Double, to high: Double, intervals: Int, roundSteps: [Double] = roundSteps, leastCount: Int = 2
  ) -> [Double] {
    let (low, high) = AutomaticLimits.apart(low, high, by: 1e-13, tiny: 1e-14)
    guard (high - low).isFinite else { return [] }
    let (scale, offset) = scale(low, high, intervals)
    let (start, end) = (low - offset, high - offset)
    let steps = (roundSteps.dropLast().map { 0.1 * $0 } + roundSteps + [10 * roundSteps[1]]).map { $0 * scale }
    let wanted = (end - start) / Double(intervals)
    let first = steps.firstIndex { $0 >= wanted } ?? steps.count - 1
    var ticks: [Double] = []
    for step in steps[...first].reversed() {
      let base = (start / step).rounded(.down) * step
      let edge = Edge(step: step, offset: abs(offset))
      let (lowest, highest) = (edge.below(start - base), edge.above(end - base))
      guard highest - lowest < 1000 else { continue }
      ticks = stride(from: lowest, through: highest, by: 1).map { $0 * step + base }
      if ticks.count(where: { $0 <= end && $0 >= start }) >= leastCount { break }
    }
    return ticks.map { $0 + offset }
  }

  /// The power of ten that steps are multiples of, and a round number to count from where the range is far from 0.
  private static func scale(_ low: Double, _ high: Double, _ count: Int) -> (scale: Double, offset: Double) {
    let (width, middle) = (abs(high - low), (high + low) / 2)
    let isNear = abs(middle) / width < 100
    let offset = isNear ? 0 : copysign(pow(10, log10(abs(middle)).rounded(.down)), middle)
    return (pow(10, log10(width / Double(count)).rounded(.down)), offset)
  }

  /// Multiples of a step at or beyond a number, with some slack for rounding.
  private struct Edge {
    let step: Double
    let offset: Double

    private func isClose(_ part: Double, to edge: Double) -> Bool {
      let tolerance = offset > 0 ? min(0.4999, max(1e-10, pow(10, log10(offset / step) - 12))) : 1e-10
      return abs(part - edge) < tolerance
    }

    private func divided(_ x: Double) -> (quotient: Double, remainder: Double) {
      var remainder = fmod(x, step)
      if remainder != 0, (remainder < 0) != (step < 0) { remainder += step }
      return (((x - remainder) / step).rounded(), remainder)
    }

    func below(_ x: Double) -> Double {
      let (quotient, remainder) = divided(x)
      return isClose(remainder / step, to: 1) ? quotient + 1 : quotient
    }

    func above(_ x: Double) -> Double {
      let (quotient, remainder) = divided(x)
      return isClose(remainder / step, to: 0) ? quotient : quotient + 1
    }
  }
}

extension Axis {
  /// Where the marks are, on a linear axis also without being told.
  /// - Returns: `nil` for the automatic marks of other scales.
  package var tickPositions: [Double]? {
    if let ticks { return ticks.map(\.position) }
    if !categories.isEmpty { return categories.indices.map(Double.init) }
    guard range.scale == .linear, let axes, let figure = axes.figure else { return nil }
    let (first, last) = isHorizontal ? axes.xLimits : axes.yLimits
    let box = axes.rectangle(in: figure)
    let length = (isHorizontal ? box[2] * figure.width : box[3] * figure.height) * 72
    let labelSize = tickStyle["labelsize"]?.number ?? 10
    let room = Int(clamping: length / (labelSize * (isHorizontal ? 3 : 2)))
    return TickPlaces.linear(from: min(first, last), to: max(first, last), intervals: min(max(room, 1), 9))
  }
}

extension FigureAxes {
  /// Left, bottom, width and height as parts of the figure's, before an aspect makes the box smaller.
  package func rectangle(in figure: Figure) -> [Double] { rectangle(in: figure, figure.spacing) }

  /// - Parameter spacing: in the place of the figure's own.
  package func rectangle(in figure: Figure, _ spacing: SubplotSpacing) -> [Double] {
    switch place {
    case .grid(let rows, let columns, let row, let column):
      return spacing.rectangle(rows: rows, columns: columns, row: row, column: column)
    case .rectangle(let parts): return parts
    case .over, .beside:
      if let twin, twin !== self, twin.place != .over { return twin.rectangle(in: figure, spacing) }
      return SubplotSpacing().rectangle(rows: 1, columns: 1, row: 0...0, column: 0...0)
    }
  }
}
