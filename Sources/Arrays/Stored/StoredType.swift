/// The type of the elements that a file holds. Files have more types than arrays: `dtype` says which array holds the same
/// values, if any does.
public struct StoredType: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case bool
    case integer(isSigned: Bool)
    case float
    /// Bytes of a fixed number, the last of them perhaps zeros.
    case fixedText
    /// Texts of any length.
    case text(isUTF8: Bool)
    /// What only its own program reads, by name: `compound`.
    case other(String)
  }

  public let kind: Kind
  /// Bytes an element takes.
  public let size: Int
  public let isBigEndian: Bool

  public init(_ kind: Kind, size: Int, isBigEndian: Bool = false) {
    self.kind = kind
    self.size = size
    self.isBigEndian = isBigEndian && size > 1
  }

  /// Of an array's elements.
  public init(_ dtype: DType) {
    switch dtype {
    case .bool: self.init(.bool, size: 1)
    case .uint8: self.init(.integer(isSigned: false), size: 1)
    case .int64: self.init(.integer(isSigned: true), size: 8)
    case .float32: self.init(.float, size: 4)
    case .float64: self.init(.float, size: 8)
    }
  }

  /// The array type with the same values, whatever the order of bytes.
  public var dtype: DType? { DType.allCases.first { StoredType($0) == inMachineOrder } }

  /// The same values in the order of bytes of every machine that this runs on.
  public var inMachineOrder: StoredType { StoredType(kind, size: size) }

  public var isText: Bool {
    switch kind {
    case .text, .fixedText: true
    default: false
    }
  }

  /// NumPy's name: `int32`, `object`, `|S5`.
  public var name: String {
    switch kind {
    case .bool: "bool"
    case .integer(let isSigned): "\(isSigned ? "int" : "uint")\(size * 8)"
    case .float: "float\(size * 8)"
    case .fixedText: code
    case .text: "object"
    case .other(let name): name
    }
  }

  /// NumPy's letters: `<i4`, `|u1`, `|S5`, `|O`.
  public var code: String {
    let order = isBigEndian ? ">" : size == 1 ? "|" : "<"
    switch kind {
    case .bool: return "|b1"
    case .integer(let isSigned): return "\(order)\(isSigned ? "i" : "u")\(size)"
    case .float: return "\(order)f\(size)"
    case .fixedText: return "|S\(size)"
    case .text: return "|O"
    case .other: return "|V\(size)"
    }
  }
}
