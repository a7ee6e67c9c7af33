extension NDArray {
  /// `x[indices]`: a view for a basic subscript, a copy where arrays or booleans take part.
  /// - Throws: NumPy's `IndexError`s, and "slice step cannot be zero".
  public func get(_ indices: [ArrayIndex]) throws(ArrayError) -> NDArray {
    if indices.allSatisfy(\.isBasic) { return try view(indices) }
    if let mask = try wholeMask(indices) { return try compressed(by: mask) }
    let index = try AdvancedIndex(indices, in: self)
    if index.isScalar { return try index.subspace.copyKeepingOrder() }
    let result = try index.makeResult()
    try index.move(result, strides: result.strides, reading: true)
    return result
  }

  /// `x[indices] = value`: the value is broadcast and converted to this array's dtype.
  ///
  /// Where integers name one element an array of any rank with one element will do, as in NumPy 1.
  /// - Throws: what `get` throws, and NumPy's words where the value does not fit or the array is read-only.
  public func set(_ indices: [ArrayIndex], to value: NDArray) throws(ArrayError) {
    if !isWriteable { throw .readOnly }
    if let mask = try wholeMask(indices) { return try assign(value, where: mask) }
    if indices.allSatisfy(\.isBasic) { return try setView(view(indices), isElement: isElement(indices), to: value) }
    let index = try AdvancedIndex(indices, in: self)
    if index.isScalar { return try setView(index.subspace, isElement: isElement(indices), to: value) }

    let shape = index.shape
    let original = value
    var value = value
    while value.rank > shape.count, value.shape[0] == 1 {
      value = value.with(shape: Dims(value.shape.dropFirst()), strides: Dims(value.strides.dropFirst()))
    }
    guard let strides = value.broadcastStrides(to: shape) else {
      throw .plain(
        .value,
        "shape mismatch: value array of shape \(original.shape.compactDescription) could not be broadcast to "
          + "indexing result of shape \(shape.compactDescription)")
    }
    if value.dtype == dtype && value.storage !== storage {
      try index.move(value, strides: strides, reading: false)
    } else {
      let copy = try value.copy(as: dtype)
      try index.move(copy, strides: copy.broadcastStrides(to: shape) ?? strides, reading: false)
    }
  }

  private func setView(_ view: NDArray, isElement: Bool, to value: NDArray) throws(ArrayError) {
    if isElement {
      guard value.count == 1 else { throw .plain(.value, "setting an array element with a sequence.") }
      view.store(value.scalar())
    } else {
      try view.assign(value)
    }
  }

  /// Whether integers, and nothing else, name every axis.
  private func isElement(_ indices: [ArrayIndex]) -> Bool {
    indices.count == rank
      && indices.allSatisfy { index in
        switch index {
        case .integer, .array: true
        default: false
        }
      }
  }

  /// The mask, where one of this array's shape is the whole subscript.
  private func wholeMask(_ indices: [ArrayIndex]) throws(ArrayError) -> NDArray? {
    guard indices.count == 1 else { return nil }
    switch indices[0] {
    case .array(let mask) where mask.dtype == .bool && mask.shape == shape: return mask
    case .boolean(let value) where rank == 0: return try NDArray(scalar: value)
    default: return nil
    }
  }

  /// The elements where the mask is true, in C order.
  private func compressed(by mask: NDArray) throws(ArrayError) -> NDArray {
    let result = try NDArray(dtype, shape: [mask.countNonzero()], zeroed: false)
    switch dtype.itemSize {
    case 1: try compress(UInt8.self, by: mask, into: result)
    case 4: try compress(UInt32.self, by: mask, into: result)
    default: try compress(UInt64.self, by: mask, into: result)
    }
    return result
  }

  private func compress<T: BitwiseCopyable>(_ type: T.Type, by mask: NDArray, into result: NDArray) throws(ArrayError) {
    let (source, flags) = (items(T.self), mask.pointer(Bool.self))
    var target = result.items(T.self)
    var runs = StridedRuns(shape: shape, strides, mask.strides)
    while try runs.next() {
      for step in 0..<runs.length where flags[runs.offsets.1 &+ step &* runs.steps.1] {
        target.pointee = source[runs.offsets.0 &+ step &* runs.steps.0]
        target += 1
      }
    }
  }

  /// `x[mask] = value` with one value, or one for each place where the mask is true.
  private func assign(_ value: NDArray, where mask: NDArray) throws(ArrayError) {
    if value.rank > 1 {
      throw .plain(
        .type,
        "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has \(value.rank) dimensions"
      )
    }
    // A mask that is a view of this very array would change under our hands.
    let mask = mask.storage === storage ? try mask.copy() : mask
    let count = try mask.countNonzero()
    let step = value.rank == 0 || value.shape[0] == 1 ? 0 : 1
    if step == 1 && value.shape[0] != count {
      throw .plain(
        .value,
        "NumPy boolean array indexing assignment cannot assign \(value.shape[0]) input values to the \(count) output "
          + "values where the mask is true")
    }
    let values = try value.copy(as: dtype)
    switch dtype.itemSize {
    case 1: try scatter(UInt8.self, values, step, where: mask)
    case 4: try scatter(UInt32.self, values, step, where: mask)
    default: try scatter(UInt64.self, values, step, where: mask)
    }
  }

  private func scatter<T: BitwiseCopyable>(
    _ type: T.Type, _ values: NDArray, _ step: Int, where mask: NDArray
  ) throws(ArrayError) {
    let (target, flags) = (items(T.self), mask.pointer(Bool.self))
    var next = values.items(T.self)
    var runs = StridedRuns(shape: shape, strides, mask.strides)
    while try runs.next() {
      for index in 0..<runs.length where flags[runs.offsets.1 &+ index &* runs.steps.1] {
        target[runs.offsets.0 &+ index &* runs.steps.0] = next.pointee
        next += step
      }
    }
  }
}
