/// A subscript with index arrays or masks, taken apart: where each place of the broadcast index arrays points to, and the
/// axes that slices leave (the *subspace*), of which there is one copy for each place.
///
/// The result has the index arrays' axes where they stood if they stood side by side, at the front otherwise; an integer
/// counts as an index array here, and an ellipsis or slice or new axis between two of them parts them.
struct AdvancedIndex {
  /// The broadcast shape of the index arrays.
  let places: Dims
  /// The axes that are not indexed by arrays, at the first element that integers name.
  let subspace: NDArray
  /// The axis of the result at which `places` begin.
  let position: Int
  private let array: NDArray
  private let selectors: [Selector]
  /// The strides of all index arrays, broadcast to `places`.
  private let placeStrides: [Dims]
  /// An integer array of rank 0 alone: the result is that of an integer, but a copy.
  let isScalar: Bool

  init(_ indices: [ArrayIndex], in array: NDArray) throws(ArrayError) {
    let consumed = indices.reduce(0) { $0 + $1.consumedAxes }
    if consumed > array.rank { throw .tooManyIndices(consumed, rank: array.rank) }
    try AdvancedIndex.checkMasks(indices, in: array, consumed: consumed)

    let hasArrays = indices.contains { index in
      switch index {
      case .boolean: true
      case .array(let array): array.rank > 0 || array.dtype == .bool
      default: false
      }
    }
    var builder = try ViewBuilder(array, consuming: consumed)
    var selectors: [Selector] = []
    var position: Int?
    var isParted = false
    var isApart = false

    func mark() {
      if position == nil { position = builder.rank } else if isApart { isParted = true }
      isApart = false
    }
    for index in indices {
      switch index {
      case .integer(let value):
        if hasArrays { mark() }
        try builder.integer(value)
      case .slice(let start, let stop, let step):
        isApart = true
        try builder.slice(start: start, stop: stop, step: step)
      case .ellipsis:
        isApart = true
        try builder.ellipsis()
      case .newAxis:
        isApart = true
        try builder.newAxis()
      case .boolean(let value):
        mark()
        selectors.append(Selector(indices: try .zeros(.int64, shape: [value ? 1 : 0]), axis: nil))
      case .array(let selector) where selector.dtype == .bool:
        mark()
        if selector.rank == 0 {
          let count = selector.scalar().cast(to: Bool.self) ? 1 : 0
          selectors.append(Selector(indices: try .zeros(.int64, shape: [count]), axis: nil))
        } else {
          for positions in try selector.nonzero() {
            selectors.append(Selector(indices: positions, axis: builder.axis))
            builder.skip()
          }
        }
      case .array(let selector) where selector.dtype.isFloating:
        throw .plain(.index, "arrays used as indices must be of integer (or boolean) type")
      case .array(let selector):
        if hasArrays { mark() }
        if selector.rank == 0 {
          try builder.integer(Int(selector.scalar().cast(to: Int64.self)))
        } else {
          let integers = selector.dtype == .int64 ? selector : try selector.copyKeepingOrder(as: .int64)
          selectors.append(Selector(indices: integers, axis: builder.axis))
          builder.skip()
        }
      }
    }
    subspace = try builder.finish()
    self.position = isParted ? 0 : position ?? 0
    isScalar = !hasArrays
    let places = try AdvancedIndex.broadcast(selectors)
    self.places = places
    if places.count + subspace.rank > Dims.maxCount { throw .tooManyAxes(places.count + subspace.rank) }
    placeStrides = selectors.map {
      $0.indices.broadcastStrides(to: places) ?? Dims(repeating: 0, count: places.count)
    }
    self.array = array
    self.selectors = selectors
  }

  /// An index array and the axis it indexes; `nil` for the new axis of a boolean.
  private struct Selector {
    let indices: NDArray
    let axis: Int?
  }

  private static func checkMasks(_ indices: [ArrayIndex], in array: NDArray, consumed: Int) throws(ArrayError) {
    var axis = 0
    for index in indices {
      if case .array(let mask) = index, mask.dtype == .bool {
        for maskAxis in 0..<mask.rank where mask.shape[maskAxis] != array.shape[axis + maskAxis] {
          throw .plain(
            .index,
            "boolean index did not match indexed array along dimension \(axis + maskAxis); dimension is "
              + "\(array.shape[axis + maskAxis]) but corresponding boolean dimension is \(mask.shape[maskAxis])")
        }
      }
      if case .ellipsis = index { axis += array.rank - consumed }
      axis += index.consumedAxes
      // A second ellipsis is an error that the builder reports.
      if axis > array.rank { return }
    }
  }

  private static func broadcast(_ selectors: [Selector]) throws(ArrayError) -> Dims {
    let shapes = selectors.map(\.indices.shape)
    do { return try NDArray.broadcastShape(shapes) } catch {
      throw .plain(
        .index,
        "shape mismatch: indexing arrays could not be broadcast together with shapes "
          + shapes.map { $0.compactDescription + " " }.joined())
    }
  }

