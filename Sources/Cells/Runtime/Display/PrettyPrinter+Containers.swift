extension PrettyPrinter {
  mutating func write(_ list: ListObject, isCycle: Bool) throws {
    try writeSequence(list.elements, "[", "]", isCycle: isCycle)
  }

  mutating func write(_ tuple: TupleObject, isCycle: Bool) throws {
    try writeSequence(tuple.elements, "(", ")", isCycle: isCycle, end: tuple.elements.count == 1 ? "," : "")
  }

  mutating func write(_ set: SetObject, isCycle: Bool) throws {
    let (opening, closing) = set.isFrozen ? ("frozenset({", "})") : ("{", "}")
    var elements = set.table.elements
    if elements.isEmpty, !isCycle { return layout.text("\(set.type.name)()") }
    if elements.count < PrettyPrinter.maximumLength, !isCycle { elements = sorted(elements) }
    try writeSequence(elements, opening, closing, isCycle: isCycle)
  }

  mutating func write(_ dict: DictObject, isCycle: Bool) throws {
    if isCycle { return layout.text("{...}") }
    try writePairs(dict.table.pairs)
  }

  /// A dict of `collections`, as a call of its class.
  mutating func writeSpecial(_ dict: DictObject, isCycle: Bool) throws {
    let name = dict.type.name
    if isCycle {
      return try writeCall(name) {
        $0.layout.beginGroup(); $0.layout.text("..."); $0.layout.endGroup()
      }
    }
    if dict.type === CollectionsModule.defaultDict {
      try writeCall(name) { printer in
        try printer.write(dict.defaultFactory ?? .none)
        printer.separate()
        try printer.write(.object(DictObject(dict.table)))
      }
    } else if dict.table.count == 0 {
      try writeCall(name) { _ in }
    } else if dict.type === Counters.type {
      let pairs = try Counters.mostCommon(dict, interpreter)
      let ordered = DictObject()
      for (key, count) in pairs { try ordered.set(key, count, interpreter) }
      try writeCall(name) { try $0.write(.object(ordered)) }
    } else {
      let pairs = dict.table.pairs.map { Value(tuple: [$0, $1]) }
      try writeCall(name) { try $0.write(Value(list: pairs)) }
    }
  }

  /// `deque([1, 2], maxlen=3)`; `elements` are `nil` where the deque holds itself.
  mutating func writeCall(_ name: String, _ elements: [Value]?, maximum: Int?) throws {
    try writeCall(name) { printer in
      guard let elements else {
        printer.layout.beginGroup()
        printer.layout.text("...")
        printer.layout.endGroup()
        return
      }
      try printer.write(Value(list: elements))
      guard let maximum else { return }
      printer.separate()
      printer.layout.beginGroup(7, "maxlen=")
      try printer.write(.int(maximum))
      printer.layout.endGroup(7)
    }
  }

  /// A call expression: a group of its own, inside the group of the value that it stands for.
  mutating func writeCall(_ name: String, _ arguments: (inout PrettyPrinter) throws -> Void) throws {
    let prefix = "\(name)("
    layout.beginGroup()
    layout.beginGroup(prefix.unicodeScalars.count, prefix)
    try arguments(&self)
    layout.endGroup(prefix.unicodeScalars.count, ")")
    layout.endGroup()
  }

  mutating func separate() {
    layout.text(",")
    layout.breakable()
  }

  private mutating func writeSequence(
    _ elements: [Value], _ opening: String, _ closing: String, isCycle: Bool, end: String = ""
  ) throws {
    if isCycle { return layout.text("\(opening)...\(closing)") }
    layout.beginGroup(opening.utf8.count, opening)
    for (index, element) in elements.enumerated() {
      if index > 0 { separate() }
      if index >= PrettyPrinter.maximumLength {
        layout.text("...")
        break
      }
      try write(element)
      if index & 0xFF == 0xFF { try interpreter.poll() }
    }
    if !end.isEmpty { layout.text(end) }
    layout.endGroup(opening.utf8.count, closing)
  }

  private mutating func writePairs(_ pairs: [(Value, Value)]) throws {
    layout.beginGroup(1, "{")
    for (index, pair) in pairs.enumerated() {
      if index > 0 { separate() }
      if index >= PrettyPrinter.maximumLength {
        layout.text("...")
        break
      }
      try write(pair.0)
      layout.text(": ")
      try write(pair.1)
    }
    layout.endGroup(1, "}")
  }

  /// By value where that works, else by text.
  private func sorted(_ elements: [Value]) -> [Value] {
    var result = elements
    if (try? interpreter.sort(&result)) != nil { return result }
    result = elements
    let asText = NativeFunction("str", "object, /") { a in Value(try a.interpreter.text(a[0])) }
    return (try? interpreter.sort(&result, key: .object(asText))) == nil ? elements : result
  }
}
