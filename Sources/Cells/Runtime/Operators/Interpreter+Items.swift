import Arrays

extension Interpreter {
  /// `len(value)`
  package func length(_ value: Value) throws -> Int {
    guard case .object(let object) = value else { throw noLength(value) }
    switch object.kind {
    case .string: return unsafeDowncast(object, to: StringObject.self).count
    case .bytes: return unsafeDowncast(object, to: BytesObject.self).value.count
    case .tuple: return unsafeDowncast(object, to: TupleObject.self).elements.count
    case .list: return unsafeDowncast(object, to: ListObject.self).elements.count
    case .dict: return unsafeDowncast(object, to: DictObject.self).table.count
    case .dictView: return unsafeDowncast(object, to: DictView.self).dict.table.count
    case .set: return unsafeDowncast(object, to: SetObject.self).table.count
    case .range: return unsafeDowncast(object, to: RangeObject.self).count
    case .array:
      let array = unsafeDowncast(object, to: ArrayObject.self).array
      if array.rank == 0 { throw Raised.typeError("len() of unsized object") }
      return array.shape[0]
    default:
      guard let method = userMethod(value, "__len__") else { throw noLength(value) }
      let length = try index(call(method, [value]))
      if length < 0 { throw Raised.valueError("__len__() should return >= 0") }
      return length
    }
  }

  private func noLength(_ value: Value) -> Raised { .typeError("object of type '\(typeName(value))' has no len()") }

  /// `value[key]`
  package func item(_ value: Value, _ key: Value) throws -> Value {
    guard case .object(let object) = value else {
      if isNumPy(value) {
        return try scalarItem(value, key)
      }
      throw Raised.typeError("'\(typeName(value))' object is not subscriptable")
    }
    switch object.kind {
    case .list:
      let list = unsafeDowncast(object, to: ListObject.self)
      if case .int(let index) = key, index >= 0, index < list.elements.count { return list.elements[index] }
      if let slice = key.asSlice {
        let range = try range(slice, list.elements.count)
        chargeCopy(range.count)
        return Value(list: list.elements[range])
      }
      let position = try position(key, list.elements.count, "list")
      return list.elements[position]
    case .tuple:
      let elements = unsafeDowncast(object, to: TupleObject.self).elements
      if let slice = key.asSlice { return Value(tuple: elements[try range(slice, elements.count)]) }
      return elements[try position(key, elements.count, "tuple")]
    case .string:
      let text = unsafeDowncast(object, to: StringObject.self)
      if let slice = key.asSlice {
        let range = try range(slice, text.count)
        return Value(text.slice(start: range.start, step: range.step, count: range.count))
      }
      return Value(text.character(at: try position(key, text.count, "string")) ?? "")
    case .bytes:
      let bytes = unsafeDowncast(object, to: BytesObject.self).value
      if let slice = key.asSlice { return .object(BytesObject(bytes[try range(slice, bytes.count)])) }
      return .int(Int(bytes[try position(key, bytes.count, "byte")]))
    case .range:
      let numbers = unsafeDowncast(object, to: RangeObject.self)
      if let slice = key.asSlice {
        let range = try range(slice, numbers.count)
        return .object(try numbers.slice(range))
      }
      return .int(numbers[try position(key, numbers.count, "range object")])
    case .dict:
      let dict = unsafeDowncast(object, to: DictObject.self)
      if let found = try dict.table.find(key, self) { return found }
      return try missingItem(dict, key)
    case .array: return try arrayItem(unsafeDowncast(object, to: ArrayObject.self), key)
    default:
      if let method = userMethod(value, "__getitem__") { return try call(method, [value, key]) }
      if let method = object.type.lookUp("__getitem__") { return try call(method, [value, key]) }
      if object.kind == .type { return try classItem(unsafeDowncast(object, to: TypeObject.self), key) }
      throw Raised.typeError("'\(typeName(value))' object is not subscriptable")
    }
  }

