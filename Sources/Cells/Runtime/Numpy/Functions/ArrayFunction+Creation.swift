import Arrays

/// Arrays from nothing, or from Python's values.
extension ArrayFunction {
  static let creation: [ArrayFunction] = [
    ArrayFunction("array", "object, dtype=, *, copy=, order=, subok=, ndmin=, like=") { a in try makeArray(a) },
    ArrayFunction("asarray", "a, dtype=, order=, *, like=", aliases: ["asanyarray"]) { a in
      let array = try ArrayFunction.array(a[0], a.dtype(1), a.interpreter)
      if let object = a[0].asArray, array.storage === object.array.storage { return a[0] }
      return Value(array)
    },
    ArrayFunction("ascontiguousarray", "a, dtype=, *, like=") { a in
      let array = try ArrayFunction.array(a[0], a.dtype(1), a.interpreter)
      if array.rank > 0, array.isContiguous {
        return array.storage === a[0].asArray?.array.storage ? a[0] : Value(array)
      }
      return a.view(try array.rank == 0 ? array.atLeast(rank: 1) : array.copy())
    },
    ArrayFunction("asfortranarray", "a, dtype=, *, like=") { a in
      let array = try ArrayFunction.array(a[0], a.dtype(1), a.interpreter)
      if array.rank > 0, array.isFortranContiguous {
        return array.storage === a[0].asArray?.array.storage ? a[0] : Value(array)
      }
      return a.view(try array.rank == 0 ? array.atLeast(rank: 1) : array.copy(order: .fortran))
    },
    ArrayFunction("copy", "a, order=, subok=") { a in
      let array = try a.array(0)
      return Value(try a.copied(array, order: 1, byDefault: "K"))
    },
    ArrayFunction("zeros", "shape, dtype=, order=, *, like=", quick: Interpreter.smallFilled(0)) { a in
      Value(try NDArray.zeros(a.dtype(1, default: .float64), shape: a.shape(0), order: a.order(2)))
    },
    ArrayFunction("ones", "shape, dtype=, order=, *, like=", quick: Interpreter.smallFilled(1)) { a in
      Value(try NDArray.ones(a.dtype(1, default: .float64), shape: a.shape(0), order: a.order(2)))
    },
    ArrayFunction("empty", "shape, dtype=, order=, *, like=") { a in
      Value(try NDArray.empty(a.dtype(1, default: .float64), shape: a.shape(0), order: a.order(2)))
    },
    ArrayFunction("full", "shape, fill_value, dtype=, order=, *, like=") { a in
      let dtype = try a.dtype(2)
      let value = try a[1].asBigInt == nil ? a.array(1) : ArrayBuilder.array(of: a[1], dtype: dtype, a.interpreter)
      let result = try NDArray.empty(dtype ?? value.dtype, shape: a.shape(0), order: a.order(3))
      try result.assign(value)
      return Value(result)
    },
    ArrayFunction("zeros_like", "a, dtype=, order=, subok=, shape=") { a in
      Value(try a.like(shape: 4, dtype: 1).zerosLike(a.dtype(1)))
    },
    ArrayFunction("ones_like", "a, dtype=, order=, subok=, shape=") { a in
      Value(try a.like(shape: 4, dtype: 1).onesLike(a.dtype(1)))
    },
    ArrayFunction("empty_like", "prototype, dtype=, order=, subok=, shape=") { a in
      Value(try a.like(shape: 4, dtype: 1).emptyLike(a.dtype(1)))
    },
    ArrayFunction("full_like", "a, fill_value, dtype=, order=, subok=, shape=") { a in
      Value(try a.like(shape: 5, dtype: 2).fullLike(a.array(1), a.dtype(2)))
    },
    ArrayFunction("arange", "start=, stop=, step=, dtype=, *, like=") { a in
      if a[0].isUndefined && a[1].isUndefined { throw Raised.typeError("arange() requires stop to be specified.") }
      for index in 0..<3 where a.has(index) && a[index].asString != nil {
        throw Raised.typeError("arange() not supported for inputs with DType <class 'numpy.dtypes.StrDType'>.")
      }
      let (start, stop) =
        a.has(1) ? (try a.optionalScalar(0) ?? .int64(0), try a.scalar(1)) : (.int64(0), try a.scalar(0))
      return Value(try NDArray.arange(start, stop, step: a.optionalScalar(2) ?? .int64(1), dtype: a.dtype(3)))
    },
    ArrayFunction("linspace", "start, stop, num=, endpoint=, retstep=, dtype=, axis=") { a in try linspace(a) },
    ArrayFunction("logspace", "start, stop, num=, endpoint=, base=, dtype=, axis=") { a in
      Value(
        try NDArray.logspace(
          a.double(0), a.double(1), count: a.int(2, default: 50), endpoint: a.bool(3, default: true),
          base: a.double(4, default: 10), dtype: a.dtype(5, default: .float64)))
    },
    ArrayFunction("geomspace", "start, stop, num=, endpoint=, dtype=, axis=") { a in
      Value(
        try NDArray.geomspace(
          a.double(0), a.double(1), count: a.int(2, default: 50), endpoint: a.bool(3, default: true),
          dtype: a.dtype(4, default: .float64)))
    },
    ArrayFunction("fromiter", "iter, dtype, count=, *, like=") { a in
      let values = try a.interpreter.collect(a[0])
      let count = try a.int(2, default: -1)
      if count > values.count {
        throw Raised.valueError(
          "iterator too short: Expected \(count) but iterator had only \(values.count) items.")
      }
      let list = Value(list: count < 0 ? values : Array(values.prefix(count)))
      return Value(try ArrayBuilder.array(of: list, dtype: a.interpreter.dtype(a[1]), a.interpreter))
    },
  ]

