extension SequenceMethods {
  static let ofList: [String: Value] = table(
    ContainerProtocol.writable, growing, searching,
    [
      method("copy", "/") { a in
        let elements = try a.list.elements
        a.interpreter.chargeCopy(elements.count)
        return Value(list: elements)
      },
      method("reverse", "/") { a in
        try a.list.elements.reverse()
        return .none
      },
      method("sort", "*, key=, reverse=") { a in
        let list = try a.list
        let elements = list.elements
        // As in Python, the list is empty while it is sorted.
        list.elements = []
        var sorted = elements
        defer { list.elements = sorted }
        try a.interpreter.sort(&sorted, key: a[1], isReversed: a.bool(2, default: false))
        if !list.elements.isEmpty { throw Raised.valueError("list modified during sort") }
        return .none
      },
    ])

  private static let quickAppend: NativeFunction.Quick = { _, base, count, result in
    guard count == 2, base.tag == ValueLayout.object, base.rawObject.kind == .list else { return false }
    base.rawObject.borrow(as: ListObject.self) { $0.elements.append(base[1]) }
    result.store(ValueLayout.none, ValueLayout.plain)
    return true
  }

  private static let growing: [(String, Value)] = [
    method("append", "object, /", quick: quickAppend) { a in
      try a.list.elements.append(a[1])
      return .none
    },
    method("extend", "iterable, /") { a in
      let list = try a.list
      if let more = a[1].elements {
        try a.interpreter.append(more, to: &list.elements)
      } else {
        // What came before an error stays.
        try a.interpreter.forEach(a[1]) { list.elements.append($0) }
      }
      return .none
    },
    method("insert", "index, object, /") { a in
      let list = try a.list
      let index = try a.int(1)
      let count = list.elements.count
      list.elements.insert(a[2], at: min(max(index < 0 ? index + count : index, 0), count))
      return .none
    },
    method("pop", "index=, /") { a in
      let list = try a.list
      let index = a[1].isUndefined ? -1 : try a.int(1)
      let count = list.elements.count
      if count == 0 { throw Raised.indexError("pop from empty list") }
      let position = index < 0 ? index + count : index
      guard list.elements.indices.contains(position) else { throw Raised.indexError("pop index out of range") }
      return list.elements.remove(at: position)
    },
    method("clear", "/") { a in
      try a.list.elements.removeAll()
      return .none
    },
  ]

  private static let searching: [(String, Value)] = [
    method("remove", "value, /") { a in
      let list = try a.list
      var index = 0
      while index < list.elements.count {
        if try a.interpreter.equal(list.elements[index], a[1]) {
          if index < list.elements.count { list.elements.remove(at: index) }
          return .none
        }
        index += 1
      }
      throw Raised.valueError("list.remove(x): x not in list")
    },
    method("count", "value, /") { a in
      let list = try a.list
      var (index, found) = (0, 0)
      while index < list.elements.count {
        if try a.interpreter.equal(list.elements[index], a[1]) { found += 1 }
        index += 1
      }
      return .int(found)
    },
    method("index", "value, start=, stop=, /") { a in
      let list = try a.list
      for index in try a.bounds(from: 2, count: list.elements.count) {
        if index >= list.elements.count { break }
        if try a.interpreter.equal(list.elements[index], a[1]) { return .int(index) }
      }
      throw Raised.valueError("\(try a.interpreter.representation(a[1])) is not in list")
    },
  ]
}
