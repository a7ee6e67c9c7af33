import Arrays

/// The shape that nested sequences of different lengths have in common, as NumPy finds it for its message: it goes
/// through all of them, and forgets the axes that turn out to be of no use.
struct CommonShape {
  private var lengths = [Int](repeating: 0, count: Dims.maxCount)
  private var count = Dims.maxCount
  /// Whether an element or an empty sequence has been met: it says how many axes there are.
  private var isSettled = false

  /// The axes that are left.
  var shape: Dims { Dims(lengths.prefix(count)) }

  /// Deeper sequences count as elements.
  func canMeetSequence(depth: Int) -> Bool { depth < count }

  /// An array, or an element: it has no lengths.
  mutating func meet(lengths found: [Int], depth: Int) {
    let found = found.prefix(max(count - depth, 0))
    if count > depth + found.count { count = depth + found.count }
    for (axis, length) in zip(depth..., found) {
      if !isSettled {
        lengths[axis] = length
      } else if lengths[axis] != length {
        count = axis
        break
      }
    }
    isSettled = true
  }

  /// - Returns: whether its elements are to be met.
  mutating func meetSequence(count length: Int, depth: Int) -> Bool {
    if !isSettled {
      lengths[depth] = length
    } else if lengths[depth] != length {
      count = depth
      return false
    }
    if length == 0 { isSettled = true }
    return length > 0
  }
}
