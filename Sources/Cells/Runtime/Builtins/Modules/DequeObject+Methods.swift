extension DequeObject {
  static let classObject: TypeObject = TypeObject(
    "deque", module: "collections",
    constructor: NativeFunction("deque", "iterable=, maxlen=") { a in
      let maximum = try a.optionalInt(1)
      if let maximum, maximum < 0 { throw Raised.valueError("maxlen must be non-negative") }
      return .object(DequeObject(a[0].isUndefined ? [] : try a.interpreter.collect(a[0]), maximum: maximum))
    }, definesOperators: true, attributes: table(container, ends, searching, comparison))

  private static let container: [(String, Value)] = [
    method("__len__", "/") { a in .int(try a.deque.count) },
    method("__iter__", "/") { a in
      let deque = try a.deque
      let count = deque.count
      var index = 0
      return .object(
        IteratorObject { _ in
          if deque.count != count { throw Raised.runtimeError("deque mutated during iteration") }
          guard index < count else { return nil }
          defer { index += 1 }
          return deque[index]
        })
    },
    method("__getitem__", "index, /") { a in
      let deque = try a.deque
      return deque[try a.position(in: deque)]
    },
    method("__setitem__", "index, value, /") { a in
      let deque = try a.deque
      deque[try a.position(in: deque)] = a[2]
      return .none
    },
    method("__delitem__", "index, /") { a in
      let deque = try a.deque
      deque.remove(at: try a.position(in: deque))
      return .none
    },
    method("__repr__", "/") { a in
      let deque = try a.deque
      let text = try a.interpreter.guarded(deque, "[...]") {
        let elements = try a.interpreter.representation(Value(list: deque.elements))
        return "deque(\(elements)\(deque.maximum.map { ", maxlen=\($0)" } ?? ""))"
      }
      return Value(text)
    },
    property("maxlen") { value, _ in (value.object as? DequeObject)?.maximum.map { .int($0) } ?? .none },
  ]

  private static let ends: [(String, Value)] = [
    method("append", "object, /") { a in
      try a.deque.append(a[1])
      return .none
    },
    method("appendleft", "object, /") { a in
      try a.deque.appendLeft(a[1])
      return .none
    },
    method("extend", "iterable, /") { a in
      let deque = try a.deque
      for value in try a.interpreter.collect(a[1]) { deque.append(value) }
      return .none
    },
    method("extendleft", "iterable, /") { a in
      let deque = try a.deque
      for value in try a.interpreter.collect(a[1]) { deque.appendLeft(value) }
      return .none
    },
    method("pop", "/") { a in
      guard let value = try a.deque.removeLast() else { throw Raised.indexError("pop from an empty deque") }
      return value
    },
    method("popleft", "/") { a in
      guard let value = try a.deque.removeFirst() else { throw Raised.indexError("pop from an empty deque") }
      return value
    },
    method("clear", "/") { a in
      try a.deque.elements = []
      return .none
    },
    method("rotate", "n=, /") { a in
      let deque = try a.deque
      let turns = try a.int(1, default: 1)
      guard deque.count > 0 else { return .none }
      let steps = (turns % deque.count + deque.count) % deque.count
      let elements = deque.elements
      deque.elements = Array(elements.suffix(steps) + elements.dropLast(steps))
      return .none
    },
    method("reverse", "/") { a in
      try a.deque.elements.reverse()
      return .none
    },
    method("copy", "/") { a in .object(DequeObject(try a.deque.elements, maximum: try a.deque.maximum)) },
  ]

  private static let searching: [(String, Value)] = [
    method("count", "value, /") { a in
      .int(try SequenceMethods.count(of: a[1], in: a.deque.elements, a.interpreter))
    },
    method("index", "value, start=, stop=, /") { a in
      let elements = try a.deque.elements
      for index in try a.bounds(from: 2, count: elements.count)
      where try a.interpreter.equal(elements[index], a[1]) {
        return .int(index)
      }
      throw Raised.valueError("\(try a.interpreter.representation(a[1])) is not in deque")
    },
    method("remove", "value, /") { a in
      let deque = try a.deque
      guard let index = try deque.elements.firstIndex(where: { try a.interpreter.equal($0, a[1]) }) else {
        throw Raised.valueError("\(try a.interpreter.representation(a[1])) is not in deque")
      }
      guard index < deque.count else { throw Raised.indexError("deque mutated during remove().") }
      deque.remove(at: index)
      return .none
    },
    method("insert", "index, value, /") { a in
      let deque = try a.deque
      if deque.count == deque.maximum { throw Raised.indexError("deque already at its maximum size") }
      let index = try a.int(1)
      deque.elements.insert(a[2], at: min(max(index < 0 ? index + deque.count : index, 0), deque.count))
      return .none
    },
  ]

  private static let comparison: [(String, Value)] = [
    ("__eq__", ComparisonOperator.equal), ("__lt__", .less), ("__le__", .lessEqual), ("__gt__", .greater),
    ("__ge__", .greaterEqual),
  ].map { name, operation in
    method(name, "other, /") { a in
      guard let other = a[1].object as? DequeObject else { return .notImplemented }
      return try a.interpreter.compare(operation, Value(list: a.deque.elements), Value(list: other.elements))
    }
  }
}

extension Arguments {
  fileprivate var deque: DequeObject { get throws { try host(DequeObject.self) } }

  fileprivate func position(in deque: DequeObject) throws -> Int {
    guard self[1].asSlice == nil else {
      throw Raised.typeError("sequence index must be integer, not 'slice'")
    }
    let index = try int(1)
    let position = index < 0 ? index + deque.count : index
    guard position >= 0, position < deque.count else { throw Raised.indexError("deque index out of range") }
    return position
  }
}
