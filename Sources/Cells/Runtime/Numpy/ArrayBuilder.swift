import Arrays

/// Makes an array of nested lists and numbers, as `np.array` does: first the shape and dtype are found, then the
/// elements are written.
struct ArrayBuilder {
  private let interpreter: Interpreter
  /// The dtype that was asked for.
  private let target: DType?
  private var shape = Dims()
  private var dtype: DType?

  private var hasDType: Bool { target != nil }

  /// Of the NumPy that the session takes after.
  private var numpy: Int { interpreter.vintage.numpy }

  /// - Parameter dtype: of the result; found from the elements where it is `nil`.
  /// - Throws: `ValueError` for ragged nesting; an error for elements that are no numbers.
  static func array(of value: Value, dtype: DType?, _ interpreter: Interpreter) throws -> NDArray {
    if value.object?.kind == .host, let array = try interpreter.arrayInterface(value) {
      return dtype == nil || dtype == array.dtype ? array : try array.copy(as: dtype)
    }
    var builder = ArrayBuilder(interpreter, target: dtype)
    try builder.findShape(value)
    do {
      try builder.findDType(value, depth: 0)
    } catch let ragged as Ragged {
      throw try builder.error(ragged, in: value)
    }
    let result = try NDArray(dtype ?? builder.dtype ?? .float64, shape: builder.shape)
    var offset = 0
    try builder.fill(result, value, depth: 0, &offset)
    return result
  }

  private init(_ interpreter: Interpreter, target: DType?) {
    self.interpreter = interpreter
    self.target = target
  }

  /// A number. Integers of more than 64 bits become what was asked for.
  private func scalar(_ value: Value) throws -> Scalar? {
    if value.asBigInt != nil, let target { return try interpreter.number(value, as: target) }
    return value.scalar
  }

  /// A sequence's elements; `nil` for what counts as one element.
  private func elements(_ value: Value) throws -> [Value]? {
    if let elements = value.elements { return elements }
    if value.asRange != nil { return try interpreter.collect(value) }
    if value.object?.kind == .host, let array = try interpreter.arrayInterface(value), array.rank > 0 {
      if array.rank == 1 { return (0..<array.count).map { Value(array.scalar(atOffset: $0)) } }
      return try interpreter.collect(Value(array))
    }
    if value.object?.kind == .instance, interpreter.userMethod(value, "__len__") != nil,
      interpreter.userMethod(value, "__getitem__") != nil
    {
      return try interpreter.collect(value)
    }
    return nil
  }

  /// The shape of the first branch.
  private mutating func findShape(_ value: Value) throws {
    if let array = value.asArray?.array {
      for length in array.shape { try append(length) }
      return
    }
    guard let elements = try elements(value) else { return }
    try append(elements.count)
    if let first = elements.first { try findShape(first) }
  }

  private mutating func append(_ length: Int) throws {
    if shape.count == Dims.maxCount { throw ArrayError.tooManyAxes(shape.count + 1) }
    shape.append(length)
  }

  /// Joins the dtypes of all elements and checks that every branch has the shape of the first.
  private mutating func findDType(_ value: Value, depth: Int) throws {
    try interpreter.tickOnce()
    if let array = value.asArray?.array {
      if isElement(array, depth) { return try join(array.dtype) }
      guard array.shape.elementsEqual(shape.dropFirst(depth)) else { throw Ragged(isInside: depth < shape.count) }
      return try join(array.dtype)
    }
    if let elements = try elements(value) {
      guard depth < shape.count, elements.count == shape[depth] else { throw Ragged(isInside: depth < shape.count) }
      for element in elements { try findDType(element, depth: depth + 1) }
      return
    }
    guard depth == shape.count else { throw Ragged(isInside: depth < shape.count) }
    guard let scalar = try scalar(value) else { throw interpreter.notAnElement(value) }
    try join(scalar.dtype)
  }

  /// Whether an array of one element stands where others are numbers: until NumPy 1.19 it counted as its element.
  private func isElement(_ array: NDArray, _ depth: Int) -> Bool {
    (numpy < 12 || hasDType && numpy < 19) && depth == shape.count && array.count == 1
  }

