import Arrays

extension HDF5DatasetObject {
  static let cls: TypeObject = TypeObject(
    "Dataset", module: "h5py._hl.dataset", isWrittenInPython: true,
    attributes: table(HDF5Object.shared, facts, access, views))

  private static func fact(_ name: String, _ get: @escaping (StoredDataset) throws -> Value) -> (String, Value) {
    property(name) { value, _ in
      guard let dataset = value.object as? HDF5DatasetObject else { return .none }
      return try get(dataset.description)
    }
  }

  private static let facts: [(String, Value)] = [
    fact("shape") { $0.shape.map { Value(tuple: $0.map { .int($0) }) } ?? .none },
    fact("ndim") { .int($0.shape?.count ?? 0) },
    fact("size") { $0.shape.map { .int(StoredRegion.product($0) ?? Int.max) } ?? .none },
    fact("nbytes") { .int((StoredRegion.product($0.shape ?? []) ?? 0) &* $0.type.size) },
    fact("chunks") { $0.chunks.map { Value(tuple: $0.map { .int($0) }) } ?? .none },
    fact("maxshape") { $0.maxShape.map { Value(tuple: $0.map { $0.map { .int($0) } ?? .none }) } ?? .none },
    fact("compression") { $0.compression.map { Value($0) } ?? .none },
    fact("compression_opts") { $0.compressionLevel.map { .int($0) } ?? .none },
    fact("shuffle") { .bool($0.isShuffled) },
    fact("fletcher32") { .bool($0.hasChecksums) },
    property("dtype") { value, _ in
      guard let dataset = value.object as? HDF5DatasetObject else { return .none }
      guard dataset.owner.isOpen else {
        throw Raised.valueError("Invalid dataset identifier (identifier is not of specified type)")
      }
      return Value(try dataset.description.type)
    },
  ]

  private func length() throws -> Int {
    guard let shape = try description.shape else { throw Raised.typeError("object of type 'NoneType' has no len()") }
    guard let length = shape.first else { throw Raised.typeError("Attempt to take len() of scalar dataset") }
    return length
  }

  private static let access: [(String, Value)] = [
    method("__getitem__", "args, /") { a in try a.host(HDF5DatasetObject.self).item(a[1], a.interpreter) },
    method("__setitem__", "args, val, /") { a in
      try a.host(HDF5DatasetObject.self).setItem(a[1], a[2], a.interpreter)
      return .none
    },
    method("__len__", "/") { a in .int(try a.host(HDF5DatasetObject.self).length()) },
    method("len", "") { a in .int(try a.host(HDF5DatasetObject.self).length()) },
    method("__iter__", "/") { a in
      let dataset = try a.host(HDF5DatasetObject.self)
      if try dataset.description.shape?.isEmpty ?? true {
        throw Raised.typeError("Can't iterate over a scalar dataset")
      }
      return .object(try rows(dataset) { try dataset.item(.int($0), $1) })
    },
    method("__array__", "dtype=") { a in
      let array = try a.host(HDF5DatasetObject.self).wholeArray()
      return Value(a.has(1) ? try array.copy(as: a.interpreter.dtype(a[1])) : array)
    },
    method("__repr__", "/") { a in
      let dataset = try a.host(HDF5DatasetObject.self)
      guard dataset.owner.isOpen else { return Value("<Closed HDF5 dataset>") }
      let description = try dataset.description
      let shape = description.shape.map { Value(tuple: $0.map { .int($0) }) } ?? .none
      return Value(
        "<HDF5 dataset \"\(dataset.lastName)\": shape \(try a.interpreter.representation(shape)), "
          + "type \"\(description.type.code)\">")
    },
    method("resize", "size, axis=") { a in
      let dataset = try a.host(HDF5DatasetObject.self)
      guard var shape = try dataset.description.shape else { return .none }
      if a.has(2) {
        let axis = try a.int(2)
        guard shape.indices.contains(axis) else {
          throw Raised.valueError("Invalid axis (0 to \(shape.count - 1) allowed)")
        }
        shape[axis] = try a.int(1)
      } else {
        shape = try a.interpreter.hdf5Shape(a[1])
      }
      if let length = shape.first(where: { $0 < 0 }) {
        throw Raised.valueError("an axis cannot have the length \(length)")
      }
      try dataset.resize(to: shape)
      return .none
    },
  ]

  /// One row after the other.
  private static func rows(
    _ dataset: HDF5DatasetObject, _ row: @escaping (Int, Interpreter) throws -> Value
  ) throws -> IteratorObject {
    let count = try dataset.length()
    var next = 0
    return IteratorObject { interpreter in
      guard next < count else { return nil }
      defer { next += 1 }
      return try row(next, interpreter)
    }
  }

  private static let views: [(String, Value)] = [
    method("astype", "dtype") { a in
      let dtype = try a.interpreter.dtype(a[1])
      let dataset = try a.host(HDF5DatasetObject.self)
      return .object(HDF5ConvertedObject(dataset, name: "AsTypeView") { try dataset.item($0, as: dtype, $1) })
    },
    method("asstr", "encoding=, errors=") { a in
      let dataset = try a.host(HDF5DatasetObject.self)
      guard try dataset.description.type.isText else {
        throw Raised.typeError("dset.asstr() can only be used on datasets with an HDF5 string datatype")
      }
      let encoding = try a.text(1, default: "utf-8")
      guard ["utf-8", "utf8", "ascii"].contains(encoding) else {
        throw Raised.unsupported("asstr with encoding '\(encoding)' is not supported: use 'utf-8'")
      }
      return .object(HDF5ConvertedObject(dataset, name: "AsStrView") { try dataset.item($0, decodes: true, $1) })
    },
  ]

  /// For an `HDF5ConvertedObject`.
  fileprivate static func converted(_ object: HDF5ConvertedObject) throws -> IteratorObject {
    try rows(object.dataset) { try object.item(.int($0), $1) }
  }
}

/// `dataset.astype(...)` and `dataset.asstr()`: the dataset with its elements converted.
package final class HDF5ConvertedObject: Object, @unchecked Sendable {
  fileprivate let dataset: HDF5DatasetObject
  private let name: String
  fileprivate let item: (Value, Interpreter) throws -> Value

  init(_ dataset: HDF5DatasetObject, name: String, _ item: @escaping (Value, Interpreter) throws -> Value) {
    self.dataset = dataset
    self.name = name
    self.item = item
    super.init(.host)
  }

  package override var type: TypeObject {
    name == "AsTypeView" ? HDF5ConvertedObject.castClass : HDF5ConvertedObject.textClass
  }

  private static let castClass = cls("AsTypeView")
  private static let textClass = cls("AsStrView")

  private static func cls(_ name: String) -> TypeObject {
    TypeObject(
      name, module: "h5py._hl.dataset", isWrittenInPython: true,
      attributes: table([
        method("__getitem__", "args, /") { a in try a.host(HDF5ConvertedObject.self).item(a[1], a.interpreter) },
        method("__len__", "/") { a in
          .int(try a.interpreter.length(.object(a.host(HDF5ConvertedObject.self).dataset)))
        },
        method("__iter__", "/") { a in
          .object(try HDF5DatasetObject.converted(a.host(HDF5ConvertedObject.self)))
        },
        method("__array__", "dtype=") { a in
          let value = try a.host(HDF5ConvertedObject.self).item(.ellipsis, a.interpreter)
          return Value(try a.interpreter.asArray(value))
        },
        property("shape") { value, interpreter in
          guard let view = value.object as? HDF5ConvertedObject else { return .none }
          return try interpreter.attribute(.object(view.dataset), "shape")
        },
      ]))
  }
}
