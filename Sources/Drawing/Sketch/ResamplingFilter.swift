#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A weighted mean of the pixels around a place. Where a picture shrinks the mean reaches further, so that no pixel is
/// left out.
struct ResamplingFilter {
  /// The pixels that count for one place, and how much.
  struct Weights {
    let first: Int
    let values: [Double]
  }

  private let kernel: @Sendable (Double) -> Double
  private let radius: Double

  /// `nil` where the nearest pixel is taken.
  ///
  /// - Parameter interpolation: `antialiased` takes the nearest pixel where that is twice as large, or more than three
  ///   times, and averages elsewhere, as in matplotlib.
  init?(_ interpolation: String, scaleX: Double, scaleY: Double) {
    func isWhole(_ scale: Double) -> Bool { scale > 3 || abs(scale - 1) < 1e-3 || abs(scale - 2) < 1e-3 }
    var name = interpolation
    if name == "antialiased" { name = isWhole(scaleX) && isWhole(scaleY) ? "nearest" : "hanning" }
    guard let (radius, kernel) = ResamplingFilter.kernels[name] else { return nil }
    (self.radius, self.kernel) = (radius, kernel)
  }

  /// - Parameters:
  ///   - places: in pixels of the picture.
  ///   - scale: how many pixels are drawn for one of the picture.
  func weights(_ places: [Double], count: Int, scale: Double) -> [Weights] {
    let stretch = max(1, 1 / scale)
    let reach = radius * stretch
    return places.map { place in
      // Places far beyond the picture have its outermost pixels.
      let low = min(max(Int((place - reach).rounded(.down)), 0), count - 1)
      let high = min(max(Int((place + reach).rounded(.up)), low), count - 1)
      var values = (low...high).map { kernel(abs(Double($0) + 0.5 - place) / stretch) }
      let sum = values.reduce(0, +)
      if abs(sum) < 1e-12 { values = values.indices.map { $0 == values.count / 2 ? 1 : 0 } }
      return Weights(first: low, values: abs(sum) < 1e-12 ? values : values.map { $0 / sum })
    }
  }

  static func apply(
    _ across: [Weights], _ down: [Weights], columns: Int, _ value: (Int) -> Double
  ) -> [Double] {
    let firstRow = down.map(\.first).min() ?? 0
    let lastRow = down.map { $0.first + $0.values.count }.max() ?? 0
    var middle: [Double] = []
    middle.reserveCapacity((lastRow - firstRow) * across.count)
    for row in firstRow..<lastRow {
      for weights in across {
        var sum = 0.0
        for (index, weight) in weights.values.enumerated() where weight != 0 {
          sum += weight * value(row * columns + weights.first + index)
        }
        middle.append(sum)
      }
    }
    var result: [Double] = []
    result.reserveCapacity(down.count * across.count)
    for weights in down {
      for column in across.indices {
        var sum = 0.0
        for (index, weight) in weights.values.enumerated() where weight != 0 {
          sum += weight * middle[(weights.first - firstRow + index) * across.count + column]
        }
        result.append(sum)
      }
    }
    return result
  }

  private static func sinc(_ x: Double) -> Double { x == 0 ? 1 : sin(.pi * x) / (.pi * x) }

  /// A cubic with matplotlib's parameters.
  private static func mitchell(_ b: Double, _ c: Double) -> @Sendable (Double) -> Double {
    { x in
      if x < 1 { return (6 - 2 * b + x * x * (-18 + 12 * b + 6 * c) + x * x * x * (12 - 9 * b - 6 * c)) / 6 }
      if x < 2 {
        return (8 * b + 24 * c + x * (-12 * b - 48 * c) + x * x * (6 * b + 30 * c) + x * x * x * (-b - 6 * c)) / 6
      }
      return 0
    }
  }

  /// Each with its radius. `kaiser` and `bessel`, which need functions of their own, are near `hanning`.
  private static let kernels: [String: (Double, @Sendable (Double) -> Double)] = {
    let hanning: @Sendable (Double) -> Double = { $0 < 1 ? 0.5 + 0.5 * cos(.pi * $0) : 0 }
    let cube: @Sendable (Double) -> Double = { $0 <= 0 ? 0 : $0 * $0 * $0 }
    return [
      "bilinear": (1, { max(0, 1 - $0) }), "hanning": (1, hanning), "kaiser": (1, hanning), "bessel": (1, hanning),
      "hamming": (1, { $0 < 1 ? 0.54 + 0.46 * cos(.pi * $0) : 0 }),
      "hermite": (1, { $0 < 1 ? (2 * $0 - 3) * $0 * $0 + 1 : 0 }),
      "quadric": (1.5, { $0 < 0.5 ? 0.75 - $0 * $0 : $0 < 1.5 ? 0.5 * ($0 - 1.5) * ($0 - 1.5) : 0 }),
      "bicubic": (2, { (cube($0 + 2) - 4 * cube($0 + 1) + 6 * cube($0) - 4 * cube($0 - 1)) / 6 }),
      "catrom": (2, mitchell(0, 0.5)), "mitchell": (2, mitchell(1.0 / 3, 1.0 / 3)),
      "gaussian": (2, { exp(-2 * $0 * $0) * (2 / Double.pi).squareRoot() }),
      "spline16": (
        2,
        { x in
          if x < 1 { return ((x - 9.0 / 5) * x - 1.0 / 5) * x + 1 }
          return x < 2 ? ((-1.0 / 3 * (x - 1) + 4.0 / 5) * (x - 1) - 7.0 / 15) * (x - 1) : 0
        }
      ),
      "spline36": (
        3,
        { x in
          if x < 1 { return ((13.0 / 11 * x - 453.0 / 209) * x - 3.0 / 209) * x + 1 }
          if x < 2 { return ((-6.0 / 11 * (x - 1) + 270.0 / 209) * (x - 1) - 156.0 / 209) * (x - 1) }
          return x < 3 ? ((1.0 / 11 * (x - 2) - 45.0 / 209) * (x - 2) + 26.0 / 209) * (x - 2) : 0
        }
      ),
      "sinc": (4, { $0 < 4 ? sinc($0) : 0 }), "lanczos": (4, { $0 < 4 ? sinc($0) * sinc($0 / 4) : 0 }),
      "blackman": (
        4, { $0 < 4 ? sinc($0) * (0.42 + 0.5 * cos(.pi * $0 / 4) + 0.08 * cos(2 * .pi * $0 / 4)) : 0 }
      ),
    ]
  }()
}
