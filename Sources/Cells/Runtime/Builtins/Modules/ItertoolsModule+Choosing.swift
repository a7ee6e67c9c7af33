extension ItertoolsModule {
  static let choosing: [(String, Value)] = [
    function("islice", "iterable, start, stop=, step=, /") { a in
      let (start, stop, step) = try sliceBounds(a)
      let source = try a.interpreter.makeIterator(a[0])
      var (position, wanted) = (0, start)
      return iterator { interpreter in
        if let stop, wanted >= stop {
          // As in Python, values before the stop are taken from the source all the same.
          while position < stop, try interpreter.next(source) != nil { position += 1 }
          return nil
        }
        while let value = try interpreter.next(source) {
          defer { position += 1 }
          if position == wanted {
            wanted += step
            return value
          }
        }
        return nil
      }
    },
    function("takewhile", "predicate, iterable, /") { a in
      let (predicate, source) = (a[0], try a.interpreter.makeIterator(a[1]))
      return iterator { interpreter in
        guard let value = try interpreter.next(source),
          try interpreter.isTrue(interpreter.call(predicate, [value]))
        else { return nil }
        return value
      }
    },
    function("dropwhile", "predicate, iterable, /") { a in
      let (predicate, source) = (a[0], try a.interpreter.makeIterator(a[1]))
      var isDropping = true
      return iterator { interpreter in
        while let value = try interpreter.next(source) {
          if isDropping, try interpreter.isTrue(interpreter.call(predicate, [value])) { continue }
          isDropping = false
          return value
        }
        return nil
      }
    },
    function("filterfalse", "function, iterable, /") { a in
      let (predicate, source) = (a[0], try a.interpreter.makeIterator(a[1]))
      return iterator { interpreter in
        while let value = try interpreter.next(source) {
          let verdict = predicate.isNone ? value : try interpreter.call(predicate, [value])
          if try !interpreter.isTrue(verdict) { return value }
        }
        return nil
      }
    },
    function("compress", "data, selectors") { a in
      let data = try a.interpreter.makeIterator(a[0])
      let selectors = try a.interpreter.makeIterator(a[1])
      return iterator { interpreter in
        while let value = try interpreter.next(data), let selector = try interpreter.next(selectors) {
          if try interpreter.isTrue(selector) { return value }
        }
        return nil
      }
    },
  ]

  private static func sliceBounds(_ a: borrowing Arguments) throws -> (Int, Int?, Int) {
    func bound(_ index: Int, _ name: String) throws -> Int? {
      if a[index].isAbsent { return nil }
      if let number = a[index].bigInteger.flatMap({ Int(exactly: $0) }), number >= 0 { return number }
      throw Raised.valueError("\(name) must be None or an integer: 0 <= x <= sys.maxsize.")
    }
    if a[2].isUndefined { return (0, try bound(1, "Stop argument for islice()"), 1) }
    let indices = "Indices for islice()"
    let start = try bound(1, indices) ?? 0
    let stop = try bound(2, indices)
    guard a[3].isAbsent || a[3].bigInteger.map({ $0 > 0 }) ?? false else {
      throw Raised.valueError("Step for islice() must be a positive integer or None.")
    }
    return (start, stop, try a.int(3, default: 1))
  }

  static let grouping: [(String, Value)] = [
    function("groupby", "iterable, key=") { a in
      let groups = Groups(try a.interpreter.makeIterator(a[0]), key: a.given(1))
      return iterator { try groups.nextGroup($0) }
    },
    function("tee", "iterable, n=, /") { a in
      let count = try a.int(1, default: 2)
      if count < 0 { throw Raised.valueError("n must be >= 0") }
      // An iterator takes as much as ten elements.
      try Interpreter.checkSequenceSize(count.multipliedReportingOverflow(by: 10).overflow ? .max : 10 * count)
      let buffer = SharedBuffer(try a.interpreter.makeIterator(a[0]), readers: count)
      return Value(
        tuple: try (0..<count).map { reader in
          try a.interpreter.tickOnce()
          return iterator { try buffer.next(reader, $0) }
        })
    },
  ]

  /// `groupby`: a group ends where the key changes, or when the next group is asked for.
  private final class Groups {
    private let source: Value
    private let key: Value
    private var current: (value: Value, key: Value)?
    private var group = 0
    private var groupKey: Value?

    init(_ source: Value, key: Value) {
      self.source = source
      self.key = key
    }

    private func advance(_ interpreter: Interpreter) throws {
      current = try interpreter.next(source).map { value in
        (value, key.isNone ? value : try interpreter.call(key, [value]))
      }
    }

    func nextGroup(_ interpreter: Interpreter) throws -> Value? {
      group += 1
      if let key = groupKey {
        while let candidate = current, try interpreter.equal(key, candidate.key) { try advance(interpreter) }
      } else {
        try advance(interpreter)
      }
      guard let first = current else { return nil }
      groupKey = first.key
      let number = group
      let members = iterator { [self] interpreter in
        guard number == group, let member = current, try interpreter.equal(first.key, member.key) else { return nil }
        try advance(interpreter)
        return member.value
      }
      return Value(tuple: [first.key, members])
    }
  }

  /// `tee`: what one reader took waits for the others.
  private final class SharedBuffer {
    private let source: Value
    private var waiting: [[Value]]

    init(_ source: Value, readers: Int) {
      self.source = source
      waiting = Array(repeating: [], count: readers)
    }

    func next(_ reader: Int, _ interpreter: Interpreter) throws -> Value? {
      if waiting[reader].isEmpty {
        guard let value = try interpreter.next(source) else { return nil }
        for index in waiting.indices { waiting[index].append(value) }
      }
      return waiting[reader].removeFirst()
    }
  }
}
