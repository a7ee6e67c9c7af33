import Arrays

/// An open file, which all of its groups and datasets share.
final class OpenHDF5File {
  /// As the cell named it.
  let name: String
  let isWritable: Bool
  private let file: any DataFile
  private(set) var isOpen = true
  /// Of the datasets that cells have seen, by their paths: all handles to one share them.
  private var facts: [String: DatasetFacts] = [:]

  init(_ name: String, _ file: any DataFile, isWritable: Bool) {
    self.name = name
    self.file = file
    self.isWritable = isWritable
  }

  /// What is known of a dataset, now as the file has it.
  func facts(at path: String, _ description: StoredDataset) -> DatasetFacts {
    let known = facts[path] ?? DatasetFacts(description)
    known.description = description
    facts[path] = known
    return known
  }

  func delete(_ path: String) throws {
    try perform(.deleteLink) { file throws(StoredError) in try file.delete(path) }
    for (name, known) in facts where name == path || name.hasPrefix(path + "/") {
      known.isDeleted = true
      facts[name] = nil
    }
  }

  func close() throws {
    guard isOpen else { return }
    isOpen = false
    try perform(.other) { file throws(StoredError) in try file.close() }
  }

  /// Does something with the file.
  /// - Throws: h5py's exceptions for what goes wrong with `action`.
  func perform<Result>(
    _ action: HDF5Action, _ body: (any DataFile) throws(StoredError) -> Result
  ) throws -> Result {
    do throws(StoredError) {
      return try body(file)
    } catch {
      throw action.exception(for: error)
    }
  }
}

final class DatasetFacts {
  var description: StoredDataset
  var isDeleted = false

  init(_ description: StoredDataset) { self.description = description }
}

/// A group or dataset as cells see it: a file and a path in it.
package class HDF5Object: Object, @unchecked Sendable {
  let owner: OpenHDF5File
  /// `/` or `/a/b`.
  let path: String

  init(_ owner: OpenHDF5File, _ path: String) {
    self.owner = owner
    self.path = path
    super.init(.host)
  }

  /// The last part of the path.
  var lastName: String { path.split(separator: "/").last.map(String.init) ?? "/" }

  /// What stands at a path of the file.
  static func at(_ path: String, of owner: OpenHDF5File) throws -> HDF5Object {
    if !owner.isOpen { throw HDF5Action.openObject.closedException }
    switch try owner.perform(.openObject, { file throws(StoredError) in try file.object(at: path) }) {
    case .group: return HDF5GroupObject(owner, path)
    case .dataset(let description): return HDF5DatasetObject(owner, path, description)
    }
  }

  /// A path of the file, seen from this object.
  func resolved(_ name: String) -> String {
    let full = name.hasPrefix("/") ? name : "\(path)/\(name)"
    return "/" + full.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  /// What groups and datasets have in common.
  static let shared: [(String, Value)] = [
    property("name") { value, _ in
      guard let object = value.object as? HDF5Object, object.owner.isOpen else { return .none }
      return Value(object.path)
    },
    property("file") { value, _ in
      guard let object = value.object as? HDF5Object else { return .none }
      if !object.owner.isOpen { throw Raised.valueError("Not an id of a file object (not an ID of a file object)") }
      return .object(HDF5GroupObject(object.owner, "/", isFile: true))
    },
    property("parent") { value, _ in
      guard let object = value.object as? HDF5Object else { return .none }
      if !object.owner.isOpen { throw Raised.valueError("Parent of an anonymous object is undefined") }
      let parts = object.path.split(separator: "/").dropLast()
      return .object(HDF5GroupObject(object.owner, "/" + parts.joined(separator: "/")))
    },
    property("attrs") { value, _ in
      guard let object = value.object as? HDF5Object else { return .none }
      if !object.owner.isOpen { throw HDF5Action.openObject.closedException }
      return .object(HDF5AttributesObject(object.owner, object.path))
    },
    method("__bool__", "/") { a in .bool(try a.host(HDF5Object.self).owner.isOpen) },
    method("__eq__", "other, /") { a in
      let object = try a.host(HDF5Object.self)
      guard let other = a[1].object as? HDF5Object else { return .notImplemented }
      return .bool(object.owner === other.owner && object.path == other.path)
    },
    method("__hash__", "/") { a in .int(try a.host(HDF5Object.self).path.hashValue) },
  ]
}

extension Arguments {
  /// The name of a member or an attribute.
  func hdf5Name(_ index: Int, _ refusal: String) throws -> String {
    if let text = self[index].asString { return text.value }
    if let bytes = self[index].asBytes { return String(decoding: bytes.value, as: UTF8.self) }
    throw Raised.typeError("\(refusal), not \(try interpreter.representation(.object(self[index].type)))")
  }
}
