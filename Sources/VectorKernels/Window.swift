import KernelInterface

/// A window's numbers in neighbouring channels, in the order in which NumPy adds them.
struct Window<Channels: Lanes>: Terms {
  var origin: UnsafePointer<Channels.Number>
  let offsets: UnsafeBufferPointer<Int>
  var result: UnsafeMutablePointer<Channels.Number>

  @inline(__always) subscript(index: Int) -> Channels { Channels(at: origin + offsets[index]) }

  /// `np.max`: of equal numbers the last, and what is no number stays.
  @inline(__always) var largest: Channels {
    var result = self[0]
    if result.hasNan(or: result) { return largestOrNan }
    var index = 1
    while index &+ 1 < offsets.count {
      let (first, second) = (self[index], self[index &+ 1])
      if first.hasNan(or: second) { return largestOrNan }
      result = result.larger(or: first).larger(or: second)
      index &+= 2
    }
    if index < offsets.count {
      if self[index].hasNan(or: result) { return largestOrNan }
      result = result.larger(or: self[index])
    }
    return result
  }

  /// The same, where a lane holds no number.
  @inline(never) private var largestOrNan: Channels {
    var result = self[0]
    for index in 1..<max(offsets.count, 1) { result = self[index].notSmaller(or: result) }
    return result
  }
}
