import Arrays
import BigInt

extension PlainValue {
  /// What a value holds.
  ///
  /// No code of the submission runs: only the exact classes of Python and NumPy are looked into, where they lie.
  /// - Throws: `PlainError`; `ArrayError` where memory for a view's elements is missing.
  package init(_ value: Value, limits: PlainLimits = PlainLimits()) throws {
    var reader = RuntimeReader(budget: PlainBudget(limits))
    self = try reader.read(value)
  }

  /// The value in a session. An opaque one has no way back: it becomes `None`.
  package func value(in interpreter: Interpreter) throws -> Value {
    switch self {
    case .none, .opaque: return .none
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .bigInt(let text): return BigInt(text).map { Value($0) } ?? .none
    case .float(let value): return .float(value)
    case .text(let text): return Value(text)
    case .bytes(let bytes): return .object(BytesObject(bytes))
    case .scalar(let scalar): return Value(scalar)
    case .array(let array): return Value(try array.array())
    case .list(let elements): return Value(list: try elements.map { try $0.value(in: interpreter) })
    case .tuple(let elements): return Value(tuple: try elements.map { try $0.value(in: interpreter) })
    case .dict(let pairs):
      let dict = DictObject()
      for pair in pairs {
        try dict.set(pair.key.value(in: interpreter), pair.value.value(in: interpreter), interpreter)
      }
      return .object(dict)
    }
  }
}

private struct RuntimeReader {
  var budget: PlainBudget

  /// Integers of more bits would take long to write in decimal; no exercise asks for any.
  private static let widestInteger = 1 << 15

  mutating func read(_ value: Value) throws -> PlainValue {
    try budget.spend(PlainLimits.perValue)
    switch value {
    case .none: return .none
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .float(let value): return .float(value)
    case .npBool(let value): return .scalar(.bool(value))
    case .npUInt8(let value): return .scalar(.uint8(value))
    case .npInt64(let value): return .scalar(.int64(Int64(value)))
    case .npFloat32(let value): return .scalar(.float32(value))
    case .npFloat64(let value): return .scalar(.float64(value))
    case .ellipsis, .notImplemented, .undefined: return opaque(value.type)
    case .object(let object): return try read(object, value)
    }
  }

  private mutating func read(_ object: Object, _ value: Value) throws -> PlainValue {
    let type = object.type
    if type === Types.string, let text = value.asString?.value {
      try budget.spend(text.utf8.count)
      return .text(text)
    }
    if type === Types.ndarray, let array = value.asArray?.array {
      try budget.spend(array.count * array.dtype.itemSize)
      return .array(try PlainArray(array))
    }
    if type === Types.list, let elements = value.asList?.elements { return .list(try read(elements)) }
    if type === Types.tuple, let elements = value.asTuple?.elements { return .tuple(try read(elements)) }
    if type === Types.dict, let dict = value.asDict {
      try budget.enter()
      defer { budget.leave() }
      return .dict(try dict.table.pairs.map { Pair(try read($0), try read($1)) })
    }
    if type === Types.bytes, let bytes = value.asBytes?.value {
      try budget.spend(bytes.count)
      return .bytes(bytes)
    }
    if let integer = value.asBigInt?.value {
      if integer.magnitude.bitWidth > RuntimeReader.widestInteger {
        throw PlainError.tooLarge(limit: budget.limits.bytes)
      }
      let text = String(integer)
      try budget.spend(text.utf8.count)
      return .bigInt(text)
    }
    return opaque(type)
  }

  private typealias Pair = PlainValue.Pair

  private mutating func read(_ elements: [Value]) throws -> [PlainValue] {
    try budget.enter()
    defer { budget.leave() }
    // Before memory is taken for them.
    guard elements.count <= budget.limits.bytes / PlainLimits.perValue else {
      throw PlainError.tooLarge(limit: budget.limits.bytes)
    }
    return try elements.map { try read($0) }
  }

  /// The name as the class was defined with, cut to what a message has room for.
  private func opaque(_ type: TypeObject) -> PlainValue { .opaque(String(type.name.prefix(80))) }
}
