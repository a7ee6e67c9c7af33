extension Interpreter {
  /// `+` and `*` of sequences, `%` of texts, the operators of sets and dicts; `nil` where the operands are none.
  func sequences(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws -> Value? {
    switch operation {
    case .add:
      if let a = left.asString {
        guard let b = right.asString else {
          throw Raised.typeError(vintage.notConcatenable(typeName(right)))
        }
        let bytes = a.value.utf8.count + b.value.utf8.count
        try Interpreter.checkTextSize(bytes)
        chargeCopy(bytes >> 4)
        return Value(a.value + b.value)
      }
      if let a = left.asList {
        guard let b = right.asList else {
          if hasReflected(right, "__radd__") { return nil }
          throw Raised.typeError("can only concatenate list (not \"\(typeName(right))\") to list")
        }
        return Value(list: try joined(a.elements, b.elements))
      }
      if let a = left.asTuple {
        guard let b = right.asTuple else {
          if hasReflected(right, "__radd__") { return nil }
          throw Raised.typeError("can only concatenate tuple (not \"\(typeName(right))\") to tuple")
        }
        return Value(tuple: try joined(a.elements, b.elements))
      }
      if let a = left.asBytes, let b = right.asBytes {
        try Interpreter.checkTextSize(a.value.count + b.value.count)
        chargeCopy((a.value.count + b.value.count) >> 4)
        return .object(BytesObject(a.value + b.value))
      }
    case .multiply:
      if isSequence(left) {
        if hasReflected(right, "__rmul__") { return nil }
        return try multiplied(left, count(toRepeat: right, operation, left))
      }
      if isSequence(right) { return try multiplied(right, count(toRepeat: left, operation, right)) }
    case .modulo:
      if let template = left.asString { return Value(try percentFormat(template.value, right)) }
    case .bitOr where left.asDict != nil && right.asDict != nil:
      let result = DictObject(left.asDict?.table ?? HashTable())
      try merge(right, into: .object(result))
      return .object(result)
    default: break
    }
    if let a = try setOperand(left), let b = try setOperand(right), let table = try sets(operation, a, b) {
      return .object(SetObject(table, isFrozen: left.asSet?.isFrozen ?? false))
    }
    return nil
  }

  private func hasReflected(_ value: Value, _ name: String) -> Bool { userMethod(value, name) != nil }

  private func isSequence(_ value: Value) -> Bool {
    guard case .object(let object) = value else { return false }
    return object.kind == .string || object.kind == .list || object.kind == .tuple || object.kind == .bytes
  }

  /// How often a sequence is repeated.
  func count(toRepeat value: Value, _ operation: BinaryOperator, _ sequence: Value) throws -> Int {
    switch value {
    case .int(let count): return count
    case .bool(let flag), .npBool(let flag): return flag ? 1 : 0
    case .npInt64(let count): return count
    case .npUInt8(let count): return Int(count)
    default:
      if value.asBigInt != nil { throw Raised.overflow("cannot fit 'int' into an index-sized integer") }
      if userMethod(value, "__index__") != nil { return try index(value) }
      throw Raised.typeError("can't multiply sequence by non-int of type '\(typeName(value))'")
    }
  }

  /// Much faster for long texts than `String(repeating:count:)`, and can be stopped.
  private func repeated(_ text: String, _ count: Int) throws -> String {
    let size = text.utf8.count * count
    // Blocks of at least some thousand bytes are copied faster than single words.
    let block = Array(repeatElement(text.utf8, count: min(count, 4096 / max(text.utf8.count, 1) + 1)).joined())
    return try String(unsafeUninitializedCapacity: size) { target in
      for start in stride(from: 0, to: size, by: max(block.count, 1)) {
        try tickOnce()
        _ = target[start...].update(fromContentsOf: block.prefix(size - start))
      }
      return size
    }
  }

  private func multiplied(_ sequence: Value, _ count: Int) throws -> Value {
    let count = max(count, 0)
    if let text = sequence.asString?.value {
      let (bytes, overflow) = text.utf8.count.multipliedReportingOverflow(by: count)
      try Interpreter.checkTextSize(overflow ? .max : bytes)
      charge(bytes >> 6)
      return Value(try repeated(text, count))
    }
    if let bytes = sequence.asBytes?.value {
      let (size, overflow) = bytes.count.multipliedReportingOverflow(by: count)
      try Interpreter.checkTextSize(overflow ? .max : size)
      charge(size >> 6)
      return .object(BytesObject(Array(repeatElement(bytes, count: count).joined())))
    }
    let elements = try repeated(sequence.elements ?? [], count)
    return sequence.asList != nil ? Value(list: elements) : Value(tuple: elements)
  }

  /// A set, or the keys of a dict as one.
  func setOperand(_ value: Value) throws -> SetObject? {
    if let set = value.asSet { return set }
    guard let view = value.asDictView, view.content != .values else { return nil }
    return SetObject(try SetTable(collect(value), self))
  }

  /// `|`, `&`, `-` and `^` of sets.
  func sets(_ operation: BinaryOperator, _ left: SetObject, _ right: SetObject) throws -> SetTable? {
    switch operation {
    // With itself there is nothing to merge: no room is made.
    case .bitOr where left === right, .bitAnd where left === right: try left.table.copied(self)
    case .bitOr: try left.table.union(right.table, self)
    case .bitAnd: try left.table.intersection(right.table, self)
    case .subtract: try left.table.difference(right.table, self)
    case .bitXor: try left.table.symmetricDifference(right.table.copied(self), self)
    default: nil
    }
  }
}
