/// A slice applied to a length, as Python's `slice.indices` normalises it: for arrays, lists and strings alike.
public struct SliceRange: Sendable, Equatable {
  public let start: Int
  public let stop: Int
  public let step: Int
  /// How many elements it picks.
  public let count: Int

  /// `nil` where `step` is zero.
  public init?(start: Int?, stop: Int?, step: Int?, length: Int) {
    // Negating the smallest integer would overflow; Python clamps it too.
    let step = Swift.max(step ?? 1, -Int.max)
    if step == 0 { return nil }
    let (lowest, highest) = step < 0 ? (-1, length - 1) : (0, length)
    func clamp(_ index: Int) -> Int {
      let index = index < 0 ? index &+ length : index
      return Swift.min(Swift.max(index, lowest), highest)
    }
    let first = start.map(clamp) ?? (step < 0 ? highest : lowest)
    let end = stop.map(clamp) ?? (step < 0 ? lowest : highest)
    self.start = first
    self.stop = end
    self.step = step
    count =
      step < 0
      ? (end < first ? (first - end - 1) / -step + 1 : 0)
      : (first < end ? (end - first - 1) / step + 1 : 0)
  }

  /// The stride of the elements that it picks from an axis. Where it picks no two, the stride says nothing, and one that
  /// would not fit in a count of bytes is 0.
  func stride(over stride: Int) -> Int {
    let (result, overflow) = stride.multipliedReportingOverflow(by: step)
    return overflow || result.magnitude > 1 << 59 ? 0 : result
  }
}
