import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the numbers of an axis are on the picture.
struct AxisPlacement {
  let scale: AxisScale
  /// Left to right, or bottom to top.
  let limits: (Double, Double)
  /// In pixels.
  let start: Double
  let end: Double
  private let low: Double
  private let high: Double

  init(_ scale: AxisScale, _ limits: (Double, Double), from start: Double, to end: Double) {
    (self.scale, self.limits, self.start, self.end) = (scale, limits, start, end)
    low = AxisPlacement.transformed(limits.0, scale)
    high = AxisPlacement.transformed(limits.1, scale)
  }

  /// In pixels; nan for what has no place.
  func place(_ value: Double) -> Double {
    if high == low { return start }
    return start + (AxisPlacement.transformed(value, scale) - low) / (high - low) * (end - start)
  }

  func shows(_ value: Double) -> Bool {
    let (low, high) = (min(limits.0, limits.1), max(limits.0, limits.1))
    // As wide as half a pixel's hundredth: rounding must not lose the last mark.
    let slack = scale == .linear ? abs(high - low) * 1e-10 : 0
    return value >= low - slack && value <= high + slack
  }

  private static func transformed(_ value: Double, _ scale: AxisScale) -> Double {
    switch scale {
    case .linear: value
    case .log: value > 0 ? log10(value) : value == 0 ? -1000 : .nan
    case .symlog: abs(value) <= 2 ? value * 10 / 9 / 2 : copysign(10.0 / 9 + log10(abs(value) / 2), value)
    case .asinh: asinh(value)
    case .logit: value > 0 && value < 1 ? log10(value / (1 - value)) : .nan
    }
  }
}
