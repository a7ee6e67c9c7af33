/// The operators of containers under their method names: `xs.__len__()`.
enum ContainerProtocol {
  static let sized: [(String, Value)] = [
    method("__len__", "/") { a in .int(try a.interpreter.length(a[0])) },
    method("__iter__", "/") { a in try a.interpreter.makeIterator(a[0]) },
    method("__contains__", "key, /") { a in .bool(try a.interpreter.contains(a[0], a[1])) },
  ]

  static let readable: [(String, Value)] =
    sized + [method("__getitem__", "key, /") { a in try a.interpreter.item(a[0], a[1]) }]

  /// The methods of texts, which cannot be changed.
  static func adding(to methods: [String: Value]) -> [String: Value] {
    methods.merging(table(readable)) { own, _ in own }
  }

  static let writable: [(String, Value)] =
    readable + [
      method("__setitem__", "key, value, /") { a in
        try a.interpreter.setItem(a[0], a[1], a[2])
        return .none
      },
      method("__delitem__", "key, /") { a in
        try a.interpreter.deleteItem(a[0], a[1])
        return .none
      },
    ]
}
