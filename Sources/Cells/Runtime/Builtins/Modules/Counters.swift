/// `collections.Counter`
enum Counters {
  static let type: TypeObject = TypeObject(
    "Counter", module: "collections", base: Types.dict, constructor: constructor, definesOperators: true,
    attributes: table(counting, arithmetic, texts))

  private static let constructor: NativeFunction = NativeFunction("Counter", "iterable=, /, **keywords") { a in
    let counter = SpecialDictObject(type)
    try count(a[0], a.keywords, by: .add, in: counter, a.interpreter)
    return .object(counter)
  }

  /// Adds or takes away the counts of a mapping or of an iterable's elements.
  private static func count(
    _ source: Value, _ keywords: [(String, Value)], by operation: BinaryOperator, in counter: DictObject,
    _ interpreter: Interpreter
  ) throws {
    func change(_ key: Value, _ number: Value) throws {
      let old = try counter.table.find(key, interpreter) ?? .int(0)
      try counter.set(key, interpreter.binary(operation, old, number), interpreter)
    }
    if let mapping = source.asDict {
      for (key, number) in mapping.table.pairs { try change(key, number) }
    } else if !source.isAbsent {
      try interpreter.forEach(source) { try change($0, .int(1)) }
    }
    for (name, number) in keywords { try change(Value(name), number) }
  }

  private static let counting: [(String, Value)] = [
    method("__missing__", "key, /") { _ in .int(0) },
    method("most_common", "n=") { a in
      let pairs = try mostCommon(a.dict, a.interpreter)
      let wanted = try a.optionalInt(1).map { max($0, 0) } ?? pairs.count
      return Value(list: pairs.prefix(wanted).map { Value(tuple: [$0, $1]) })
    },
    method("elements", "/") { a in
      var elements: [Value] = []
      for (key, number) in try a.dict.table.pairs {
        let count = max(try a.interpreter.index(number), 0)
        let (total, overflow) = elements.count.addingReportingOverflow(count)
        try Interpreter.checkSequenceSize(overflow ? .max : total)
        try a.interpreter.spend(8 + count >> 3)
        elements.append(contentsOf: repeatElement(key, count: count))
      }
      return try a.interpreter.makeIterator(Value(list: elements))
    },
    method("total", "/") { a in
      try a.dict.table.values.reduce(.int(0)) { try a.interpreter.binary(.add, $0, $1) }
    },
    method("update", "iterable=, /, **keywords") { a in
      try count(a[1], a.keywords, by: .add, in: a.dict, a.interpreter)
      return .none
    },
    method("subtract", "iterable=, /, **keywords") { a in
      try count(a[1], a.keywords, by: .subtract, in: a.dict, a.interpreter)
      return .none
    },
  ]

  /// The greatest counts first; equal ones in the order of the dict.
  static func mostCommon(_ counter: DictObject, _ interpreter: Interpreter) throws -> [(Value, Value)] {
    let pairs = counter.table.pairs
    var order = pairs.indices.map { Value.int($0) }
    let byCount = NativeFunction("count", "index, /") { a in pairs[try a.int(0)].1 }
    try interpreter.sort(&order, key: .object(byCount), isReversed: true)
    return try order.map { pairs[try interpreter.index($0)] }
  }

  private static let texts: [(String, Value)] = [
    method("__repr__", "/") { a in
      let counter = try a.dict
      if counter.table.count == 0 { return Value("Counter()") }
      let pairs = (try? mostCommon(counter, a.interpreter)) ?? counter.table.pairs
      let parts = try pairs.map {
        "\(try a.interpreter.representation($0)): \(try a.interpreter.representation($1))"
      }
      return Value("Counter({\(parts.joined(separator: ", "))})")
    }
  ]

  private static let arithmetic: [(String, Value)] = [
    combination("__add__") { try $2.binary(.add, $0, $1) },
    combination("__sub__") { try $2.binary(.subtract, $0, $1) },
    combination("__and__") { try $2.isTrue($2.compare(.less, $0, $1)) ? $0 : $1 },
    combination("__or__") { try $2.isTrue($2.compare(.less, $0, $1)) ? $1 : $0 },
  ]

  /// An operator of two counters: only positive counts stay.
  private static func combination(
    _ name: String, _ combine: @escaping (Value, Value, Interpreter) throws -> Value
  ) -> (String, Value) {
    method(name, "other, /") { a in
      let (left, interpreter) = (try a.dict, a.interpreter)
      guard let right = a[1].asDict, right.type === type else { return .notImplemented }
      let result = SpecialDictObject(type)
      func add(_ key: Value, _ a: Value, _ b: Value) throws {
        let number = try combine(a, b, interpreter)
        if try interpreter.isTrue(interpreter.compare(.greater, number, .int(0))) {
          try result.set(key, number, interpreter)
        }
      }
      for (key, number) in left.table.pairs {
        try add(key, number, right.table.find(key, interpreter) ?? .int(0))
      }
      for (key, number) in right.table.pairs where try left.table.find(key, interpreter) == nil {
        try add(key, .int(0), number)
      }
      return .object(result)
    }
  }
}
