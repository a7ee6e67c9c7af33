import Arrays
import CHDF5

extension HDF5File {
  /// The value of an attribute.
  /// - Throws: `StoredError.missingAttribute`, and what reading a dataset throws.
  package func attribute(_ name: String, of path: String) throws(StoredError) -> StoredValue {
    try whileOpen { file throws(StoredError) in
      let object = try open(path, in: file)
      let place = "\(path) (attribute '\(name)')"
      guard try hasAttribute(name, object.id, place) else { throw error(.missingAttribute(name), path) }
      let attribute = try checked(H5Aopen(object.id, name, cnb_h5_default()), place)
      let space = try checked(H5Aget_space(attribute.id), place)
      let libraryType = try checked(H5Aget_type(attribute.id), place)
      let type = elementType(libraryType.id)
      guard let shape = try lengths(of: space.id, place)?.map(\.now) else { return .empty(type.inMachineOrder) }
      let region = StoredRegion(all: shape)
      if type.isText {
        return try readTexts(type, region, place) { _, _, _, memoryType, buffer throws(StoredError) in
          if H5Aread(attribute.id, memoryType, buffer) < 0 { throw failure(place) }
        }
      }
      let memoryType = try self.libraryType(type.inMachineOrder, place)
      var bytes = [UInt8](repeating: 0, count: try byteCount(region.count, type.size, place))
      if !bytes.isEmpty, bytes.withUnsafeMutableBytes({ H5Aread(attribute.id, memoryType.id, $0.baseAddress) }) < 0 {
        throw failure(place)
      }
      return .numbers(type.inMachineOrder, shape: shape, bytes: bytes)
    }
  }

  /// Makes an attribute, in the place of one that has the name already.
  package func setAttribute(_ name: String, of path: String, to value: StoredValue) throws(StoredError) {
    try changing { file throws(StoredError) in
      let object = try open(path, in: file)
      let place = "\(path) (attribute '\(name)')"
      let type = try libraryType(value.type, place)
      let space =
        if let shape = value.shape { try memory(shape, place) } else { try checked(H5Screate(H5S_NULL), place) }
      if try hasAttribute(name, object.id, place), H5Adelete(object.id, name) < 0 { throw failure(place) }
      let attribute = try checked(
        H5Acreate2(object.id, name, type.id, space.id, cnb_h5_default(), cnb_h5_default()), place)
      try withElements(of: value, place) { memoryType, elements throws(StoredError) in
        if H5Awrite(attribute.id, memoryType, elements) < 0 { throw failure(place) }
      }
    }
  }

  package func deleteAttribute(_ name: String, of path: String) throws(StoredError) {
    try changing { file throws(StoredError) in
      let object = try open(path, in: file)
      guard try hasAttribute(name, object.id, path) else { throw error(.missingAttribute(name), path) }
      if H5Adelete(object.id, name) < 0 { throw failure(path) }
    }
  }

  private func hasAttribute(_ name: String, _ object: hid_t, _ place: String) throws(StoredError) -> Bool {
    let found = H5Aexists(object, name)
    if found < 0 { throw failure(place) }
    return found > 0
  }
}
