/// Python's module `functools`.
package enum FunctoolsModule {
  package static func make() -> ModuleObject {
    ModuleObject(
      "functools", folding, wrapping,
      [
        ("partial", .object(PartialObject.classObject)),
        function("cache", "user_function, /") { a in .object(CachedFunction(a[0], maximum: nil)) },
        function("lru_cache", "maxsize=, typed=") { a in
          if a.interpreter.isCallable(a[0]) { return .object(CachedFunction(a[0], maximum: 128)) }
          if try a.bool(1, default: false) {
            throw Raised.unsupported("lru_cache(typed=True) is not supported: leave it out")
          }
          let maximum = a[0].isNone ? nil : try a.int(0, default: 128)
          return .object(
            NativeFunction("decorating_function", "user_function, /") { a in
              .object(CachedFunction(a[0], maximum: maximum.map { max($0, 0) }))
            })
        },
        function("total_ordering", "cls") { a in
          try TotalOrdering.complete(a[0], a.interpreter)
          return a[0]
        },
      ],
      BuiltinModules.notOffered(
        "functools", "singledispatch", "singledispatchmethod", "partialmethod", "cached_property"))
  }

  private static let folding: [(String, Value)] = [
    function("reduce", "function, iterable, initial=, /") { a in
      var total: Value? = a[2].isUndefined ? nil : a[2]
      let iterator = try a.interpreter.makeIterator(a[1])
      while let value = try a.interpreter.next(iterator) {
        total = try total.map { try a.interpreter.call(a[0], [$0, value]) } ?? value
      }
      guard let total else { throw Raised.typeError("reduce() of empty iterable with no initial value") }
      return total
    },
    function("cmp_to_key", "mycmp") { a in
      let compare = a[0]
      return .object(NativeFunction("K", "obj, /") { a in .object(ComparisonKey(a[0], compare)) })
    },
  ]

  private static let wrapping: [(String, Value)] = [
    function("wraps", "wrapped, assigned=, updated=") { a in
      let wrapped = a[0]
      return .object(
        NativeFunction("update_wrapper", "wrapper, /") { a in try update(a[0], from: wrapped, a.interpreter) })
    },
    function("update_wrapper", "wrapper, wrapped, assigned=, updated=") { a in
      try update(a[0], from: a[1], a.interpreter)
    },
  ]

  private static func update(_ wrapper: Value, from wrapped: Value, _ interpreter: Interpreter) throws -> Value {
    for name in ["__module__", "__name__", "__qualname__", "__doc__"] {
      if let value = try interpreter.findAttribute(wrapped, name) { try interpreter.setAttribute(wrapper, name, value) }
    }
    for (name, value) in wrapped.asFunction?.attributes ?? [:] where !name.hasPrefix("__") {
      try interpreter.setAttribute(wrapper, name, value)
    }
    try interpreter.setAttribute(wrapper, "__wrapped__", wrapped)
    return wrapper
  }

  /// `functools.cmp_to_key`: compares by what an old-style comparison function says.
  private final class ComparisonKey: Object, @unchecked Sendable {
    private let value: Value
    private let compare: Value

    init(_ value: Value, _ compare: Value) {
      self.value = value
      self.compare = compare
      super.init(.host)
    }

    package override var type: TypeObject { ComparisonKey.type }

    private static let type: TypeObject = TypeObject(
      "KeyWrapper", module: "functools", definesOperators: true,
      attributes: table([
        operatorFunction("__lt__", .less), operatorFunction("__le__", .lessEqual), operatorFunction("__gt__", .greater),
        operatorFunction("__ge__", .greaterEqual), operatorFunction("__eq__", .equal),
        property("obj") { value, _ in (value.object as? ComparisonKey)?.value ?? .none },
      ]))

    private static func operatorFunction(_ name: String, _ operation: ComparisonOperator) -> (String, Value) {
      method(name, "other, /") { a in
        let key = try a.host(ComparisonKey.self)
        guard let other = a[1].object as? ComparisonKey else { return .notImplemented }
        let order = try a.interpreter.call(key.compare, [key.value, other.value])
        return try a.interpreter.compare(operation, order, .int(0))
      }
    }
  }
}

/// `functools.total_ordering`: the missing comparisons from one that is there.
private enum TotalOrdering {
  private static let names = ["__lt__", "__gt__", "__le__", "__ge__"]

  static func complete(_ value: Value, _ interpreter: Interpreter) throws {
    guard let cls = value.asType, cls.isUserDefined else { throw Raised.typeError("total_ordering needs a class") }
    guard let root = ["__lt__", "__le__", "__gt__", "__ge__"].first(where: { cls.attributes[$0] != nil }) else {
      throw Raised.valueError("must define at least one ordering operation: < > <= >=")
    }
    for name in names where name != root && cls.lookUp(name) == nil { cls.set(name, derived(name, from: root).1) }
  }

  /// `a > b` is `not a < b and a != b`, and so on.
  private static func derived(_ name: String, from root: String) -> (String, Value) {
    let isSameDirection = name.dropFirst(2).first == root.dropFirst(2).first
    let (isStrict, isRootStrict) = (name.hasSuffix("t__"), root.hasSuffix("t__"))
    return method(name, "other, /") { a in
      let interpreter = a.interpreter
      guard let compare = interpreter.userMethod(a[0], root) else { return .notImplemented }
      let result = try interpreter.call(compare, [a[0], a[1]])
      if case .notImplemented = result { return result }
      let holds = try interpreter.isTrue(result)
      let equal = { [left = a[0], right = a[1]] in
        try interpreter.isTrue(interpreter.compare(.equal, left, right))
      }
      if isSameDirection {
        return .bool(try isStrict ? holds && !equal() : holds || equal())
      }
      if isStrict { return .bool(try isRootStrict ? !holds && !equal() : !holds) }
      return .bool(try isRootStrict ? !holds : !holds || equal())
    }
  }
}
