import Arrays
import CHDF5

extension HDF5File {
  /// What stands at a path.
  /// - Throws: `StoredError`: `.missing`, `.missingGroup`, `.notAGroup` where there is nothing.
  package func object(at path: String) throws(StoredError) -> StoredObject {
    try whileOpen { file throws(StoredError) in
      let handle = try open(path, in: file)
      switch H5Iget_type(handle.id) {
      case H5I_GROUP:
        var info = H5G_info_t()
        if H5Gget_info(handle.id, &info) < 0 { throw failure(path) }
        return .group(members: Int(clamping: info.nlinks))
      case H5I_DATASET: return .dataset(try dataset(handle.id, path))
      default: throw error(.unsupported("a named type"), path)
      }
    }
  }

  /// The names in a group: in alphabetical order, or in the order they were made in where the group keeps that.
  package func members(of path: String) throws(StoredError) -> [String] {
    try whileOpen { file throws(StoredError) in
      let group = try open(path, in: file)
      guard H5Iget_type(group.id) == H5I_GROUP else { throw error(.notAGroup(path), path) }
      let properties = try checked(H5Gget_create_plist(group.id), path)
      var order: UInt32 = 0
      if H5Pget_link_creation_order(properties.id, &order) < 0 { throw failure(path) }
      let isByCreation = cnb_h5_tracks_order(order)
      return try names(path) { each, context in cnb_h5_links(group.id, isByCreation, each, context) }
    }
  }

  /// Of an object, in the order that members come in.
  package func attributeNames(of path: String) throws(StoredError) -> [String] {
    try whileOpen { file throws(StoredError) in
      let object = try open(path, in: file)
      let isGroup = H5Iget_type(object.id) == H5I_GROUP
      let properties = try checked(
        isGroup ? H5Gget_create_plist(object.id) : H5Dget_create_plist(object.id), path)
      var order: UInt32 = 0
      if H5Pget_attr_creation_order(properties.id, &order) < 0 { throw failure(path) }
      let isByCreation = cnb_h5_tracks_order(order)
      return try names(path) { each, context in cnb_h5_attributes(object.id, isByCreation, each, context) }
    }
  }

  private struct Names {
    var all: [String] = []
    var bytesLeft: Int
  }

  private func names(
    _ path: String, _ list: (@escaping cnb_h5_name, UnsafeMutableRawPointer) -> herr_t
  ) throws(StoredError) -> [String] {
    var names = Names(bytesLeft: memoryLimit)
    let status = withUnsafeMutablePointer(to: &names) { names in
      list(
        { name, context in
          guard let name, let context else { return -1 }
          let names = context.assumingMemoryBound(to: Names.self)
          let text = String(cString: name)
          // A damaged list of names may lead back to its own beginning.
          names.pointee.bytesLeft -= text.utf8.count + MemoryLayout<String>.size
          if names.pointee.bytesLeft < 0 { return 1 }
          names.pointee.all.append(text)
          return 0
        }, names)
    }
    if status > 0 { throw error(.tooLarge(bytes: nil, limit: memoryLimit), path) }
    if status < 0 { throw failure(path) }
    return names.all
  }

