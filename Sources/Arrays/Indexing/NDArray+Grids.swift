extension NDArray {
  /// `np.indices`: for each axis of `lengths` the index along it, at every place. Shape `(rank, *lengths)`.
  public static func indices(_ lengths: [Int]) throws(ArrayError) -> NDArray {
    let shape = try Dims(checking: [lengths.count] + lengths)
    let result = try NDArray(.int64, shape: shape)
    for (axis, length) in lengths.enumerated() {
      let column = Dims(repeating: 1, count: lengths.count).replacing(axis, with: length)
      try result.view([.integer(axis)]).assign(arange(.int64(0), .int64(Int64(length))).reshape(Array(column)))
    }
    return result
  }

  public enum GridIndexing: Sendable { case xy, ij }

  /// A grid of coordinates from one vector an axis; `.xy` swaps the first two axes, as plots want them.
  public static func meshgrid(
    _ vectors: [NDArray], indexing: GridIndexing = .xy, sparse: Bool = false
  ) throws(ArrayError) -> [NDArray] {
    if vectors.count > Dims.maxCount { throw .tooManyAxes(vectors.count) }
    var columns: [NDArray] = []
    for (number, vector) in vectors.enumerated() {
      let axis = indexing == .xy && vectors.count > 1 && number < 2 ? 1 - number : number
      let shape = Dims(repeating: 1, count: vectors.count).replacing(axis, with: vector.count)
      columns.append(try vector.reshape(Array(shape)))
    }
    if !sparse { columns = try broadcastArrays(columns) }
    var result: [NDArray] = []
    for column in columns { result.append(try column.copy()) }
    return result
  }

  /// `np.ix_`: vectors of indices (or masks) reshaped so that together they pick the crossings of rows and columns.
  public static func crossIndices(_ vectors: [NDArray]) throws(ArrayError) -> [NDArray] {
    if vectors.count > Dims.maxCount { throw .tooManyAxes(vectors.count) }
    var result: [NDArray] = []
    for (axis, vector) in vectors.enumerated() {
      if vector.rank != 1 { throw .plain(.value, "Cross index must be 1 dimensional") }
      let indices = vector.dtype == .bool ? try vector.nonzero()[0] : vector
      let shape = Dims(repeating: 1, count: vectors.count).replacing(axis, with: indices.count)
      result.append(try indices.reshape(Array(shape)))
    }
    return result
  }

  /// The index along each axis of places that are counted in C (or Fortran) order. Each has the shape of `places`.
  public static func unravelIndex(
    _ places: NDArray, shape lengths: [Int], order: ArrayOrder = .c
  ) throws(ArrayError) -> [NDArray] {
    if places.dtype.isFloating { throw .plain(.type, "only int indices permitted") }
    let shape = try Dims(checking: lengths)
    guard let size = shape.product else {
      throw .plain(
        .value, "dimensions are too large; arrays and shapes with a total size greater than 'intp' are not supported.")
    }
    let places = try places.copy(as: .int64)
    let source = places.pointer(Int64.self)
    var result: [NDArray] = []
    for _ in lengths { result.append(try NDArray(.int64, shape: places.shape)) }
    for index in 0..<places.count {
      var rest = Int(source[index])
      if rest < 0 || rest >= size {
        throw .plain(.value, "index \(rest) is out of bounds for array with size \(size)")
      }
      for number in 0..<shape.count {
        let axis = order == .c ? shape.count - 1 - number : number
        result[axis].pointer(Int64.self)[index] = Int64(rest % shape[axis])
        rest /= shape[axis]
      }
    }
    return result
  }

  /// The reverse of `unravelIndex`. One mode an axis, or one for all.
  public static func ravelMultiIndex(
    _ indices: [NDArray], shape lengths: [Int], modes: [BoundsMode] = [.raise], order: ArrayOrder = .c
  ) throws(ArrayError) -> NDArray {
    let shape = try Dims(checking: lengths)
    if indices.count != shape.count {
      throw .plain(.value, "parameter multi_index must be a sequence of length \(shape.count)")
    }
    if indices.contains(where: \.dtype.isFloating) { throw .plain(.type, "only int indices permitted") }
    if shape.product == nil {
      throw .plain(
        .value, "invalid dims: array size defined by dims is larger than the maximum possible size.")
    }
    let resultShape = try broadcastShape(indices.map(\.shape))
    let result = try NDArray(.int64, shape: resultShape)
    let target = result.pointer(Int64.self)
    let steps =
      order == .c ? shape.contiguousStrides : MemoryOrder.strides(shape: shape, Dims((0..<shape.count).reversed()))
    for (axis, index) in indices.enumerated() {
      let mode = modes.count == 1 ? modes[0] : axis < modes.count ? modes[axis] : .raise
      let index = try index.copy(as: .int64)
      let source = index.pointer(Int64.self)
      let strides = index.broadcastStrides(to: resultShape) ?? Dims(repeating: 0, count: resultShape.count)
      var runs = StridedRuns(shape: resultShape, result.strides, strides)
      while try runs.next() {
        for step in 0..<runs.length {
          let value = Int(source[runs.offsets.1 &+ step &* runs.steps.1])
          // Negative coordinates do not wrap here.
          guard shape[axis] > 0, mode != .raise || value >= 0, let place = mode.resolve(value, shape[axis]) else {
            throw .plain(.value, "invalid entry in coordinates array")
          }
          target[runs.offsets.0 &+ step &* runs.steps.0] &+= Int64(place &* steps[axis])
        }
      }
    }
    return result
  }
}
