import Arrays

/// The arguments that NumPy's functions have in common.
extension Arguments {
  /// `axis=`: `nil` for `None`.
  /// - Throws: `TypeError` "'float' object cannot be interpreted as an integer".
  func axis(_ index: Int, default value: Int? = nil) throws -> Int? {
    if self[index].isUndefined { return value }
    guard has(index) else { return nil }
    return try interpreter.arrayInteger(self[index], refusingFlags: flagRefusals[function.name])
  }

  /// `axis=` that may be a tuple; `nil` for all axes.
  func axes(_ index: Int) throws -> [Int]? {
    guard has(index) else { return nil }
    if readersInPython.contains(function.name) { return try interpreter.lengths(self[index]) }
    let isSqueezed = function.name == "squeeze"
    let refusal =
      !isSqueezed
      ? "an integer is required"
      : self[index].elements == nil
        ? "an integer is required for the axis" : "integers are required for the axis tuple elements"
    return try interpreter.lengths(self[index], refusingFlags: refusal)
  }

  /// `axes` for functions that count the elements along them: those, unlike sums, refuse axes of an array without any.
  func countedAxes(_ index: Int, of array: Int) throws -> [Int]? {
    let axes = try axes(index)
    if let axes, let first = axes.first, try self.array(array).rank == 0 {
      throw ArrayError.plain(.axis, "axis \(first) is out of bounds for array of dimension 0")
    }
    return axes
  }

  /// A shape: one integer or a sequence of them.
  func shape(_ index: Int) throws -> [Int] { try interpreter.shape(self[index]) }

  /// One length of a shape.
  func length(_ index: Int) throws -> Int {
    try interpreter.arrayInteger(self[index], refusingFlags: "an integer is required")
  }

  /// `dtype=`; `nil` where there is none.
  func dtype(_ index: Int) throws -> DType? { has(index) ? try interpreter.dtype(self[index]) : nil }

  func dtype(_ index: Int, default value: DType) throws -> DType { try dtype(index) ?? value }

  /// `order=`: `C` or `F`; `K` and `A` are what `source` prefers.
  func order(_ index: Int, of source: NDArray? = nil) throws -> ArrayOrder {
    guard has(index) else { return .c }
    switch try text(index).uppercased() {
    case "C": return .c
    case "F": return .fortran
    case "A", "K": return source?.preferredOrder ?? .c
    default: throw Raised.valueError("order must be one of 'C', 'F', 'A', or 'K' (got '\(try text(index))')")
    }
  }

  /// `keepdims=`.
  func flag(_ index: Int) throws -> Bool { try bool(index, default: false) }

  /// A single number, also an array's only element.
  func scalar(_ index: Int) throws -> Scalar {
    if let scalar = self[index].scalar { return scalar }
    let array = try array(index)
    guard array.count == 1 else {
      throw Raised.typeError("only length-1 arrays can be converted to Python scalars")
    }
    return array.scalar()
  }

  /// `initial=`; `nil` where there is none.
  func optionalScalar(_ index: Int) throws -> Scalar? { has(index) ? try scalar(index) : nil }

  /// `mode=` of functions that take indices.
  func boundsMode(_ index: Int) throws -> BoundsMode {
    guard has(index) else { return .raise }
    switch try text(index) {
    case "raise": return .raise
    case "wrap": return .wrap
    case "clip": return .clip
    default: throw Raised.valueError("clipmode must be one of 'clip', 'raise', or 'wrap' (got '\(try text(index))')")
    }
  }

  /// Several arrays: the elements of a list or tuple, or an array's parts.
  func arrays(_ index: Int) throws -> [NDArray] {
    if self[index].scalar != nil || self[index].asNative != nil {
      throw Raised.typeError(
        "arrays to stack must be passed as a \"sequence\" type such as list or tuple.")
    }
    return try interpreter.collect(self[index]).map { try interpreter.asArray($0) }
  }

  /// What NumPy has and this program has not.
  func refuse(_ index: Int, _ parameter: String, instead: String) throws {
    if !self[index].isUndefined && !self[index].isNone {
      throw Raised.unsupported("\(function.name)(\(parameter)=...) is not supported: \(instead)")
    }
  }

  /// `where=` of reductions.
  func refuseWhere(_ index: Int) throws {
    if case .bool(true) = self[index] { return }
    try refuse(index, "where", instead: "select the elements first, as in x[mask]")
  }

  var warn: WarningSink? { interpreter.warnRuntime }

  // MARK: Results

  /// A product of the first two arguments, whose work counts.
  func product(_ multiply: (NDArray, NDArray) throws(ArrayError) -> NDArray) throws -> NDArray {
    let (left, right) = (try array(0), try array(1))
    return interpreter.chargeProduct(left, right, try multiply(left, right))
  }

  /// A computed array: a scalar where it has no axes, or written to the array that `out=` names.
  func result(_ array: NDArray, out index: Int? = nil) throws -> Value {
    guard let index, has(index) else { return Value(unwrapping: array) }
    guard let out = try output(index) else { return .none }
    guard out.array.shape == array.shape else {
      throw Raised.valueError(
        "output parameter for reduction operation \(function.name) has the wrong shape: \(out.array.shape) instead of "
          + "\(array.shape)")
    }
    guard array.dtype.castsWithinKind(to: out.array.dtype) else {
      throw Raised(
        Exceptions.ufuncCastingError,
        "Cannot cast ufunc '\(function.name)' output from dtype('\(array.dtype.name)') to "
          + "dtype('\(out.array.dtype.name)') with casting rule 'same_kind'")
    }
    try out.array.assign(array)
    return .object(out)
  }

