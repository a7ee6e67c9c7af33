import Arrays

/// `f.keys()`, `f.values()`, `f.items()`, and those of attributes: what is there now, whenever it is looked at.
package final class HDF5ViewObject: Object, @unchecked Sendable {
  enum Content: String { case keys = "KeysViewHDF5", values = "ValuesViewHDF5", items = "ItemsViewHDF5" }

  private let source: Object
  private let content: Content
  private let names: () throws -> [String]
  private let value: (String) throws -> Value

  init(_ group: HDF5GroupObject, _ content: Content) {
    source = group
    self.content = content
    names = { try group.members() }
    value = { .object(try group.member($0)) }
    super.init(.host)
  }

  init(_ attributes: HDF5AttributesObject, _ content: Content) {
    source = attributes
    self.content = content
    names = { try attributes.names() }
    value = { try attributes.value($0) }
    super.init(.host)
  }

  package override var type: TypeObject {
    switch content {
    case .keys: HDF5ViewObject.keysClass
    case .values: HDF5ViewObject.valuesClass
    case .items: HDF5ViewObject.itemsClass
    }
  }

  private func element(_ name: String) throws -> Value {
    switch content {
    case .keys: Value(name)
    case .values: try value(name)
    case .items: Value(tuple: [Value(name), try value(name)])
    }
  }

  private static let keysClass = cls(.keys)
  private static let valuesClass = cls(.values)
  private static let itemsClass = cls(.items)

  private static func cls(_ content: Content) -> TypeObject {
    TypeObject(content.rawValue, module: "h5py._hl.base", isWrittenInPython: true, attributes: table(methods))
  }

  private static let methods: [(String, Value)] = [
    method("__len__", "/") { a in .int(try a.host(HDF5ViewObject.self).names().count) },
    method("__iter__", "/") { a in
      let view = try a.host(HDF5ViewObject.self)
      var rest = try view.names()[...]
      return .object(IteratorObject { _ in try rest.popFirst().map { try view.element($0) } })
    },
    method("__contains__", "value, /") { a in
      let view = try a.host(HDF5ViewObject.self)
      if view.content == .keys { return .bool(try a[1].asString.map { try view.names().contains($0.value) } ?? false) }
      for name in try view.names() where try a.interpreter.equal(view.element(name), a[1]) { return .bool(true) }
      return .bool(false)
    },
    method("__repr__", "/") { a in
      let view = try a.host(HDF5ViewObject.self)
      if view.content == .keys {
        let names = try a.interpreter.representation(Value(list: view.names().map { Value($0) }))
        return Value("<KeysViewHDF5 \(names)>")
      }
      return Value("\(view.content.rawValue)(\(try a.interpreter.representation(.object(view.source))))")
    },
  ]
}
