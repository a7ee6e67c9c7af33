enum DictMethods {
  static let constructor: NativeFunction = NativeFunction("dict", "mapping=, /, **keywords") { a in
    let dict = DictObject()
    try update(dict, a[0], a.keywords, a.interpreter)
    return .object(dict)
  }

  static let all: [String: Value] = table(
    ContainerProtocol.writable, reading, changing,
    [
      method("keys", "/") { a in .object(DictView(try a.dict, .keys)) },
      method("values", "/") { a in .object(DictView(try a.dict, .values)) },
      method("items", "/") { a in .object(DictView(try a.dict, .items)) },
      ("fromkeys", .object(MethodWrapper(.classMethod, .object(fromKeys)))),
    ])

  static let ofViews: [String: Value] = table(
    ContainerProtocol.sized,
    [
      method("isdisjoint", "other, /") { a in
        let view = try a.view
        let own = try SetTable(a.interpreter.collect(.object(view)), a.interpreter)
        return .bool(try !a.interpreter.collect(a[1]).contains { try own.contains($0, a.interpreter) })
      }
    ])

  private static let fromKeys: NativeFunction = NativeFunction("fromkeys", "iterable, value=, /", isMethod: true) { a in
    let dict = DictObject()
    let value = a[2].isUndefined ? .none : a[2]
    try a.interpreter.forEach(a[1]) { try dict.set($0, value, a.interpreter) }
    return .object(dict)
  }

  private static let reading: [(String, Value)] = [
    method("get", "key, default=, /", quick: Interpreter.quickGet) { a in
      try a.dict.table.find(a[1], a.interpreter) ?? (a[2].isUndefined ? .none : a[2])
    },
    method("copy", "/") { a in
      let dict = try a.dict
      a.interpreter.chargeCopy(4 * dict.table.count)
      return .object(dict.copied())
    },
  ]

  private static let changing: [(String, Value)] = [
    method("clear", "/") { a in
      try a.dict.table.removeAll()
      return .none
    },
    method("pop", "key, default=, /") { a in
      if let value = try a.dict.remove(a[1], a.interpreter) { return value }
      if a[2].isUndefined { throw Raised.keyError(a[1]) }
      return a[2]
    },
    method("popitem", "/") { a in
      let dict = try a.dict
      guard let (key, value) = dict.table.last else {
        throw Raised.keyError(Value("popitem(): dictionary is empty"))
      }
      _ = try dict.remove(key, a.interpreter)
      return Value(tuple: [key, value])
    },
    method("setdefault", "key, default=, /") { a in
      let dict = try a.dict
      if let value = try dict.table.find(a[1], a.interpreter) { return value }
      let value = a[2].isUndefined ? Value.none : a[2]
      try dict.set(a[1], value, a.interpreter)
      return value
    },
    method("update", "mapping=, /, **keywords") { a in
      try update(a.dict, a[1], a.keywords, a.interpreter)
      return .none
    },
  ]

  /// Takes over the pairs of a mapping or of an iterable, then the keywords.
  static func update(
    _ dict: DictObject, _ source: Value, _ keywords: [(String, Value)], _ interpreter: Interpreter
  ) throws {
    if !source.isUndefined { try forEachPair(of: source, interpreter) { try dict.set($0, $1, interpreter) } }
    for (name, value) in keywords { dict.table.set(name: name, value) }
  }

  static func forEachPair(
    of source: Value, _ interpreter: Interpreter, _ body: (Value, Value) throws -> Void
  ) throws {
    if let mapping = source.asDict {
      for (key, value) in mapping.table.pairs { try body(key, value) }
    } else if let keys = try interpreter.findAttribute(source, "keys") {
      try interpreter.forEach(interpreter.call(keys, [])) { try body($0, interpreter.item(source, $0)) }
    } else {
      var position = 0
      try interpreter.forEach(source) { element in
        guard let pair = try pair(element, interpreter) else {
          throw Raised.typeError("cannot convert dictionary update sequence element #\(position) to a sequence")
        }
        guard pair.count == 2 else {
          throw Raised.valueError(
            "dictionary update sequence element #\(position) has length \(pair.count); 2 is required")
        }
        try body(pair[0], pair[1])
        position += 1
      }
    }
  }

  private static func pair(_ value: Value, _ interpreter: Interpreter) throws -> [Value]? {
    do {
      return try interpreter.collect(value)
    } catch let raised as Raised where raised.exception.cls === Exceptions.typeError {
      return nil
    }
  }
}