  /// `list[int]`, as annotations have it.
  private func classItem(_ cls: TypeObject, _ key: Value) throws -> Value {
    if cls.isUserDefined, let method = cls.lookUp("__class_getitem__") { return try call(method, [.object(cls), key]) }
    guard [Types.list, Types.dict, Types.tuple, Types.set, Types.frozenset, Types.type].contains(where: { $0 === cls })
    else { throw Raised.typeError("type '\(cls.qualifiedName)' is not subscriptable") }
    return .object(TypingForm(cls.name, key.asTuple?.elements ?? [key], origin: cls))
  }

  /// A dict's missing key: a `defaultdict` makes its value.
  private func missingItem(_ dict: DictObject, _ key: Value) throws -> Value {
    if let method = userMethod(.object(dict), "__missing__") { return try call(method, [.object(dict), key]) }
    guard let factory = dict.defaultFactory, !factory.isNone else { throw Raised.keyError(key) }
    let value = try call(factory, [])
    try dict.set(key, value, self)
    return value
  }

  /// `value[key] = newValue`
  package func setItem(_ value: Value, _ key: Value, _ newValue: Value) throws {
    guard case .object(let object) = value else { throw noItemAssignment(value) }
    switch object.kind {
    case .list:
      let list = unsafeDowncast(object, to: ListObject.self)
      if let slice = key.asSlice { return try assign(list, slice, newValue) }
      let position = try position(key, list.elements.count, "list", "assignment ")
      list.elements[position] = newValue
    case .dict: try unsafeDowncast(object, to: DictObject.self).set(key, newValue, self)
    case .array: try setArrayItem(unsafeDowncast(object, to: ArrayObject.self), key, newValue)
    default:
      guard let method = userMethod(value, "__setitem__") ?? object.type.lookUp("__setitem__") else {
        throw noItemAssignment(value)
      }
      _ = try call(method, [value, key, newValue])
    }
  }

  private func noItemAssignment(_ value: Value) -> Raised {
    .typeError("'\(typeName(value))' object does not support item assignment")
  }

  private func assign(_ list: ListObject, _ slice: SliceObject, _ value: Value) throws {
    guard (try? makeIterator(value)) != nil else {
      throw Raised.typeError(
        slice.step.isNone ? "can only assign an iterable" : "must assign iterable to extended slice")
    }
    let elements = try collect(value)
    let range = try range(slice, list.elements.count)
    if range.step == 1 {
      list.elements.replaceSubrange(range.start..<(range.start + range.count), with: elements)
    } else {
      guard elements.count == range.count else {
        throw Raised.valueError(
          "attempt to assign sequence of size \(elements.count) to extended slice of size \(range.count)")
      }
      for (offset, element) in elements.enumerated() { list.elements[range.start + offset * range.step] = element }
    }
  }

  /// `del value[key]`
  package func deleteItem(_ value: Value, _ key: Value) throws {
    guard case .object(let object) = value else { throw noItemDeletion(value) }
    switch object.kind {
    case .list:
      let list = unsafeDowncast(object, to: ListObject.self)
      guard let slice = key.asSlice else {
        let position = try position(key, list.elements.count, "list", "assignment ")
        list.elements.remove(at: position)
        return
      }
      let range = try range(slice, list.elements.count)
      let removed = Set((0..<range.count).map { range.start + $0 * range.step })
      list.elements = list.elements.indices.filter { !removed.contains($0) }.map { list.elements[$0] }
    case .dict:
      if try unsafeDowncast(object, to: DictObject.self).remove(key, self) == nil { throw Raised.keyError(key) }
    case .array: throw Raised.valueError("cannot delete array elements")
    default:
      guard let method = userMethod(value, "__delitem__") ?? object.type.lookUp("__delitem__") else {
        throw noItemDeletion(value)
      }
      _ = try call(method, [value, key])
    }
  }

  private func noItemDeletion(_ value: Value) -> Raised {
    .typeError("'\(typeName(value))' object doesn't support item deletion")
  }

