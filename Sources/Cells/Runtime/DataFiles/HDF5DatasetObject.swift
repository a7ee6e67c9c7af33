import Arrays

/// `h5py.Dataset`: an array in a file. Nothing of it is read before it is asked for.
package final class HDF5DatasetObject: HDF5Object, @unchecked Sendable {
  private let facts: DatasetFacts
  private var known: StoredDataset { facts.description }

  init(_ owner: OpenHDF5File, _ path: String, _ description: StoredDataset) {
    facts = owner.facts(at: path, description)
    super.init(owner, path)
  }

  package override var type: TypeObject { HDF5DatasetObject.cls }

  /// - Throws: `RuntimeError` where the file is closed.
  var description: StoredDataset {
    get throws {
      guard owner.isOpen else {
        throw Raised.runtimeError("Unable to synchronously get dataspace (identifier is not of specified type)")
      }
      if facts.isDeleted {
        throw Raised.unsupported("a dataset that was deleted is not supported: '\(path)' is gone from the file")
      }
      return known
    }
  }

  /// The elements at an index, as h5py gives them.
  /// - Parameter target: what numbers are converted to.
  func item(_ key: Value, as target: DType? = nil, decodes: Bool = false, _ interpreter: Interpreter) throws -> Value {
    let description = try description
    guard let shape = description.shape else {
      let isAll = key.asTuple?.elements.isEmpty ?? false || Value.isEllipsis(key)
      if isAll { throw Raised.unsupported("h5py.Empty is not supported: the dataset '\(path)' holds no value") }
      throw Raised.valueError("Empty datasets cannot be sliced")
    }
    if let mask = key.asArray?.array, mask.dtype == .bool, mask.rank > 0, Array(mask.shape) == shape {
      let all = Value(try array(HDF5Selection(all: shape).region, target))
      return try interpreter.item(all, key)
    }
    let selection = try HDF5Selection(key, shape: shape, interpreter)
    if description.type.isText { return try texts(selection, decodes: decodes, interpreter) }
    let result = try array(selection.region, target, isElement: selection.isElement)
    if selection.isElement { return Value(result.scalar()) }
    let lengths = Dims(selection.shape)
    return Value(result.with(shape: lengths, strides: lengths.contiguousStrides))
  }

  /// All elements, for NumPy's functions.
  /// - Parameter target: what numbers are converted to.
  func wholeArray(as target: DType? = nil) throws -> NDArray {
    guard let shape = try description.shape else {
      throw Raised.unsupported("h5py.Empty is not supported: the dataset '\(path)' holds no value")
    }
    if known.type.isText { throw HDF5DatasetObject.noTexts(path) }
    return try array(StoredRegion(all: shape), target)
  }

  /// - Parameter isElement: where it is a number alone, the order of its bytes in the file does not show.
  private func array(_ region: StoredRegion, _ target: DType?, isElement: Bool = false) throws -> NDArray {
    let stored = known.type
    guard let dtype = target ?? stored.dtype, target != nil || isElement || !stored.isBigEndian else {
      if case .other(let kind) = stored.kind {
        throw Raised.unsupported("\(owner.name), \(path): elements of type \(kind) are not supported")
      }
      let name = stored.isBigEndian ? "'\(stored.code)'" : stored.name
      throw Raised.unsupported(
        "arrays of \(name) are not supported ('\(path)' holds them): read it as another type, "
          + "as in dataset.astype('\(stored.suggestion)')[...]")
    }
    if case .other(let kind) = stored.kind {
      throw Raised.unsupported("\(owner.name), \(path): elements of type \(kind) are not supported")
    }
    let readsAs = stored.kind == .bool ? DType.bool : dtype
    let result = try NDArray(readsAs, shape: Dims(checking: region.shape), zeroed: false)
    var offset = 0
    try StoredPieces(region, chunks: known.chunks, elementSize: readsAs.itemSize).forEach { piece in
      let value = try owner.perform(.readData) { file throws(StoredError) in
        try file.read(path, piece, as: StoredType(readsAs))
      }
      guard case .numbers(_, _, let bytes) = value, offset + bytes.count <= result.count * readsAs.itemSize else {
        throw Raised(Exceptions.osError, "Can't synchronously read data (gave no sense)")
      }
      result.storage.copy(bytes, toOffset: offset)
      offset += bytes.count
    }
    return readsAs == dtype ? result : try result.copy(as: dtype)
  }

  private func texts(_ selection: HDF5Selection, decodes: Bool, _ interpreter: Interpreter) throws -> Value {
    guard selection.isElement else { throw HDF5DatasetObject.noTexts(path) }
    let value = try owner.perform(.readData) { file throws(StoredError) in
      try file.read(path, selection.region, as: nil)
    }
    guard case .texts(_, _, let texts) = value, let text = texts.first else {
      throw Raised(Exceptions.osError, "Can't synchronously read data (gave no sense)")
    }
    return try Value(text: text, decodes: decodes)
  }

  private static func noTexts(_ path: String) -> Raised {
    .unsupported(
      "arrays of texts are not supported ('\(path)' holds texts): read one at a time, as in dataset[0] or a loop over it"
    )
  }

  func setItem(_ key: Value, _ value: Value, _ interpreter: Interpreter) throws {
    guard owner.isOpen else {
      throw Raised.valueError("Invalid dataset identifier (identifier is not of specified type)")
    }
    guard let shape = known.shape else { throw Raised.valueError("Empty datasets cannot be sliced") }
    let selection = try HDF5Selection(key, shape: shape, interpreter)
    if known.type.isText {
      guard case .texts(_, _, let texts) = try interpreter.storedValue(value), selection.region.count == texts.count
      else {
        throw Raised.typeError("Can't implicitly convert non-string objects to strings")
      }
      return try owner.perform(.writeData) { file throws(StoredError) in
        try file.write(path, .texts(known.type, shape: selection.region.shape, texts), to: selection.region)
      }
    }
    var source: NDArray
    if let text = value.asString {
      guard let number = Int(text.value) else {
        throw Raised.valueError(
          "invalid literal for int() with base 10: \(try interpreter.representation(value))")
      }
      source = try NDArray(.int64(Int64(number)))
    } else {
      source = try interpreter.asArray(value)
    }
    // An array's elements HDF5 converts, everything else NumPy.
    if value.asArray == nil, let dtype = known.type.dtype { source = try source.copy(as: dtype) }
    let target = try NDArray(source.dtype, shape: Dims(checking: selection.shape), zeroed: false)
    do throws(ArrayError) {
      try target.assign(source)
    } catch {
      guard error.kind == .value else { throw error }
      throw Raised.typeError("Can't broadcast \(source.shape) -> \(target.shape)")
    }
    try write(target, selection.region)
  }

  /// - Parameter array: contiguous, as many elements as the region.
  func write(_ array: NDArray, _ region: StoredRegion) throws {
    var offset = 0
    try StoredPieces(region, chunks: known.chunks, elementSize: array.dtype.itemSize).forEach { piece in
      let size = (piece.count ?? 0) * array.dtype.itemSize
      let bytes = array.bytes(offset..<(offset + size))
      try owner.perform(.writeData) { file throws(StoredError) in
        try file.write(path, .numbers(StoredType(array.dtype), shape: piece.shape, bytes: bytes), to: piece)
      }
      offset += size
    }
  }

  func resize(to shape: [Int]) throws {
    if known.chunks == nil { throw Raised.typeError("Only chunked datasets can be resized") }
    try owner.perform(.writeData) { file throws(StoredError) in try file.resize(path, to: shape) }
    facts.description.shape = shape
  }
}

extension StoredType {
  /// The type of arrays that holds the most of these elements.
  fileprivate var suggestion: String { kind == .float ? "float64" : kind == .bool ? "bool" : "int64" }
}

extension Storage {
  func copy(_ bytes: [UInt8], toOffset offset: Int) {
    bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      (base + offset).copyMemory(from: start, byteCount: bytes.count)
    }
  }
}

extension NDArray {
  /// Some of the bytes of a contiguous array.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    [UInt8](
      UnsafeRawBufferPointer(start: storage.base + offset * dtype.itemSize + range.lowerBound, count: range.count))
  }
}
