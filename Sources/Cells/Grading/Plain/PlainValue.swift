import Arrays

/// What may leave a submission: data without behaviour.
///
/// A submission's own objects can answer `==` as they like, count differently each time they are asked, or change when
/// they are looked at. A plain value cannot: it is what a value of one of Python's or NumPy's own classes held at one
/// moment. Whatever else a submission gives is `opaque`, and equal to nothing that a key can ask for. Values are made
/// where the submission runs, and compared elsewhere.
package enum PlainValue: Sendable {
  case none
  case bool(Bool)
  case int(Int)
  /// An integer beyond 64 bits, in decimal.
  case bigInt(String)
  case float(Double)
  case text(String)
  case bytes([UInt8])
  /// One of NumPy's scalars: `np.float64(0.5)` is not Python's `0.5`.
  case scalar(Scalar)
  case array(PlainArray)
  case list([PlainValue])
  case tuple([PlainValue])
  /// In the order of insertion.
  case dict([Pair])
  /// Something else, by the name of its class, which a submission chooses.
  case opaque(String)

  package struct Pair: Sendable, Equatable {
    package var key: PlainValue
    package var value: PlainValue

    package init(_ key: PlainValue, _ value: PlainValue) {
      self.key = key
      self.value = value
    }
  }

  /// As messages name it: `ndarray`, `float`.
  package var typeName: String {
    switch self {
    case .none: "NoneType"
    case .bool: "bool"
    case .int, .bigInt: "int"
    case .float: "float"
    case .text: "str"
    case .bytes: "bytes"
    case .scalar(let scalar): scalar.dtype == .bool ? "bool_" : scalar.dtype.name
    case .array: "ndarray"
    case .list: "list"
    case .tuple: "tuple"
    case .dict: "dict"
    case .opaque(let name): name
    }
  }

  /// The value under a text key.
  package subscript(name: String) -> PlainValue? {
    guard case .dict(let pairs) = self else { return nil }
    return pairs.first { $0.key == .text(name) }?.value
  }
}

/// The same to the last bit: nan is nan, -0.0 is not 0.0. Two opaque values are never the same.
extension PlainValue: Equatable {
  package static func == (left: PlainValue, right: PlainValue) -> Bool {
    switch (left, right) {
    case (.none, .none): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
    case (.bigInt(let a), .bigInt(let b)), (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.bytes(let a), .bytes(let b)): a == b
    case (.scalar(let a), .scalar(let b)): a.isIdentical(to: b)
    case (.array(let a), .array(let b)): a == b
    case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)): a == b
    case (.dict(let a), .dict(let b)): a == b
    default: false
    }
  }
}

extension Scalar {
  fileprivate func isIdentical(to other: Scalar) -> Bool {
    switch (self, other) {
    case (.float32(let a), .float32(let b)): a.bitPattern == b.bitPattern
    case (.float64(let a), .float64(let b)): a.bitPattern == b.bitPattern
    default: self == other
    }
  }
}
