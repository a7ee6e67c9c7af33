/// An element that can become any other element as C (and so NumPy's `astype`) converts it.
package protocol CastableElement: Element {
  init(casting value: Bool)
  init(casting value: UInt8)
  init(casting value: Int64)
  init(casting value: Float)
  init(casting value: Double)
}

extension Bool: CastableElement {
  package init(casting value: Bool) { self = value }
  package init(casting value: UInt8) { self = value != 0 }
  package init(casting value: Int64) { self = value != 0 }
  package init(casting value: Float) { self = value != 0 }
  package init(casting value: Double) { self = value != 0 }
}

extension UInt8: CastableElement {
  package init(casting value: Bool) { self = value ? 1 : 0 }
  package init(casting value: UInt8) { self = value }
  package init(casting value: Int64) { self = UInt8(truncatingIfNeeded: value) }
  // C leaves out-of-range floats undefined; x86-64 compilers go through a 32-bit integer, and so does NumPy there.
  package init(casting value: Float) { self.init(casting: Double(value)) }
  package init(casting value: Double) {
    self = value > -2_147_483_649 && value < 2_147_483_648 ? UInt8(truncatingIfNeeded: Int32(value)) : 0
  }
}

extension Int64: CastableElement {
  package init(casting value: Bool) { self = value ? 1 : 0 }
  package init(casting value: UInt8) { self = Int64(value) }
  package init(casting value: Int64) { self = value }
  package init(casting value: Float) { self.init(casting: Double(value)) }
  /// What does not fit (nan and infinities too) becomes the smallest integer, as on x86-64.
  package init(casting value: Double) {
    self = value >= -9_223_372_036_854_775_808 && value < 9_223_372_036_854_775_808 ? Int64(value) : .min
  }
}

extension Float: CastableElement {
  package init(casting value: Bool) { self = value ? 1 : 0 }
  package init(casting value: UInt8) { self = Float(value) }
  package init(casting value: Int64) { self = Float(value) }
  package init(casting value: Float) { self = value }
  package init(casting value: Double) { self = Float(value) }
}

extension Double: CastableElement {
  package init(casting value: Bool) { self = value ? 1 : 0 }
  package init(casting value: UInt8) { self = Double(value) }
  package init(casting value: Int64) { self = Double(value) }
  package init(casting value: Float) { self = Double(value) }
  package init(casting value: Double) { self = value }
}

/// One element, with its type: what a reduction of all axes or an index of all axes gives.
public enum Scalar: Sendable, Equatable {
  case bool(Bool)
  case uint8(UInt8)
  case int64(Int64)
  case float32(Float)
  case float64(Double)

  public var dtype: DType {
    switch self {
    case .bool: .bool
    case .uint8: .uint8
    case .int64: .int64
    case .float32: .float32
    case .float64: .float64
    }
  }

  package func cast<T: CastableElement>(to type: T.Type) -> T {
    switch self {
    case .bool(let value): T(casting: value)
    case .uint8(let value): T(casting: value)
    case .int64(let value): T(casting: value)
    case .float32(let value): T(casting: value)
    case .float64(let value): T(casting: value)
    }
  }

  /// The scalar with another dtype, converted as `astype` does.
  public func cast(to dtype: DType) -> Scalar {
    switch dtype {
    case .bool: .bool(cast(to: Bool.self))
    case .uint8: .uint8(cast(to: UInt8.self))
    case .int64: .int64(cast(to: Int64.self))
    case .float32: .float32(cast(to: Float.self))
    case .float64: .float64(cast(to: Double.self))
    }
  }
}

extension NDArray {
  /// A 0-dimensional array.
  public init(_ scalar: Scalar) throws(ArrayError) {
    switch scalar {
    case .bool(let value): try self.init(scalar: value)
    case .uint8(let value): try self.init(scalar: value)
    case .int64(let value): try self.init(scalar: value)
    case .float32(let value): try self.init(scalar: value)
    case .float64(let value): try self.init(scalar: value)
    }
  }

  /// The element at an offset, in elements, from the first.
  /// - Precondition: the offset is that of an element.
  public func scalar(atOffset position: Int = 0) -> Scalar {
    switch dtype {
    case .bool: .bool(pointer(Bool.self)[position])
    case .uint8: .uint8(pointer(UInt8.self)[position])
    case .int64: .int64(pointer(Int64.self)[position])
    case .float32: .float32(pointer(Float.self)[position])
    case .float64: .float64(pointer(Double.self)[position])
    }
  }

