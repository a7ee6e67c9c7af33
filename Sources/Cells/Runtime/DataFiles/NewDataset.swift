import Arrays

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What `create_dataset` was asked for, checked in h5py's order and words.
struct NewDataset {
  private(set) var description: StoredDataset
  /// Contiguous.
  private(set) var numbers: NDArray?
  private(set) var texts: StoredValue?

  init(
    shape: Value, dtype: Value, data: Value, _ keywords: [(String, Value)], _ interpreter: Interpreter
  ) throws {
    let options = try NewDataset.options(keywords)
    var type = dtype.isAbsent ? nil : try interpreter.storedType(dtype)
    var lengths = shape.isAbsent ? nil : try interpreter.hdf5Shape(shape)
    if lengths?.contains(where: { $0 < 0 }) ?? false { throw Raised.valueError("negative dimensions are not allowed") }
    if !data.isAbsent {
      switch try interpreter.storedValue(data, as: type) {
      case .texts(let textType, let given, let all):
        try NewDataset.checkShape(&lengths, given)
        texts = .texts(textType, shape: lengths ?? given, all)
        type = type ?? textType
      case .numbers(let numberType, let given, _):
        if type?.isText ?? false { throw Raised.typeError("Can't implicitly convert non-string objects to strings") }
        try NewDataset.checkShape(&lengths, given)
        // Once more, without its bytes in between.
        var array = try interpreter.asArray(data)
        if let dtype = numberType.dtype, array.dtype != dtype { array = try array.copy(as: dtype) }
        numbers = array.isContiguous ? array : try array.copy()
        type = type ?? numberType
      case .empty: break
      }
    } else if lengths == nil {
      guard type != nil else { throw Raised.typeError("One of data, shape or dtype must be specified") }
    } else if type == nil {
      interpreter.warn(
        NewDataset.deprecation,
        "Creating a dataset without passing data or dtype is deprecated. Pass an explicit dtype. "
          + "Using dtype='f4' will keep the current default behaviour.")
    }
    description = StoredDataset(shape: lengths, type: type ?? StoredType(.float32))
    try setStorage(options, interpreter)
  }

  private static let deprecation: TypeObject = TypeObject(
    "H5pyDeprecationWarning", module: "h5py.h5py_warnings", base: Exceptions.deprecationWarning)

  private static func checkShape(_ shape: inout [Int]?, _ given: [Int]) throws {
    guard let wanted = shape else {
      shape = given
      return
    }
    if StoredRegion.product(wanted) != StoredRegion.product(given) {
      throw Raised.valueError("Shape tuple is incompatible with data")
    }
  }

  private static let known: Set<String> = [
    "chunks", "compression", "compression_opts", "shuffle", "fletcher32", "maxshape", "track_times", "track_order",
  ]
  private static let unsupported: Set<String> = [
    "fillvalue", "scaleoffset", "external", "dcpl", "dapl", "efile_prefix", "virtual_prefix", "allow_unknown_filter",
    "rdcc_nslots", "rdcc_nbytes", "rdcc_w0", "fill_time",
  ]

  private static func options(_ keywords: [(String, Value)]) throws -> [String: Value] {
    var options: [String: Value] = [:]
    for (name, value) in keywords {
      if unsupported.contains(name) {
        if value.isNone { continue }
        throw Raised.unsupported("create_dataset with \(name)= is not supported")
      }
      guard known.contains(name) else {
        throw Raised.typeError("make_new_dset() got an unexpected keyword argument '\(name)'")
      }
      if !value.isNone { options[name] = value }
    }
    return options
  }

