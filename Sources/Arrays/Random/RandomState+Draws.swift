extension RandomState {
  /// An array filled in C order.
  /// - Throws: "negative dimensions are not allowed", `ArrayError.outOfMemory`.
  func filled<T: Element>(_ shape: Dims, with draw: () -> T) throws(ArrayError) -> NDArray {
    if shape.contains(where: { $0 < 0 }) { throw .plain(.value, "negative dimensions are not allowed") }
    let array = try NDArray(T.dtype, shape: shape, zeroed: false)
    let elements = array.pointer(T.self)
    try Checkpoint.forEachPiece(of: array.count) { piece in
      for index in piece { elements[index] = draw() }
    }
    return array
  }

  /// One draw, or as many as `size` has places.
  func sample<T: ScalarElement>(_ size: Dims?, with draw: () -> T) throws(ArrayError) -> RandomSample {
    guard let size else { return .scalar(draw().asScalar) }
    return .array(try filled(size, with: draw))
  }

  /// Draws from a distribution with one parameter.
  func sample<T: ScalarElement>(
    _ parameter: NamedParameter, _ size: Dims?, with draw: (Double) -> T
  ) throws(ArrayError) -> RandomSample {
    try sample(parameter, NamedParameter("", 0), size) { first, _ in draw(first) }
  }

  /// Draws from a distribution with two parameters, which are broadcast against each other and fit `size`.
  /// - Throws: what the parameters' constraints say; "shape mismatch: ..." and "Output size ..." where they do not fit.
  func sample<T: ScalarElement>(
    _ first: NamedParameter, _ second: NamedParameter, _ size: Dims?, with draw: (Double, Double) -> T
  ) throws(ArrayError) -> RandomSample {
    if let left = first.value.scalarValue, let right = second.value.scalarValue {
      try first.constraint.check(left, first.name)
      try second.constraint.check(right, second.name)
      return try sample(size) { draw(left, right) }
    }
    let (left, right) = (try checked(first), try checked(second))
    let inputs = second.name.isEmpty ? [left.shape] : [left.shape, right.shape]
    let shape = try commonShape((size.map { [$0] } ?? []) + inputs)
    if let size, size != shape {
      throw .plain(
        .value, "Output size \(size) is not compatible with broadcast dimensions of inputs \(shape).")
    }
    let lefts = try repeated(left, to: shape)
    let rights = try repeated(right, to: shape)
    let (leftValues, rightValues) = (lefts.pointer(Double.self), rights.pointer(Double.self))
    var index = 0
    return .array(
      try filled(shape) {
        defer { index += 1 }
        return draw(leftValues[index], rightValues[index])
      })
  }

  private func checked(_ parameter: NamedParameter) throws(ArrayError) -> NDArray {
    let values = try parameter.value.doubles().copy()
    try parameter.constraint.check(
      UnsafeBufferPointer(start: values.pointer(Double.self), count: values.count), parameter.name)
    return values
  }

  private func repeated(_ array: NDArray, to shape: Dims) throws(ArrayError) -> NDArray {
    guard let strides = array.broadcastStrides(to: shape) else {
      throw .cannotBroadcast([array.shape, shape])
    }
    return try array.with(shape: shape, strides: strides).copy()
  }

  /// The shape all broadcast to, with NumPy's words for operands of one iterator.
  private func commonShape(_ shapes: [Dims]) throws(ArrayError) -> Dims {
    var result = Dims(repeating: 1, count: shapes.map(\.count).max() ?? 0)
    for axis in 0..<result.count {
      var source = 0
      for (number, shape) in shapes.enumerated() {
        let own = axis - (result.count - shape.count)
        guard own >= 0, shape[own] != 1, shape[own] != result[axis] else { continue }
        if result[axis] != 1 {
          throw .plain(
            .value,
            "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between "
              + "arg \(source) with shape \(shapes[source]) and arg \(number) with shape \(shape).")
        }
        result[axis] = shape[own]
        source = number
      }
    }
    return result
  }
}

/// An element that says which scalar it is.
protocol ScalarElement: Element {
  var asScalar: Scalar { get }
}

extension Bool: ScalarElement { var asScalar: Scalar { .bool(self) } }
extension UInt8: ScalarElement { var asScalar: Scalar { .uint8(self) } }
extension Int64: ScalarElement { var asScalar: Scalar { .int64(self) } }
extension Double: ScalarElement { var asScalar: Scalar { .float64(self) } }
