/// Which norm: the `ord` of `np.linalg.norm`.
public enum NormOrder: Sendable, Equatable {
  /// The root of the sum of squares: `ord=None`.
  case standard
  /// `ord="fro"`.
  case frobenius
  /// A number, infinities included.
  case number(Double)
}

extension NDArray {
  /// `np.linalg.norm`: of all elements, of vectors along one axis, or of matrices in two.
  /// - Throws: NumPy's `ValueError` for orders and axes that do not go together; `.unsupported` for norms that need
  ///   singular values.
  public func norm(
    _ order: NormOrder = .standard, axes: [Int]? = nil, keepDims: Bool = false
  ) throws(ArrayError) -> NDArray {
    let x = try dtype.isFloating ? self : copyKeepingOrder(as: .float64)
    if axes == nil {
      if order == .standard || (order == .frobenius && rank == 2) || (order == .number(2) && rank == 1) {
        let copy = try x.copyKeepingOrder()
        let flat = copy.with(shape: [copy.count], strides: [1])
        let root = try NDArray.apply(.sqrt, to: NDArray.dot(flat, flat))
        let ones = Dims(repeating: 1, count: rank)
        return keepDims ? root.with(shape: ones, strides: ones) : root
      }
    }
    let axes = axes ?? Array(0..<rank)
    switch axes.count {
    case 1: return try x.vectorNorm(order, axes, keepDims)
    case 2: return try x.matrixNorm(order, axes[0], axes[1], keepDims)
    default: throw .plain(.value, "Improper number of dimensions to norm.")
    }
  }

  private func vectorNorm(_ order: NormOrder, _ axes: [Int], _ keepDims: Bool) throws(ArrayError) -> NDArray {
    let magnitude = try NDArray.apply(.absolute, to: self)
    switch order {
    case .standard, .number(2):
      return try NDArray.apply(
        .sqrt, to: NDArray.apply(.multiply, self, self).sum(axes: axes, keepDims: keepDims))
    case .number(.infinity): return try magnitude.max(axes: axes, keepDims: keepDims)
    case .number(-.infinity): return try magnitude.min(axes: axes, keepDims: keepDims)
    case .number(1): return try magnitude.sum(axes: axes, keepDims: keepDims)
    case .number(0):
      return try NDArray.apply(.notEqual, self, NDArray(scalar: 0.0)).copyKeepingOrder(as: dtype)
        .sum(axes: axes, keepDims: keepDims)
    case .number(let exponent):
      let powers = try NDArray.raise(magnitude, to: NDArray(scalar: exponent))
      let sum = try powers.sum(axes: axes, keepDims: keepDims)
      let inverse = try NDArray(Scalar.float64(1 / exponent).cast(to: sum.dtype))
      return try NDArray.raise(sum, to: inverse)
    case .frobenius: throw .plain(.value, "Invalid norm order 'fro' for vectors")
    }
  }

  private func matrixNorm(
    _ order: NormOrder, _ rowAxis: Int, _ columnAxis: Int, _ keepDims: Bool
  ) throws(ArrayError) -> NDArray {
    let row = try NDArray.normalize(axis: rowAxis, rank: rank)
    let column = try NDArray.normalize(axis: columnAxis, rank: rank)
    if row == column { throw .plain(.value, "Duplicate axes given.") }
    func extreme(of sums: NDArray, _ axis: Int, _ greatest: Bool) throws(ArrayError) -> NDArray {
      let result = try greatest ? sums.max(axes: [axis], keepDims: true) : sums.min(axes: [axis], keepDims: true)
      if keepDims { return result }
      return result.axes((0..<rank).filter { $0 != row && $0 != column })
    }
    let magnitude = try NDArray.apply(.absolute, to: self)
    switch order {
    case .standard, .frobenius:
      return try NDArray.apply(
        .sqrt, to: NDArray.apply(.multiply, self, self).sum(axes: [row, column], keepDims: keepDims))
    case .number(1), .number(-1):
      return try extreme(of: magnitude.sum(axes: [row], keepDims: true), column, order == .number(1))
    case .number(.infinity), .number(-.infinity):
      return try extreme(of: magnitude.sum(axes: [column], keepDims: true), row, order == .number(.infinity))
    case .number(2), .number(-2):
      throw .plain(.unsupported, "norm of a matrix with ord=2 needs singular values, which are not supported")
    case .number: throw .plain(.value, "Invalid norm order for matrices.")
    }
  }
}
