extension NDArray {
  /// The index of the first largest element along an axis, of the flattened array where it is `nil`. NaN wins.
  public func argmax(axis: Int? = nil, keepDims: Bool = false) throws(ArrayError) -> NDArray {
    try extremes(axis, keepDims, name: "argmax", largest: true)
  }

  /// The index of the first smallest element; NaN wins.
  public func argmin(axis: Int? = nil, keepDims: Bool = false) throws(ArrayError) -> NDArray {
    try extremes(axis, keepDims, name: "argmin", largest: false)
  }

  private func extremes(
    _ axis: Int?, _ keepDims: Bool, name: String, largest: Bool
  ) throws(ArrayError) -> NDArray {
    if axis == nil {
      let result = try ravel().extremes(0, false, name: name, largest: largest)
      return keepDims ? try result.reshape(Array(repeating: 1, count: rank)) : result
    }
    let source = rank == 0 ? with(shape: [1], strides: [1]) : self
    let axis = try Axes.normalize(axis ?? 0, rank: source.rank)
    let kept = source.shape.replacing(axis, with: 1)
    let result = try NDArray(.int64, shape: kept, zeroed: false)
    if source.shape[axis] == 0 && result.count > 0 {
      throw .plain(.value, "attempt to get \(name) of an empty sequence")
    }
    switch dtype {
    case .bool: try source.findExtremes(Bool.self, axis, largest, result)
    case .uint8: try source.findExtremes(UInt8.self, axis, largest, result)
    case .int64: try source.findExtremes(Int64.self, axis, largest, result)
    case .float32: try source.findExtremes(Float.self, axis, largest, result)
    case .float64: try source.findExtremes(Double.self, axis, largest, result)
    }
    if rank == 0 { return try result.reshape([]) }
    return keepDims ? result : try result.squeeze([axis])
  }

  private func findExtremes<T: SortableElement>(
    _ type: T.Type, _ axis: Int, _ largest: Bool, _ result: NDArray
  ) throws(ArrayError) {
    let (length, step, elements) = (shape[axis], strides[axis], pointer(T.self))
    let target = result.pointer(Int64.self)
    var checkpoint = Checkpoint()
    try forEachLane(along: axis, with: result) { (start, resultStart) throws(ArrayError) in
      var (best, place) = (elements[start], 0)
      for index in 1..<Swift.max(length, 1) {
        if best.isNaN { break }
        let element = elements[start &+ index &* step]
        if element.isNaN || (largest ? T.precedes(best, element) : T.precedes(element, best)) {
          (best, place) = (element, index)
        }
      }
      target[resultStart] = Int64(place)
      try checkpoint.pass(operations: length)
    }
  }
}
