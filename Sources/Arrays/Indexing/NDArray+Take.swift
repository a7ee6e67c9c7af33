/// What an index out of bounds does in `take` and `put`.
public enum BoundsMode: Sendable {
  case raise, wrap, clip

  /// The place that an index means in `length` places; `nil` where it is out of bounds.
  func resolve(_ index: Int, _ length: Int) -> Int? {
    switch self {
    case .raise:
      let wrapped = index < 0 ? index &+ length : index
      return wrapped >= 0 && wrapped < length ? wrapped : nil
    case .wrap:
      let remainder = index % length
      return remainder < 0 ? remainder + length : remainder
    case .clip: return Swift.min(Swift.max(index, 0), length - 1)
    }
  }
}

extension NDArray {
  /// As `int64`, for arguments that are indices or counts; booleans and integers only.
  package func asIndices() throws(ArrayError) -> NDArray {
    if dtype.isFloating {
      throw .plain(
        .type, "Cannot cast array data from dtype('\(dtype.name)') to dtype('int64') according to the rule 'safe'")
    }
    return dtype == .int64 && isContiguous ? self : try copy(as: .int64)
  }

  /// The elements in C order as `Int`s.
  package func integers() throws(ArrayError) -> [Int] {
    let indices = try asIndices()
    guard Storage.hasRoom(forBytes: indices.count * MemoryLayout<Int>.stride) else {
      throw .outOfMemory(shape: shape, dtype: .int64)
    }
    let pointer = indices.pointer(Int64.self)
    return (0..<indices.count).map { Int(pointer[$0]) }
  }

  /// The parts at `indices` along an axis, of the flattened array where `axis` is `nil`. A copy; its shape has the
  /// shape of `indices` in the axis' place.
  public func take(_ indices: NDArray, axis: Int? = nil, mode: BoundsMode = .raise) throws(ArrayError) -> NDArray {
    guard let axis else { return try ravel().take(indices, axis: 0, mode: mode) }
    // A single element can be taken from as from an array of one.
    let source = rank == 0 ? with(shape: [1], strides: [0]) : isContiguous ? self : try copy()
    return try source.taking(indices, Axes.normalize(axis, rank: source.rank), mode)
  }

  /// - Precondition: contiguous.
  private func taking(_ indices: NDArray, _ axis: Int, _ mode: BoundsMode) throws(ArrayError) -> NDArray {
    let length = shape[axis]
    let front = Dims(shape.prefix(axis))
    let back = Dims(shape.dropFirst(axis + 1))
    let result = try NDArray(
      dtype, shape: try front.appending(indices.shape).appending(back), zeroed: false)
    let picks = try indices.integers()
    if length == 0 && result.count > 0 {
      throw .plain(.index, "cannot do a non-empty take from an empty axes.")
    }
    var places: [Int] = []
    if length > 0 {
      places.reserveCapacity(picks.count)
      for pick in picks {
        guard let place = mode.resolve(pick, length) else { throw .outOfBounds(pick, axis: axis, size: length) }
        places.append(place)
      }
    }
    let chunk = back.reduce(1, &*) &* dtype.itemSize
    var from = UnsafeRawPointer(storage.base + offset &* dtype.itemSize)
    var to = result.storage.base
    var checkpoint = Checkpoint()
    for _ in 0..<front.reduce(1, &*) {
      for place in places {
        to.copyMemory(from: from + place &* chunk, byteCount: chunk)
        to += chunk
        try checkpoint.pass(operations: 1 &+ chunk >> 3)
      }
      from += length &* chunk
    }
    return result
  }

  /// Writes `values`, over and over, to the places that `indices` name in C order.
  public func put(_ indices: NDArray, _ values: NDArray, mode: BoundsMode = .raise) throws(ArrayError) {
    if !isWriteable { throw .plain(.value, "put: output array is read-only") }
    let values = try values.copy(as: dtype)
    let total = count
    let picks = try indices.integers()
    if values.count == 0 || picks.isEmpty { return }
    if total == 0 { throw .outOfBounds(picks[0], axis: 0, size: 0) }
    for (number, pick) in picks.enumerated() {
      guard let place = mode.resolve(pick, total) else { throw .outOfBounds(pick, axis: 0, size: total) }
      store(values.scalar(atOffset: number % values.count), atOffset: offset(ofFlatIndex: place))
    }
  }

  /// The index arrays that pick `indices` along an axis, and by number along the others.
  private func alongAxis(_ indices: NDArray, _ axis: Int) throws(ArrayError) -> [ArrayIndex] {
    if !indices.dtype.isInteger { throw .plain(.index, "`indices` must be an integer array") }
    if indices.rank != rank {
      throw .plain(.value, "`indices` and `arr` must have the same number of dimensions")
    }
    var result: [ArrayIndex] = []
    for other in 0..<rank {
      if other == axis {
        result.append(.array(indices))
      } else {
        let shape = Dims(repeating: 1, count: rank).replacing(other, with: self.shape[other])
        let numbers = try NDArray.arange(.int64(0), .int64(Int64(self.shape[other])))
        result.append(.array(try numbers.reshape(Array(shape))))
      }
    }
    return result
  }

  /// Matches `indices` with the lanes along an axis: what `argsort` gives puts the elements in order. `nil`: flattened.
  public func takeAlongAxis(_ indices: NDArray, axis: Int?) throws(ArrayError) -> NDArray {
    guard let axis else { return try ravel().takeAlongAxis(indices, axis: 0) }
    return try get(alongAxis(indices, Axes.normalize(axis, rank: rank)))
  }

  /// Writes `values` where `takeAlongAxis` reads.
  public func putAlongAxis(_ indices: NDArray, _ values: NDArray, axis: Int) throws(ArrayError) {
    try set(alongAxis(indices, Axes.normalize(axis, rank: rank)), to: values)
  }

  /// The parts along an axis (of the flattened array where it is `nil`) for which the condition is not zero.
  public func compress(_ condition: NDArray, axis: Int? = nil) throws(ArrayError) -> NDArray {
    if condition.rank != 1 { throw .plain(.value, "condition must be a 1-d array") }
    return try take(condition.flatNonzero(), axis: axis)
  }

  /// The elements where the condition, read in C order like them, is not zero.
  public func extract(_ condition: NDArray) throws(ArrayError) -> NDArray {
    try ravel().take(condition.flatNonzero(), axis: 0)
  }
}
