import Arrays

extension Value {
  /// A text of a file: bytes, or a `str` where that was asked for.
  init(text: [UInt8], decodes: Bool) throws {
    guard decodes else {
      self = .object(BytesObject(text))
      return
    }
    guard let string = String(validating: text, as: UTF8.self) else {
      throw Raised(Exceptions.unicodeDecodeError, "'utf-8' codec can't decode bytes: not UTF-8")
    }
    self = Value(string)
  }

  /// An attribute as h5py gives it: numbers as NumPy's scalars and arrays, texts of any length as `str`.
  init(attribute value: StoredValue, named name: String) throws {
    switch value {
    case .empty: throw Raised.unsupported("h5py.Empty is not supported: the attribute '\(name)' holds no value")
    case .texts(let type, let shape, let texts):
      guard shape.isEmpty, let text = texts.first else {
        throw Raised.unsupported("arrays of texts are not supported (the attribute '\(name)' is one)")
      }
      try self.init(text: text, decodes: type.kind != .fixedText)
    case .numbers(let type, let shape, let bytes):
      guard let dtype = type.dtype else {
        throw Raised.unsupported("elements of \(type.name) are not supported (the attribute '\(name)' has them)")
      }
      let array = try NDArray(dtype, shape: Dims(checking: shape), zeroed: false)
      guard bytes.count == array.count * dtype.itemSize else {
        throw Raised(Exceptions.osError, "Unable to synchronously read attribute (gave no sense)")
      }
      array.storage.copy(bytes, toOffset: 0)
      self.init(unwrapping: array)
    }
  }
}

extension Interpreter {
  /// What h5py stores for a value.
  /// - Parameters:
  ///   - type: what was asked for.
  ///   - converting: whether an array becomes that type here, and not when HDF5 writes it.
  func storedValue(_ value: Value, as type: StoredType? = nil, converting: Bool = false) throws -> StoredValue {
    if let texts = try texts(value), type?.isText ?? true {
      let stored = type ?? StoredType(.text(isUTF8: texts.isUTF8), size: MemoryLayout<UInt>.size)
      return .texts(stored, shape: texts.shape, texts.all)
    }
    if value.isNone || value.asDict != nil || value.asString != nil || value.asBytes != nil || value.asBigInt != nil {
      throw Raised.typeError("Object dtype dtype('O') has no native HDF5 equivalent")
    }
    var array = try asArray(value)
    if let dtype = type?.dtype, converting || value.asArray == nil { array = try array.copy(as: dtype) }
    if converting, let type, type.dtype == nil {
      throw Raised.unsupported(
        "attributes of \(type.name) are not supported: use uint8, int64, float32, float64 or bool")
    }
    if !array.isContiguous || array.offset != 0 { array = try array.copy() }
    return .numbers(
      StoredType(array.dtype), shape: Array(array.shape), bytes: array.bytes(0..<(array.count * array.dtype.itemSize)))
  }

  private struct Texts {
    var shape: [Int]
    var all: [[UInt8]]
    var isUTF8: Bool
  }

  /// A text, or a list of nothing but texts; `nil` for everything else.
  private func texts(_ value: Value) throws -> Texts? {
    if let text = value.asString { return Texts(shape: [], all: [Array(text.value.utf8)], isUTF8: true) }
    if let bytes = value.asBytes { return Texts(shape: [], all: [bytes.value], isUTF8: false) }
    guard let elements = value.elements, !elements.isEmpty else { return nil }
    var result = Texts(shape: [elements.count], all: [], isUTF8: false)
    for element in elements {
      if let text = element.asString {
        result.isUTF8 = true
        result.all.append(Array(text.value.utf8))
      } else if let bytes = element.asBytes {
        result.all.append(bytes.value)
      } else {
        return nil
      }
    }
    return result
  }

  /// A shape as h5py takes it: a number or several.
  func hdf5Shape(_ value: Value) throws -> [Int] {
    if isIndex(value) { return [try index(value)] }
    return try collect(value).map { try index($0) }
  }
}
