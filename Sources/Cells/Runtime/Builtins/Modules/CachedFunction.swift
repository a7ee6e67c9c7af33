/// What `functools.lru_cache` makes of a function.
package final class CachedFunction: Object, @unchecked Sendable {
  private let function: Value
  /// How many results it keeps; `nil` for all.
  private let maximum: Int?
  /// In the order of use, the oldest first.
  private let results = DictObject()
  private var (hits, misses) = (0, 0)

  init(_ function: Value, maximum: Int?) {
    self.function = function
    self.maximum = maximum
    super.init(.host)
  }

  package override var type: TypeObject { CachedFunction.type }

  private func call(
    _ arguments: [Value], _ keywords: [(String, Value)], _ interpreter: Interpreter
  ) throws -> Value {
    let key = Value(tuple: arguments + keywords.flatMap { [.ellipsis, Value($0), $1] })
    if let known = try results.find(key, interpreter) {
      hits += 1
      if maximum != nil {
        _ = try results.remove(key, interpreter)
        try results.set(key, known, interpreter)
      }
      return known
    }
    misses += 1
    let result = try interpreter.call(function, arguments, keywords: keywords)
    if maximum == 0 { return result }
    if let maximum, results.table.count >= maximum, let oldest = results.table.first {
      _ = try results.remove(oldest, interpreter)
    }
    try results.set(key, result, interpreter)
    return result
  }

  private static let info = NamedTuples.structure("CacheInfo", fields: ["hits", "misses", "maxsize", "currsize"])

  private static let type: TypeObject = TypeObject(
    "_lru_cache_wrapper", module: "functools", definesOperators: true,
    attributes: table(
      [
        method("__call__", "/, *args, **keywords") { a in
          try a.host(CachedFunction.self).call(a.rest, a.keywords, a.interpreter)
        },
        // In a class it is a method like any other.
        method("__get__", "instance, owner=, /") { a in
          a[1].isNone ? a[0] : .object(BoundMethod(a[1], a[0]))
        },
        method("cache_info", "/") { a in
          let cached = try a.host(CachedFunction.self)
          return .object(
            RecordObject(
              info,
              [
                .int(cached.hits), .int(cached.misses), cached.maximum.map { .int($0) } ?? .none,
                .int(cached.results.table.count),
              ]))
        },
        method("cache_clear", "/") { a in
          let cached = try a.host(CachedFunction.self)
          cached.results.table.removeAll()
          (cached.hits, cached.misses) = (0, 0)
          return .none
        },
        property("__wrapped__") { value, _ in (value.object as? CachedFunction)?.function ?? .none },
        method("__repr__", "/") { a in
          let cached = try a.host(CachedFunction.self)
          let name = try a.interpreter.attribute(cached.function, "__qualname__")
          return Value(
            "<functools._lru_cache_wrapper object \(try a.interpreter.text(name)) at \(a.interpreter.address(of: cached))>"
          )
        },
      ],
      ["__name__", "__qualname__", "__doc__", "__module__"].map { name in
        property(name) { value, interpreter in
          try (value.object as? CachedFunction).map { try interpreter.attribute($0.function, name) } ?? .none
        }
      }))
}
