/// How numbers become places along an axis.
package enum AxisScale: String, Sendable, CaseIterable {
  case linear, log, symlog, asinh, logit
}

/// The stretch of numbers that an axis shows. Axes that share it show the same.
package final class AxisRange: @unchecked Sendable {
  package enum Limits: Sendable, Equatable {
    /// Around the data.
    case automatic
    /// The first one is larger on an inverted axis.
    case fixed(Double, Double)
  }

  package var limits = Limits.automatic
  package var scale = AxisScale.linear
  /// Of automatic limits.
  package var isInverted = false
  /// Limits were asked to be automatic: then even those without data get a margin.
  package var isAutoscaled = false
  /// Automatic limits reach at least this far: marks were set there after the last thing was drawn.
  package var reach: (Double, Double)?
  /// What is left free on both sides, as a part of the data's stretch.
  package var margin = 0.05
  private var members: [Member] = []

  private struct Member { weak var axes: FigureAxes? }

  package init() {}

  package func join(_ axes: FigureAxes) { members.append(Member(axes: axes)) }
  package var axes: [FigureAxes] { members.compactMap(\.axes) }

  /// Widens the limits so that they hold these numbers.
  package func widen(to places: [Double]) {
    guard let low = places.min(), let high = places.max() else { return }
    switch limits {
    case .automatic: reach = (min(low, reach?.0 ?? low), max(high, reach?.1 ?? high))
    case .fixed(let first, let last):
      limits =
        first < last ? .fixed(min(first, low), max(last, high)) : .fixed(max(first, high), min(last, low))
    }
  }

  func add(to digest: inout FigureDigest) {
    digest.add(reach.map { [$0.0, $0.1] })
    switch limits {
    case .automatic: digest.add("automatic")
    case .fixed(let first, let last): digest.add([first, last])
    }
    digest.add(scale.rawValue)
    digest.add(isInverted)
    digest.add(margin)
  }
}

/// One side's numbers and label.
package final class Axis: FigurePart, @unchecked Sendable {
  package let isHorizontal: Bool
  package var range = AxisRange()
  package let label: FigureText
  /// Places of the marks; chosen when the figure is drawn where they are `nil`.
  package var ticks: [Tick]?
  package var minorTicks: [Tick]?
  package var showsMinorTicks = false
  /// Of marks and their labels: `labelsize`, `rotation`, `direction`.
  package var tickStyle = Style()
  package var isVisible = true
  /// `nil` for no lines.
  package var grid: Style?
  package var minorGrid: Style?
  /// Texts that were given in the place of numbers: the first one is 0.
  package var categories: [String] = []
  package weak var axes: FigureAxes?

  package init(isHorizontal: Bool) {
    self.isHorizontal = isHorizontal
    let middle = FigureText.Coordinate(0.5, "0.5")
    let edge = FigureText.Coordinate(0, "0")
    label = FigureText(
      "", x: isHorizontal ? middle : edge, y: isHorizontal ? edge : middle, coordinates: .axes, isTitle: true)
  }

  /// The number that stands for a text, which is new or known.
  package func place(of category: String) -> Double {
    if let place = categories.firstIndex(of: category) { return Double(place) }
    categories.append(category)
    return Double(categories.count - 1)
  }

  func add(to digest: inout FigureDigest) {
    range.add(to: &digest)
    label.add(to: &digest)
    for ticks in [ticks, minorTicks] {
      digest.add(ticks.map { $0.map(\.position) })
      for tick in ticks ?? [] { tick.label?.add(to: &digest) }
    }
    digest.add(showsMinorTicks)
    digest.add(tickStyle)
    digest.add(isVisible)
    for grid in [grid, minorGrid] {
      digest.add(grid != nil)
      digest.add(grid ?? Style())
    }
    digest.add(categories)
  }
}

/// A mark on an axis.
package final class Tick: FigurePart, @unchecked Sendable {
  package let position: Double
  /// Whether the position was given as an integer.
  package let isWhole: Bool
  package let isHorizontal: Bool
  /// `nil` for the number itself.
  package var label: FigureText?

  package init(at position: Double, isWhole: Bool = false, isHorizontal: Bool) {
    self.position = position
    self.isWhole = isWhole
    self.isHorizontal = isHorizontal
  }
}

/// A line around the axes.
package final class Spine: Artist, @unchecked Sendable {
  package enum Side: String, Sendable, CaseIterable { case left, right, bottom, top }
  package let side: Side

  package init(_ side: Side) {
    self.side = side
    super.init()
  }

  package override var isBounded: Bool { false }
  package override var properties: PropertyList { .spine }
  package override func addData(to digest: inout FigureDigest) { digest.add(side.rawValue) }
}
