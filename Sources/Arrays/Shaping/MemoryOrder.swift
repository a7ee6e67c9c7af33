/// Whether elements are read and laid out with the last axis fastest (C) or the first (Fortran).
public enum ArrayOrder: Sendable { case c, fortran }

/// The order in which the axes of a new array lie in memory where NumPy lets it follow its operands (`order="K"`).
///
/// It shows: sums add up in memory order, and `flags` and `strides` can be printed. An order is a list of axes from the
/// slowest to the fastest.
package enum MemoryOrder {
  package static func c(rank: Int) -> Dims { Dims(0..<rank) }

  /// By falling magnitude of one array's strides; C order among equals.
  package static func following(_ strides: Dims) -> Dims {
    Dims(
      (0..<strides.count).sorted {
        let (left, right) = (abs(strides[$0]), abs(strides[$1]))
        return left == right ? $0 < $1 : left > right
      })
  }

  /// As NumPy's iterator orders the axes of several operands: where their strides contradict each other C order wins.
  /// Strides of 0, for repeated axes, and axes of length 1 have no say.
  package static func following(shape: Dims, _ operands: [Dims]) -> Dims {
    let fastestFirst = sort(Array((0..<shape.count).reversed())) { axis, other in
      if shape[axis] == 1 || shape[other] == 1 { return nil }
      return judge(operands) { strides in
        strides[axis] == 0 || strides[other] == 0 ? nil : abs(strides[axis]) < abs(strides[other])
      }
    }
    return Dims(fastestFirst.reversed())
  }

  /// As `np.concatenate` orders the axes of its result: alike, but from the slowest axis on, which tells where axes
  /// cannot be compared; those of length 1 cannot.
  package static func joining(_ arrays: [NDArray]) -> Dims {
    Dims(
      sort(Array(0..<(arrays.first?.rank ?? 0))) { axis, other in
        judge(arrays) { array in
          array.shape[axis] == 1 || array.shape[other] == 1
            ? nil : abs(array.strides[axis]) > abs(array.strides[other])
        }
      })
  }

  /// Insertion sort that passes over what it cannot compare (`nil`).
  private static func sort(_ axes: [Int], _ precedes: (Int, Int) -> Bool?) -> [Int] {
    var axes = axes
    for index in axes.indices.dropFirst() {
      let axis = axes[index]
      var target = index
      for earlier in (0..<index).reversed() {
        guard let answer = precedes(axis, axes[earlier]) else { continue }
        if !answer { break }
        target = earlier
      }
      axes.remove(at: index)
      axes.insert(axis, at: target)
    }
    return axes
  }

  /// Whether all operands that can tell say so; `nil` where none can.
  private static func judge<Operand>(_ operands: [Operand], _ answer: (Operand) -> Bool?) -> Bool? {
    operands.reduce(nil) { verdict, operand in
      guard let answer = answer(operand) else { return verdict }
      return answer && verdict != false
    }
  }

  /// Strides, in elements, of an array without gaps whose axes lie in this order.
  package static func strides(shape: Dims, _ order: Dims) -> Dims {
    var strides = shape
    var step = 1
    for axis in order.reversed() {
      strides[axis] = step
      step &*= Swift.max(shape[axis], 1)
    }
    return strides
  }
}

extension NDArray {
  /// A new array whose axes lie in memory in the given order, from the slowest to the fastest.
  package init(_ dtype: DType, shape: Dims, memoryOrder: Dims, zeroed: Bool = false) throws(ArrayError) {
    let array = try NDArray(dtype, shape: shape, zeroed: zeroed)
    self = array.with(shape: shape, strides: MemoryOrder.strides(shape: shape, memoryOrder))
  }

  package init(_ dtype: DType, shape: Dims, order: ArrayOrder, zeroed: Bool = false) throws(ArrayError) {
    let axes = MemoryOrder.c(rank: shape.count)
    try self.init(dtype, shape: shape, memoryOrder: order == .c ? axes : Dims(axes.reversed()), zeroed: zeroed)
  }

  /// How the axes lie in memory, for a new array of this shape.
  package var memoryOrder: Dims { isContiguous ? MemoryOrder.c(rank: rank) : MemoryOrder.following(strides) }

  /// Fortran order where the array has it and has not C order too: what `order="A"` picks.
  package var preferredOrder: ArrayOrder { isFortranContiguous && !isContiguous ? .fortran : .c }

  /// A new array with the same elements whose axes lie in memory as here, or in a given order: `astype`, `copy("K")`.
  public func copyKeepingOrder(as dtype: DType? = nil) throws(ArrayError) -> NDArray {
    let result = try NDArray(dtype ?? self.dtype, shape: shape, memoryOrder: memoryOrder)
    try result.copyElements(from: self, strides: strides)
    return result
  }

  /// A new array with the same elements in C or Fortran order.
  public func copy(order: ArrayOrder) throws(ArrayError) -> NDArray {
    let result = try NDArray(dtype, shape: shape, order: order)
    try result.copyElements(from: self, strides: strides)
    return result
  }

  /// The elements as plain items of their size, for kernels that only move them.
  /// - Precondition: `T` has the element's size.
  @inline(__always)
  package func items<T: BitwiseCopyable>(_ type: T.Type) -> UnsafeMutablePointer<T> {
    storage.base.bindMemory(to: T.self, capacity: 1) + offset
  }

  /// The offset, in elements, of the element at a place in C order. O(rank).
  package func offset(ofFlatIndex index: Int) -> Int {
    var (rest, result) = (index, 0)
    var axis = rank - 1
    while axis >= 0 {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: shape[axis])
      result &+= remainder &* strides[axis]
      rest = quotient
      axis -= 1
    }
    return result
  }
}
