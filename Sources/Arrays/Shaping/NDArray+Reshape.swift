extension NDArray {
  /// The same elements, read in C (or Fortran) order, in another shape: a view where the strides allow one, else a copy.
  /// One negative length stands for what the others leave.
  /// - Throws: "cannot reshape array of size 6 into shape (4,2)".
  public func reshape(_ lengths: [Int], order: ArrayOrder = .c) throws(ArrayError) -> NDArray {
    let target = try resolve(lengths)
    if order == .fortran {
      let reversed = Dims(target.reversed())
      return try transposed.reshaped(to: reversed).transposed
    }
    return try reshaped(to: target)
  }

  /// - Precondition: as many elements.
  private func reshaped(to target: Dims) throws(ArrayError) -> NDArray {
    if target == shape { return self }
    if count == 0 { _ = try target.byteCount(of: dtype) }
    if let strides = viewStrides(for: target) { return with(shape: target, strides: strides) }
    return try copy().with(shape: target, strides: target.contiguousStrides)
  }

  /// Fills in the negative length.
  private func resolve(_ lengths: [Int]) throws(ArrayError) -> Dims {
    if lengths.filter({ $0 < 0 }).count > 1 { throw .plain(.value, "can only specify one unknown dimension") }
    if lengths.count > Dims.maxCount { throw .tooManyAxes(lengths.count) }
    var target = Dims(lengths)
    let unknown = lengths.firstIndex { $0 < 0 }
    if let unknown { target[unknown] = 1 }
    guard let known = target.product else { throw cannotReshape(into: lengths) }
    if let unknown {
      guard known != 0, count % known == 0 else { throw cannotReshape(into: lengths) }
      target[unknown] = count / known
    } else if known != count {
      throw cannotReshape(into: lengths)
    }
    return target
  }

  /// NumPy leaves unknown lengths out at the front and calls them `newaxis` further on.
  private func cannotReshape(into lengths: [Int]) -> ArrayError {
    let shown = lengths.drop { $0 < 0 }.map { $0 < 0 ? "newaxis" : String($0) }
    let shape = lengths.count == 1 && shown.count == 1 ? "(\(shown[0]),)" : "(" + shown.joined(separator: ",") + ")"
    return .plain(.value, "cannot reshape array of size \(count) into shape \(shape)")
  }

  /// The strides with which the elements can be seen in the shape without moving them; `nil` where they cannot.
  private func viewStrides(for target: Dims) -> Dims? {
    if isContiguous { return target.contiguousStrides }
    var (oldShape, oldStrides) = (Dims(), Dims())
    for axis in 0..<rank where shape[axis] != 1 {
      oldShape.append(shape[axis])
      oldStrides.append(strides[axis])
    }
    var result = Dims(repeating: 1, count: target.count)
    // Groups of old and new axes with the same number of elements: [old, oldEnd) and [new, newEnd).
    var (old, new) = (0, 0)
    while old < oldShape.count && new < target.count {
      var (oldEnd, newEnd) = (old + 1, new + 1)
      var (oldCount, newCount) = (oldShape[old], target[new])
      while oldCount != newCount {
        if newCount < oldCount {
          newCount &*= target[newEnd]
          newEnd += 1
        } else {
          oldCount &*= oldShape[oldEnd]
          oldEnd += 1
        }
      }
      for axis in old..<(oldEnd - 1) where oldStrides[axis] != oldShape[axis + 1] &* oldStrides[axis + 1] {
        return nil
      }
      var step = oldStrides[oldEnd - 1]
      for axis in (new..<newEnd).reversed() {
        result[axis] = step
        step &*= target[axis]
      }
      (old, new) = (oldEnd, newEnd)
    }
    // Only lengths of 1 are left.
    let last = new > 0 ? result[new - 1] : 1
    for axis in new..<target.count { result[axis] = last }
    return result
  }

  /// All elements in a row: a view where they lie in that order already, else a copy.
  public func ravel(order: ArrayOrder = .c) throws(ArrayError) -> NDArray {
    if order == .fortran { return try transposed.ravel() }
    return isContiguous ? with(shape: [count], strides: [1]) : try flatten()
  }

  /// All elements in a row; always a copy.
  public func flatten(order: ArrayOrder = .c) throws(ArrayError) -> NDArray {
    let copy = try order == .c ? copy() : transposed.copy()
    return copy.with(shape: [count], strides: [1])
  }

  /// `np.resize`: the elements over and over until the new shape is full. Zeros where there are none.
  public func resize(_ lengths: [Int]) throws(ArrayError) -> NDArray {
    if lengths.contains(where: { $0 < 0 }) {
      throw .plain(.value, "all elements of `new_shape` must be non-negative")
    }
    let result = try NDArray(dtype, shape: Dims(checking: lengths))
    if count == 0 || result.count == 0 { return result }
    let (source, row) = (try ravel(), result.with(shape: [result.count], strides: [1]))
    for start in stride(from: 0, to: row.count, by: count) {
      let part = try row.sliced(axis: 0, start: start, stop: start + count)
      try part.copyElements(from: source, strides: source.strides)
    }
    return result
  }
}
