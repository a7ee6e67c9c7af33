import Arrays

/// `f.attrs`: small values beside a group or dataset.
package final class HDF5AttributesObject: Object, @unchecked Sendable {
  private let owner: OpenHDF5File
  private let path: String

  init(_ owner: OpenHDF5File, _ path: String) {
    self.owner = owner
    self.path = path
    super.init(.host)
  }

  package override var type: TypeObject { HDF5AttributesObject.cls }

  private func checkOpen() throws { if !owner.isOpen { throw HDF5Action.openAttribute.closedException } }

  func names() throws -> [String] {
    try checkOpen()
    return try owner.perform(.openAttribute) { file throws(StoredError) in try file.attributeNames(of: path) }
  }

  func value(_ name: String) throws -> Value {
    try checkOpen()
    let value = try owner.perform(.openAttribute) { file throws(StoredError) in
      try file.attribute(name, of: path)
    }
    return try Value(attribute: value, named: name)
  }

  private func set(_ name: String, _ value: StoredValue) throws {
    if !owner.isOpen { throw HDF5Action.createAttribute.closedException }
    try owner.perform(.createAttribute) { file throws(StoredError) in
      try file.setAttribute(name, of: path, to: value)
    }
  }

  private static let refusal = "A name should be string or bytes"

  private static let cls: TypeObject = TypeObject(
    "AttributeManager", module: "h5py._hl.attrs", isWrittenInPython: true,
    attributes: table([
      method("__getitem__", "name, /") { a in
        try a.host(HDF5AttributesObject.self).value(a.hdf5Name(1, refusal))
      },
      method("__setitem__", "name, value, /") { a in
        let name = try a.hdf5Name(1, refusal)
        try a.host(HDF5AttributesObject.self).set(name, a.interpreter.storedValue(a[2]))
        return .none
      },
      method("__delitem__", "name, /") { a in
        let attributes = try a.host(HDF5AttributesObject.self)
        let name = try a.hdf5Name(1, refusal)
        try attributes.checkOpen()
        try attributes.owner.perform(.deleteAttribute) { file throws(StoredError) in
          try file.deleteAttribute(name, of: attributes.path)
        }
        return .none
      },
      method("__contains__", "name, /") { a in
        let name = try a.hdf5Name(1, refusal)
        return .bool(try a.host(HDF5AttributesObject.self).names().contains(name))
      },
      method("__len__", "/") { a in .int(try a.host(HDF5AttributesObject.self).names().count) },
      method("__iter__", "/") { a in
        .object(IteratorObject.over(try a.host(HDF5AttributesObject.self).names().map { Value($0) }))
      },
      method("__repr__", "/") { a in
        let attributes = try a.host(HDF5AttributesObject.self)
        guard attributes.owner.isOpen else { return Value("<Attributes of closed HDF5 object>") }
        return Value("<Attributes of HDF5 object at \(UInt(bitPattern: ObjectIdentifier(attributes).hashValue))>")
      },
      method("keys", "") { a in .object(HDF5ViewObject(try a.host(HDF5AttributesObject.self), .keys)) },
      method("values", "") { a in .object(HDF5ViewObject(try a.host(HDF5AttributesObject.self), .values)) },
      method("items", "") { a in .object(HDF5ViewObject(try a.host(HDF5AttributesObject.self), .items)) },
      method("get", "name, default=") { a in
        let attributes = try a.host(HDF5AttributesObject.self)
        let name = try a.hdf5Name(1, refusal)
        guard try attributes.names().contains(name) else { return a[2].isUndefined ? .none : a[2] }
        return try attributes.value(name)
      },
      method("create", "name, data, shape=, dtype=") { a in
        let name = try a.hdf5Name(1, refusal)
        if a.has(3) { throw Raised.unsupported("attrs.create with a shape is not supported: reshape the data") }
        let type = a.has(4) ? try a.interpreter.storedType(a[4]) : nil
        let value = try a.interpreter.storedValue(a[2], as: type, converting: true)
        try a.host(HDF5AttributesObject.self).set(name, value)
        return .none
      },
      method("update", "other=, /, **keywords") { a in
        let attributes = try a.host(HDF5AttributesObject.self)
        var pairs: [(String, Value)] = []
        if let dict = a[1].asDict {
          for (key, value) in dict.table.pairs { pairs.append((try a.interpreter.text(key), value)) }
        } else if a.has(1) {
          throw Raised.unsupported("attrs.update of something but a dict is not supported")
        }
        for (name, value) in pairs + a.keywords { try attributes.set(name, a.interpreter.storedValue(value)) }
        return .none
      },
    ]))
}
