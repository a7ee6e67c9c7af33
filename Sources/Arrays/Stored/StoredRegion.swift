/// The part of a stored array that is read or written: what is picked of each axis.
public struct StoredRegion: Sendable, Equatable {
  public enum Axis: Sendable, Equatable {
    /// `count` places from `start` on, `step` apart; the step is at least 1.
    case run(start: Int, step: Int, count: Int)
    /// Places in increasing order.
    case places([Int])

    public var count: Int {
      switch self {
      case .run(_, _, let count): count
      case .places(let places): places.count
      }
    }

    /// The last place; `nil` where there is none, or where it does not fit in an `Int`.
    var last: Int? {
      switch self {
      case .run(let start, let step, let count):
        guard count > 0 else { return nil }
        let (distance, overflow) = (count - 1).multipliedReportingOverflow(by: step)
        let (last, overflowAgain) = start.addingReportingOverflow(distance)
        return overflow || overflowAgain ? nil : last
      case .places(let places): return places.last
      }
    }

    /// The places from `first` on, `count` of them.
    public func part(_ first: Int, count: Int) -> Axis {
      switch self {
      case .run(let start, let step, _): .run(start: start + first * step, step: step, count: count)
      case .places(let places): .places(Array(places[first..<(first + count)]))
      }
    }
  }

  public var axes: [Axis]

  public init(_ axes: [Axis]) { self.axes = axes }

  /// All of an array of this shape.
  public init(all shape: [Int]) { axes = shape.map { .run(start: 0, step: 1, count: $0) } }

  /// How many elements along each axis.
  public var shape: [Int] { axes.map(\.count) }

  /// How many elements; `nil` where that does not fit in an `Int`.
  public var count: Int? { StoredRegion.product(shape) }

  /// Whether the region lies within an array of this shape.
  public func isInside(_ shape: [Int]) -> Bool {
    axes.count == shape.count
      && zip(axes, shape).allSatisfy { axis, length in
        switch axis {
        case .run(let start, let step, let count):
          return start >= 0 && step >= 1 && count >= 0 && (count == 0 || axis.last.map { $0 < length } ?? false)
        case .places(let places):
          return zip(places, places.dropFirst()).allSatisfy(<) && places.first ?? 0 >= 0
            && places.last ?? -1 < length
        }
      }
  }

  /// A product of lengths; `nil` where it does not fit in an `Int`.
  public static func product(_ lengths: [Int]) -> Int? {
    var result = 1
    for length in lengths {
      let (product, overflow) = result.multipliedReportingOverflow(by: length)
      if overflow { return nil }
      result = product
    }
    return result
  }
}