  /// The array that `out=` names.
  func output(_ index: Int) throws -> ArrayObject? {
    guard has(index) else { return nil }
    let value = self[index].asTuple.flatMap { $0.elements.count == 1 ? $0.elements[0] : nil } ?? self[index]
    guard let out = value.asArray else { throw Raised.typeError("return arrays must be of ArrayType") }
    return out
  }

  /// An array that may show the storage of the argument at `index`: then it knows so. It stays an array without axes
  /// unless a scalar was given.
  func view(_ array: NDArray, of index: Int = 0) -> Value {
    if let source = self[index].asArray {
      return .object(ArrayObject(array, base: array.storage === source.array.storage ? source.base ?? source : nil))
    }
    return self[index].isNumpyScalar ? Value(unwrapping: array) : Value(array)
  }

  func views(_ arrays: [NDArray], of index: Int = 0) -> [Value] { arrays.map { view($0, of: index) } }
}

extension Interpreter {
  /// A shape or axes: one integer, or a sequence of integers.
  func lengths(_ value: Value, refusingFlags refusal: String? = nil) throws -> [Int] {
    if let elements = value.elements { return try elements.map { try arrayInteger($0, refusingFlags: refusal) } }
    if let array = value.asArray?.array, array.rank == 1 { return try array.integers() }
    if value.asRange != nil { return try collect(value).map { try index($0) } }
    // A sequence of nothing.
    if value.asString?.value.isEmpty ?? false { return [] }
    return [try arrayInteger(value, refusingFlags: refusal)]
  }

  /// An integer where NumPy wants one: a length, an axis, an index.
  ///
  /// Before NumPy 1.12 a float was one too, cut towards zero, with a warning, and so was a bool; since then NumPy's
  /// functions that are written in C refuse a bool in the given words.
  func arrayInteger(_ value: Value, refusingFlags refusal: String? = nil) throws -> Int {
    guard vintage.numpy < 12 else {
      if let refusal, value.isFlag { throw Raised.typeError(refusal) }
      return try index(value)
    }
    guard let number = value.floatingNumber else {
      if value.scalar == nil, !isIndex(value) { throw Raised.typeError("an integer is required") }
      return try index(value)
    }
    warn(
      Exceptions.visibleDeprecationWarning,
      "using a non-integer number instead of an integer will result in an error in the future")
    return try index(Interpreter.truncated(number))
  }

  /// A bound of an array's slice.
  func arraySliceBound(of value: Value) throws -> Int? {
    guard vintage.numpy < 12, value.floatingNumber != nil else { return try sliceBound(of: value) }
    return try arrayInteger(value)
  }

  func shape(_ value: Value) throws -> [Int] {
    if value.isNone { return [] }
    if let array = value.asArray?.array, array.rank == 1 {
      if array.count > Dims.maxCount { throw ArrayError.tooManyAxes(array.count) }
      return try (0..<array.count).map {
        try arrayInteger(Value(array.get([.integer($0)]).scalar()), refusingFlags: "an integer is required")
      }
    }
    let isSequence = value.elements != nil || value.asRange != nil || value.asString != nil || value.asArray != nil
    let isFlag = value.isFlag || value.asArray?.array.dtype == .bool
    guard isSequence && !isFlag || isIndex(value) && !isFlag || vintage.numpy < 19 else {
      throw Raised.typeError(
        "expected a sequence of integers or a single integer, got '\(try representation(value))'")
    }
    return try lengths(value, refusingFlags: "an integer is required")
  }
}

/// What functions that read one `axis=` in C say of a bool.
private let flagRefusals: [String: String] =
  Dictionary(
    uniqueKeysWithValues: [
      "append", "argmax", "argmin", "argsort", "compress", "concatenate", "cumprod", "cumproduct", "cumsum", "repeat",
      "take",
    ].map { ($0, "an integer is required for the axis") }
      + ["accumulate", "average", "trapz"].map { ($0, "an integer is required") })

/// Functions that read their axes in Python, where a bool is an integer.
private let readersInPython: Set<String> = [
  "flip", "gradient", "median", "nanmedian", "norm", "percentile", "quantile", "roll", "rot90",
]

extension Value {
  /// The number of a float, Python's or NumPy's.
  var floatingNumber: Double? {
    switch self {
    case .float(let number), .npFloat64(let number): number
    case .npFloat32(let number): Double(number)
    default: nil
    }
  }

  /// A bool, Python's or NumPy's.
  var isFlag: Bool {
    switch self {
    case .bool, .npBool: true
    default: false
    }
  }

  var isNumpyScalar: Bool {
    switch self {
    case .npBool, .npUInt8, .npInt64, .npFloat32, .npFloat64: true
    default: false
    }
  }

  /// NumPy's name of a dtype as messages quote it.
  package init(_ dtype: DType) { self = .object(DTypeObject(dtype)) }
}
