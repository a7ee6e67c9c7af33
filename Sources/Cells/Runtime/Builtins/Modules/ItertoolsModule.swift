/// Python's module `itertools`.
package enum ItertoolsModule {
  package static func make() -> ModuleObject {
    ModuleObject("itertools", endless, joining, choosing, grouping, combinatorics, [("chain", .object(chain))])
  }

  static func iterator(_ next: @escaping IteratorObject.Next) -> Value { .object(IteratorObject(Types.iterator, next)) }

  private static let endless: [(String, Value)] = [
    function("count", "start=, step=") { a in
      var number = a[0].isUndefined ? Value.int(0) : a[0]
      let step = a[1].isUndefined ? Value.int(1) : a[1]
      return iterator { interpreter in
        let current = number
        number = try interpreter.binary(.add, number, step)
        return current
      }
    },
    function("cycle", "iterable, /") { a in
      let source = try a.interpreter.makeIterator(a[0])
      var saved: [Value] = []
      var position: Int?
      return iterator { interpreter in
        if position == nil, let value = try interpreter.next(source) {
          saved.append(value)
          return value
        }
        if saved.isEmpty { return nil }
        let index = position ?? 0
        position = (index + 1) % saved.count
        return saved[index]
      }
    },
    function("repeat", "object, times=") { a in
      let value = a[0]
      var left = a[1].isUndefined ? nil : try a.int(1)
      return iterator { _ in
        guard let count = left else { return value }
        if count <= 0 { return nil }
        left = count - 1
        return value
      }
    },
  ]

  private static let chain: TypeObject = TypeObject(
    "chain", module: "itertools", base: Types.iterator,
    constructor: NativeFunction("chain", "*iterables") { a in
      try chained(Value(tuple: a.rest), a.interpreter)
    },
    attributes: [
      "from_iterable": .object(
        MethodWrapper(
          .staticMethod,
          .object(NativeFunction("from_iterable", "iterable, /") { a in try chained(a[0], a.interpreter) })))
    ])

  private static func chained(_ iterables: Value, _ interpreter: Interpreter) throws -> Value {
    let sources = try interpreter.makeIterator(iterables)
    var current: Value?
    return iterator { interpreter in
      while true {
        if let source = current, let value = try interpreter.next(source) { return value }
        guard let iterable = try interpreter.next(sources) else { return nil }
        current = try interpreter.makeIterator(iterable)
      }
    }
  }

  private static let joining: [(String, Value)] = [
    function("zip_longest", "*iterables, fillvalue=") { a in
      var sources: [Value?] = try a.rest.map { try a.interpreter.makeIterator($0) }
      let filler = a.given(0)
      return iterator { interpreter in
        var values: [Value] = []
        for index in sources.indices {
          let value = try sources[index].flatMap { try interpreter.next($0) }
          if value == nil { sources[index] = nil }
          values.append(value ?? filler)
        }
        return sources.contains { $0 != nil } ? Value(tuple: values) : nil
      }
    },
    function("accumulate", "iterable, func=, *, initial=") { a in
      let source = try a.interpreter.makeIterator(a[0])
      let combine = a[1]
      var total: Value? = a[2].isAbsent ? nil : a[2]
      var isFirst = total != nil
      return iterator { interpreter in
        if isFirst {
          isFirst = false
          return total
        }
        guard let value = try interpreter.next(source) else { return nil }
        guard let sum = total else {
          total = value
          return value
        }
        total =
          combine.isAbsent ? try interpreter.binary(.add, sum, value) : try interpreter.call(combine, [sum, value])
        return total
      }
    },
    function("starmap", "function, iterable, /") { a in
      let (function, source) = (a[0], try a.interpreter.makeIterator(a[1]))
      return iterator { interpreter in
        guard let arguments = try interpreter.next(source) else { return nil }
        return try interpreter.call(function, interpreter.collect(arguments))
      }
    },
    function("pairwise", "iterable, /") { a in
      let source = try a.interpreter.makeIterator(a[0])
      var last: Value?
      return iterator { interpreter in
        if last == nil { last = try interpreter.next(source) }
        guard let first = last, let second = try interpreter.next(source) else { return nil }
        last = second
        return Value(tuple: [first, second])
      }
    },
  ]
}
