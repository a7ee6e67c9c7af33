/// Python's module `operator`: the operators as functions.
package enum OperatorModule {
  package static func make() -> ModuleObject {
    ModuleObject("operator", arithmetic, comparisons, items, others, getters)
  }

  private static let arithmetic: [(String, Value)] =
    [
      ("add", BinaryOperator.add), ("sub", .subtract), ("mul", .multiply), ("truediv", .divide),
      ("floordiv", .floorDivide), ("mod", .modulo), ("pow", .power), ("matmul", .matrixMultiply),
      ("lshift", .leftShift), ("rshift", .rightShift), ("and_", .bitAnd), ("or_", .bitOr), ("xor", .bitXor),
    ].flatMap { name, operation in
      let inPlace = "i" + (name.hasSuffix("_") ? String(name.dropLast()) : name)
      return [
        function(name, "a, b, /") { a in try a.interpreter.binary(operation, a[0], a[1]) },
        function(inPlace, "a, b, /") { a in try a.interpreter.inPlace(operation, a[0], a[1]) },
      ]
    }

  private static let comparisons: [(String, Value)] =
    [
      ("eq", ComparisonOperator.equal), ("ne", .notEqual), ("lt", .less), ("le", .lessEqual), ("gt", .greater),
      ("ge", .greaterEqual), ("isSame", .isSame), ("is_not", .isNotSame),
    ].map { name, operation in
      function(name, "a, b, /") { a in try a.interpreter.compare(operation, a[0], a[1]) }
    }

  private static let items: [(String, Value)] = [
    function("getitem", "a, b, /") { a in try a.interpreter.item(a[0], a[1]) },
    function("setitem", "a, b, c, /") { a in
      try a.interpreter.setItem(a[0], a[1], a[2])
      return .none
    },
    function("delitem", "a, b, /") { a in
      try a.interpreter.deleteItem(a[0], a[1])
      return .none
    },
    function("contains", "a, b, /") { a in .bool(try a.interpreter.contains(a[0], a[1])) },
    function("concat", "a, b, /") { a in try a.interpreter.binary(.add, a[0], a[1]) },
    function("countOf", "a, b, /") { a in
      .int(try SequenceMethods.count(of: a[1], in: a.interpreter.collect(a[0]), a.interpreter))
    },
    function("indexOf", "a, b, /") { a in
      for (index, element) in try a.interpreter.collect(a[0]).enumerated()
      where try a.interpreter.equal(element, a[1]) {
        return .int(index)
      }
      throw Raised.valueError("sequence.index(x): x not in sequence")
    },
  ]

  private static let others: [(String, Value)] = [
    function("neg", "a, /") { a in try a.interpreter.unary(.negate, a[0]) },
    function("pos", "a, /") { a in try a.interpreter.unary(.plus, a[0]) },
    function("inv", "a, /") { a in try a.interpreter.unary(.invert, a[0]) },
    function("invert", "a, /") { a in try a.interpreter.unary(.invert, a[0]) },
    function("not_", "a, /") { a in .bool(try !a.interpreter.isTrue(a[0])) },
    function("truth", "a, /") { a in .bool(try a.interpreter.isTrue(a[0])) },
    function("abs", "a, /") { a in
      try a.interpreter.call(BuiltinFunctions.value(of: "abs") ?? .none, [a[0]])
    },
    function("index", "a, /") { a in try a.interpreter.integer(a[0]) },
  ]

  private static let getters: [(String, Value)] = [
    function("itemgetter", "item, /, *items") { a in
      let keys = [a[0]] + a.rest
      return getter("itemgetter") { value, interpreter in
        try results(keys) { try interpreter.item(value, $0) }
      }
    },
    function("attrgetter", "attr, /, *attrs") { a in
      let paths = try ([a[0]] + a.rest).map { value in
        guard let text = value.asString?.value else { throw Raised.typeError("attribute name must be a string") }
        return text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      }
      return getter("attrgetter") { value, interpreter in
        try results(paths) { path in try path.reduce(value) { try interpreter.attribute($0, $1) } }
      }
    },
    function("methodcaller", "name, /, *args, **keywords") { a in
      let (name, arguments, keywords) = (try a.text(0), a.rest, a.keywords)
      return getter("methodcaller") { value, interpreter in
        try interpreter.call(interpreter.attribute(value, name), arguments, keywords: keywords)
      }
    },
  ]

  private static func getter(_ name: String, _ get: @escaping (Value, Interpreter) throws -> Value) -> Value {
    .object(NativeFunction(name, "object, /") { a in try get(a[0], a.interpreter) })
  }

  /// One result as it is, several as a tuple.
  private static func results<T>(_ keys: [T], _ get: (T) throws -> Value) throws -> Value {
    keys.count == 1 ? try get(keys[0]) : Value(tuple: try keys.map(get))
  }
}