  /// What `np.asarray(value, dtype)` gives: the array itself where it is one of that dtype.
  static func array(_ value: Value, _ dtype: DType?, _ interpreter: Interpreter) throws -> NDArray {
    if let array = value.asArray?.array {
      return dtype == nil || dtype == array.dtype ? array : try array.copyKeepingOrder(as: dtype)
    }
    if let scalar = value.scalar {
      return try NDArray(interpreter.stored(scalar, of: value, as: dtype ?? scalar.dtype))
    }
    if let dtype, value.asString != nil { return try NDArray(interpreter.number(value, as: dtype)) }
    if value.isNone, let dtype, dtype.isFloating { return try NDArray(Scalar.float64(.nan).cast(to: dtype)) }
    if value.object?.kind == .host, let converted = try interpreter.arrayInterface(value) { return converted }
    return try ArrayBuilder.array(of: value, dtype: dtype, interpreter)
  }

  private static func makeArray(_ a: borrowing Arguments) throws -> Value {
    let array = try array(a[0], a.dtype(1), a.interpreter)
    let isFresh = array.storage !== a[0].asArray?.array.storage
    let result =
      try isFresh || !a.bool(2, default: true)
      ? (a.has(3) && a.order(3, of: array) == .fortran ? array.copy(order: .fortran) : array)
      : a.copied(array, order: 3, byDefault: "K")
    let rank = try a.int(5, default: 0)
    if Int32(exactly: rank) == nil { throw Raised.overflow("Python int too large to convert to C int") }
    if rank > 32 { throw Raised.valueError("ndmin bigger than allowable number of dimensions NPY_MAXDIMS (=32)") }
    let missing = rank - result.rank
    if missing > 0 {
      return a.view(try result.reshape(Array(repeating: 1, count: missing) + Array(result.shape)))
    }
    return result.storage === a[0].asArray?.array.storage ? a[0] : Value(result)
  }

  private static func linspace(_ a: borrowing Arguments) throws -> Value {
    let count = try a.int(2, default: 50)
    let endpoint = try a.bool(3, default: true)
    let (start, stop) = (try a.array(0), try a.array(1))
    if start.rank > 0 || stop.rank > 0 {
      throw Raised.unsupported("np.linspace between arrays is not supported: call it for each pair of numbers")
    }
    let (values, step) = try NDArray.linspace(
      a.double(0), a.double(1), count: count, endpoint: endpoint, dtype: a.dtype(5, default: .float64))
    return try a.flag(4) ? Value(tuple: [Value(values), .npFloat64(step)]) : Value(values)
  }
}

extension Arguments {
  /// A copy in the order that `order=` names; `K` keeps the array's.
  func copied(_ array: NDArray, order index: Int, byDefault: String) throws -> NDArray {
    switch try text(index, default: byDefault).uppercased() {
    case "K": return try array.copyKeepingOrder()
    case "A": return try array.copy(order: array.preferredOrder)
    default: return try array.copy(order: order(index))
    }
  }

  /// The array that `zeros_like` and its kin imitate; of another shape where one is given.
  fileprivate func like(shape index: Int, dtype: Int) throws -> NDArray {
    let array = try array(0)
    return has(index) ? try NDArray.empty(array.dtype, shape: shape(index)) : array
  }
}
