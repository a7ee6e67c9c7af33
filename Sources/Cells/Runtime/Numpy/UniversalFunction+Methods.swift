import Arrays

extension UniversalFunction {
  /// `np.add.reduce` and its kin.
  static let methods: [String: Value] = table([
    method("__repr__", "") { a in Value("<ufunc '\(try of(a[0]).name)'>") },
    property("__name__") { value, _ in Value(try of(value).name) },
    property("nin") { value, _ in .int(try of(value).operandCount) },
    property("nout") { value, _ in .int(try of(value).resultCount) },
    property("nargs") { value, _ in .int(try of(value).operandCount + of(value).resultCount) },
    property("identity") { value, _ in
      guard case .binary(let function) = try of(value).kernel, let identity = function.identity else { return .none }
      return Value(identity)
    },
    method("reduce", "array, axis=, dtype=, out=, keepdims=, initial=, where=") { a in
      try a.refuseWhere(7)
      return try a.result(reduced(a), out: 4)
    },
    method("accumulate", "array, axis=, dtype=, out=") { a in
      let function = try binary(a[0], "accumulate")
      let array = try a.array(1)
      if array.rank == 0 { throw Raised.typeError("cannot accumulate on a scalar") }
      let axis = try a.axis(2, default: 0) ?? 0
      switch function {
      case .add: return try a.result(array.cumulativeSum(axis: axis, dtype: a.dtype(3), warn: a.warn), out: 4)
      case .multiply: return try a.result(array.cumulativeProduct(axis: axis, dtype: a.dtype(3), warn: a.warn), out: 4)
      default:
        let result = try array.inResultType(of: function).copy()
        let slices = try result.moveAxis([axis], to: [0])
        for index in stride(from: 1, to: slices.shape[0], by: 1) {
          try a.interpreter.spend(1)
          let (before, slice) = (try slices.get([.integer(index - 1)]), try slices.get([.integer(index)]))
          try slice.assign(NDArray.apply(function, before, slice, warn: a.warn))
        }
        return try a.result(result, out: 4)
      }
    },
    method("outer", "A, B, /, **kwargs") { a in
      let function = try binary(a[0], "outer")
      let (left, right) = (try a.array(1), try a.array(2))
      let ones = Array(repeating: 1, count: right.rank)
      let wide = try left.reshape(Array(left.shape) + ones)
      return Value(unwrapping: try NDArray.apply(function, wide, right, warn: a.warn))
    },
    method("at", "a, indices, b=, /") { a in
      guard let target = a[1].asArray?.array else { throw Raised.typeError("first operand must be array") }
      let indices = try a.interpreter.arrayIndices(a[2])
      // Indices that come more than once count each time: one element after the other.
      let places = try NDArray.arange(.int64(0), .int64(Int64(target.count))).reshape(Array(target.shape)).get(indices)
      let values = try a.has(3) ? a.array(3).broadcast(to: Array(places.shape)).ravel() : nil
      for (index, place) in try places.ravel().integers().enumerated() {
        let offset = target.offset(ofFlatIndex: place)
        let element = target.with(shape: [], strides: [], offset: target.offset + offset)
        let value = try NDArray(element.scalar())
        let result: NDArray
        switch try of(a[0]).kernel {
        case .unary(let function): result = try NDArray.apply(function, to: value, warn: a.warn)
        case .binary(let function):
          guard let values else { throw Raised.valueError("second operand needed for ufunc") }
          let operand = values.with(
            shape: [], strides: [], offset: values.offset + values.offset(ofFlatIndex: index))
          result = try NDArray.apply(function, value, operand, warn: a.warn)
        case .other: throw Raised.unsupported("np.\(try of(a[0]).name).at is not supported")
        }
        target.store(result.scalar(), atOffset: offset)
      }
      return .none
    },
  ])

  private static func of(_ value: Value) throws -> UniversalFunction {
    guard let function = value.object as? UniversalFunction else {
      throw Raised.typeError("descriptor requires a 'numpy.ufunc' object")
    }
    return function
  }