  /// Stores one element, converted to this array's dtype.
  public func store(_ scalar: Scalar, atOffset position: Int = 0) {
    switch dtype {
    case .bool: pointer(Bool.self)[position] = scalar.cast(to: Bool.self)
    case .uint8: pointer(UInt8.self)[position] = scalar.cast(to: UInt8.self)
    case .int64: pointer(Int64.self)[position] = scalar.cast(to: Int64.self)
    case .float32: pointer(Float.self)[position] = scalar.cast(to: Float.self)
    case .float64: pointer(Double.self)[position] = scalar.cast(to: Double.self)
    }
  }

  /// A new C-contiguous array with the same elements, of another dtype where one is given. O(count).
  public func copy(as dtype: DType? = nil) throws(ArrayError) -> NDArray {
    let result = try NDArray(dtype ?? self.dtype, shape: shape, zeroed: false)
    try result.copyElements(from: self, strides: strides)
    return result
  }

  /// Writes `source`, broadcast to this array's shape and converted to its dtype, over the elements.
  ///
  /// Source and target may overlap: the source is copied first then.
  /// - Throws: `ArrayError.plain` "could not broadcast input array from shape ..." where it does not fit.
  public func assign(_ source: NDArray) throws(ArrayError) {
    if !isWriteable { throw .plain(.value, "assignment destination is read-only") }
    var source = source
    // Leading axes of length 1 may be dropped in an assignment, unlike elsewhere.
    while source.rank > rank, source.shape[0] == 1 {
      var (shape, strides) = (source.shape, source.strides)
      shape.remove(at: 0)
      strides.remove(at: 0)
      source = source.with(shape: shape, strides: strides)
    }
    guard let sourceStrides = source.broadcastStrides(to: shape) else {
      throw .plain(
        .value,
        "could not broadcast input array from shape \(source.shape.compactDescription) "
          + "into shape \(shape.compactDescription)")
    }
    if source.storage === storage, source.rank > 0, count > 1 {
      let copy = try source.copy()
      try copyElements(from: copy, strides: copy.broadcastStrides(to: shape) ?? sourceStrides)
    } else {
      try copyElements(from: source, strides: sourceStrides)
    }
  }

  /// Copies with conversion; `strides` are the source's, broadcast to this array's shape.
  func copyElements(from source: NDArray, strides sourceStrides: Dims) throws(ArrayError) {
    switch dtype {
    case .bool: try copyElements(Bool.self, from: source, sourceStrides)
    case .uint8: try copyElements(UInt8.self, from: source, sourceStrides)
    case .int64: try copyElements(Int64.self, from: source, sourceStrides)
    case .float32: try copyElements(Float.self, from: source, sourceStrides)
    case .float64: try copyElements(Double.self, from: source, sourceStrides)
    }
  }

  private func copyElements<T: CastableElement>(
    _ type: T.Type, from source: NDArray, _ sourceStrides: Dims
  ) throws(ArrayError) {
    switch source.dtype {
    case .bool: try copyRuns(from: source.pointer(Bool.self), sourceStrides) { T(casting: $0) }
    case .uint8: try copyRuns(from: source.pointer(UInt8.self), sourceStrides) { T(casting: $0) }
    case .int64: try copyRuns(from: source.pointer(Int64.self), sourceStrides) { T(casting: $0) }
    case .float32: try copyRuns(from: source.pointer(Float.self), sourceStrides) { T(casting: $0) }
    case .float64: try copyRuns(from: source.pointer(Double.self), sourceStrides) { T(casting: $0) }
    }
  }

  @inline(__always)
  private func copyRuns<S, T: Element>(
    from source: UnsafeMutablePointer<S>, _ sourceStrides: Dims, _ cast: (S) -> T
  ) throws(ArrayError) {
    let target = pointer(T.self)
    var runs = StridedRuns(shape: shape, strides, sourceStrides)
    while try runs.next() {
      let to = target + runs.offsets.0
      let from = source + runs.offsets.1
      let (toStep, fromStep) = (runs.steps.0, runs.steps.1)
      if toStep == 1 && fromStep == 1 {
        for index in 0..<runs.length { to[index] = cast(from[index]) }
      } else {
        for index in 0..<runs.length { to[index &* toStep] = cast(from[index &* fromStep]) }
      }
    }
  }
}
