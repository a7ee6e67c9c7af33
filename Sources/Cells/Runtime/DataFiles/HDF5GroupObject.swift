import Arrays

/// `h5py.Group`, and `h5py.File`, which is its file's root.
package final class HDF5GroupObject: HDF5Object, @unchecked Sendable {
  let isFile: Bool

  init(_ owner: OpenHDF5File, _ path: String, isFile: Bool = false) {
    self.isFile = isFile
    super.init(owner, path)
  }

  package override var type: TypeObject { isFile ? HDF5GroupObject.fileClass : HDF5GroupObject.groupClass }

  /// - Throws: `ValueError` where the file is closed.
  func members() throws -> [String] {
    try checkOpen()
    return try owner.perform(.openObject) { file throws(StoredError) in try file.members(of: path) }
  }

  private func checkOpen() throws {
    if !owner.isOpen { throw Raised.valueError("Invalid group (or file) id (invalid group (or file) ID)") }
  }

  func member(_ name: String) throws -> HDF5Object {
    if name.isEmpty {
      throw Raised.keyError(
        Value("Unable to synchronously open object (name parameter cannot be an empty string)"))
    }
    return try HDF5Object.at(resolved(name), of: owner)
  }

  /// `nil` where there is none.
  func memberIfAny(_ name: String) throws -> HDF5Object? {
    guard owner.isOpen, !name.isEmpty else { return nil }
    do {
      return try member(name)
    } catch let raised as Raised where raised.exception.cls === Exceptions.keyError {
      return nil
    }
  }

  private var representation: String {
    get throws {
      guard owner.isOpen else { return isFile ? "<Closed HDF5 file>" : "<Closed HDF5 group>" }
      if isFile { return "<HDF5 file \"\(baseName)\" (mode \(owner.isWritable ? "r+" : "r"))>" }
      return "<HDF5 group \"\(path)\" (\(try members().count) members)>"
    }
  }

  private var baseName: String { owner.name.split(separator: "/").last.map(String.init) ?? owner.name }

  static let groupClass: TypeObject = TypeObject(
    "Group", module: "h5py._hl.group", isWrittenInPython: true,
    attributes: table(HDF5Object.shared, container, views, HDF5GroupMaking.methods))

  static let fileClass: TypeObject = TypeObject(
    "File", module: "h5py._hl.files", base: groupClass, constructor: HDF5Module.fileConstructor,
    isWrittenInPython: true, attributes: table(ofFile))

  private static let refusal = "Accessing a group is done with bytes or str"

  private static let container: [(String, Value)] = [
    method("__repr__", "/") { a in Value(try a.host(HDF5GroupObject.self).representation) },
    method("__len__", "/") { a in
      let group = try a.host(HDF5GroupObject.self)
      return .int(try group.members().count)
    },
    method("__iter__", "/") { a in
      let group = try a.host(HDF5GroupObject.self)
      if !group.owner.isOpen { throw HDF5Action.openObject.closedException }
      return .object(IteratorObject.over(try group.members().map { Value($0) }))
    },
    method("__contains__", "name, /") { a in
      let name = try a.hdf5Name(1, "A name should be string or bytes")
      return .bool(try a.host(HDF5GroupObject.self).memberIfAny(name) != nil)
    },
    method("__getitem__", "name, /") { a in
      .object(try a.host(HDF5GroupObject.self).member(a.hdf5Name(1, refusal)))
    },
    method("__setitem__", "name, obj, /") { a in
      try HDF5GroupMaking.assign(a.host(HDF5GroupObject.self), a.hdf5Name(1, refusal), a[2], a.interpreter)
      return .none
    },
    method("__delitem__", "name, /") { a in
      let group = try a.host(HDF5GroupObject.self)
      let name = try a.hdf5Name(1, refusal)
      if !group.owner.isOpen {
        throw Raised.valueError("Invalid location identifier (invalid identifier type to function)")
      }
      try group.owner.delete(group.resolved(name))
      return .none
    },
  ]

  private static let views: [(String, Value)] = [
    method("keys", "") { a in .object(HDF5ViewObject(try a.host(HDF5GroupObject.self), .keys)) },
    method("values", "") { a in .object(HDF5ViewObject(try a.host(HDF5GroupObject.self), .values)) },
    method("items", "") { a in .object(HDF5ViewObject(try a.host(HDF5GroupObject.self), .items)) },
    method("get", "name, default=, *, getclass=, getlink=") { a in
      if a.has(3) || a.has(4) { throw Raised.unsupported("get with getclass or getlink is not supported") }
      let found = try a.host(HDF5GroupObject.self).memberIfAny(a.hdf5Name(1, refusal))
      return found.map { .object($0) } ?? (a[2].isUndefined ? .none : a[2])
    },
    method("visit", "func") { a in
      try a.host(HDF5GroupObject.self).visit { path, _ in try a.interpreter.call(a[1], [Value(path)]) }
    },
    method("visititems", "func") { a in
      try a.host(HDF5GroupObject.self).visit { path, object in
        try a.interpreter.call(a[1], [Value(path), .object(object)])
      }
    },
  ]

  /// Calls `body` with everything below this group until it gives something but None.
  private func visit(_ body: (String, HDF5Object) throws -> Value) throws -> Value {
    var seen: Set<String> = []
    func walk(_ group: HDF5GroupObject, _ prefix: String, depth: Int) throws -> Value {
      for name in try group.members() {
        guard let object = try group.memberIfAny(name), seen.insert(object.path).inserted else { continue }
        let result = try body(prefix + name, object)
        if !result.isNone { return result }
        // A group may be linked to below itself.
        guard depth < 64, let inner = object as? HDF5GroupObject else { continue }
        let found = try walk(inner, "\(prefix)\(name)/", depth: depth + 1)
        if !found.isNone { return found }
      }
      return .none
    }
    return try walk(self, "", depth: 0)
  }

  private static let ofFile: [(String, Value)] = [
    property("filename") { value, _ in
      guard let file = value.object as? HDF5GroupObject, file.owner.isOpen else {
        throw Raised.valueError("Not a file or file object (not a file or file object)")
      }
      return Value(file.owner.name)
    },
    property("mode") { value, _ in
      guard let file = value.object as? HDF5GroupObject, file.owner.isOpen else {
        throw Raised.valueError("Invalid file identifier (identifier is not of specified type)")
      }
      return Value(file.owner.isWritable ? "r+" : "r")
    },
    method("close", "") { a in
      try a.host(HDF5GroupObject.self).owner.close()
      return .none
    },
    method("flush", "") { a in
      let owner = try a.host(HDF5GroupObject.self).owner
      guard owner.isOpen else {
        throw Raised.runtimeError("Unable to synchronously flush file (not a file or file object)")
      }
      if owner.isWritable { try owner.perform(.other) { file throws(StoredError) in try file.flush() } }
      return .none
    },
    method("__enter__", "") { a in a[0] },
    method("__exit__", "*args") { a in
      try a.host(HDF5GroupObject.self).owner.close()
      return .none
    },
  ]
}

extension IteratorObject {
  static func over(_ values: [Value]) -> IteratorObject {
    var rest = values[...]
    return IteratorObject { _ in rest.popFirst() }
  }
}
