import Arrays

/// What arrays have that is no function of the module: properties, conversions, changes in place.
enum ArrayMethods {
  static let constructor: NativeFunction = NativeFunction(
    "ndarray", "shape, dtype=, buffer=, offset=, strides=, order="
  ) { a in
    try a.refuse(2, "buffer", instead: "make an array with np.array")
    try a.refuse(4, "strides", instead: "make an array with np.empty")
    return Value(try NDArray.empty(a.dtype(1, default: .float64), shape: a.shape(0), order: a.order(5)))
  }

  static let all: [String: Value] = ArrayFunction.methods
    .merging(ofBoth) { $1 }
    .merging(properties) { $1 }
    .merging(ofArrays) { $1 }

  /// Methods of arrays and of NumPy's scalars.
  static let ofBoth: [String: Value] = table([
    method("astype", "dtype, order=, casting=, subok=, copy=") { a in try converted(a) },
    method("copy", "order=") { a in
      let array = try a.array(0)
      let copy = try a.copied(array, order: 1, byDefault: "C")
      return a[0].asArray == nil ? Value(unwrapping: copy) : Value(copy)
    },
    method("__copy__", "") { a in Value(try a.array(0).copyKeepingOrder()) },
    method("__deepcopy__", "memo, /") { a in Value(try a.array(0).copyKeepingOrder()) },
    method("item", "*args") { a in try item(a) },
    method("tolist", "") { a in try a.interpreter.nestedLists(a.array(0)) },
    method("tobytes", "order=") { a in
      let array = try a.array(0)
      let ordered = try a.order(1, of: array) == .fortran ? array.transposed : array
      let bytes = try ordered.copy()
      return .object(
        BytesObject(
          Array(UnsafeRawBufferPointer(start: bytes.storage.base, count: bytes.count * bytes.dtype.itemSize))))
    },
    method("view", "dtype=, type=") { a in
      let array = try a.array(0)
      guard a.has(1) else { return a.view(array) }
      let dtype = try a.interpreter.dtype(a[1])
      guard dtype.itemSize == array.dtype.itemSize else {
        throw Raised.unsupported(
          "view as a dtype of another size is not supported: use .astype(np.\(dtype.name)) to convert the elements")
      }
      return a.view(
        NDArray(
          storage: array.storage, dtype: dtype, offset: array.offset, shape: array.shape, strides: array.strides,
          isWriteable: array.isWriteable))
    },
    method("__array__", "dtype=") { a in Value(try ArrayFunction.array(a[0], a.dtype(1), a.interpreter)) },
    method("__len__", "") { a in .int(try a.interpreter.length(a[0])) },
    method("__getitem__", "key, /") { a in try a.interpreter.item(a[0], a[1]) },
    method("__float__", "") { a in .float(try a.interpreter.double(a[0])) },
    method("__int__", "") { a in Value(python: try a.scalar(0).cast(to: .int64)) },
    method("__bool__", "") { a in .bool(try a.interpreter.isTrue(a[0])) },
    method("__iter__", "") { a in try a.interpreter.makeIterator(a[0]) },
    method("__contains__", "key, /") { a in
      let isEqual = try NDArray.apply(.equal, a.array(0), a.array(1))
      return .bool(try isEqual.any().scalar() == .bool(true))
    },
    method("__repr__", "") { a in Value(try a.interpreter.representation(a[0])) },
    method("__str__", "") { a in Value(try a.interpreter.text(a[0])) },
  ])

