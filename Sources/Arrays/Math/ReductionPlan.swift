/// Which axes a reduction runs over and in what order NumPy's iterator visits the elements.
///
/// The iterator sorts the axes by stride, innermost first, joins neighbours that continue each other in source and
/// result, and, since reductions are buffered, cuts the walk into pieces of at most 8192 elements. The cuts decide how
/// floating-point sums are grouped, so they are reproduced here exactly (`forEachChunk`).
struct ReductionPlan {
  /// Elements in NumPy's buffer.
  static let bufferSize = 8192

  private(set) var resultShape: Dims
  let order: IterationOrder
  /// A bit for each axis of the source that is reduced.
  private let reducedAxes: UInt
  /// How many elements go into one result.
  private(set) var reducedCount: Int

  /// The joined axes, innermost first: lengths and strides in source and result; 0 in the result where reduced.
  private(set) var extents = Dims()
  private(set) var sourceStrides = Dims()
  private(set) var resultStrides = Dims()
  private let shape: Dims
  private let strides: Dims

  /// - Parameter axes: `nil` for all; negative ones count from the end.
  /// - Throws: NumPy's `AxisError`, or `ValueError` for an axis named twice.
  init(
    _ source: NDArray, axes: [Int]?, keepDims: Bool, messageForDuplicates: String = "duplicate value in 'axis'"
  ) throws(ArrayError) {
    shape = source.shape
    strides = source.strides
    reducedAxes = try ReductionPlan.reducedAxes(axes, rank: source.rank, messageForDuplicates)
    order = IterationOrder(shape: source.shape, source.strides)
    resultShape = Dims()
    reducedCount = 1
    for axis in 0..<shape.count {
      if isReduced(axis) { reducedCount &*= shape[axis] }
      if !isReduced(axis) || keepDims { resultShape.append(isReduced(axis) ? 1 : shape[axis]) }
    }
  }

  private static func reducedAxes(
    _ axes: [Int]?, rank: Int, _ messageForDuplicates: String
  ) throws(ArrayError) -> UInt {
    guard let axes else { return (1 << UInt(rank)) - 1 }
    var result: UInt = 0
    // NumPy lets a scalar be reduced along the axis that it would have as an array of one element.
    if rank == 0, axes.count == 1, axes[0] == 0 || axes[0] == -1 { return 0 }
    for axis in axes {
      let normalized = try NDArray.normalize(axis: axis, rank: rank)
      let bit: UInt = 1 << UInt(normalized)
      if result & bit != 0 { throw .plain(.value, messageForDuplicates) }
      result |= bit
    }
    return result
  }

  /// Whether an axis of the source is reduced.
  func isReduced(_ axis: Int) -> Bool { reducedAxes >> UInt(axis) & 1 == 1 }

  /// A new array for the results, in the order of axes that NumPy gives it.
  mutating func makeResult(_ dtype: DType) throws(ArrayError) -> NDArray {
    let keepsAxes = resultShape.count == shape.count
    var result = try NDArray(dtype, shape: resultShape, zeroed: false)
    // Where each source axis stands in the result.
    var target = Dims(repeating: 0, count: shape.count)
    var next = 0
    for axis in 0..<shape.count {
      target[axis] = next
      if !isReduced(axis) || keepsAxes { next += 1 }
    }
    if !order.isCOrder {
      var strides = resultShape.contiguousStrides
      var step = 1
      for axis in order.axes where !isReduced(axis) || keepsAxes {
        strides[target[axis]] = step
        step &*= Swift.max(resultShape[target[axis]], 1)
      }
      result = result.with(shape: resultShape, strides: strides)
    }
    join(result, target)
    return result
  }

  private mutating func join(_ result: NDArray, _ target: Dims) {
    extents = Dims()
    sourceStrides = Dims()
    resultStrides = Dims()
    for axis in order.axes where shape[axis] != 1 {
      let sourceStride = strides[axis]
      let resultStride = isReduced(axis) ? 0 : result.strides[target[axis]]
      let last = extents.count - 1
      if last >= 0, sourceStrides[last] &* extents[last] == sourceStride,
        resultStrides[last] &* extents[last] == resultStride
      {
        extents[last] &*= shape[axis]
      } else {
        extents.append(shape[axis])
        sourceStrides.append(sourceStride)
        resultStrides.append(resultStride)
      }
    }
    if extents.isEmpty {
      extents.append(1)
      sourceStrides.append(0)
      resultStrides.append(0)
    }
  }

  /// Whether the innermost axis is a reduced one.
  var reducesInnermost: Bool { resultStrides[0] == 0 }

  /// The first element of each reduction, as a view with the result's shape.
  func firstElements(of source: NDArray) -> NDArray {
    var strides = Dims()
    let keepsAxes = resultShape.count == shape.count
    for axis in 0..<shape.count where !isReduced(axis) || keepsAxes {
      strides.append(isReduced(axis) ? 0 : source.strides[axis])
    }
    return source.with(shape: resultShape, strides: strides)
  }

  /// Visits all elements in rows along the innermost axis, long ones in pieces.
  @inline(__always)
  func forEachRow(
    _ body: (_ sourceOffset: Int, _ resultOffset: Int, _ length: Int) -> Void
  ) throws(ArrayError) {
    var walk = ReductionWalk(self)
    var checkpoint = Checkpoint()
    while walk.index < walk.total {
      // No piece is shorter than this one unless the row is.
      let rest = walk.rowRemainder
      let length = rest < 2 &* StridedRuns.longestPiece ? rest : StridedRuns.longestPiece
      body(walk.sourceOffset, walk.resultOffset, length)
      walk.advance(by: length)
      try checkpoint.pass(operations: length)
    }
  }
}

extension NDArray {
  /// - Throws: NumPy's `AxisError`.
  static func normalize(axis: Int, rank: Int) throws(ArrayError) -> Int {
    let normalized = axis < 0 ? axis + rank : axis
    if normalized < 0 || normalized >= rank {
      throw .plain(.axis, "axis \(axis) is out of bounds for array of dimension \(rank)")
    }
    return normalized
  }
}
