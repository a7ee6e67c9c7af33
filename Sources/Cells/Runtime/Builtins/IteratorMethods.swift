enum IteratorMethods {
  static let enumerate: NativeFunction = NativeFunction("enumerate", "iterable, start=") { a in
    let iterator = try a.interpreter.makeIterator(a[0])
    var count = a[1].isUndefined ? Value.int(0) : try a.interpreter.integer(a[1])
    return .object(
      IteratorObject(Types.enumerate) { interpreter in
        guard let value = try interpreter.next(iterator) else { return nil }
        defer { count = count.successor }
        return Value(tuple: [count, value])
      })
  }

  static let zip: NativeFunction = NativeFunction("zip", "*iterables, strict=") { a in
    let iterators = try a.rest.map { try a.interpreter.makeIterator($0) }
    let isStrict = try a.bool(0, default: false)
    return .object(
      IteratorObject(Types.zip) { interpreter in
        if iterators.isEmpty { return nil }
        var values: [Value] = []
        values.reserveCapacity(iterators.count)
        for iterator in iterators {
          if let value = try interpreter.next(iterator) {
            values.append(value)
          } else {
            if isStrict { try checkAllEnded(iterators, values.count, interpreter) }
            return nil
          }
        }
        return Value(tuple: values)
      })
  }

  /// `zip(strict=True)`: iterator number `ended` has no more values; none of the others may have one.
  private static func checkAllEnded(_ iterators: [Value], _ ended: Int, _ interpreter: Interpreter) throws {
    func others(_ count: Int) -> String { count == 1 ? "argument 1" : "arguments 1-\(count)" }
    if ended > 0 { throw Raised.valueError("zip() argument \(ended + 1) is shorter than \(others(ended))") }
    for (index, iterator) in iterators.enumerated().dropFirst() where try interpreter.next(iterator) != nil {
      throw Raised.valueError("zip() argument \(index + 1) is longer than \(others(index))")
    }
  }

  static let map: NativeFunction = NativeFunction("map", "function=, /, *iterables") { a in
    if a.rest.isEmpty { throw Raised.typeError("map() must have at least two arguments.") }
    let function = a[0]
    let iterators = try a.rest.map { try a.interpreter.makeIterator($0) }
    return .object(
      IteratorObject(Types.map) { interpreter in
        var arguments: [Value] = []
        for iterator in iterators {
          guard let value = try interpreter.next(iterator) else { return nil }
          arguments.append(value)
        }
        return try interpreter.call(function, arguments)
      })
  }

  static let filter: NativeFunction = NativeFunction("filter", "function, iterable, /") { a in
    let function = a[0]
    let iterator = try a.interpreter.makeIterator(a[1])
    return .object(
      IteratorObject(Types.filter) { interpreter in
        while let value = try interpreter.next(iterator) {
          let verdict = function.isNone ? value : try interpreter.call(function, [value])
          if try interpreter.isTrue(verdict) { return value }
        }
        return nil
      })
  }

  static let reversed: NativeFunction = NativeFunction("reversed", "sequence, /") { a in
    try backwards(through: a[0], a.interpreter)
  }

  private static func backwards(through value: Value, _ interpreter: Interpreter) throws -> Value {
    if let method = interpreter.userMethod(value, "__reversed__") { return try interpreter.call(method, [value]) }
    if let range = value.asRange { return backwards(range.count) { _, index in .int(range[index]) } }
    if let list = value.asList {
      // Looks at the list anew each time, as forward iteration does.
      return backwards(list.elements.count) { _, index in
        index < list.elements.count ? list.elements[index] : nil
      }
    }
    if value.asDict != nil || value.asDictView != nil {
      let elements = try interpreter.collect(value)
      return backwards(elements.count) { _, index in elements[index] }
    }
    let isSequence =
      value.asTuple != nil || value.asString != nil || value.asBytes != nil || value.asArray != nil
      || (interpreter.userMethod(value, "__len__") != nil && interpreter.userMethod(value, "__getitem__") != nil)
    guard isSequence else { throw Raised.typeError("'\(interpreter.typeName(value))' object is not reversible") }
    return backwards(try interpreter.length(value)) { interpreter, index in
      try interpreter.item(value, .int(index))
    }
  }

  private static func backwards(_ count: Int, _ element: @escaping (Interpreter, Int) throws -> Value?) -> Value {
    var left = count
    return .object(
      IteratorObject(Types.reversed) { interpreter in
        if left == 0 { return nil }
        left -= 1
        return try element(interpreter, left)
      })
  }

  static let all: [String: Value] = table([
    method("__iter__", "/") { a in a[0] },
    method("__next__", "/") { a in try a.interpreter.nextOrStop(a[0]) },
  ])
}

extension Value {
  /// An integer plus one.
  fileprivate var successor: Value {
    if case .int(let number) = self, number < .max { return .int(number + 1) }
    return bigInteger.map { Value($0 + 1) } ?? self
  }
}

extension Interpreter {
  /// The next value of an iterator.
  /// - Throws: `StopIteration` at the end, with what a generator returned.
  func nextOrStop(_ iterator: Value) throws -> Value {
    if let value = try next(iterator) { return value }
    throw Raised.stopIteration(iterator.asGenerator?.takeResult() ?? .none)
  }
}
