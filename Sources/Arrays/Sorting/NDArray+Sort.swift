extension NDArray {
  /// A sorted copy: along an axis, or all elements in a row where `axis` is `nil`. Stable, NaN last. O(n log n).
  public func sort(axis: Int? = -1) throws(ArrayError) -> NDArray {
    let result = axis == nil ? try flatten() : try copyKeepingOrder()
    try result.sortInPlace(axis: axis ?? 0)
    return result
  }

  /// `x.sort(axis)`.
  public func sortInPlace(axis: Int = -1) throws(ArrayError) {
    let axis = try Axes.normalize(axis, rank: rank)
    if !isWriteable { throw .plain(.value, "sort array is read-only") }
    switch dtype {
    case .bool: try sortLanes(Bool.self, axis)
    case .uint8: try sortLanes(UInt8.self, axis)
    case .int64: try sortLanes(Int64.self, axis)
    case .float32: try sortLanes(Float.self, axis)
    case .float64: try sortLanes(Double.self, axis)
    }
  }

  private func sortLanes<T: SortableElement>(_ type: T.Type, _ axis: Int) throws(ArrayError) {
    let (length, step, elements) = (shape[axis], strides[axis], pointer(T.self))
    if length < 2 { return }
    var lane: [T] = []
    try forEachLane(along: axis, with: self) { (start, _) throws(ArrayError) in
      lane.removeAll(keepingCapacity: true)
      for index in 0..<length { lane.append(elements[start &+ index &* step]) }
      try lane.sortStably(by: T.precedes)
      for index in 0..<length { elements[start &+ index &* step] = lane[index] }
    }
  }

  /// The indices that put the elements in order along an axis; of the flattened array where it is `nil`. Stable.
  public func argsort(axis: Int? = -1) throws(ArrayError) -> NDArray {
    let source = axis == nil ? try ravel() : rank == 0 ? with(shape: [1], strides: [1]) : self
    let axis = try Axes.normalize(axis ?? 0, rank: source.rank)
    let result = try NDArray(.int64, shape: source.shape, zeroed: false)
    switch dtype {
    case .bool: try source.argsortLanes(Bool.self, axis, result)
    case .uint8: try source.argsortLanes(UInt8.self, axis, result)
    case .int64: try source.argsortLanes(Int64.self, axis, result)
    case .float32: try source.argsortLanes(Float.self, axis, result)
    case .float64: try source.argsortLanes(Double.self, axis, result)
    }
    return result
  }

  private func argsortLanes<T: SortableElement>(
    _ type: T.Type, _ axis: Int, _ result: NDArray
  ) throws(ArrayError) {
    let (length, step, elements) = (shape[axis], strides[axis], pointer(T.self))
    let (resultStep, target) = (result.strides[axis], result.pointer(Int64.self))
    var order: [Int] = []
    try forEachLane(along: axis, with: result) { (start, resultStart) throws(ArrayError) in
      let lane = elements + start
      order.removeAll(keepingCapacity: true)
      order.append(contentsOf: 0..<length)
      try order.sortStably { T.precedes(lane[$0 &* step], lane[$1 &* step]) }
      for (place, index) in order.enumerated() { target[resultStart &+ place &* resultStep] = Int64(index) }
    }
  }

  /// `np.lexsort`: the indices that sort by the last key, among equals by the one before, and so on. The keys have one
  /// shape; they are sorted along the axis.
  public static func lexsort(_ keys: [NDArray], axis: Int = -1) throws(ArrayError) -> NDArray {
    guard let first = keys.first else { throw .plain(.type, "need sequence of keys with len > 0 in lexsort") }
    if !keys.allSatisfy({ $0.shape == first.shape }) {
      throw .plain(.value, "all keys need to be the same shape")
    }
    if first.rank == 0 { return try NDArray(scalar: Int64(0)) }
    let axis = try Axes.normalize(axis, rank: first.rank)
    var order = try first.argsort(axis: axis)
    for key in keys.dropFirst() {
      let next = try key.takeAlongAxis(order, axis: axis).argsort(axis: axis)
      order = try order.takeAlongAxis(next, axis: axis)
    }
    return try order.copy()
  }
}
