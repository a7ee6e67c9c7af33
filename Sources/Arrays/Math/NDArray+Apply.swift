extension NDArray {
  /// The function of every element.
  ///
  /// - Parameters:
  ///   - out: where the result goes, with NumPy's `same_kind` rule; it may be the operand itself or overlap it.
  ///   - warn: receives NumPy's warnings ("divide by zero encountered in log").
  /// - Returns: `out`, or a new array in the operand's order of axes. A 0-d operand gives a 0-d array.
  /// - Throws: `ArrayError.plain` where NumPy has no loop for the dtype, `out` does not fit, or NumPy's result would be
  ///   of a dtype that does not exist here.
  public static func apply(
    _ function: UnaryFunction, to operand: NDArray, out: NDArray? = nil, warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    let signature = try function.signature(for: operand.dtype)
    if let out {
      let broadcast = try checkOutput(out, [operand.shape], signature.result, function.name)
      guard let strides = operand.broadcastStrides(to: broadcast) else { throw .cannotBroadcast([operand.shape]) }
      let source = operand.with(shape: broadcast, strides: strides)
      if out.dtype != signature.result || source.overlapsDifferently(from: out) {
        try out.assign(apply(function, to: source, warn: warn))
        return out
      }
      return try apply(function, signature, source, source, into: out, warn)
    }
    let order = IterationOrder(shape: operand.shape, operand.strides)
    let result = try NDArray(signature.result, shape: operand.shape, order: order)
    return try apply(function, signature, operand, operand, into: result, warn)
  }

  private static func apply(
    _ function: UnaryFunction, _ signature: UnaryFunction.Signature, _ operand: NDArray, _ original: NDArray,
    into result: NDArray, _ warn: WarningSink?
  ) throws(ArrayError) -> NDArray {
    let source = try operand.dtype == signature.operand ? operand : operand.copyKeepingOrder(as: signature.operand)
    let order = IterationOrder(shape: source.shape, source.strides, result.strides)
    var operands = UnaryOperands(
      operand: source.firstElement, result: result.firstElement,
      runs: StridedRuns(
        shape: order.outermostFirst(source.shape), order.outermostFirst(source.strides),
        order.outermostFirst(result.strides)))
    return try FloatingPointFlags.reporting(function.name, to: function.isSilent ? nil : warn) {
      () throws(ArrayError) in
      try function.run(&operands, signature.operand)
      return result
    }
  }

  /// The function of every pair of elements, broadcast.
  ///
  /// A 0-dimensional operand counts with its value, as in NumPy 1.x: see `PromotionOperand`.
  /// - Parameters:
  ///   - out: where the result goes, with NumPy's `same_kind` rule; it may be an operand itself or overlap one: this is
  ///     `a += b`.
  ///   - warn: receives NumPy's warnings ("divide by zero encountered in divide").
  /// - Returns: `out`, or a new array in the operands' order of axes. Two 0-d operands give a 0-d array.
  /// - Throws: `ArrayError` with NumPy's words where shapes or dtypes do not go together; `.unsupported` where NumPy's
  ///   result would be of a dtype that does not exist here.
  public static func apply(
    _ function: BinaryFunction, _ a: NDArray, _ b: NDArray, out: NDArray? = nil, warn: WarningSink? = nil
  ) throws(ArrayError) -> NDArray {
    let signature = try function.signature(PromotionOperand(a), PromotionOperand(b))
    if out == nil, a.dtype == signature.operand, b.dtype == signature.operand, a.isContiguous,
      b.rank == 0 || (a.shape == b.shape && b.isContiguous)
    {
      return try applyContiguous(function, signature, a, b, warn)
    }
    let shape: Dims
    if let out {
      shape = try checkOutput(out, [a.shape, b.shape], signature.result, function.name)
    } else {
      shape = try a.shape == b.shape ? a.shape : b.rank == 0 ? a.shape : broadcastShape([a.shape, b.shape])
    }
    let left = try a.prepared(as: signature.operand, broadcastTo: shape)
    let right = try b.prepared(as: signature.operand, broadcastTo: shape)
    // The order comes from the operands as they were given, not from converted copies.
    let order = IterationOrder(
      shape: shape, left.dtype == a.dtype ? left.strides : a.broadcastStrides(to: shape) ?? left.strides,
      right.dtype == b.dtype ? right.strides : b.broadcastStrides(to: shape) ?? right.strides)
    var result: NDArray
    if let out, out.dtype == signature.result, !left.overlapsDifferently(from: out),
      !right.overlapsDifferently(from: out)
    {
      result = out
    } else {
      result = try NDArray(signature.result, shape: shape, order: order)
    }
    var operands = BinaryOperands(
      left: left.firstElement, right: right.firstElement, result: result.firstElement,
      runs: StridedRuns(
        shape: order.outermostFirst(shape), order.outermostFirst(left.strides), order.outermostFirst(right.strides),
        order.outermostFirst(result.strides)))
    try FloatingPointFlags.reporting(function.name, to: function.isSilent ? nil : warn) { () throws(ArrayError) in
      try function.run(&operands, signature.operand)
    }
    guard let out else { return result }
    if result.storage !== out.storage { try out.assign(result) }
    return out
  }

  /// The everyday case: operands without gaps, of the kernel's own type.
  private static func applyContiguous(
    _ function: BinaryFunction, _ signature: BinaryFunction.Signature, _ a: NDArray, _ b: NDArray, _ warn: WarningSink?
  ) throws(ArrayError) -> NDArray {
    let result = try NDArray(signature.result, shape: a.shape, zeroed: false)
    var operands = BinaryOperands(
      left: a.firstElement, right: b.firstElement, result: result.firstElement,
      runs: StridedRuns(
        shape: Dims(repeating: a.count, count: 1), Dims(repeating: 1, count: 1),
        Dims(repeating: b.rank == 0 ? 0 : 1, count: 1), Dims(repeating: 1, count: 1)))
    try FloatingPointFlags.reporting(function.name, to: function.isSilent ? nil : warn) { () throws(ArrayError) in
      try function.run(&operands, signature.operand)
    }
    return result
  }

  /// The address of element `[0, 0, ...]`, whatever its type.
  var firstElement: UnsafeMutableRawPointer { storage.base + offset &* dtype.itemSize }

  private func prepared(as dtype: DType, broadcastTo target: Dims) throws(ArrayError) -> NDArray {
    let converted = try self.dtype == dtype ? self : copyKeepingOrder(as: dtype)
    if converted.shape == target { return converted }
    guard let strides = converted.broadcastStrides(to: target) else { throw .cannotBroadcast([shape, target]) }
    return converted.with(shape: target, strides: strides)
  }

  /// Whether writing to `out` could change elements of this operand before they are read.
  private func overlapsDifferently(from out: NDArray) -> Bool {
    storage === out.storage
      && !(offset == out.offset && strides == out.strides && shape == out.shape && dtype == out.dtype)
  }

  /// The shape an operation runs over when it writes to `out`: that of `out`.
  private static func checkOutput(
    _ out: NDArray, _ shapes: [Dims], _ dtype: DType, _ name: String
  ) throws(ArrayError) -> Dims {
    if !out.isWriteable { throw .plain(.value, "output array is read-only") }
    if !dtype.castsWithinKind(to: out.dtype) {
      throw .cannotCast(from: dtype, to: out.dtype, name)
    }
    let broadcast = try broadcastShape(shapes + [out.shape])
    if broadcast != out.shape {
      throw .plain(
        .value,
        "non-broadcastable output operand with shape \(out.shape.compactDescription) doesn't match the broadcast shape "
          + broadcast.compactDescription)
    }
    return broadcast
  }
}

extension ArrayError {
  static func cannotCast(from dtype: DType, to target: DType, _ name: String) -> ArrayError {
    .plain(
      .ufuncType,
      "Cannot cast ufunc '\(name)' output from dtype('\(dtype.name)') to dtype('\(target.name)') with casting rule "
        + "'same_kind'")
  }
}

extension DType {
  /// NumPy's casting rule `same_kind`: a float never becomes an integer, a signed integer never an unsigned one.
  public func castsWithinKind(to target: DType) -> Bool {
    func rank(_ dtype: DType) -> Int { dtype == .uint8 ? 1 : dtype == .bool ? 0 : dtype == .int64 ? 2 : 3 }
    return rank(self) <= rank(target)
  }
}
