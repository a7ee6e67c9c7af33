import Arrays

extension PlainValue {
  private enum Mark: UInt8 {
    case none, bool, int, bigInt, float, text, bytes, scalar, array, list, tuple, dict, opaque
  }

  package func write(to writer: inout WireWriter) {
    switch self {
    case .none: writer.write(byte: Mark.none.rawValue)
    case .bool(let value):
      writer.write(byte: Mark.bool.rawValue)
      writer.write(value)
    case .int(let value):
      writer.write(byte: Mark.int.rawValue)
      writer.write(value)
    case .bigInt(let text):
      writer.write(byte: Mark.bigInt.rawValue)
      writer.write(text)
    case .float(let value):
      writer.write(byte: Mark.float.rawValue)
      writer.write(Int(bitPattern: UInt(value.bitPattern)))
    case .text(let text):
      writer.write(byte: Mark.text.rawValue)
      writer.write(text)
    case .bytes(let bytes):
      writer.write(byte: Mark.bytes.rawValue)
      writer.write(bytes)
    case .scalar(let scalar):
      writer.write(byte: Mark.scalar.rawValue)
      writer.write(byte: scalar.dtype.rawValue)
      writer.write(scalar.bits)
    case .array(let array):
      writer.write(byte: Mark.array.rawValue)
      writer.write(byte: array.dtype.rawValue)
      writer.write(Array(array.shape)) { $0.write($1) }
      writer.write(array.bytes)
    case .list(let elements):
      writer.write(byte: Mark.list.rawValue)
      writer.write(elements) { $1.write(to: &$0) }
    case .tuple(let elements):
      writer.write(byte: Mark.tuple.rawValue)
      writer.write(elements) { $1.write(to: &$0) }
    case .dict(let pairs):
      writer.write(byte: Mark.dict.rawValue)
      writer.write(pairs) {
        $1.key.write(to: &$0)
        $1.value.write(to: &$0)
      }
    case .opaque(let name):
      writer.write(byte: Mark.opaque.rawValue)
      writer.write(name)
    }
  }

  /// - Throws: `WireError` for bytes that no value within the limits is written as.
  package init(from reader: inout WireReader, limits: PlainLimits = PlainLimits()) throws(WireError) {
    var budget = PlainBudget(limits)
    self = try PlainValue.read(&reader, &budget)
  }

  private static func read(_ reader: inout WireReader, _ budget: inout PlainBudget) throws(WireError) -> PlainValue {
    try budget.take(PlainLimits.perValue)
    let byte = try reader.byte()
    guard let mark = Mark(rawValue: byte) else { throw .unknownMark(byte) }
    switch mark {
    case .none: return .none
    case .bool: return .bool(try reader.flag())
    case .int: return .int(try reader.integer())
    case .float: return .float(Double(bitPattern: UInt64(UInt(bitPattern: try reader.integer()))))
    case .text: return .text(try text(&reader, &budget))
    case .opaque: return .opaque(try text(&reader, &budget))
    case .bigInt:
      let text = try text(&reader, &budget)
      let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
      guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
        throw .invalid("integer")
      }
      return .bigInt(text)
    case .bytes:
      let bytes = try reader.data()
      try budget.take(bytes.count)
      return .bytes(bytes)
    case .scalar:
      guard let scalar = Scalar(try dtype(&reader), bits: try reader.integer()) else { throw .invalid("scalar") }
      return .scalar(scalar)
    case .array:
      let dtype = try dtype(&reader)
      let shape = try reader.list(ofAtLeast: 8) { (reader: inout WireReader) throws(WireError) in try reader.count() }
      guard shape.count <= Dims.maxCount else { throw .invalid("shape") }
      let bytes = try reader.data()
      try budget.take(bytes.count)
      guard let array = PlainArray(dtype, shape: Dims(shape), bytes: bytes) else { throw .invalid("array") }
      return .array(array)
    case .list: return .list(try elements(&reader, &budget))
    case .tuple: return .tuple(try elements(&reader, &budget))
    case .dict:
      try budget.goIn()
      defer { budget.leave() }
      return .dict(
        try reader.list(ofAtLeast: 2) { (reader: inout WireReader) throws(WireError) in
          Pair(try read(&reader, &budget), try read(&reader, &budget))
        })
    }
  }

  private static func elements(
    _ reader: inout WireReader, _ budget: inout PlainBudget
  ) throws(WireError) -> [PlainValue] {
    try budget.goIn()
    defer { budget.leave() }
    return try reader.list(ofAtLeast: 1) { (reader: inout WireReader) throws(WireError) in
      try read(&reader, &budget)
    }
  }

  private static func text(_ reader: inout WireReader, _ budget: inout PlainBudget) throws(WireError) -> String {
    let text = try reader.text()
    try budget.take(text.utf8.count)
    return text
  }

  private static func dtype(_ reader: inout WireReader) throws(WireError) -> DType {
    guard let dtype = DType(rawValue: try reader.byte()) else { throw .invalid("element type") }
    return dtype
  }
}

extension PlainBudget {
  fileprivate mutating func take(_ count: Int) throws(WireError) {
    do throws(PlainError) { try spend(count) } catch { throw .tooLarge }
  }

  fileprivate mutating func goIn() throws(WireError) {
    do throws(PlainError) { try enter() } catch { throw .tooDeep }
  }
}

extension Scalar {
  fileprivate var bits: Int {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .uint8(let value): Int(value)
    case .int64(let value): Int(value)
    case .float32(let value): Int(value.bitPattern)
    case .float64(let value): Int(bitPattern: UInt(value.bitPattern))
    }
  }

  fileprivate init?(_ dtype: DType, bits: Int) {
    switch dtype {
    case .bool:
      guard bits == 0 || bits == 1 else { return nil }
      self = .bool(bits == 1)
    case .uint8:
      guard let value = UInt8(exactly: bits) else { return nil }
      self = .uint8(value)
    case .int64: self = .int64(Int64(bits))
    case .float32:
      guard let pattern = UInt32(exactly: bits) else { return nil }
      self = .float32(Float(bitPattern: pattern))
    case .float64: self = .float64(Double(bitPattern: UInt64(UInt(bitPattern: bits))))
    }
  }
}
