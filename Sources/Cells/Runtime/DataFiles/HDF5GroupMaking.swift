import Arrays

/// What makes groups and datasets.
enum HDF5GroupMaking {
  static let methods: [(String, Value)] = [
    method("create_group", "name, track_order=, *, track_times=") { a in
      let group = try a.host(HDF5GroupObject.self)
      let path = group.resolved(try a.hdf5Name(1, "A name should be string or bytes"))
      try createGroup(group.owner, path)
      return .object(HDF5GroupObject(group.owner, path))
    },
    method("require_group", "name") { a in
      let group = try a.host(HDF5GroupObject.self)
      let name = try a.hdf5Name(1, "A name should be string or bytes")
      if let found = try group.memberIfAny(name) {
        if found is HDF5GroupObject { return .object(found) }
        throw Raised.typeError("Incompatible object (Dataset) already exists")
      }
      try createGroup(group.owner, group.resolved(name))
      return .object(HDF5GroupObject(group.owner, group.resolved(name)))
    },
    method("create_dataset", "name, shape=, dtype=, data=, **keywords") { a in
      let group = try a.host(HDF5GroupObject.self)
      if a[1].isNone { throw Raised.unsupported("datasets without a name are not supported") }
      let path = group.resolved(try a.hdf5Name(1, "A name should be string or bytes"))
      let order = try NewDataset(shape: a[2], dtype: a[3], data: a[4], a.keywords, a.interpreter)
      return .object(try create(group.owner, path, order))
    },
    method("require_dataset", "name, shape, dtype, exact=, **keywords") { a in
      let group = try a.host(HDF5GroupObject.self)
      let name = try a.hdf5Name(1, "A name should be string or bytes")
      if let found = try group.memberIfAny(name) {
        try check(found, try a.interpreter.hdf5Shape(a[2]), a[3], isExact: a.bool(4, default: false), a.interpreter)
        return .object(found)
      }
      let data = a.keywords.first { $0.0 == "data" }?.1 ?? .undefined
      let keywords = a.keywords.filter { $0.0 != "data" }
      let order = try NewDataset(shape: a[2], dtype: a[3], data: data, keywords, a.interpreter)
      return .object(try create(group.owner, group.resolved(name), order))
    },
  ]

  /// `f[name] = value`
  static func assign(
    _ group: HDF5GroupObject, _ name: String, _ value: Value, _ interpreter: Interpreter
  ) throws {
    let owner = group.owner
    guard owner.isOpen else {
      throw Raised.valueError("Invalid location identifier (invalid identifier type to function)")
    }
    let path = group.resolved(name)
    if let target = value.object as? HDF5Object {
      guard target.owner === owner else {
        throw Raised(Exceptions.osError, "Unable to create link (interfile hard links are not allowed)")
      }
      return try owner.perform(.createLink) { file throws(StoredError) in try file.link(path, to: target.path) }
    }
    let order = try NewDataset(shape: .undefined, dtype: .undefined, data: value, [], interpreter)
    if !owner.isWritable { throw Raised.valueError("Unable to create dataset (no write intent on file)") }
    if try group.memberIfAny(name) != nil {
      throw Raised(Exceptions.osError, "Unable to create link (name already exists)")
    }
    _ = try create(owner, path, order)
  }

  private static func createGroup(_ owner: OpenHDF5File, _ path: String) throws {
    if !owner.isOpen { throw HDF5Action.createGroup.closedException }
    try owner.perform(.createGroup) { file throws(StoredError) in try file.createGroup(path) }
  }

  private static func create(
    _ owner: OpenHDF5File, _ path: String, _ order: NewDataset
  ) throws -> HDF5DatasetObject {
    if !owner.isOpen { throw HDF5Action.createDataset.closedException }
    try owner.perform(.createDataset) { file throws(StoredError) in
      try file.createDataset(path, order.description)
    }
    let dataset = HDF5DatasetObject(owner, path, order.description)
    if let array = order.numbers {
      try dataset.write(array, StoredRegion(all: order.description.shape ?? []))
    } else if let texts = order.texts {
      try owner.perform(.writeData) { file throws(StoredError) in try file.write(path, texts, to: nil) }
    }
    // As the file has it: axes that grow, chunks.
    return try HDF5Object.at(path, of: owner) as? HDF5DatasetObject ?? dataset
  }

  private static func check(
    _ found: HDF5Object, _ shape: [Int], _ dtype: Value, isExact: Bool, _ interpreter: Interpreter
  ) throws {
    guard let dataset = found as? HDF5DatasetObject else {
      throw Raised.typeError("Incompatible object (Group) already exists")
    }
    let description = try dataset.description
    guard description.shape == shape else {
      let existing = Value(tuple: (description.shape ?? []).map { .int($0) })
      throw Raised.typeError(
        "Shapes do not match (existing \(try interpreter.representation(existing)) vs new "
          + "\(try interpreter.representation(Value(tuple: shape.map { .int($0) }))))")
    }
    let wanted = try interpreter.storedType(dtype)
    if wanted == description.type { return }
    let existing = try interpreter.text(Value(description.type))
    if isExact {
      throw Raised.typeError(
        "Datatypes do not exactly match (existing \(existing) vs new \(try interpreter.text(dtype)))")
    }
    guard let new = wanted.dtype, let old = description.type.dtype, try DType.promote(new, old) == old else {
      throw Raised.typeError(
        "Datatypes cannot be safely cast (existing \(existing) vs new \(try interpreter.text(dtype)))")
    }
  }
}
