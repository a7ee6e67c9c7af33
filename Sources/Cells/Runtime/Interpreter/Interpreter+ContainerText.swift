extension Interpreter {
  /// `repr` of what holds other values: a container that holds itself shows `[...]` there.
  /// - Throws: `RecursionError` where containers are nested too deeply.
  func containerRepresentation(_ object: Object) throws -> String {
    switch object.kind {
    case .tuple:
      let elements = unsafeDowncast(object, to: TupleObject.self).elements
      return try guarded(object, "(...)") {
        "(" + (try joined(elements)) + (elements.count == 1 ? ",)" : ")")
      }
    case .list:
      let list = unsafeDowncast(object, to: ListObject.self)
      return try guarded(object, "[...]") { "[" + (try joined(list.elements)) + "]" }
    case .dict:
      let pairs = unsafeDowncast(object, to: DictObject.self).table.pairs
      return try guarded(object, "{...}") {
        var text = "{"
        for (index, pair) in pairs.enumerated() {
          try tickOnce()
          if index > 0 { text += ", " }
          text += try "\(representation(pair.0)): \(representation(pair.1))"
        }
        return text + "}"
      }
    case .set:
      let set = unsafeDowncast(object, to: SetObject.self)
      let name = set.type.name
      if set.table.count == 0 { return "\(name)()" }
      return try guarded(object, "\(name)(...)") {
        let elements = "{" + (try joined(set.table.elements)) + "}"
        return set.isFrozen ? "\(name)(\(elements))" : elements
      }
    case .dictView:
      let view = unsafeDowncast(object, to: DictView.self)
      return try guarded(object, "...") { "\(view.type.name)([\(try joined(elements(of: view)))])" }
    default:
      let slice = unsafeDowncast(object, to: SliceObject.self)
      return try nested(" while getting the repr of an object") {
        "slice(" + (try joined([slice.start, slice.stop, slice.step])) + ")"
      }
    }
  }

  private func joined(_ elements: [Value]) throws -> String {
    var text = ""
    for (index, element) in elements.enumerated() {
      try tickOnce()
      if index > 0 { text += ", " }
      text += try representation(element)
    }
    return text
  }

  private func elements(of view: DictView) -> [Value] {
    switch view.content {
    case .keys: view.dict.table.keys
    case .values: view.dict.table.values
    case .items: view.dict.table.pairs.map { Value(tuple: [$0.0, $0.1]) }
    }
  }

  func guarded(_ object: Object, _ again: String, _ write: () throws -> String) throws -> String {
    if representing.contains(where: { $0 === object }) { return again }
    representing.append(object)
    defer { representing.removeLast() }
    return try nested(" while getting the repr of an object", write)
  }
}
