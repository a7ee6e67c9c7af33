extension NDArray {
  /// The arrays one after the other along an axis; flattened first where `axis` is `nil`. A copy of the promoted dtype
  /// unless one is given.
  public static func concatenate(
    _ arrays: [NDArray], axis: Int? = 0, dtype: DType? = nil
  ) throws(ArrayError) -> NDArray {
    guard let first = arrays.first else { throw .plain(.value, "need at least one array to concatenate") }
    guard let axis else {
      var rows: [NDArray] = []
      for array in arrays { rows.append(try array.ravel()) }
      // Here, where arrays without axes may come along, they count as scalars.
      let common = try DType.result(of: arrays)
      return try concatenate(rows, axis: 0, dtype: dtype ?? common)
    }
    if first.rank == 0 { throw .plain(.value, "zero-dimensional arrays cannot be concatenated") }
    let joined = try Axes.normalize(axis, rank: first.rank)
    var shape = first.shape
    var promoted = first.dtype
    for (number, array) in arrays.enumerated().dropFirst() {
      if array.rank != first.rank {
        throw .plain(
          .value,
          "all the input arrays must have same number of dimensions, but the array at index 0 has \(first.rank) "
            + "dimension(s) and the array at index \(number) has \(array.rank) dimension(s)")
      }
      for other in 0..<first.rank where other != joined && array.shape[other] != shape[other] {
        throw .plain(
          .value,
          "all the input array dimensions except for the concatenation axis must match exactly, but along dimension "
            + "\(other), the array at index 0 has size \(shape[other]) and the array at index \(number) has size "
            + "\(array.shape[other])")
      }
      let (length, overflow) = shape[joined].addingReportingOverflow(array.shape[joined])
      if overflow { throw .outOfMemory(shape: shape, dtype: promoted) }
      shape[joined] = length
      promoted = try DType.promote(promoted, array.dtype)
    }
    let result = try NDArray(dtype ?? promoted, shape: shape, memoryOrder: MemoryOrder.joining(arrays))
    var start = 0
    for array in arrays {
      let length = array.shape[joined]
      let target = try result.sliced(axis: joined, start: start, stop: start + length)
      try target.copyElements(from: array, strides: array.strides)
      start += length
    }
    return result
  }

  /// The arrays, all of one shape, along a new axis.
  public static func stack(_ arrays: [NDArray], axis: Int = 0, dtype: DType? = nil) throws(ArrayError) -> NDArray {
    guard let first = arrays.first else { throw .plain(.value, "need at least one array to stack") }
    if !arrays.allSatisfy({ $0.shape == first.shape }) {
      throw .plain(.value, "all input arrays must have the same shape")
    }
    let axis = try Axes.normalize(axis, rank: first.rank + 1)
    return try concatenate(
      expanding(arrays) { (array) throws(ArrayError) in try array.expandDims([axis]) }, axis: axis, dtype: dtype)
  }

  private static func expanding(
    _ arrays: [NDArray], _ expand: (NDArray) throws(ArrayError) -> NDArray
  ) throws(ArrayError) -> [NDArray] {
    var result: [NDArray] = []
    for array in arrays { result.append(try expand(array)) }
    return result
  }

  /// Side by side: along the second axis, or the only one.
  public static func hstack(_ arrays: [NDArray], dtype: DType? = nil) throws(ArrayError) -> NDArray {
    let arrays = try expanding(arrays) { (array) throws(ArrayError) in try array.atLeast(rank: 1) }
    return try concatenate(arrays, axis: arrays.first?.rank == 1 ? 0 : 1, dtype: dtype)
  }

  /// One below the other; vectors are rows.
  public static func vstack(_ arrays: [NDArray], dtype: DType? = nil) throws(ArrayError) -> NDArray {
    try concatenate(
      expanding(arrays) { (array) throws(ArrayError) in try array.atLeast(rank: 2) }, axis: 0, dtype: dtype)
  }

  /// One behind the other, along the third axis.
  public static func dstack(_ arrays: [NDArray], dtype: DType? = nil) throws(ArrayError) -> NDArray {
    try concatenate(
      expanding(arrays) { (array) throws(ArrayError) in try array.atLeast(rank: 3) }, axis: 2, dtype: dtype)
  }

  /// Side by side; vectors are columns.
  public static func columnStack(_ arrays: [NDArray]) throws(ArrayError) -> NDArray {
    let columns = try expanding(arrays) { (array) throws(ArrayError) in
      array.rank < 2 ? try array.withLeadingAxes(rank: 2).transposed : array
    }
    return try concatenate(columns, axis: 1)
  }

  /// `np.append`: `values` behind the array along an axis; both flattened where it is `nil`. A copy.
  public func append(_ values: NDArray, axis: Int? = nil) throws(ArrayError) -> NDArray {
    guard let axis else { return try NDArray.concatenate([ravel(), values.ravel()]) }
    return try NDArray.concatenate([self, values], axis: axis)
  }
}
