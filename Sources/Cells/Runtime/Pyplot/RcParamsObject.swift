/// `plt.rcParams` as cells see it: a mapping with its own rules for values.
package final class RcParamsObject: Object, @unchecked Sendable {
  let parameters: RcParams

  init(_ parameters: RcParams) {
    self.parameters = parameters
    super.init(.host)
  }

  package override var type: TypeObject { RcParamsObject.cls }

  /// A plain dict with the same pairs.
  private var dict: DictObject {
    let dict = DictObject()
    for name in parameters.names { dict.table.set(name: name, parameters[name]) }
    return dict
  }

  private func value(_ key: Value) throws -> Value {
    guard let name = key.asString?.value, parameters.has(name) else { throw Raised.keyError(key) }
    return parameters[name]
  }

  func update(_ source: Value, _ keywords: [(String, Value)], _ interpreter: Interpreter) throws {
    var pairs: [(Value, Value)] = []
    if let other = source.object as? RcParamsObject {
      pairs = other.dict.table.pairs
    } else if let dict = source.asDict {
      pairs = dict.table.pairs
    } else if !source.isAbsent {
      for pair in try interpreter.collect(source) {
        let parts = try interpreter.collect(pair)
        guard parts.count == 2 else {
          throw Raised.valueError("not enough values to unpack (expected 2, got \(parts.count))")
        }
        pairs.append((parts[0], parts[1]))
      }
    }
    for (key, value) in pairs { try parameters.set(interpreter.text(key), value, interpreter) }
    for (name, value) in keywords { try parameters.set(name, value, interpreter) }
  }

  private static let cls: TypeObject = TypeObject(
    "RcParams", module: "matplotlib", isWrittenInPython: true,
    attributes: table([
      method("__getitem__", "key, /") { a in try a.host(RcParamsObject.self).value(a[1]) },
      method("__setitem__", "key, value, /") { a in
        try a.host(RcParamsObject.self).parameters.set(a.interpreter.text(a[1]), a[2], a.interpreter)
        return .none
      },
      method("__contains__", "key, /") { a in
        let parameters = try a.host(RcParamsObject.self).parameters
        return .bool(a[1].asString.map { parameters.has($0.value) } ?? false)
      },
      method("__len__", "/") { a in .int(try a.host(RcParamsObject.self).parameters.names.count) },
      method("__iter__", "/") { a in
        try a.interpreter.makeIterator(.object(DictView(a.host(RcParamsObject.self).dict, .keys)))
      },
      method("__repr__", "/") { _ in throw Raised.unsupported("the repr of rcParams is not supported") },
      method("keys", "") { a in .object(DictView(try a.host(RcParamsObject.self).dict, .keys)) },
      method("values", "") { a in .object(DictView(try a.host(RcParamsObject.self).dict, .values)) },
      method("items", "") { a in .object(DictView(try a.host(RcParamsObject.self).dict, .items)) },
      method("copy", "") { a in .object(try a.host(RcParamsObject.self).dict) },
      method("get", "key, default=") { a in
        (try? a.host(RcParamsObject.self).value(a[1])) ?? (a[2].isUndefined ? .none : a[2])
      },
      method("update", "source=, /, **keywords") { a in
        try a.host(RcParamsObject.self).update(a[1], a.keywords, a.interpreter)
        return .none
      },
    ]))
}
