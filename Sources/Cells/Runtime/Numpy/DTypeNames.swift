import Arrays

extension Interpreter {
  /// The dtype that a value names: `np.float32`, `float`, `'int64'`, `x.dtype`.
  /// - Throws: `TypeError` "data type 'x' not understood"; an error that says so for NumPy's other dtypes.
  package func dtype(_ value: Value) throws -> DType {
    if let dtype = value.asDType?.dtype { return dtype }
    if value.isNone { return .float64 }
    if let name = value.asString?.value { return try dtype(named: name) }
    if let cls = value.asType {
      for (candidate, dtype) in DType.classes where cls === candidate { return dtype }
      if cls === Types.npFloating { return .float64 }
      if cls === Types.string || cls === Types.object {
        throw Raised.unsupported("dtype \(cls.name) is not supported: arrays hold numbers and truth values")
      }
    }
    if vintage.numpy < 20 { throw Raised.typeError("data type not understood") }
    throw Raised.typeError("Cannot interpret '\(try representation(value))' as a data type")
  }

  private func dtype(named name: String) throws -> DType {
    let bare = name.hasPrefix("<") || name.hasPrefix("=") || name.hasPrefix("|") ? String(name.dropFirst()) : name
    switch bare {
    case "bool", "bool_", "?", "b1": return .bool
    case "uint8", "u1", "B", "ubyte": return .uint8
    case "int64", "int", "i8", "i", "l", "q", "long", "int_", "longlong", "intp", "p":
      if bare == "i" { break }
      return .int64
    case "float32", "f4", "f", "single": return .float32
    case "float64", "float", "f8", "d", "double", "float_": return .float64
    default: break
    }
    if DType.unsupportedNames.contains(bare) {
      throw Raised.unsupported(
        "dtype '\(name)' is not supported: use bool, uint8, int64, float32 or float64")
    }
    throw Raised.typeError("data type '\(name)' not understood")
  }
}

extension DType {
  /// The classes that stand for a dtype, NumPy's own first.
  fileprivate static var classes: [(TypeObject, DType)] {
    [
      (Types.npBool, .bool), (Types.npUInt8, .uint8), (Types.npInt64, .int64), (Types.npFloat32, .float32),
      (Types.npFloat64, .float64), (Types.bool, .bool), (Types.int, .int64), (Types.float, .float64),
    ]
  }

  fileprivate static let unsupportedNames: Set<String> = [
    "int8", "int16", "int32", "uint16", "uint32", "uint64", "uint", "float16", "float128", "longdouble", "half",
    "complex", "complex64", "complex128", "object", "str", "O", "U", "S", "i", "i1", "i2", "i4", "u2", "u4", "u8", "f2",
    "c8", "c16", "e", "h", "H", "I", "L", "Q", "b", "F", "D", "intc", "short", "datetime64", "timedelta64", "bytes",
  ]

  /// NumPy's scalar class: `x.dtype.type`.
  package var scalarClass: TypeObject {
    switch self {
    case .bool: Types.npBool
    case .uint8: Types.npUInt8
    case .int64: Types.npInt64
    case .float32: Types.npFloat32
    case .float64: Types.npFloat64
    }
  }

  /// `f8`: NumPy's letter and size.
  package var code: String {
    switch self {
    case .bool: "b1"
    case .uint8: "u1"
    case .int64: "i8"
    case .float32: "f4"
    case .float64: "f8"
    }
  }
}
