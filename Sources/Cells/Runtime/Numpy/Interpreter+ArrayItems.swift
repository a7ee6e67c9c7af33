import Arrays

/// Subscripts of arrays. `x[i, a:b, :]` goes from registers straight into a `ViewBuilder`; whatever holds more than
/// integers, slices, `...` and `None` becomes a list of `ArrayIndex`.
extension Interpreter {
  /// `array[a, b:c]`
  func arrayItems(_ array: ArrayObject, _ index: Subscript) throws -> Value {
    if index.slices == 0, index.count == array.array.rank, let offset = try elementOffset(array.array, index) {
      return Value(array.array.scalar(atOffset: offset))
    }
    if let view = try basicView(array.array, index) {
      if view.rank == 0, index.hasEllipsis { return .object(ArrayObject(view, base: array.base ?? array)) }
      return unwrapped(view, of: array)
    }
    return try arrayItem(array, index.value)
  }

  /// `array[a, b:c] = value`
  func setArrayItems(_ array: ArrayObject, _ index: Subscript, _ value: Value) throws {
    if index.slices == 0, index.count == array.array.rank, let scalar = value.scalar, array.array.isWriteable,
      let offset = try elementOffset(array.array, index)
    {
      array.array.store(try stored(scalar, of: value, as: array.array.dtype), atOffset: offset)
      return
    }
    if index.slices != 0, let view = try basicView(array.array, index) { return try assign(view, value) }
    try setArrayItem(array, index.value, value)
  }

  /// `array[key]`
  package func arrayItem(_ array: ArrayObject, _ key: Value) throws -> Value {
    if case .int(let position) = key, array.array.rank > 0 {
      var view = try ViewBuilder(array.array, consuming: 1)
      try view.integer(position)
      return unwrapped(try view.finish(), of: array)
    }
    let indices = try arrayIndices(key)
    let result = try array.array.get(indices)
    if indices.allSatisfy(\.isBasic) {
      let keepsRank = indices.contains { if case .ellipsis = $0 { true } else { false } }
      return keepsRank ? .object(ArrayObject(result, base: array.base ?? array)) : unwrapped(result, of: array)
    }
    return Value(unwrapping: result)
  }

  /// `array[key] = value`
  package func setArrayItem(_ array: ArrayObject, _ key: Value, _ value: Value) throws {
    let indices = try arrayIndices(key)
    if indices.allSatisfy(\.isBasic), array.array.isWriteable {
      let view = try array.array.view(indices)
      // NumPy 1 takes an array of one element for an element; a list that does not fit is its own mistake.
      if view.rank > 0 { return try assign(view, value) }
    }
    let isOne =
      indices.count == array.array.rank && indices.allSatisfy { if case .integer = $0 { true } else { false } }
    try array.array.set(
      indices,
      to: isOne ? try asElement(value, as: array.array.dtype) : try asElements(value, for: array.array))
  }

  /// What is assigned to one element: an array of one element, or what `bool`, `int` or `float` make of the value. No
  /// list is a number, whatever it holds.
  private func asElement(_ value: Value, as dtype: DType) throws -> NDArray {
    if let array = value.asArray?.array {
      return dtype == .bool && array.count == 0 ? try NDArray(.bool(false)) : array
    }
    if let scalar = value.scalar { return try NDArray(stored(scalar, of: value, as: dtype)) }
    if dtype != .bool, value.elements != nil || value.asRange != nil {
      throw Raised.valueError("setting an array element with a sequence.")
    }
    return try NDArray(number(value, as: dtype))
  }

  /// `scalar[key]`: what an array without axes gives for `()`, `...`, `None` and truth values.
  func scalarItem(_ value: Value, _ key: Value) throws -> Value {
    do {
      return try arrayItem(ArrayObject(asArray(value)), key)
    } catch {
      throw Raised.indexError("invalid index to scalar variable.")
    }
  }

  /// The offset of the element that integers name, or `nil` where an index is something else.
  private func elementOffset(_ array: NDArray, _ index: Subscript) throws -> Int? {
    var offset = 0
    var operands = index.operands
    for axis in 0..<index.count {
      guard case .int(let position) = operands.next().pointee else { return nil }
      let length = array.shape[axis]
      let place = position < 0 ? position &+ length : position
      guard place >= 0, place < length else {
        throw Raised.indexError("index \(position) is out of bounds for axis \(axis) with size \(length)")
      }
      offset &+= place &* array.strides[axis]
    }
    return offset
  }