  /// Methods that change an array where it lies.
  private static let ofArrays: [String: Value] = table([
    method("fill", "value, /") { a in
      let array = try a.array(0)
      let value = try a.interpreter.asElements(a[1], for: array)
      guard value.count == 1 else { throw Raised.valueError("setting an array element with a sequence.") }
      try array.assign(value)
      return .none
    },
    method("__setitem__", "key, value, /") { a in
      try a.interpreter.setItem(a[0], a[1], a[2])
      return .none
    },
    method("itemset", "*args") { a in
      guard let object = a[0].asArray, let value = a.rest.last else {
        throw Raised.valueError("itemset must have at least one argument")
      }
      let offset = try offset(of: Array(a.rest.dropLast()), in: object.array, a.interpreter)
      let element = object.array.with(shape: [], strides: [], offset: object.array.offset + offset)
      try element.assign(a.interpreter.asElements(value, for: element))
      return .none
    },
    method("resize", "*new_shape, refcheck=") { a in
      guard let object = a[0].asArray else { return .none }
      let shape = try a.rest.count == 1 ? a.interpreter.shape(a.rest[0]) : a.rest.map { try a.interpreter.index($0) }
      if object.base != nil { throw Raised.valueError("cannot resize this array: it does not own its data") }
      let result = try NDArray.zeros(object.array.dtype, shape: shape)
      let (old, new) = (try object.array.ravel(), try result.ravel())
      let count = min(old.count, new.count)
      try new.sliced(axis: 0, start: 0, stop: count).assign(old.sliced(axis: 0, start: 0, stop: count))
      object.array = result
      return .none
    },
    method("setflags", "write=, align=, uic=") { a in
      guard let object = a[0].asArray, a.has(1) else { return .none }
      try ArrayFlags.setWriteable(object, a.bool(1, default: true))
      return .none
    },
  ])

  private static func converted(_ a: borrowing Arguments) throws -> Value {
    let array = try a.array(0)
    let dtype = try a.interpreter.dtype(a[1])
    let rule = try a.castingRule(3, default: .unsafe)
    guard try rule.allows(array.dtype, dtype) else {
      throw Raised.typeError(
        "Cannot cast array data from dtype('\(array.dtype.name)') to dtype('\(dtype.name)') according to the rule "
          + "'\(rule.rawValue)'")
    }
    if dtype == array.dtype, a[0].asArray != nil, try !a.bool(5, default: true) { return a[0] }
    if a.interpreter.warnRuntime != nil, dtype.isInteger, array.dtype.isFloating, try array.hasUnfit(for: dtype) {
      a.interpreter.warn(Exceptions.runtimeWarning, "invalid value encountered in cast")
    }
    let result: NDArray
    switch try a.text(2, default: "K").uppercased() {
    case "K": result = try array.copyKeepingOrder(as: dtype)
    default: result = try array.copy(as: dtype).copy(order: a.order(2, of: array))
    }
    return a[0].asArray == nil ? Value(unwrapping: result) : Value(result)
  }

  private static func item(_ a: borrowing Arguments) throws -> Value {
    let array = try a.array(0)
    let offset = try offset(of: a.rest, in: array, a.interpreter)
    return Value(python: array.scalar(atOffset: offset))
  }

  /// Where the element lies that `item` and `itemset` name: the only one, the n-th in C order, or by all indices.
  private static func offset(of indices: [Value], in array: NDArray, _ interpreter: Interpreter) throws -> Int {
    var indices = indices
    if indices.count == 1, let tuple = indices[0].asTuple { indices = tuple.elements }
    if indices.isEmpty {
      guard array.count == 1 else { throw Raised.valueError("can only convert an array of size 1 to a Python scalar") }
      return 0
    }
    let positions = try indices.map { try interpreter.arrayInteger($0, refusingFlags: "an integer is required") }
    if positions.count == 1, array.rank != 1 {
      let place = positions[0] < 0 ? positions[0] + array.count : positions[0]
      guard place >= 0, place < array.count else {
        throw Raised.indexError("index \(positions[0]) is out of bounds for size \(array.count)")
      }
      return array.offset(ofFlatIndex: place)
    }
    guard positions.count == array.rank else { throw Raised.valueError("incorrect number of indices for array") }
    return try positions.enumerated().reduce(0) { sum, index in
      let (axis, position) = (index.offset, index.element)
      let length = array.shape[axis]
      guard position >= -length, position < length else {
        throw Raised.indexError("index \(position) is out of bounds for axis \(axis) with size \(length)")
      }
      return sum + (position < 0 ? position + length : position) * array.strides[axis]
    }
  }
}

extension NDArray {
  /// Whether a float is none that the integer dtype could hold in its register: nan, infinite or too large.
  fileprivate func hasUnfit(for dtype: DType) throws -> Bool {
    let bound = dtype == .int64 ? 9_223_372_036_854_775_808.0 : 2_147_483_648.0
    let values = try copy(as: .float64)
    let pointer = values.pointer(Double.self)
    return (0..<values.count).contains { !(pointer[$0].magnitude < bound) && pointer[$0] != -bound }
  }
}
