extension BuiltinFunctions {
  /// Integers and truth values in a list, whose sum is an `int` too.
  private static let quickSum: NativeFunction.Quick = { interpreter, base, count, result in
    guard count == 1, base.tag == ValueLayout.object, base.rawObject.kind == .list else { return false }
    let elements = RawElements(of: base.rawObject)
    var sum = 0
    for index in 0..<elements.count {
      let element = elements.start + index
      guard element.tag == ValueLayout.int || element.tag == ValueLayout.bool else { return false }
      let (next, overflow) = sum.addingReportingOverflow(
        element.tag == ValueLayout.int ? element.rawInt : element.rawInt & 1)
      if overflow { return false }
      sum = next
    }
    try interpreter.spend(elements.count)
    result.storeInt(sum)
    return true
  }

  private static let quickLength: NativeFunction.Quick = { _, base, count, result in
    guard count == 1, base.tag == ValueLayout.object else { return false }
    switch base.rawObject.kind {
    case .list, .tuple: result.storeInt(RawElements(of: base.rawObject).count)
    default: return false
    }
    return true
  }

  static let sequences: [(String, Value)] = [
    function("len", "obj, /", quick: quickLength) { a in .int(try a.interpreter.length(a[0])) },
    function("sorted", "iterable, /, *, key=, reverse=") { a in
      var elements = try a.interpreter.collect(a[0])
      try a.interpreter.sort(&elements, key: a[1], isReversed: a.bool(2, default: false))
      return Value(list: elements)
    },
  ]

  static let aggregates: [(String, Value)] = [
    function("all", "iterable, /") { a in .bool(try !anyElement(of: a[0], is: false, a.interpreter)) },
    function("any", "iterable, /") { a in .bool(try anyElement(of: a[0], is: true, a.interpreter)) },
    function("max", "*args, key=, default=") { a in try extreme("max", .greater, a) },
    function("min", "*args, key=, default=") { a in try extreme("min", .less, a) },
    function("sum", "iterable, /, start=", quick: quickSum) { a in
      try sum(of: a[0], start: a[1].isUndefined ? .int(0) : a[1], a.interpreter)
    },
  ]

  private static func anyElement(
    of iterable: Value, is wanted: Bool, _ interpreter: Interpreter
  ) throws -> Bool {
    let iterator = try interpreter.makeIterator(iterable)
    while let value = try interpreter.next(iterator) {
      if try interpreter.isTrue(value) == wanted { return true }
    }
    return false
  }

  /// The first of the greatest or smallest values.
  private static func extreme(
    _ name: String, _ better: ComparisonOperator, _ a: borrowing Arguments
  ) throws -> Value {
    let (key, fallback) = (a[0], a[1])
    if a.rest.isEmpty { throw Raised.typeError("\(name) expected at least 1 argument, got 0") }
    if a.rest.count > 1, !fallback.isUndefined {
      throw Raised.typeError("Cannot specify a default for \(name)() with multiple positional arguments")
    }
    let interpreter = a.interpreter
    var best: (value: Value, key: Value)?
    func consider(_ value: Value) throws {
      let candidate = key.isAbsent ? value : try interpreter.call(key, [value])
      if let current = best {
        guard try interpreter.isTrue(interpreter.compare(better, candidate, current.key)) else { return }
      }
      best = (value, candidate)
    }
    if a.rest.count > 1 { try a.rest.forEach(consider) } else { try interpreter.forEach(a.rest[0], consider) }
    if let best { return best.value }
    if fallback.isUndefined { throw Raised.valueError("\(name)() arg is an empty sequence") }
    return fallback
  }

  /// From left to right, as CPython 3.11 adds.
  private static func sum(of iterable: Value, start: Value, _ interpreter: Interpreter) throws -> Value {
    if start.asString != nil { throw Raised.typeError("sum() can't sum strings [use ''.join(seq) instead]") }
    if start.asBytes != nil { throw Raised.typeError("sum() can't sum bytes [use b''.join(seq) instead]") }
    var total = start
    try interpreter.forEach(iterable) { value in
      if case .int(let a) = total, case .int(let b) = value, !a.addingReportingOverflow(b).overflow {
        total = .int(a + b)
      } else if case .float(let a) = total, case .float(let b) = value {
        total = .float(a + b)
      } else {
        total = try interpreter.binary(.add, total, value)
      }
    }
    return total
  }

  static let iteration: [(String, Value)] = [
    function("iter", "object, sentinel=, /") { a in
      if a[1].isUndefined { return try a.interpreter.makeIterator(a[0]) }
      let (callee, sentinel) = (a[0], a[1])
      guard a.interpreter.isCallable(callee) else { throw Raised.typeError("iter(v, w): v must be callable") }
      return .object(
        IteratorObject { interpreter in
          let value = try interpreter.call(callee, [])
          return try interpreter.equal(value, sentinel) ? nil : value
        })
    },
    function("next", "iterator, default=, /") { a in
      if a[1].isUndefined { return try a.interpreter.nextOrStop(a[0]) }
      return try a.interpreter.next(a[0]) ?? a[1]
    },
  ]
}

extension Interpreter {
  /// `callable(value)`
  func isCallable(_ value: Value) -> Bool {
    guard case .object(let object) = value else { return false }
    switch object.kind {
    case .function, .native, .boundMethod, .type: return true
    default: return userMethod(value, "__call__") != nil
    }
  }
}
