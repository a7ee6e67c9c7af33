enum SetMethods {
  static let set: NativeFunction = NativeFunction("set", "iterable=, /") { a in
    .object(SetObject(a[0].isUndefined ? SetTable() : try elements(a[0], a.interpreter)))
  }

  static let frozenset: NativeFunction = NativeFunction("frozenset", "iterable=, /") { a in
    if let set = a[0].asSet, set.isFrozen { return a[0] }
    return .object(SetObject(a[0].isUndefined ? SetTable() : try elements(a[0], a.interpreter), isFrozen: true))
  }

  static let all: [String: Value] = table(ContainerProtocol.sized, algebra, comparing, changing, changingByOthers)
  static let ofFrozenset: [String: Value] = table(ContainerProtocol.sized, algebra, comparing)

  /// A set's own table made anew, or that of any iterable's elements.
  private static func elements(_ value: Value, _ interpreter: Interpreter) throws -> SetTable {
    var table = SetTable()
    try merge(value, into: &table, interpreter)
    return table
  }

  /// As `set_update_internal` does: sets and dicts make room at once.
  private static func merge(_ value: Value, into table: inout SetTable, _ interpreter: Interpreter) throws {
    if let other = value.asSet { return try table.merge(other.table, interpreter) }
    if let dict = value.asDict { table.reserve(dict.table.count) }
    try interpreter.forEach(value) { try table.insert($0, interpreter) }
  }

  private static func difference(_ table: SetTable, _ other: Value, _ interpreter: Interpreter) throws -> SetTable {
    if let set = other.asSet { return try table.difference(set.table, interpreter) }
    if let dict = other.asDict, table.count / 4 <= dict.table.count {
      return try table.difference(SetTable(dict.table.keys, interpreter), interpreter)
    }
    return try table.removing(interpreter.collect(other), interpreter)
  }

  private static func intersection(_ table: SetTable, _ other: Value, _ interpreter: Interpreter) throws -> SetTable {
    if let set = other.asSet { return try table.intersection(set.table, interpreter) }
    return try table.intersection(interpreter.collect(other), interpreter)
  }

  private static let algebra: [(String, Value)] = [
    method("copy", "/") { a in
      let set = try a.set
      return set.isFrozen ? a[0] : .object(SetObject(try set.table.copied(a.interpreter)))
    },
    method("union", "*others") { a in
      var result = try a.set.table.copied(a.interpreter)
      for other in a.rest where !other.isIdentical(to: a[0]) { try merge(other, into: &result, a.interpreter) }
      return .object(SetObject(result, isFrozen: try a.set.isFrozen))
    },
    method("intersection", "*others") { a in
      var result = try a.rest.isEmpty ? a.set.table.copied(a.interpreter) : a.set.table
      for other in a.rest { result = try intersection(result, other, a.interpreter) }
      return .object(SetObject(result, isFrozen: try a.set.isFrozen))
    },
    method("difference", "*others") { a in
      var result = try a.rest.isEmpty ? a.set.table.copied(a.interpreter) : a.set.table
      for other in a.rest { result = try difference(result, other, a.interpreter) }
      return .object(SetObject(result, isFrozen: try a.set.isFrozen))
    },
    method("symmetric_difference", "other, /") { a in
      let other = try elements(a[1], a.interpreter)
      return .object(
        SetObject(try a.set.table.symmetricDifference(other, a.interpreter), isFrozen: try a.set.isFrozen))
    },
  ]

  private static let comparing: [(String, Value)] = [
    method("isdisjoint", "other, /") { a in
      let table = try a.set.table
      return .bool(try !a.interpreter.collect(a[1]).contains { try table.contains($0, a.interpreter) })
    },
    method("issubset", "other, /") { a in
      let other = try a[1].asSet?.table ?? elements(a[1], a.interpreter)
      return .bool(try a.set.table.isSubset(of: other, a.interpreter))
    },
    method("issuperset", "other, /") { a in
      let table = try a.set.table
      return .bool(try a.interpreter.collect(a[1]).allSatisfy { try table.contains($0, a.interpreter) })
    },
  ]

  private static let changing: [(String, Value)] = [
    method("add", "object, /") { a in
      try a.set.insert(a[1], a.interpreter)
      return .none
    },
    method("clear", "/") { a in
      try a.set.table = SetTable()
      return .none
    },
    method("discard", "object, /") { a in
      try a.set.remove(a[1], a.interpreter)
      return .none
    },
    method("remove", "object, /") { a in
      if try !a.set.remove(a[1], a.interpreter) { throw Raised.keyError(a[1]) }
      return .none
    },
    method("pop", "/") { a in
      guard let element = try a.set.table.popFirst() else {
        throw Raised.keyError(Value("pop from an empty set"))
      }
      return element
    },
  ]

  private static let changingByOthers: [(String, Value)] = [
    method("update", "*others") { a in
      let set = try a.set
      for other in a.rest {
        if let source = other.asSet {
          if source !== set { try set.merge(source.table, a.interpreter) }
        } else {
          if let dict = other.asDict { set.table.reserve(dict.table.count) }
          try a.interpreter.forEach(other) { try set.insert($0, a.interpreter) }
        }
      }
      return .none
    },
    method("intersection_update", "*others") { a in
      var result = try a.rest.isEmpty ? a.set.table.copied(a.interpreter) : a.set.table
      for other in a.rest { result = try intersection(result, other, a.interpreter) }
      try a.set.table.replaceElements(with: result)
      return .none
    },
    method("difference_update", "*others") { a in
      let set = try a.set
      for other in a.rest {
        try set.removeAll(of: a.interpreter.collect(other), a.interpreter)
      }
      return .none
    },
    method("symmetric_difference_update", "other, /") { a in
      let set = try a.set
      try set.toggle(elements(a[1], a.interpreter).elements, a.interpreter)
      return .none
    },
  ]
}
