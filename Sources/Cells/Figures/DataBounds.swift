import Arrays

/// The smallest rectangle around finite points.
package struct DataBounds: Sendable, Equatable {
  package struct Interval: Sendable, Equatable {
    package var low = Double.infinity
    package var high = -Double.infinity
    /// The least positive value, for logarithmic axes.
    package var leastPositive = Double.infinity

    package init() {}

    package init(_ values: NDArray) {
      for index in 0..<values.count { include(values.double(at: index)) }
    }

    package mutating func include(_ value: Double) {
      guard value.isFinite else { return }
      low = min(low, value)
      high = max(high, value)
      if value > 0 { leastPositive = min(leastPositive, value) }
    }

    package mutating func include(_ other: Interval) {
      low = min(low, other.low)
      high = max(high, other.high)
      leastPositive = min(leastPositive, other.leastPositive)
    }

    package var isEmpty: Bool { low > high }
  }

  package var x = Interval()
  package var y = Interval()

  package init() {}

  package init(x: NDArray?, y: NDArray?) {
    if let x { self.x = Interval(x) }
    if let y { self.y = Interval(y) }
  }

  /// The corners of a rectangle.
  package init(x: [Double], y: [Double]) {
    for value in x { self.x.include(value) }
    for value in y { self.y.include(value) }
  }

  package mutating func include(_ other: DataBounds) {
    x.include(other.x)
    y.include(other.y)
  }
}

extension Int {
  /// The nearest integer there is, towards zero; 0 for nan.
  init(clamping value: Double) {
    self = Int(exactly: value.rounded(.towardZero)) ?? (value.isNaN ? 0 : value < 0 ? .min : .max)
  }
}

extension NDArray {
  /// The element at a place in C order as a float.
  package func double(at index: Int) -> Double {
    scalar(atOffset: rank == 1 ? index * strides[0] : offset(ofFlatIndex: index)).asDouble
  }

  /// All elements in C order.
  package var doubles: [Double] { (0..<count).map { double(at: $0) } }
}

extension Scalar {
  fileprivate var asDouble: Double {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .uint8(let value): Double(value)
    case .int64(let value): Double(value)
    case .float32(let value): Double(value)
    case .float64(let value): value
    }
  }
}
