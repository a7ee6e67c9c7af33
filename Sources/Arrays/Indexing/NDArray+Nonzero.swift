extension NDArray {
  /// As booleans: true where an element is not zero.
  package func asBooleans() throws(ArrayError) -> NDArray {
    dtype == .bool ? self : try copyKeepingOrder(as: .bool)
  }

  /// How many elements are not zero; NaN counts.
  public func countNonzero() throws(ArrayError) -> Int {
    switch dtype {
    case .bool: try countNonzero(Bool.self)
    case .uint8: try countNonzero(UInt8.self)
    case .int64: try countNonzero(Int64.self)
    case .float32: try countNonzero(Float.self)
    case .float64: try countNonzero(Double.self)
    }
  }

  private func countNonzero<T: CastableElement & Equatable>(_ type: T.Type) throws(ArrayError) -> Int {
    let source = pointer(T.self)
    var count = 0
    var runs = StridedRuns(shape: shape, strides)
    while try runs.next() {
      for step in 0..<runs.length where source[runs.offsets.0 &+ step &* runs.steps.0] != T(casting: false) {
        count &+= 1
      }
    }
    return count
  }

  /// How many elements are not zero along some axes; along all where `axes` is `nil`.
  public func countNonzero(axes: [Int]?, keepDims: Bool = false) throws(ArrayError) -> NDArray {
    // As in all reductions, a scalar counts as an array of one element.
    if rank == 0, axes == [0] || axes == [-1] { return try countNonzero(axes: [], keepDims: keepDims) }
    let axes = try Axes.normalize(axes ?? Array(0..<rank), rank: rank, allowDuplicates: true)
    if Set(axes).count != axes.count { throw .plain(.value, "duplicate value in 'axis'") }
    let kept = Dims(shape.enumerated().map { axes.contains($0.offset) ? 1 : $0.element })
    let result = try NDArray(.int64, shape: kept)
    let flags = try asBooleans()
    let (source, counts) = (flags.pointer(Bool.self), result.pointer(Int64.self))
    let resultStrides = result.broadcastStrides(to: shape) ?? Dims(repeating: 0, count: rank)
    var runs = StridedRuns(shape: shape, flags.strides, resultStrides)
    while try runs.next() {
      for step in 0..<runs.length where source[runs.offsets.0 &+ step &* runs.steps.0] {
        counts[runs.offsets.1 &+ step &* runs.steps.1] &+= 1
      }
    }
    return keepDims ? result : try result.reshape(kept.enumerated().filter { !axes.contains($0.offset) }.map(\.element))
  }

  /// Where the elements are not zero: for each axis the indices along it, in C order. A single element of rank 0 is
  /// treated as an array of one.
  public func nonzero() throws(ArrayError) -> [NDArray] {
    if rank == 0 { return try with(shape: [1], strides: [0]).nonzero() }
    let flags = try asBooleans()
    let count = try flags.countNonzero()
    // A column for each axis, as in NumPy: that shows in what can be a view of the result.
    let table = try NDArray(.int64, shape: [count, rank], zeroed: false)
    let (source, target) = (flags.pointer(Bool.self), table.pointer(Int64.self))
    var found = 0
    var checkpoint = Checkpoint()
    var place = Dims(repeating: 0, count: rank)
    var position = 0
    for _ in 0..<(self.count) {
      try checkpoint.pass(operations: 1)
      if source[position] {
        for axis in 0..<rank { target[found &* rank &+ axis] = Int64(place[axis]) }
        found &+= 1
      }
      var axis = rank - 1
      while axis >= 0 {
        place[axis] &+= 1
        position &+= flags.strides[axis]
        if place[axis] < shape[axis] { break }
        position &-= flags.strides[axis] &* shape[axis]
        place[axis] = 0
        axis -= 1
      }
    }
    return (0..<rank).map { table.with(shape: [count], strides: [rank], offset: $0) }
  }

  /// The indices of the elements that are not zero, a row for each. Shape `(count, rank)`.
  public func argwhere() throws(ArrayError) -> NDArray {
    if rank == 0 { return try NDArray(.int64, shape: [countNonzero(), 0]) }
    return try NDArray.stack(nonzero(), axis: 0).transpose()
  }

  /// The places, counted in C order, of the elements that are not zero.
  public func flatNonzero() throws(ArrayError) -> NDArray { try ravel().nonzero()[0] }

  /// `np.where(condition, x, y)`: the elements of `x` where the condition is not zero, else those of `y`, all three
  /// broadcast. The dtype is the promoted one where none is given.
  public static func choose(
    where condition: NDArray, _ x: NDArray, _ y: NDArray, dtype: DType? = nil
  ) throws(ArrayError) -> NDArray {
    let dtype = if let dtype { dtype } else { try DType.promote(x.dtype, y.dtype) }
    let shape = try broadcastShape([condition.shape, x.shape, y.shape])
    let flags = try condition.asBooleans()
    let x = x.dtype == dtype ? x : try x.copyKeepingOrder(as: dtype)
    guard let flagStrides = flags.broadcastStrides(to: shape), let xStrides = x.broadcastStrides(to: shape),
      let yStrides = y.broadcastStrides(to: shape)
    else { throw .cannotBroadcast([condition.shape, x.shape, y.shape]) }
    let order = MemoryOrder.following(shape: shape, [flagStrides, xStrides, yStrides])
    let result = try NDArray(dtype, shape: shape, memoryOrder: order)
    try result.copyElements(from: y, strides: yStrides)
    switch dtype.itemSize {
    case 1: try result.overwrite(UInt8.self, x, xStrides, where: flags, flagStrides)
    case 4: try result.overwrite(UInt32.self, x, xStrides, where: flags, flagStrides)
    default: try result.overwrite(UInt64.self, x, xStrides, where: flags, flagStrides)
    }
    return result
  }

  private func overwrite<T: BitwiseCopyable>(
    _ type: T.Type, _ source: NDArray, _ sourceStrides: Dims, where flags: NDArray, _ flagStrides: Dims
  ) throws(ArrayError) {
    let (target, source, flags) = (items(T.self), source.items(T.self), flags.pointer(Bool.self))
    var runs = StridedRuns(shape: shape, strides, sourceStrides, flagStrides)
    while try runs.next() {
      for step in 0..<runs.length where flags[runs.offsets.2 &+ step &* runs.steps.2] {
        target[runs.offsets.0 &+ step &* runs.steps.0] = source[runs.offsets.1 &+ step &* runs.steps.1]
      }
    }
  }
}
