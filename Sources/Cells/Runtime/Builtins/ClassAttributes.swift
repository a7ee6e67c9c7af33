/// What classes themselves have: `Layer.__name__`.
enum ClassAttributes {
  static let all: [String: Value] = table([
    property("__name__") { value, _ in text(value) { $0.name } },
    property("__qualname__") { value, _ in text(value) { $0.name } },
    property("__module__") { value, _ in text(value) { $0.moduleName ?? "builtins" } },
    property("__bases__") { value, _ in classes(value) { $0.directBases } },
    property("__base__") { value, _ in value.asType?.directBases.first.map { .object($0) } ?? .none },
    property("__mro__") { value, _ in classes(value) { $0.resolutionOrder } },
    property("__dict__") { value, _ in
      let dict = DictObject()
      if let cls = value.asType {
        for name in cls.isUserDefined ? cls.attributeOrder : cls.attributes.keys.sorted() {
          dict.table.set(name: name, cls.attributes[name] ?? .none)
        }
      }
      return .object(dict)
    },
    method("mro", "/") { a in Value(list: (a[0].asType?.resolutionOrder ?? []).map { .object($0) }) },
    method("__instancecheck__", "instance, /") { a in
      .bool(a[0].asType.map { a[1].type.isSubclass(of: $0) } ?? false)
    },
    method("__subclasscheck__", "subclass, /") { a in
      .bool(a[0].asType.map { a[1].asType?.isSubclass(of: $0) ?? false } ?? false)
    },
  ])

  private static func text(_ value: Value, _ text: (TypeObject) -> String) -> Value {
    value.asType.map { Value(text($0)) } ?? .none
  }

  private static func classes(_ value: Value, _ classes: (TypeObject) -> [TypeObject]) -> Value {
    Value(tuple: (value.asType.map(classes) ?? []).map { .object($0) })
  }
}

extension TypeObject {
  /// The bases as Python shows them: `object` where no others are named.
  fileprivate var directBases: [TypeObject] { bases.isEmpty && self !== Types.object ? [Types.object] : bases }
}
