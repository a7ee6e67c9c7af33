import Arrays
import CHDF5

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension HDF5File {
  /// Makes a group, and those on the way to it that are not there.
  /// - Throws: `StoredError.exists`.
  package func createGroup(_ path: String) throws(StoredError) {
    try changing { file throws(StoredError) in
      let properties = try linkProperties(path, in: file)
      _ = try checked(H5Gcreate2(file, path, properties.id, cnb_h5_default(), cnb_h5_default()), path)
    }
  }

  /// Makes a dataset of zeros or empty texts, and the groups on the way to it that are not there.
  /// - Parameter description: its shape, type, chunks, compression and so on.
  /// - Throws: `StoredError`: `.exists`; `.mismatch` for chunks or compression that do not fit the shape.
  package func createDataset(_ path: String, _ description: StoredDataset) throws(StoredError) {
    try changing { file throws(StoredError) in
      let links = try linkProperties(path, in: file)
      let type = try libraryType(description.type, path)
      let space = try self.space(description, path)
      let properties = try datasetProperties(description, path)
      _ = try checked(H5Dcreate2(file, path, type.id, space.id, links.id, properties.id, cnb_h5_default()), path)
    }
  }

  /// Writes over a part of a dataset. Numbers are converted as `read` converts them.
  package func write(_ path: String, _ value: StoredValue, to region: StoredRegion? = nil) throws(StoredError) {
    try changing { file throws(StoredError) in
      let handle = try openDataset(path, in: file)
      let dataset = try dataset(handle.id, path)
      guard let shape = dataset.shape, let valueShape = value.shape else {
        throw error(.mismatch("a dataset without a value cannot be written to"), path)
      }
      let region = region ?? StoredRegion(all: shape)
      guard region.isInside(shape), region.count == StoredRegion.product(valueShape) else {
        throw error(.mismatch("values of shape \(valueShape) for a part of shape \(region.shape) of \(shape)"), path)
      }
      guard dataset.type.isText == value.type.isText else {
        throw error(.mismatch("\(value.type.name) for elements of type \(dataset.type.name)"), path)
      }
      let space = try checked(H5Dget_space(handle.id), path)
      try withElements(of: value, path) { memoryType, elements throws(StoredError) in
        try forEachRun(of: region, path) { part, memory throws(StoredError) in
          if !region.axes.isEmpty { try select(part, in: space.id, path) }
          if H5Dwrite(handle.id, memoryType, memory, space.id, cnb_h5_default(), elements) < 0 { throw failure(path) }
        }
      }
    }
  }

  /// A second name for an object.
  package func link(_ path: String, to target: String) throws(StoredError) {
    try changing { file throws(StoredError) in
      let properties = try linkProperties(path, in: file)
      if H5Lcreate_hard(file, target, file, path, properties.id, cnb_h5_default()) < 0 { throw failure(path) }
    }
  }

  /// Takes a name away, and what it named if it has no other.
  package func delete(_ path: String) throws(StoredError) {
    try changing { file throws(StoredError) in
      _ = try open(path, in: file)
      if H5Ldelete(file, path, cnb_h5_default()) < 0 { throw failure(path) }
    }
  }

  /// Gives a dataset in chunks another shape of the same rank.
  package func resize(_ path: String, to shape: [Int]) throws(StoredError) {
    try changing { file throws(StoredError) in
      let handle = try openDataset(path, in: file)
      guard try dataset(handle.id, path).shape?.count == shape.count else {
        throw error(.mismatch("another number of axes"), path)
      }
      guard shape.allSatisfy({ $0 >= 0 }) else { throw error(.mismatch("the shape \(shape)"), path) }
      if H5Dset_extent(handle.id, shape.map { hsize_t($0) }) < 0 { throw failure(path) }
    }
  }

  /// Properties for a link that is not there yet: groups on the way are made.
  private func linkProperties(_ path: String, in file: hid_t) throws(StoredError) -> HDF5Handle {
    do throws(StoredError) {
      _ = try open(path, in: file)
    } catch {
      let properties = try checked(cnb_h5_create_list(Int32(CNB_H5_LINK_CREATE.rawValue)), path)
      switch error.problem {
      case .missing, .missingGroup:
        H5Pset_create_intermediate_group(properties.id, 1)
        H5Pset_char_encoding(properties.id, H5T_CSET_UTF8)
        return properties
      default: throw error
      }
    }
    throw error(.exists(path), path)
  }

  private func space(_ dataset: StoredDataset, _ path: String) throws(StoredError) -> HDF5Handle {
    guard let shape = dataset.shape else { return try checked(H5Screate(H5S_NULL), path) }
    guard !shape.isEmpty, let most = dataset.maxShape else { return try memory(shape, path) }
    guard most.count == shape.count else { throw error(.mismatch("a largest shape of another number of axes"), path) }
    let lengths = most.map { $0.map { hsize_t($0) } ?? cnb_h5_unlimited() }
    return try checked(H5Screate_simple(Int32(shape.count), shape.map { hsize_t($0) }, lengths), path)
  }

  private func datasetProperties(_ dataset: StoredDataset, _ path: String) throws(StoredError) -> HDF5Handle {
    let properties = try checked(cnb_h5_create_list(Int32(CNB_H5_DATASET_CREATE.rawValue)), path)
    // The same bytes today and tomorrow.
    H5Pset_obj_track_times(properties.id, false)
    guard let chunks = dataset.chunks else { return properties }
    guard chunks.count == dataset.shape?.count, chunks.allSatisfy({ $0 > 0 && $0 < 1 << 32 }) else {
      throw error(.mismatch("chunks of shape \(chunks)"), path)
    }
    var status = H5Pset_chunk(properties.id, Int32(chunks.count), chunks.map { hsize_t($0) })
    if dataset.isShuffled, status >= 0 { status = H5Pset_shuffle(properties.id) }
    switch dataset.compression {
    case nil: break
    case "gzip":
      if status >= 0 { status = H5Pset_deflate(properties.id, UInt32(clamping: dataset.compressionLevel ?? 4)) }
    case let name?: throw error(.unsupported("a dataset compressed with '\(name)'"), path)
    }
    if dataset.hasChecksums, status >= 0 { status = H5Pset_fletcher32(properties.id) }
    if status < 0 { throw failure(path) }
    return properties
  }

  /// Calls `body` with a value's elements as the library takes them; not for a value without elements.
  func withElements(
    of value: StoredValue, _ place: String, _ body: (hid_t, UnsafeRawPointer) throws(StoredError) -> Void
  ) throws(StoredError) {
    var failure: StoredError?
    switch value {
    case .empty: return
    case .numbers(let type, let shape, let bytes):
      guard let count = StoredRegion.product(shape),
        count.multipliedReportingOverflow(by: type.size) == (bytes.count, false)
      else { throw error(.mismatch("\(bytes.count) bytes for the shape \(shape)"), place) }
      if bytes.isEmpty { return }
      let memoryType = try libraryType(type.inMachineOrder, place)
      bytes.withUnsafeBytes { buffer in
        guard let elements = buffer.baseAddress else { return }
        do throws(StoredError) { try body(memoryType.id, elements) } catch { failure = error }
      }
    case .texts(let type, let shape, let texts):
      guard StoredRegion.product(shape) == texts.count else {
        throw error(.mismatch("\(texts.count) texts for the shape \(shape)"), place)
      }
      if texts.isEmpty { return }
      let memoryType = try libraryType(type, place)
      if type.kind == .fixedText {
        let size = type.size
        let bytes = texts.flatMap { $0.prefix(size) + [UInt8](repeating: 0, count: max(size - $0.count, 0)) }
        bytes.withUnsafeBytes { buffer in
          guard let elements = buffer.baseAddress else { return }
          do throws(StoredError) { try body(memoryType.id, elements) } catch { failure = error }
        }
      } else {
        let pointers = texts.map { text in strdup(String(decoding: text, as: UTF8.self)) }
        defer { for pointer in pointers { free(pointer) } }
        pointers.withUnsafeBytes { buffer in
          guard let elements = buffer.baseAddress else { return }
          do throws(StoredError) { try body(memoryType.id, elements) } catch { failure = error }
        }
      }
    }
    if let failure { throw failure }
  }
}
