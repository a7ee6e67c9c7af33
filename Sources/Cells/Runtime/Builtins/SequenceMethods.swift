/// `tuple`, `range` and `slice`, and what makes a `list`.
enum SequenceMethods {
  static let tuple: NativeFunction = NativeFunction("tuple", "iterable=, /") { a in
    if a[0].isUndefined { return .object(TupleObject.empty) }
    if let tuple = a[0].asTuple, tuple.type === Types.tuple { return a[0] }
    return Value(tuple: try a.interpreter.collect(a[0]))
  }

  static let list: NativeFunction = NativeFunction("list", "iterable=, /") { a in
    Value(list: a[0].isUndefined ? [] : try a.interpreter.collect(a[0]))
  }

  static let range: NativeFunction = NativeFunction("range", "start, stop=, step=, /", quick: quickRange) { a in
    let first = try a.rangeBound(0)
    if a[1].isUndefined { return .object(try RangeObject(start: 0, stop: first, step: 1)) }
    let stop = try a.rangeBound(1)
    let step = a[2].isUndefined ? 1 : try a.rangeBound(2)
    if step == 0 { throw Raised.valueError("range() arg 3 must not be zero") }
    return .object(try RangeObject(start: first, stop: stop, step: step))
  }

  private static let quickRange: NativeFunction.Quick = { _, base, count, result in
    guard count == 1 || count == 2, base.tag == ValueLayout.int else { return false }
    let last = base + (count - 1)
    guard last.tag == ValueLayout.int else { return false }
    result.storeOwned(try RangeObject(start: count == 1 ? 0 : base.rawInt, stop: last.rawInt, step: 1))
    return true
  }

  static let slice: NativeFunction = NativeFunction("slice", "start, stop=, step=, /") { a in
    let isStop = a[1].isUndefined
    return .object(
      SliceObject(
        start: isStop ? .none : a[0], stop: isStop ? a[0] : a[1], step: a[2].isUndefined ? .none : a[2]))
  }

  static let ofTuple: [String: Value] = table(
    ContainerProtocol.readable,
    [
      method("count", "value, /") { a in .int(try count(of: a[1], in: a.tuple.elements, a.interpreter)) },
      method("index", "value, start=, stop=, /") { a in
        let elements = try a.tuple.elements
        for index in try a.bounds(from: 2, count: elements.count)
        where try a.interpreter.equal(elements[index], a[1]) {
          return .int(index)
        }
        throw Raised.valueError("tuple.index(x): x not in tuple")
      },
    ])

  static let ofRange: [String: Value] = table(
    ContainerProtocol.readable,
    [
      property("start") { value, _ in .int(value.asRange?.start ?? 0) },
      property("stop") { value, _ in .int(value.asRange?.stop ?? 0) },
      property("step") { value, _ in .int(value.asRange?.step ?? 1) },
      method("count", "value, /") { a in .int(try a.interpreter.contains(a[0], a[1]) ? 1 : 0) },
      method("index", "value, /") { a in
        let range = try a.range
        guard let index = a[1].bigInteger.flatMap({ Int(exactly: $0) }).flatMap(range.index(of:)) else {
          let isInteger = a[1].bigInteger != nil
          throw Raised.valueError(
            isInteger
              ? "\(try a.interpreter.representation(a[1])) is not in range" : "sequence.index(x): x not in sequence")
        }
        return .int(index)
      },
    ])

  static let ofSlice: [String: Value] = table([
    property("start") { value, _ in value.asSlice?.start ?? .none },
    property("stop") { value, _ in value.asSlice?.stop ?? .none },
    property("step") { value, _ in value.asSlice?.step ?? .none },
    method("indices", "length, /") { a in
      let length = try a.int(1)
      if length < 0 { throw Raised.valueError("length should not be negative") }
      let range = try a.interpreter.range(a.slice, length)
      return Value(tuple: [.int(range.start), .int(range.stop), .int(range.step)])
    },
  ])

  static func count(of value: Value, in elements: [Value], _ interpreter: Interpreter) throws -> Int {
    var count = 0
    for element in elements where try interpreter.equal(element, value) { count += 1 }
    return count
  }
}

extension Arguments {
  /// A bound or step of a range: Python's ranges have no end, these have 64 bits.
  fileprivate func rangeBound(_ index: Int) throws -> Int {
    guard case .int(let bound) = try interpreter.integer(self[index]) else { throw RangeObject.tooLarge }
    return bound
  }
}
