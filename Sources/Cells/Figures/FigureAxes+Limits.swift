import Arrays

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension FigureAxes {
  /// What x goes from and to, left to right.
  package var xLimits: (Double, Double) { limits(xAxis.range, { $0.x }, { $0.stickyX }) }
  /// What y goes from and to, bottom to top.
  package var yLimits: (Double, Double) { limits(yAxis.range, { $0.y }, { $0.stickyY }) }

  private func limits(
    _ range: AxisRange, _ interval: (DataBounds) -> DataBounds.Interval, _ sticky: (Artist) -> [Double]
  ) -> (Double, Double) {
    if case .fixed(let first, let last) = range.limits { return (first, last) }
    var data = DataBounds.Interval()
    var stops: [Double] = []
    for axes in range.axes {
      for artist in axes.artists {
        if let bounds = artist.bounds { data.include(interval(bounds)) }
        if range.margin != 0 { stops += sticky(artist) }
      }
    }
    if data.isEmpty {
      if !range.isAutoscaled, !range.axes.contains(where: { $0.artists.contains(where: \.isBounded) }) {
        let (low, high) = (min(0, range.reach?.0 ?? 0), max(1, range.reach?.1 ?? 1))
        return range.isInverted ? (high, low) : (low, high)
      }
      data.include(range.scale == .log ? 1 : -0.05)
      data.include(range.scale == .log ? 10 : 0.05)
    }
    var (low, high) = AutomaticLimits(data, range.scale, margin: range.margin, stops: stops.sorted()).limits
    if let reach = range.reach { (low, high) = (min(low, reach.0), max(high, reach.1)) }
    return range.isInverted ? (high, low) : (low, high)
  }
}

/// Limits around data, in matplotlib's arithmetic.
struct AutomaticLimits {
  private(set) var limits: (Double, Double)

  /// - Parameter stops: in order: coordinates that the margin does not go beyond.
  init(_ data: DataBounds.Interval, _ scale: AxisScale, margin: Double, stops: [Double]) {
    let isLogarithmic = scale == .log
    var (low, high) =
      isLogarithmic
      ? AutomaticLimits.positive(data) : AutomaticLimits.apart(data.low, data.high, by: 0.05, tiny: 1e-15)
    let stops = isLogarithmic ? stops.filter { $0 > 0 } : stops
    let tolerance = 1e-5 * abs(high - low)
    let lowStop = stops.last { $0 < low + tolerance }
    let highStop = stops.first { $0 >= high - tolerance }
    if isLogarithmic {
      let (first, last) = (log10(low), log10(high))
      let extra = (last - first) * margin
      (low, high) = (pow(10, first - extra), pow(10, last + extra))
    } else {
      let extra = (high - low) * margin
      if extra.isFinite { (low, high) = (low - extra, high + extra) }
    }
    if let lowStop { low = max(low, lowStop) }
    if let highStop { high = min(high, highStop) }
    limits = isLogarithmic ? (low, high) : AutomaticLimits.apart(low, high, by: 1e-12, tiny: 1e-13)
  }

  /// Moves two limits apart that are the same or nearly so.
  static func apart(_ low: Double, _ high: Double, by expansion: Double, tiny: Double) -> (Double, Double) {
    guard low.isFinite, high.isFinite else { return (-expansion, expansion) }
    let (low, high) = (min(low, high), max(low, high))
    let largest = max(abs(low), abs(high))
    if largest < (1e6 / tiny) * Double.leastNormalMagnitude { return (-expansion, expansion) }
    guard high - low <= largest * tiny else { return (low, high) }
    return (low - expansion * abs(low), high + expansion * abs(high))
  }

  /// Limits of a logarithmic axis: above zero.
  static func positive(_ data: DataBounds.Interval) -> (Double, Double) {
    guard data.high > 0 else { return (1, 10) }
    let low = data.low > 0 ? data.low : data.leastPositive
    guard low == data.high else { return (low, data.high) }
    let exponent = log10(low)
    let below = exponent.rounded(.down) == exponent ? exponent - 1 : exponent.rounded(.down)
    let above = exponent.rounded(.up) == exponent ? exponent + 1 : exponent.rounded(.up)
    return (pow(10, below), pow(10, above))
  }
}
