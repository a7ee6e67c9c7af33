/// The order in which NumPy's iterator visits the axes of an operation, and the layout it gives to new results
/// (`order='K'`): the axis with the smallest stride is innermost.
///
/// It decides more than speed: what a function leaves behind in Fortran order is later summed in that order.
struct IterationOrder {
  /// The axes, innermost first.
  private(set) var axes: Dims
  private(set) var isCOrder = true

  /// - Parameters:
  ///   - first: the strides of the first operand, broadcast to `shape`.
  ///   - second: those of the second, where there is one.
  init(shape: Dims, _ first: Dims, _ second: Dims? = nil) {
    let rank = shape.count
    axes = Dims(repeating: 0, count: rank)
    for axis in 0..<rank { axes[rank - 1 - axis] = axis }
    let second = second ?? first
    if IterationOrder.isDescending(shape, first), IterationOrder.isDescending(shape, second) { return }
    // A stable insertion sort. Axes that no operand can compare (length 1, or broadcast) do not stop the search.
    for start in 1..<rank {
      let axis = axes[start]
      var target = start
      var probe = start - 1
      search: while probe >= 0 {
        switch IterationOrder.compare(axis, with: axes[probe], shape, first, second) {
        case .unknown: break
        case .inside: target = probe
        case .outside: break search
        }
        probe -= 1
      }
      if target == start { continue }
      isCOrder = false
      var index = start
      while index > target {
        axes[index] = axes[index - 1]
        index -= 1
      }
      axes[target] = axis
    }
  }

  /// Whether no axis steps further than one outside it: the common case, which needs no sorting.
  private static func isDescending(_ shape: Dims, _ strides: Dims) -> Bool {
    var largest: UInt = 0
    var axis = shape.count - 1
    while axis >= 0 {
      let step = shape[axis] == 1 ? 0 : strides[axis].magnitude
      if step != 0 {
        if step < largest { return false }
        largest = step
      }
      axis -= 1
    }
    return true
  }

  private enum Comparison { case unknown, inside, outside }

  /// Where operands disagree, C order wins.
  private static func compare(
    _ axis: Int, with other: Int, _ shape: Dims, _ first: Dims, _ second: Dims
  ) -> Comparison {
    if shape[axis] == 1 || shape[other] == 1 { return .unknown }
    let one = compare(first[axis].magnitude, first[other].magnitude)
    let two = compare(second[axis].magnitude, second[other].magnitude)
    return two == .outside || one == .unknown ? two : one
  }

  private static func compare(_ mine: UInt, _ theirs: UInt) -> Comparison {
    mine == 0 || theirs == 0 ? .unknown : theirs <= mine ? .outside : .inside
  }

  /// Strides of a new array of this shape whose elements stand in iteration order without gaps.
  func strides(of shape: Dims) -> Dims {
    if isCOrder { return shape.contiguousStrides }
    var result = Dims(repeating: 0, count: shape.count)
    var step = 1
    for axis in axes {
      result[axis] = step
      step &*= Swift.max(shape[axis], 1)
    }
    return result
  }

  /// The axes of a shape or of strides, outermost first: as `StridedRuns` wants them.
  func outermostFirst(_ dims: Dims) -> Dims {
    if isCOrder { return dims }
    var result = dims
    let rank = axes.count
    for index in 0..<rank { result[rank - 1 - index] = dims[axes[index]] }
    return result
  }
}

extension NDArray {
  /// A new array whose elements stand in the given order.
  init(_ dtype: DType, shape: Dims, order: IterationOrder) throws(ArrayError) {
    let plain = try NDArray(dtype, shape: shape, zeroed: false)
    self = order.isCOrder ? plain : plain.with(shape: shape, strides: order.strides(of: shape))
  }
}