  private mutating func setStorage(_ options: [String: Value], _ interpreter: Interpreter) throws {
    func flag(_ name: String) throws -> Bool { try options[name].map { try interpreter.isTrue($0) } ?? false }
    if let value = options["maxshape"] {
      description.maxShape =
        interpreter.isIndex(value)
        ? [try interpreter.index(value)]
        : try interpreter.collect(value).map { $0.isNone ? nil : try interpreter.index($0) }
    }
    description.isShuffled = try flag("shuffle")
    description.hasChecksums = try flag("fletcher32")
    try setCompression(options, interpreter)
    let isFiltered =
      description.compression != nil || description.isShuffled || description.hasChecksums
      || description.maxShape != nil
    try setChunks(options["chunks"], isFiltered: isFiltered, interpreter)
    if let most = description.maxShape, let shape = description.shape {
      for (length, most) in zip(shape, most) where most ?? Int.max < length {
        throw Raised.valueError("Maxdims is smaller than dims (maxdims is smaller than dims)")
      }
    }
  }

  private mutating func setCompression(_ options: [String: Value], _ interpreter: Interpreter) throws {
    guard let value = options["compression"] else { return }
    var level = options["compression_opts"]
    if case .bool(true) = value {
      level = level ?? .int(4)
    } else if case .int(let legacy) = value, (0...9).contains(legacy) {
      if level != nil { throw Raised.typeError("Conflict in compression options") }
      level = .int(legacy)
    } else {
      let name = try interpreter.text(value)
      if name == "lzf" || name == "szip" {
        throw Raised.unsupported("compression='\(name)' is not supported for writing: use 'gzip'")
      }
      guard name == "gzip" else { throw Raised.valueError("Compression filter \"\(name)\" is unavailable") }
    }
    let number = try level.map { try interpreter.index($0) } ?? 4
    guard (0...9).contains(number) else {
      throw Raised.valueError("GZIP setting must be an integer from 0-9, not \(number)")
    }
    description.compression = "gzip"
    description.compressionLevel = number
  }

  private mutating func setChunks(_ value: Value?, isFiltered: Bool, _ interpreter: Interpreter) throws {
    if case .bool(false)? = value {
      if isFiltered { throw Raised.valueError("Chunked format required for given storage options") }
      return
    }
    guard isFiltered || value != nil else { return }
    guard let shape = description.shape, !shape.isEmpty else {
      throw Raised.typeError("Scalar datasets don't support chunk/filter options")
    }
    let most = description.maxShape ?? shape.map { $0 }
    if let value, value.asBool != true {
      let chunks = try interpreter.hdf5Shape(value)
      if chunks.contains(where: { $0 < 1 }) { throw Raised.valueError("a chunk has at least one element on each axis") }
      if zip(most, chunks).contains(where: { most, chunk in most.map { chunk > $0 } ?? false }) {
        throw Raised.valueError(
          "Chunk shape must not be greater than data shape in any dimension. "
            + "\(try interpreter.representation(Value(tuple: chunks.map { .int($0) }))) is not compatible with "
            + (try interpreter.representation(Value(tuple: shape.map { .int($0) }))))
      }
      guard chunks.count == shape.count else {
        throw Raised.valueError("'chunks' must have same rank as dataset shape")
      }
      description.chunks = chunks
    } else {
      description.chunks = NewDataset.guessChunks(shape, elementSize: description.type.size)
    }
  }

  /// h5py's `guess_chunk`: halves the axes in turn until a chunk has a good size.
  static func guessChunks(_ shape: [Int], elementSize: Int) -> [Int] {
    var chunks = shape.map { Double($0 == 0 ? 1024 : $0) }
    func bytes() -> Double { chunks.reduce(1, *) * Double(elementSize) }
    let target = min(max(16384 * pow(2, log10(bytes() / 1_048_576)), 8192), 1_048_576)
    var axis = 0
    while true {
      let size = bytes()
      if size < target || abs(size - target) / target < 0.5, size < 1_048_576 { break }
      if chunks.reduce(1, *) == 1 { break }
      chunks[axis % chunks.count] = (chunks[axis % chunks.count] / 2).rounded(.up)
      axis += 1
    }
    return chunks.map { Int($0) }
  }
}

extension Value {
  fileprivate var asBool: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }
}