  /// The object at a path, reached through this file's own links alone: one that leads to another file is not followed.
  func open(_ path: String, in file: hid_t) throws(StoredError) -> HDF5Handle {
    let access = try checked(cnb_h5_create_list(Int32(CNB_H5_LINK_ACCESS.rawValue)), path)
    // Also where links by name lead on to one.
    H5Pset_elink_cb(access.id, { _, _, _, _, _, _, _ in -1 }, nil)
    let parts = path.split(separator: "/").filter { $0 != "." }
    var reached = ""
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      reached += "/\(part)"
      switch H5Lexists(file, reached, access.id) {
      case 1...: break
      case 0: throw error(isLast ? .missing(String(part)) : .missingGroup(String(part)), path)
      default:
        let words = HDF5Library.takeErrors()
        throw error(
          index > 0 && !isGroup(parts[..<index], file, access.id)
            ? .notAGroup(String(parts[index - 1])) : .damaged(words), path)
      }
      switch cnb_h5_link_kind(file, reached, access.id) {
      case 0: break
      case 1:
        if H5Oexists_by_name(file, reached, access.id) <= 0 {
          HDF5Library.takeErrors().forEach { _ in }
          throw error(isLast ? .missing(String(part)) : .missingGroup(String(part)), path)
        }
      case 2: throw error(.unsupported("a link to another file"), path)
      default: throw failure(path)
      }
      if !isLast, !isGroup(parts[...index], file, access.id) { throw error(.notAGroup(String(part)), path) }
    }
    return try checked(H5Oopen(file, parts.isEmpty ? "/" : reached, access.id), path)
  }

  private func isGroup(_ parts: ArraySlice<Substring>, _ file: hid_t, _ access: hid_t) -> Bool {
    guard let object = HDF5Handle(H5Oopen(file, "/" + parts.joined(separator: "/"), access)) else { return false }
    return H5Iget_type(object.id) == H5I_GROUP
  }

  /// What a dataset says of itself.
  func dataset(_ dataset: hid_t, _ path: String) throws(StoredError) -> StoredDataset {
    let space = try checked(H5Dget_space(dataset), path)
    let type = try checked(H5Dget_type(dataset), path)
    let lengths = try self.lengths(of: space.id, path)
    var result = StoredDataset(shape: lengths?.map(\.now), type: elementType(type.id))
    result.maxShape = lengths?.map(\.most)
    let properties = try checked(H5Dget_create_plist(dataset), path)
    switch H5Pget_layout(properties.id) {
    case H5D_CHUNKED:
      var chunk = [hsize_t](repeating: 0, count: 32)
      let rank = Int(H5Pget_chunk(properties.id, 32, &chunk))
      if rank < 0 { throw failure(path) }
      result.chunks = chunk.prefix(rank).map { Int(clamping: $0) }
    case H5D_VIRTUAL: throw error(.unsupported("a dataset that is put together from others"), path)
    case H5D_CONTIGUOUS, H5D_COMPACT: break
    default: throw failure(path)
    }
    if H5Pget_external_count(properties.id) > 0 {
      throw error(.unsupported("a dataset whose elements stand in another file"), path)
    }
    try findFilters(properties.id, &result, path)
    return result
  }

  private func findFilters(
    _ properties: hid_t, _ dataset: inout StoredDataset, _ path: String
  ) throws(StoredError) {
    let count = H5Pget_nfilters(properties)
    if count < 0 { throw failure(path) }
    for index in 0..<UInt32(count) {
      var (flags, config): (UInt32, UInt32) = (0, 0)
      var valueCount = 8
      var values = [UInt32](repeating: 0, count: valueCount)
      var name = [CChar](repeating: 0, count: 64)
      let filter = H5Pget_filter2(properties, index, &flags, &valueCount, &values, name.count, &name, &config)
      switch filter {
      case 1:
        dataset.compression = "gzip"
        dataset.compressionLevel = Int(values[0])
      case 2: dataset.isShuffled = true
      case 3: dataset.hasChecksums = true
      case 4: dataset.compression = "szip"
      default: break
      }
      if filter < 0 { throw failure(path) }
      if H5Zfilter_avail(filter) <= 0 {
        throw error(.unsupported("a dataset compressed with \(filterName(filter, name))"), path)
      }
    }
  }

  private func filterName(_ filter: Int32, _ name: [CChar]) -> String {
    let text = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.isEmpty ? "filter \(filter)" : "'\(text)'"
  }

  struct Length {
    let now: Int
    /// `nil` for without end.
    let most: Int?
  }

  /// The lengths of a dataspace's axes; `nil` for one that holds no value at all.
  func lengths(of space: hid_t, _ path: String) throws(StoredError) -> [Length]? {
    switch H5Sget_simple_extent_type(space) {
    case H5S_NULL: return nil
    case H5S_SCALAR: return []
    case H5S_SIMPLE: break
    default: throw failure(path)
    }
    let rank = Int(H5Sget_simple_extent_ndims(space))
    guard rank >= 0, rank <= 32 else { throw failure(path) }
    var (now, most) = ([hsize_t](repeating: 0, count: 32), [hsize_t](repeating: 0, count: 32))
    if H5Sget_simple_extent_dims(space, &now, &most) < 0 { throw failure(path) }
    var lengths: [Length] = []
    for axis in 0..<rank {
      guard let length = Int(exactly: now[axis]) else {
        throw error(.tooLarge(bytes: nil, limit: memoryLimit), path)
      }
      lengths.append(Length(now: length, most: most[axis] == cnb_h5_unlimited() ? nil : Int(clamping: most[axis])))
    }
    return lengths
  }
}