  private mutating func join(_ other: DType) throws {
    dtype = try dtype.map { dtype in try DType.promote(dtype, other) } ?? other
  }

  /// Some branch is not like the first.
  private struct Ragged: Error {
    /// A number stands where others are sequences, or a sequence has another length.
    let isInside: Bool
  }

  private func error(_ ragged: Ragged, in value: Value) throws -> Raised {
    if numpy < 24, !hasDType, numpy >= 12 || ragged.isInside {
      return .unsupported("arrays of objects are not supported (these rows are of different lengths): use a list")
    }
    if numpy < 19 { return .valueError("setting an array element with a sequence.") }
    var common = CommonShape()
    try discover(&common, value, depth: 0)
    return .valueError(
      "setting an array element with a sequence. The requested array has an inhomogeneous shape after "
        + "\(common.shape.count) dimensions. The detected shape was \(common.shape) + inhomogeneous part.")
  }

  private func discover(_ common: inout CommonShape, _ value: Value, depth: Int) throws {
    try interpreter.tickOnce()
    if let array = value.asArray?.array { return common.meet(lengths: Array(array.shape), depth: depth) }
    guard let elements = try elements(value), common.canMeetSequence(depth: depth) else {
      return common.meet(lengths: [], depth: depth)
    }
    guard common.meetSequence(count: elements.count, depth: depth) else { return }
    for element in elements { try discover(&common, element, depth: depth + 1) }
  }

  private func fill(_ result: NDArray, _ value: Value, depth: Int, _ offset: inout Int) throws {
    try interpreter.tickOnce()
    if let array = value.asArray?.array, isElement(array, depth) {
      result.store(array.scalar().cast(to: result.dtype), atOffset: offset)
      offset += 1
    } else if let array = value.asArray?.array {
      let part = Dims(result.shape.dropFirst(depth))
      try result.with(shape: part, strides: part.contiguousStrides, offset: offset).assign(array)
      offset += array.count
    } else if let elements = try elements(value) {
      for element in elements { try fill(result, element, depth: depth + 1, &offset) }
    } else if let scalar = try scalar(value) {
      result.store(try interpreter.stored(scalar, of: value, as: result.dtype), atOffset: offset)
      offset += 1
    }
  }
}

extension Interpreter {
  /// What `np.asarray` makes of a value: arrays as they are, numbers as arrays without axes.
  package func asArray(_ value: Value) throws -> NDArray {
    if let array = value.asArray?.array { return array }
    if let scalar = value.scalar { return try NDArray(scalar) }
    return try ArrayBuilder.array(of: value, dtype: nil, self)
  }

  /// What is assigned to elements of an array. Texts that are numbers count as numbers there.
  func asElements(_ value: Value, for array: NDArray) throws -> NDArray {
    if let scalar = value.scalar { return try NDArray(stored(scalar, of: value, as: array.dtype)) }
    if value.asBigInt != nil { return try NDArray(number(value, as: array.dtype)) }
    if let text = value.asString {
      guard let number = NumberText.float(text.value) else {
        throw Raised.valueError("could not convert string to float: \(try representation(value))")
      }
      return try NDArray(.float64(number))
    }
    if value.isNone, array.dtype.isFloating { return try NDArray(.float64(.nan)) }
    if value.isNone {
      throw Raised.typeError(
        "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'")
    }
    do {
      return try asArray(value)
    } catch let raised as Raised where raised.exception.cls === Exceptions.valueError {
      throw Raised.valueError("setting an array element with a sequence.")
    }
  }

  /// A value that no array of ours can hold.
  func notAnElement(_ value: Value) -> Raised {
    if value.asString != nil {
      return .unsupported("arrays of texts are not supported: use a list")
    }
    if value.asBigInt != nil {
      return .unsupported("integers of more than 64 bits in arrays are not supported: use floats")
    }
    return .unsupported(
      "arrays of objects are not supported ('\(typeName(value))' is no number): use a list")
  }

  /// What NumPy's runtime warnings are handed to; `nil` where nobody wants to hear of them.
  var warnRuntime: WarningSink? {
    if floatErrors.isSilent { return nil }
    return { [unowned self] text in
      if floatErrors.wants(text) { warn(Exceptions.runtimeWarning, text) }
    }
  }
}