  /// The view that integers, slices, `...` and `None` give, or `nil` where something else takes part.
  private func basicView(_ array: NDArray, _ index: Subscript) throws -> NDArray? {
    var consumed = 0
    var operands = index.operands
    for component in 0..<index.count {
      let register = operands.next()
      if index.isSlice(component) {
        consumed += 1
        operands.skip(2)
        continue
      }
      switch register.pointee {
      case .int, .npInt64, .npUInt8: consumed += 1
      case .none, .ellipsis: break
      default: return nil
      }
    }
    var view = try ViewBuilder(array, consuming: consumed)
    operands = index.operands
    for component in 0..<index.count {
      let register = operands.next()
      if index.isSlice(component) {
        try view.slice(
          start: arraySliceBound(of: register.pointee), stop: arraySliceBound(of: operands.next().pointee),
          step: arraySliceBound(of: operands.next().pointee))
        continue
      }
      switch register.pointee {
      case .int(let position), .npInt64(let position): try view.integer(position)
      case .npUInt8(let position): try view.integer(Int(position))
      case .none: try view.newAxis()
      default: try view.ellipsis()
      }
    }
    return try view.finish()
  }

  /// A key's entries: a tuple's elements, or the key itself.
  func arrayIndices(_ key: Value) throws -> [ArrayIndex] {
    try (key.asTuple?.elements ?? [key]).map { part in
      switch part {
      case .int(let position), .npInt64(let position): return .integer(position)
      case .npUInt8(let position): return .integer(Int(position))
      case .bool(let flag), .npBool(let flag): return .boolean(flag)
      case .none: return .newAxis
      case .ellipsis: return .ellipsis
      default: break
      }
      if let slice = part.asSlice {
        return .slice(
          start: try arraySliceBound(of: slice.start), stop: try arraySliceBound(of: slice.stop),
          step: try arraySliceBound(of: slice.step))
      }
      if let array = part.asArray?.array {
        if array.rank == 0, array.dtype.isInteger { return .integer(array.scalar().cast(to: Int64.self).asInt) }
        return .array(array)
      }
      if let elements = part.elements {
        // An empty list picks nothing: it has no floats in it.
        if elements.isEmpty { return .array(try NDArray(.int64, shape: [0])) }
        return .array(try asArray(part))
      }
      if part.type.isUserDefined, userMethod(part, "__index__") != nil { return .integer(try index(part)) }
      if vintage.numpy < 12, part.floatingNumber != nil { return .integer(try arrayInteger(part)) }
      throw Raised.indexError(
        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid "
          + "indices")
    }
  }

  /// A view as NumPy hands it out: an element where it has no axes.
  private func unwrapped(_ view: NDArray, of array: ArrayObject) -> Value {
    view.rank == 0 ? Value(view.scalar()) : .object(ArrayObject(view, base: array.base ?? array))
  }

  /// Writes a value over a view.
  private func assign(_ view: NDArray, _ value: Value) throws {
    if let other = value.asArray?.array {
      // `view += x` stores the view into itself.
      if other.storage === view.storage, other.offset == view.offset, other.shape == view.shape,
        other.strides == view.strides, view.isWriteable
      {
        return
      }
      try view.assign(other)
    } else if let scalar = value.scalar {
      try view.assign(NDArray(stored(scalar, of: value, as: view.dtype)))
    } else {
      try view.assign(try asElements(value, for: view))
    }
  }

  /// A number as an array's element.
  /// - Throws: `ValueError` for what integers cannot hold, as `int(nan)` raises it.
  func storable(_ scalar: Scalar, in dtype: DType) throws -> Scalar {
    guard dtype.isInteger, case .float64(let number) = scalar, !number.isFinite else { return scalar }
    if number.isNaN { throw Raised.valueError("cannot convert float NaN to integer") }
    throw Raised.overflow("cannot convert float infinity to integer")
  }
}

extension Value {
  /// A number or truth value as an array's element; Python's own numbers have NumPy's default types.
  package var scalar: Scalar? {
    switch self {
    case .bool(let value), .npBool(let value): .bool(value)
    case .int(let value), .npInt64(let value): .int64(Int64(value))
    case .float(let value), .npFloat64(let value): .float64(value)
    case .npUInt8(let value): .uint8(value)
    case .npFloat32(let value): .float32(value)
    default: nil
    }
  }
}

extension Int64 {
  fileprivate var asInt: Int { Int(self) }
}

extension ArrayObject {
  /// `array[index]` for an index within bounds, as a loop over the array sees it.
  func row(_ index: Int) -> Value {
    let (shape, strides) = (Dims(array.shape.dropFirst()), Dims(array.strides.dropFirst()))
    let row = array.with(shape: shape, strides: strides, offset: array.offset + index * array.strides[0])
    return row.rank == 0 ? Value(row.scalar()) : .object(ArrayObject(row, base: base ?? self))
  }
}