  /// Offsets into the array, one for each place in C order; none where the result is empty, and NumPy does not look at
  /// the indices then.
  private func offsets() throws(ArrayError) -> [Int] {
    if places.contains(0) || subspace.count == 0 { return [] }
    let (count, bytes) = (places.reduce(1, &*), places.reduce(MemoryLayout<Int>.stride, &*))
    if bytes / MemoryLayout<Int>.stride != count || !Storage.hasRoom(forBytes: bytes) {
      throw .outOfMemory(shape: places, dtype: .int64)
    }
    var offsets = [Int](repeating: 0, count: count)
    for (selector, selectorStrides) in zip(selectors, placeStrides) {
      guard let axis = selector.axis else { continue }
      let (length, stride) = (array.shape[axis], array.strides[axis])
      let indices = selector.indices.pointer(Int64.self)
      var runs = StridedRuns(shape: places, places.contiguousStrides, selectorStrides)
      while try runs.next() {
        for step in 0..<runs.length {
          let index = Int(indices[runs.offsets.1 &+ step &* runs.steps.1])
          let wrapped = index < 0 ? index &+ length : index
          guard wrapped >= 0, wrapped < length else { throw .outOfBounds(index, axis: axis, size: length) }
          offsets[runs.offsets.0 &+ step &* runs.steps.0] &+= wrapped &* stride
        }
      }
    }
    return offsets
  }

  /// The result's shape.
  var shape: Dims { arranged(places, subspace.shape) }

  /// Numbers of the places' axes and of the subspace's axes, in the result's order.
  func arranged(_ places: Dims, _ subspace: Dims) -> Dims {
    var result = subspace
    for (index, value) in places.enumerated() { result.insert(value, at: position + index) }
    return result
  }

  /// The reverse of `arranged`.
  func parted(_ dims: Dims) -> (places: Dims, subspace: Dims) {
    var (front, rest) = (Dims(), Dims())
    for (axis, value) in dims.enumerated() {
      if axis >= position && axis < position + places.count { front.append(value) } else { rest.append(value) }
    }
    return (front, rest)
  }

  /// A new array for the result, laid out in memory as NumPy does: places first, each a copy of the subspace.
  func makeResult() throws(ArrayError) -> NDArray {
    let inner = MemoryOrder.following(subspace.strides)
    let outer = placeOrder(placeStrides)
    let innerStrides = MemoryOrder.strides(shape: subspace.shape, inner)
    let size = Swift.max(subspace.count, 1)
    let outerStrides = Dims(MemoryOrder.strides(shape: places, outer).map { $0 * size })
    let result = try NDArray(subspace.dtype, shape: shape, zeroed: false)
    return result.with(shape: shape, strides: arranged(outerStrides, innerStrides))
  }

  /// In which order NumPy walks the places: C order where there is a subspace to copy for each, else that of the index
  /// arrays in memory.
  private func placeOrder(_ operands: [Dims]) -> Dims {
    subspace.count > 1 ? MemoryOrder.c(rank: places.count) : MemoryOrder.following(shape: places, operands)
  }

  /// Moves elements between the indexed array and another of the result's shape and dtype.
  /// - Parameters:
  ///   - strides: the other's, broadcast to the result's shape.
  ///   - reading: from the indexed array into the other; false for writing.
  /// - Throws: "index 9 is out of bounds for axis 0 with size 3", before anything moves.
  func move(_ other: NDArray, strides: Dims, reading: Bool) throws(ArrayError) {
    let offsets = try offsets()
    if offsets.isEmpty { return }
    switch subspace.dtype.itemSize {
    case 1: try move(UInt8.self, other, strides, offsets, reading)
    case 4: try move(UInt32.self, other, strides, offsets, reading)
    default: try move(UInt64.self, other, strides, offsets, reading)
    }
  }

  private func move<T: BitwiseCopyable>(
    _ type: T.Type, _ other: NDArray, _ strides: Dims, _ offsets: [Int], _ reading: Bool
  ) throws(ArrayError) {
    let (otherPlaces, otherSubspace) = parted(strides)
    let (array, other) = (subspace.items(T.self), other.items(T.self))
    var inner: [(array: Int, other: Int, length: Int)] = []
    var runs = StridedRuns(shape: subspace.shape, subspace.strides, otherSubspace)
    while try runs.next() { inner.append((runs.offsets.0, runs.offsets.1, runs.length)) }
    let (arrayStep, otherStep) = (runs.steps.0, runs.steps.1)
    var checkpoint = Checkpoint()

    // The order shows where an element is written twice: the last value stays.
    let order = placeOrder(placeStrides + [otherPlaces])
    var outer = StridedRuns(
      shape: places.permuted(order), places.contiguousStrides.permuted(order), otherPlaces.permuted(order))
    while try outer.next() {
      for place in 0..<outer.length {
        let arrayPlace = array + offsets[outer.offsets.0 &+ place &* outer.steps.0]
        let otherPlace = other + (outer.offsets.1 &+ place &* outer.steps.1)
        for run in inner {
          let (from, to) = (arrayPlace + run.array, otherPlace + run.other)
          if reading {
            for step in 0..<run.length { to[step &* otherStep] = from[step &* arrayStep] }
          } else {
            for step in 0..<run.length { from[step &* arrayStep] = to[step &* otherStep] }
          }
          try checkpoint.pass(operations: run.length)
        }
      }
    }
  }
}
