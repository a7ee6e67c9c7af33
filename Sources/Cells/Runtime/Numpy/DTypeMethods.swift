import Arrays

enum DTypeMethods {
  static let constructor: NativeFunction = NativeFunction("dtype", "dtype, align=, copy=") { a in
    Value(try a.interpreter.dtype(a[0]))
  }

  static let all: [String: Value] = table([
    property("name") { value, _ in Value(try of(value).name) },
    property("itemsize") { value, _ in .int(try of(value).itemSize) },
    property("alignment") { value, _ in .int(try of(value).itemSize) },
    property("kind") { value, _ in Value(try of(value).kind) },
    property("char") { value, _ in Value(try of(value).letter) },
    property("str") { value, _ in
      let dtype = try of(value)
      return Value((dtype.itemSize == 1 ? "|" : "<") + dtype.code)
    },
    property("byteorder") { value, _ in Value(try of(value).itemSize == 1 ? "|" : "=") },
    property("num") { value, _ in .int(try of(value).number) },
    property("type") { value, _ in .object(try of(value).scalarClass) },
    property("ndim") { _, _ in .int(0) },
    property("shape") { _, _ in .object(TupleObject.empty) },
    property("names") { _, _ in .none },
    property("fields") { _, _ in .none },
    property("isnative") { _, _ in .bool(true) },
    property("isbuiltin") { _, _ in .int(1) },
    property("hasobject") { _, _ in .bool(false) },
  ])

  private static func of(_ value: Value) throws -> DType {
    guard let dtype = value.asDType?.dtype else { throw Raised.typeError("descriptor requires a 'numpy.dtype' object") }
    return dtype
  }
}

extension DType {
  /// `x.dtype.kind`
  fileprivate var kind: String {
    switch self {
    case .bool: "b"
    case .uint8: "u"
    case .int64: "i"
    case .float32, .float64: "f"
    }
  }

  /// `x.dtype.char`: C's types by letter.
  fileprivate var letter: String {
    switch self {
    case .bool: "?"
    case .uint8: "B"
    case .int64: "l"
    case .float32: "f"
    case .float64: "d"
    }
  }

  /// `x.dtype.num`: NumPy's own numbering.
  fileprivate var number: Int {
    switch self {
    case .bool: 0
    case .uint8: 2
    case .int64: 7
    case .float32: 11
    case .float64: 12
    }
  }
}