  private var operandCount: Int {
    switch kernel {
    case .unary: 1
    case .binary: 2
    case .other(let operands, _): operands
    }
  }

  private var resultCount: Int {
    if case .other(_, let results) = kernel { return results }
    return 1
  }

  private static func binary(_ value: Value, _ method: String) throws -> BinaryFunction {
    guard case .binary(let function) = try of(value).kernel else {
      throw Raised.valueError(
        method == "outer"
          ? "outer product only supported for binary functions" : "\(method) only supported for binary functions")
    }
    return function
  }

  private static func reduced(_ a: borrowing Arguments) throws -> NDArray {
    let function = try binary(a[0], "reduce")
    let array = try a.array(1)
    let axes: [Int]? = a[2].isUndefined ? (array.rank == 0 ? nil : [0]) : try a.axes(2)
    let keepDims = try a.flag(5)
    let initial = try a.optionalScalar(6)
    switch function {
    case .add:
      return try array.sum(axes: axes, keepDims: keepDims, dtype: a.dtype(3), initial: initial, warn: a.warn)
    case .multiply:
      return try array.product(axes: axes, keepDims: keepDims, dtype: a.dtype(3), initial: initial, warn: a.warn)
    case .maximum: return try array.max(axes: axes, keepDims: keepDims, initial: initial)
    case .minimum: return try array.min(axes: axes, keepDims: keepDims, initial: initial)
    case .logicalAnd: return try array.all(axes: axes, keepDims: keepDims)
    case .logicalOr: return try array.any(axes: axes, keepDims: keepDims)
    default: break
    }
    if initial != nil { throw Raised.unsupported("np.\(function.name).reduce(initial=...) is not supported") }
    let sorted = try Axes.normalize(axes ?? Array(0..<array.rank), rank: array.rank).sorted()
    if sorted.count > 1, !function.isReorderable {
      throw Raised.valueError(
        "reduction operation '\(function.name)' is not reorderable, so at most one axis may be specified")
    }
    var result = try array.inResultType(of: function)
    for axis in sorted.reversed() {
      let (slices, count) = (try result.moveAxis([axis], to: [0]), result.shape[axis])
      if count == 0 {
        guard let identity = function.identity else {
          throw Raised.valueError(
            "zero-size array to reduction operation \(function.name) which has no identity")
        }
        var shape = Array(result.shape)
        shape.remove(at: axis)
        result = try NDArray(identity).copy(as: result.dtype).broadcast(to: shape).copy()
        continue
      }
      result = try slices.get([.integer(0)])
      for index in 1..<count {
        try a.interpreter.spend(1)
        result = try NDArray.apply(function, result, slices.get([.integer(index)]), warn: a.warn)
      }
    }
    return keepDims ? try result.expandDims(sorted) : result
  }
}

extension BinaryFunction {
  fileprivate var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: true
    default: false
    }
  }

  /// What the reduction of nothing gives.
  fileprivate var identity: Scalar? {
    switch self {
    case .add, .bitwiseOr, .bitwiseXor, .hypot: .int64(0)
    case .multiply: .int64(1)
    case .bitwiseAnd: .int64(-1)
    case .logicalAnd: .bool(true)
    case .logicalOr, .logicalXor: .bool(false)
    case .logaddexp: .float64(-.infinity)
    default: nil
    }
  }

  /// Whether the order of the elements does not matter, as NumPy sees it.
  fileprivate var isReorderable: Bool {
    switch self {
    case .bitwiseAnd, .bitwiseOr, .bitwiseXor, .logicalXor, .fmax, .fmin, .gcd, .lcm, .hypot, .logaddexp: true
    default: false
    }
  }
}

extension NDArray {
  /// The elements in the dtype that the function gives for two of them: a running result starts with the first.
  fileprivate func inResultType(of function: BinaryFunction) throws -> NDArray {
    if function.isComparison, dtype != .bool {
      throw Raised.typeError(
        "No loop matching the specified signature and casting was found for ufunc \(function.name)")
    }
    let none = try NDArray(dtype, shape: [0])
    let result = try NDArray.apply(function, none, none).dtype
    return result == dtype ? self : try copy(as: result)
  }
}
