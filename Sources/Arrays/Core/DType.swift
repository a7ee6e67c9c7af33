/// The element types that arrays have, in NumPy's order of promotion.
public enum DType: UInt8, Sendable, CaseIterable {
  case bool, uint8, int64, float32, float64

  /// NumPy's name: `str(x.dtype)`.
  public var name: String {
    switch self {
    case .bool: "bool"
    case .uint8: "uint8"
    case .int64: "int64"
    case .float32: "float32"
    case .float64: "float64"
    }
  }

  /// Bytes an element takes.
  public var itemSize: Int {
    switch self {
    case .bool, .uint8: 1
    case .float32: 4
    case .int64, .float64: 8
    }
  }

  public var isFloating: Bool { self == .float32 || self == .float64 }
  public var isInteger: Bool { self == .uint8 || self == .int64 }
}

/// A Swift type that stands for one `DType`, so that a kernel is written once and specialised for each.
public protocol Element: Sendable {
  static var dtype: DType { get }
}

extension Bool: Element { public static var dtype: DType { .bool } }
extension UInt8: Element { public static var dtype: DType { .uint8 } }
extension Int64: Element { public static var dtype: DType { .int64 } }
extension Float: Element { public static var dtype: DType { .float32 } }
extension Double: Element { public static var dtype: DType { .float64 } }
