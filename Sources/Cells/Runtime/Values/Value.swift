import Arrays

/// What a variable holds: sixteen bytes, eight of payload and a tag.
///
/// Numbers, booleans and `None` live in the value itself: no allocation, no reference counting. So do NumPy's scalars,
/// which are not Python's numbers: `np.float64(1) / 0` is `inf` with a warning where `1.0 / 0` raises, and they print
/// differently under the numpy-1.13 style. Everything else is an `Object` on the heap, counted by Swift.
///
/// The interpreter's hot loop does not go through Swift's `switch` for arithmetic, since that would retain and release
/// what it looks at: it reads the tag byte where it lies (`ValueLayout`, which a test holds to the compiler's choice)
/// and touches reference counts only when the tag says `object`.
package enum Value: Sendable {
  case bool(Bool)
  case int(Int)
  case float(Double)
  case npBool(Bool)
  case npUInt8(UInt8)
  case npInt64(Int)
  case npFloat32(Float)
  case npFloat64(Double)
  case object(Object)
  case none
  case ellipsis
  case notImplemented
  /// No value at all: a variable before its first assignment, an argument that was not given.
  case undefined
}

extension Value {
  /// One of Python's own floats.
  package var isFloat: Bool { if case .float = self { true } else { false } }

  package init(_ scalar: Scalar) {
    switch scalar {
    case .bool(let value): self = .npBool(value)
    case .uint8(let value): self = .npUInt8(value)
    case .int64(let value): self = .npInt64(Int(value))
    case .float32(let value): self = .npFloat32(value)
    case .float64(let value): self = .npFloat64(value)
    }
  }

  package init(_ text: String) { self = .object(StringObject(text)) }
  package init(list: [Value]) { self = .object(ListObject(list)) }
  package init(tuple: [Value]) { self = .object(TupleObject(tuple)) }

  /// An array as an array, whatever its rank.
  package init(_ array: NDArray) { self = .object(ArrayObject(array)) }

  /// An array as NumPy hands results out: a scalar where it has no axes.
  package init(unwrapping array: NDArray) {
    self = array.rank == 0 ? Value(array.scalar()) : .object(ArrayObject(array))
  }

  package init(_ shape: Dims) { self = .object(TupleObject(shape.map { .int($0) })) }

  package var isUndefined: Bool {
    if case .undefined = self { return true }
    return false
  }

  package var isNone: Bool {
    if case .none = self { return true }
    return false
  }

  /// Not given, or given as `None`.
  package var isAbsent: Bool {
    switch self {
    case .none, .undefined: true
    default: false
    }
  }

  package var object: Object? {
    if case .object(let object) = self { return object }
    return nil
  }

  /// Python's `is`.
  package func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.object(let a), .object(let b)):
      a === b
        || a.kind == .string && b.kind == .string
          && unsafeDowncast(a, to: StringObject.self).isIdentical(to: unsafeDowncast(b, to: StringObject.self))
    case (.none, .none), (.ellipsis, .ellipsis), (.notImplemented, .notImplemented): true
    case (.bool(let a), .bool(let b)): a == b
    case (.npBool(let a), .npBool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
    default: false
    }
  }
}
