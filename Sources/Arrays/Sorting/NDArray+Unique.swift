/// What `np.unique` gives; each part but the values where it was asked for.
public struct UniqueResult: Sendable {
  /// The different elements, sorted.
  public let values: NDArray
  /// Where each of them stands first.
  public let indices: NDArray
  /// Which of them each element is, in C order.
  public let inverse: NDArray
  /// How often each of them occurs.
  public let counts: NDArray
}

extension NDArray {
  /// The different elements in order, and where and how often they occur. NaNs are one element. O(n log n).
  ///
  /// With an axis its parts are compared, element by element, in place of single elements.
  public func unique(axis: Int? = nil) throws(ArrayError) -> UniqueResult {
    guard let axis else {
      let source = try ravel()
      let order = try source.argsort()
      return try source.unique(in: order, isNew: source.newElements(in: order))
    }
    guard axis >= -rank, axis < rank else {
      throw .plain(.axis, "axis \(axis) is out of bounds for array of dimension \(rank)")
    }
    let moved = try moveAxis([axis], to: [0])
    let rows = try moved.reshape([shape[axis < 0 ? axis + rank : axis], moved.shape.dropFirst().reduce(1, *)])
    guard Storage.hasRoom(forBytes: rows.shape[0] * MemoryLayout<Int64>.stride) else {
      throw .outOfMemory(shape: shape, dtype: dtype)
    }
    var columns: [NDArray] = []
    for column in 0..<rows.shape[1] { columns.append(try rows.view([.all, .integer(column)])) }
    let order =
      columns.isEmpty
      ? try NDArray.arange(.int64(0), .int64(Int64(rows.shape[0])))
      : try NDArray.lexsort(columns.reversed())
    var isNew = [Bool](repeating: false, count: rows.shape[0])
    if !isNew.isEmpty { isNew[0] = true }
    for column in columns {
      let fresh = try column.newElements(in: order, equalNaN: false)
      for index in isNew.indices where fresh[index] { isNew[index] = true }
    }
    let result = try moved.unique(in: order, isNew: isNew)
    return UniqueResult(
      values: try result.values.moveAxis([0], to: [axis]), indices: result.indices, inverse: result.inverse,
      counts: result.counts)
  }

  private func unique(in order: NDArray, isNew: [Bool]) throws(ArrayError) -> UniqueResult {
    let order = try order.integers()
    var (first, counts): ([Int64], [Int64]) = ([], [])
    var inverse = [Int64](repeating: 0, count: order.count)
    var checkpoint = Checkpoint()
    for (place, index) in order.enumerated() {
      if isNew[place] {
        first.append(Int64(index))
        counts.append(0)
      }
      counts[counts.count - 1] += 1
      inverse[index] = Int64(first.count - 1)
      try checkpoint.pass(operations: 1)
    }
    let indices = try NDArray(first, shape: [first.count])
    return UniqueResult(
      values: try take(indices, axis: 0), indices: indices, inverse: try NDArray(inverse, shape: [inverse.count]),
      counts: try NDArray(counts, shape: [counts.count]))
  }

  /// For each place in the order whether its element differs from the one before.
  private func newElements(in order: NDArray, equalNaN: Bool = true) throws(ArrayError) -> [Bool] {
    let sorted = try take(order, axis: 0)
    switch dtype {
    case .bool: return sorted.newElements(Bool.self, equalNaN)
    case .uint8: return sorted.newElements(UInt8.self, equalNaN)
    case .int64: return sorted.newElements(Int64.self, equalNaN)
    case .float32: return sorted.newElements(Float.self, equalNaN)
    case .float64: return sorted.newElements(Double.self, equalNaN)
    }
  }

  private func newElements<T: SortableElement>(_ type: T.Type, _ equalNaN: Bool) -> [Bool] {
    let elements = pointer(T.self)
    return (0..<count).map { index in
      if index == 0 { return true }
      if equalNaN && elements[index].isNaN && elements[index - 1].isNaN { return false }
      return elements[index] != elements[index - 1]
    }
  }
}
