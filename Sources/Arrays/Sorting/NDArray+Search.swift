public enum SearchSide: Sendable { case left, right }

extension NDArray {
  /// Where each value would go in this sorted vector: in front of equal elements (`.left`) or behind (`.right`).
  /// `int64`, of the values' shape. O(values log count).
  public func searchSorted(_ values: NDArray, side: SearchSide = .left) throws(ArrayError) -> NDArray {
    if rank != 1 {
      throw .plain(
        .value, rank == 0 ? "object of too small depth for desired array" : "object too deep for desired array")
    }
    let common = try DType.promote(dtype, values.dtype)
    let result = try NDArray(.int64, shape: values.shape, zeroed: false)
    let sorted = try copy(as: common)
    let keys = try values.copy(as: common)
    switch common {
    case .bool: try sorted.search(Bool.self, keys, side, result)
    case .uint8: try sorted.search(UInt8.self, keys, side, result)
    case .int64: try sorted.search(Int64.self, keys, side, result)
    case .float32: try sorted.search(Float.self, keys, side, result)
    case .float64: try sorted.search(Double.self, keys, side, result)
    }
    return result
  }

  /// Binary search with NumPy's bounds, which start from the last answer: the same result even where the vector is not
  /// sorted.
  private func search<T: SortableElement>(
    _ type: T.Type, _ keys: NDArray, _ side: SearchSide, _ result: NDArray
  ) throws(ArrayError) {
    let (elements, keys, target, length) = (pointer(T.self), keys.pointer(T.self), result.pointer(Int64.self), count)
    func goesRight(_ element: T, _ key: T) -> Bool {
      side == .left ? T.precedes(element, key) : !T.precedes(key, element)
    }
    var (low, high) = (0, length)
    var checkpoint = Checkpoint()
    for index in 0..<result.count {
      let key = keys[index]
      if goesRight(keys[Swift.max(index - 1, 0)], key) {
        high = length
      } else {
        low = 0
        high = high < length ? high + 1 : length
      }
      while low < high {
        let middle = low + (high - low) / 2
        if goesRight(elements[middle], key) { low = middle + 1 } else { high = middle }
      }
      target[index] = Int64(low)
      try checkpoint.pass(operations: 64 - length.leadingZeroBitCount)
    }
  }

  /// `np.digitize`: in which of the bins between these edges each value lies. The edges may rise or fall; a bin holds
  /// its lower edge, or its upper one with `right`.
  public func digitize(_ edges: NDArray, right: Bool = false) throws(ArrayError) -> NDArray {
    if edges.rank != 1 {
      throw .plain(
        .value, edges.rank == 0 ? "object of too small depth for desired array" : "object too deep for desired array")
    }
    let values = try edges.copy(as: .float64)
    let pointer = values.pointer(Double.self)
    let side: SearchSide = right ? .left : .right
    var start = 1
    while start < values.count, pointer[start] == pointer[0] { start += 1 }
    let rises = start >= values.count || pointer[start - 1] < pointer[start]
    for index in Swift.min(start + 1, values.count)..<values.count
    where rises ? pointer[index - 1] > pointer[index] : pointer[index - 1] < pointer[index] {
      throw .plain(.value, "bins must be monotonically increasing or decreasing")
    }
    if rises { return try edges.searchSorted(self, side: side) }
    let result = try edges.flip().searchSorted(self, side: side)
    let target = result.pointer(Int64.self)
    for index in 0..<result.count { target[index] = Int64(edges.count) - target[index] }
    return result
  }
}
