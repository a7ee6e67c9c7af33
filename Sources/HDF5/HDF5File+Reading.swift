import Arrays
import CHDF5

extension HDF5File {
  /// The elements of a part of a dataset.
  ///
  /// - Parameters:
  ///   - region: all of the dataset where it is `nil`. Of a dataset in chunks, only the chunks that it touches are read.
  ///   - type: what numbers are converted to, as HDF5 converts them: what does not fit becomes the nearest that does. Those
  ///     of the dataset itself, in the machine's order of bytes, where it is `nil`.
  /// - Throws: `StoredError`: `.mismatch` for a region that lies outside; `.tooLarge`; `.unsupported` for elements of other
  ///   kinds than numbers, truth values and texts; `.damaged`.
  package func read(
    _ path: String, _ region: StoredRegion? = nil, as type: StoredType? = nil
  ) throws(StoredError) -> StoredValue {
    try whileOpen { file throws(StoredError) in
      let handle = try openDataset(path, in: file)
      let dataset = try dataset(handle.id, path)
      guard let shape = dataset.shape else { return .empty(type ?? dataset.type.inMachineOrder) }
      let region = region ?? StoredRegion(all: shape)
      guard region.isInside(shape) else {
        throw error(.mismatch("a part of shape \(region.shape) that does not lie in \(shape)"), path)
      }
      try checkChunk(dataset, path)
      let space = try checked(H5Dget_space(handle.id), path)
      if dataset.type.isText {
        return try readTexts(dataset.type, region, path) {
          part, memory, properties, memoryType, buffer throws(StoredError) in
          if region.axes.isEmpty == false { try select(part, in: space.id, path) }
          if H5Dread(handle.id, memoryType, memory, space.id, properties, buffer) < 0 { throw failure(path) }
        }
      }
      let type = (type ?? dataset.type).inMachineOrder
      let memoryType = try libraryType(type, path)
      let size = try byteCount(region.count, type.size, path)
      var bytes = [UInt8](repeating: 0, count: size)
      try forEachRun(of: region, path) { part, memory throws(StoredError) in
        if !region.axes.isEmpty { try select(part, in: space.id, path) }
        let status = bytes.withUnsafeMutableBytes {
          H5Dread(handle.id, memoryType.id, memory, space.id, cnb_h5_default(), $0.baseAddress)
        }
        if status < 0 { throw failure(path) }
      }
      return .numbers(type, shape: region.shape, bytes: bytes)
    }
  }

  func openDataset(_ path: String, in file: hid_t) throws(StoredError) -> HDF5Handle {
    let handle = try open(path, in: file)
    switch H5Iget_type(handle.id) {
    case H5I_DATASET: return handle
    case H5I_GROUP: throw error(.notADataset(path), path)
    default: throw error(.unsupported("a named type"), path)
    }
  }

  /// A chunk is read as a whole, whatever is asked of it.
  private func checkChunk(_ dataset: StoredDataset, _ path: String) throws(StoredError) {
    guard let chunks = dataset.chunks else { return }
    _ = try byteCount(StoredRegion.product(chunks), max(dataset.type.size, 1), path)
  }

  /// Calls `body` with parts of a region, each of runs alone, and with the place of each in memory that is to hold the
  /// whole region. Not for a region without elements.
  func forEachRun(
    of region: StoredRegion, _ path: String, _ body: (StoredRegion, hid_t) throws(StoredError) -> Void
  ) throws(StoredError) {
    guard region.count != 0 else { return }
    let memory = try self.memory(region.shape, path)
    guard let axis = region.axes.firstIndex(where: { if case .places = $0 { true } else { false } }),
      case .places(let places) = region.axes[axis]
    else { return try body(region, memory.id) }
    var first = 0
    while first < places.count {
      var count = 1
      while first + count < places.count, places[first + count] == places[first] + count { count += 1 }
      var part = region
      part.axes[axis] = .run(start: places[first], step: 1, count: count)
      var target = StoredRegion(all: region.shape)
      target.axes[axis] = .run(start: first, step: 1, count: count)
      try select(target, in: memory.id, path)
      // Places on more than one axis become runs one axis at a time.
      try forEachRun(of: part, path) { inner, _ throws(StoredError) in try body(inner, memory.id) }
      first += count
    }
  }

  func memory(_ shape: [Int], _ path: String) throws(StoredError) -> HDF5Handle {
    if shape.isEmpty { return try checked(H5Screate(H5S_SCALAR), path) }
    return try checked(H5Screate_simple(Int32(shape.count), shape.map { hsize_t($0) }, nil), path)
  }

  func select(_ region: StoredRegion, in space: hid_t, _ path: String) throws(StoredError) {
    var (start, step, count): ([hsize_t], [hsize_t], [hsize_t]) = ([], [], [])
    for case .run(let first, let distance, let length) in region.axes {
      start.append(hsize_t(first))
      step.append(hsize_t(distance))
      count.append(hsize_t(length))
    }
    if H5Sselect_hyperslab(space, H5S_SELECT_SET, start, step, count, nil) < 0 { throw failure(path) }
  }
}
