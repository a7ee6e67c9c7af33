extension NDArray {
  /// For each element whether it is among `others`; the shape stays. NaN is in no set. O((n + m) log m).
  public func isIn(_ others: NDArray, invert: Bool = false) throws(ArrayError) -> NDArray {
    let common = try DType.promote(dtype, others.dtype)
    let sorted = try others.copy(as: common).sort(axis: nil)
    let keys = try copy(as: common)
    let result = try NDArray(.bool, shape: shape, zeroed: false)
    let places = try sorted.searchSorted(keys)
    switch common {
    case .bool: keys.markFound(Bool.self, in: sorted, at: places, result, invert)
    case .uint8: keys.markFound(UInt8.self, in: sorted, at: places, result, invert)
    case .int64: keys.markFound(Int64.self, in: sorted, at: places, result, invert)
    case .float32: keys.markFound(Float.self, in: sorted, at: places, result, invert)
    case .float64: keys.markFound(Double.self, in: sorted, at: places, result, invert)
    }
    return result
  }

  private func markFound<T: SortableElement>(
    _ type: T.Type, in sorted: NDArray, at places: NDArray, _ result: NDArray, _ invert: Bool
  ) {
    let (keys, elements) = (pointer(T.self), sorted.pointer(T.self))
    let (places, target) = (places.pointer(Int64.self), result.pointer(Bool.self))
    for index in 0..<count {
      let place = Int(places[index])
      target[index] = (place < sorted.count && elements[place] == keys[index]) != invert
    }
  }

  /// The elements that are in both, sorted, each once. Indices are where they stand first in each.
  public func intersection(
    _ other: NDArray
  ) throws(ArrayError) -> (values: NDArray, indices: NDArray, otherIndices: NDArray) {
    let (mine, theirs) = (try unique(), try other.unique())
    let (left, right) = (
      try mine.values.isIn(theirs.values), try theirs.values.isIn(mine.values)
    )
    let values = try mine.values.extract(left)
    return (
      try values.copy(as: DType.promote(dtype, other.dtype)), try mine.indices.extract(left),
      try theirs.indices.extract(right)
    )
  }

  /// The elements of both, sorted, each once.
  public func union(_ other: NDArray) throws(ArrayError) -> NDArray {
    try NDArray.concatenate([self, other], axis: nil).unique().values
  }

  /// The elements that are not in the other, sorted, each once.
  public func difference(_ other: NDArray) throws(ArrayError) -> NDArray {
    let values = try unique().values
    return try values.extract(values.isIn(other, invert: true))
  }

  /// The elements that are in one of both only, sorted, each once.
  public func symmetricDifference(_ other: NDArray) throws(ArrayError) -> NDArray {
    let (mine, theirs) = (try unique().values, try other.unique().values)
    return try NDArray.concatenate([
      mine.extract(mine.isIn(theirs, invert: true)), theirs.extract(theirs.isIn(mine, invert: true)),
    ]).sort()
  }
}
