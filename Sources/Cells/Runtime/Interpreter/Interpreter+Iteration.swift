extension Interpreter {
  /// `iter(value)`: an object that `next` understands.
  /// - Throws: `TypeError` "'int' object is not iterable".
  package func makeIterator(_ value: Value) throws -> Value {
    guard case .object(let object) = value else { throw notIterable(value) }
    switch object.kind {
    case .iterator, .generator: return value
    case .list:
      // Looks at the list anew each time: it may grow while it is walked.
      let list = unsafeDowncast(object, to: ListObject.self)
      return counting(Types.listIterator) { $0 < list.elements.count ? list.elements[$0] : nil }
    case .tuple:
      let elements = unsafeDowncast(object, to: TupleObject.self).elements
      return counting(Types.tupleIterator) { $0 < elements.count ? elements[$0] : nil }
    case .range:
      let range = unsafeDowncast(object, to: RangeObject.self)
      let count = range.count
      return counting(Types.rangeIterator) { $0 < count ? .int(range[$0]) : nil }
    case .string:
      var scalars = unsafeDowncast(object, to: StringObject.self).value.unicodeScalars.makeIterator()
      return .object(IteratorObject(Types.stringIterator) { _ in scalars.next().map { Value(String($0)) } })
    case .bytes:
      let bytes = unsafeDowncast(object, to: BytesObject.self).value
      return counting(Types.iterator) { $0 < bytes.count ? .int(Int(bytes[$0])) : nil }
    case .dict:
      return walk(unsafeDowncast(object, to: DictObject.self), .keys)
    case .dictView:
      let view = unsafeDowncast(object, to: DictView.self)
      return walk(view.dict, view.content)
    case .set:
      let set = unsafeDowncast(object, to: SetObject.self)
      let elements = set.table.elements
      return counting(Types.iterator) { index in
        if set.table.count != elements.count { throw Raised.runtimeError("Set changed size during iteration") }
        return index < elements.count ? elements[index] : nil
      }
    case .array:
      let array = unsafeDowncast(object, to: ArrayObject.self)
      if array.array.rank == 0 { throw Raised.typeError("iteration over a 0-d array") }
      return counting(Types.iterator) { $0 < array.array.shape[0] ? array.row($0) : nil }
    default:
      if let method = userMethod(value, "__iter__") {
        let iterator = try call(method, [value])
        if !isIterator(iterator) {
          throw Raised.typeError("iter() returned non-iterator of type '\(typeName(iterator))'")
        }
        return iterator
      }
      if userMethod(value, "__getitem__") != nil { return indexing(value) }
      throw notIterable(value)
    }
  }

  private func isIterator(_ value: Value) -> Bool {
    guard case .object(let object) = value else { return false }
    return object.kind == .iterator || object.kind == .generator || userMethod(value, "__next__") != nil
  }

  /// The next value of an iterator, or `nil` at its end.
  package func next(_ iterator: Value) throws -> Value? {
    guard case .object(let object) = iterator else { throw notIterator(iterator) }
    switch object.kind {
    case .iterator:
      try checkStack()
      try tickOnce()
      return try unsafeDowncast(object, to: IteratorObject.self).next(self)
    case .generator: return try resume(unsafeDowncast(object, to: GeneratorObject.self), sending: .none)
    default:
      guard let method = userMethod(iterator, "__next__") else { throw notIterator(iterator) }
      do {
        return try call(method, [iterator])
      } catch let raised as Raised where raised.exception.cls.isSubclass(of: Exceptions.stopIteration) {
        return nil
      }
    }
  }

  package func forEach(_ iterable: Value, _ body: (Value) throws -> Void) throws {
    if let elements = iterable.asTuple?.elements {
      for element in elements {
        try tickOnce()
        try body(element)
      }
      return
    }
    let iterator = try makeIterator(iterable)
    while let value = try next(iterator) { try body(value) }
  }

  /// All values that an iterable gives.
  /// - Throws: `MemoryError` for more than `longestSequence`.
  package func collect(_ iterable: Value) throws -> [Value] {
    if let elements = iterable.elements {
      chargeCopy(elements.count)
      return elements
    }
    if let range = iterable.asRange {
      try Interpreter.checkSequenceSize(range.count)
      return try (0..<range.count).map { index in
        try tickOnce()
        return .int(range[index])
      }
    }
    var result: [Value] = []
    let iterator = try makeIterator(iterable)
    while let value = try next(iterator) {
      if result.count == Interpreter.longestSequence { throw Raised(Exceptions.memoryError, "") }
      result.append(value)
    }
    return result
  }

  private func counting(_ cls: TypeObject, _ element: @escaping (Int) throws -> Value?) -> Value {
    var index = 0
    return .object(
      IteratorObject(cls) { _ in
        guard let value = try element(index) else { return nil }
        index += 1
        return value
      })
  }

  private func walk(_ dict: DictObject, _ content: DictView.Content) -> Value {
    var position = 0
    let count = dict.table.count
    return .object(
      IteratorObject { _ in
        if dict.table.count != count { throw Raised.runtimeError("dictionary changed size during iteration") }
        while position < dict.table.entries.count {
          defer { position += 1 }
          guard let entry = dict.table.entries[position] else { continue }
          switch content {
          case .keys: return entry.key
          case .values: return entry.value
          case .items: return Value(tuple: [entry.key, entry.value])
          }
        }
        return nil
      })
  }

  /// The old protocol: `value[0]`, `value[1]`, ... until `IndexError`.
  private func indexing(_ value: Value) -> Value {
    var index = 0
    return .object(
      IteratorObject { interpreter in
        do {
          defer { index += 1 }
          return try interpreter.item(value, .int(index))
        } catch let raised as Raised where raised.exception.cls.isSubclass(of: Exceptions.indexError) {
          return nil
        }
      })
  }

  private func notIterable(_ value: Value) -> Raised { .typeError("'\(typeName(value))' object is not iterable") }
  private func notIterator(_ value: Value) -> Raised { .typeError("'\(typeName(value))' object is not an iterator") }
}