  /// A sequence's index within bounds. The length is asked for last: a class's `__index__` may change it.
  private func position(
    _ key: Value, _ length: @autoclosure () -> Int, _ kind: String, _ purpose: String = ""
  ) throws -> Int {
    let index: Int
    if case .int(let number) = key {
      index = number
    } else {
      guard isIndex(key) else {
        let name = kind == "range object" ? "range" : kind
        throw Raised.typeError(
          "\(name) indices must be integers or slices, not \(typeName(key))".forText(kind, typeName(key)))
      }
      guard case .int(let number) = try integer(key) else {
        // Ranges have no such limit in Python.
        throw Raised.indexError(
          kind == "range object" ? "range object index out of range" : "cannot fit 'int' into an index-sized integer")
      }
      index = number
    }
    let count = length()
    let position = index < 0 ? index + count : index
    guard position >= 0, position < count else {
      throw Raised.indexError(kind == "byte" ? "index out of range" : "\(kind) \(purpose)index out of range")
    }
    return position
  }

  /// Whether a value can be an index.
  func isIndex(_ key: Value) -> Bool {
    switch key {
    case .int, .bool, .npInt64, .npUInt8: true
    default:
      key.asBigInt != nil || userMethod(key, "__index__") != nil
        || key.asArray.map { $0.array.rank == 0 && $0.array.dtype.isInteger } ?? false
    }
  }

  /// A slice of a sequence of this length, which is asked for last: a class's `__index__` may change it.
  package func range(_ slice: SliceObject, _ length: @autoclosure () -> Int) throws -> SliceRange {
    let (start, stop) = (try sliceBound(of: slice.start), try sliceBound(of: slice.stop))
    let step = try sliceBound(of: slice.step)
    guard let range = SliceRange(start: start, stop: stop, step: step, length: length()) else {
      throw Raised.valueError("slice step cannot be zero")
    }
    return range
  }

  /// One part of a slice; `nil` for `None`. Integers beyond 64 bits count as very large ones.
  func sliceBound(of value: Value) throws -> Int? {
    switch value {
    case .int(let position): return position
    case .none, .undefined: return nil
    default:
      if let big = value.asBigInt?.value { return big < 0 ? Int.min / 2 : Int.max / 2 }
      guard isIndex(value) else {
        throw Raised.typeError("slice indices must be integers or None or have an __index__ method")
      }
      return try index(value)
    }
  }

  /// A list's or tuple's elements repeated.
  /// - Throws: `MemoryError` for more than `longestSequence` elements.
  package func repeated(_ elements: [Value], _ count: Int) throws -> [Value] {
    let (total, overflow) = elements.count.multipliedReportingOverflow(by: max(count, 0))
    try Interpreter.checkSequenceSize(overflow ? .max : total)
    charge(total >> 3)
    if total == 0 { return [] }
    // Blocks of some thousand elements are copied faster than single ones.
    let times = min(count, 4096 / elements.count + 1)
    let block = times > 1 ? Array(repeatElement(elements, count: times).joined()) : elements
    var result: [Value] = []
    result.reserveCapacity(total)
    while result.count < total {
      try spend(block.count >> 4)
      result.append(contentsOf: block.prefix(total - result.count))
    }
    return result
  }
}

extension RangeObject {
  /// - Throws: `NotImplementedError` where its bounds do not fit 64 bits.
  fileprivate func slice(_ slice: SliceRange) throws -> RangeObject {
    func bound(_ position: Int) throws -> Int {
      let (distance, overflow) = position.multipliedReportingOverflow(by: step)
      let (bound, overflowAgain) = start.addingReportingOverflow(distance)
      if overflow || overflowAgain { throw RangeObject.tooLarge }
      return bound
    }
    let (product, overflow) = step.multipliedReportingOverflow(by: slice.step)
    if overflow { throw RangeObject.tooLarge }
    return try RangeObject(start: bound(slice.start), stop: bound(slice.stop), step: product)
  }
}

extension String {
  /// CPython words the mistake differently for texts and bytes.
  fileprivate func forText(_ kind: String, _ type: String) -> String {
    kind == "string" ? "string indices must be integers, not '\(type)'" : self
  }
}

extension Array {
  fileprivate subscript(range: SliceRange) -> [Element] {
    if range.step == 1 { return Array(self[range.start..<(range.start + range.count)]) }
    return (0..<range.count).map { self[range.start + $0 * range.step] }
  }
}
