import Arrays

/// A dtype of NumPy's that arrays do not have here, and files do: it can be looked at and compared.
package final class StoredTypeObject: Object, @unchecked Sendable {
  let stored: StoredType

  init(_ stored: StoredType) {
    self.stored = stored
    super.init(.host)
  }

  package override var type: TypeObject { StoredTypeObject.cls }

  /// `int32`, `>f8`, `|S5`, `object`.
  private var text: String { stored.isBigEndian ? stored.code : stored.name }

  private var representation: String {
    switch stored.kind {
    case .text: "dtype('O')"
    case .fixedText: "dtype('S\(stored.size)')"
    default: "dtype('\(text)')"
    }
  }

  private static func of(_ value: Value) throws -> StoredType {
    guard let object = value.object as? StoredTypeObject else {
      throw Raised.typeError("descriptor requires a 'numpy.dtype' object")
    }
    return object.stored
  }

  private static let cls: TypeObject = TypeObject(
    "dtype", module: "numpy", base: Types.dtype,
    attributes: table([
      method("__repr__", "/") { a in Value(try a.host(StoredTypeObject.self).representation) },
      method("__str__", "/") { a in Value(try a.host(StoredTypeObject.self).text) },
      method("__eq__", "other, /") { a in
        guard let other = try? a.interpreter.storedType(a[1]) else { return .bool(false) }
        return .bool(try of(a[0]) == other)
      },
      method("__hash__", "/") { a in .int(try of(a[0]).code.hashValue) },
      property("name") { value, _ in
        let type = try of(value)
        return Value(type.kind == .fixedText ? "bytes\(type.size * 8)" : type.name)
      },
      property("itemsize") { value, _ in .int(try of(value).size) },
      property("str") { value, _ in Value(try of(value).code) },
      property("kind") { value, _ in Value(String(try of(value).code.dropFirst().first ?? "V")) },
    ]))
}

extension Value {
  init(_ type: StoredType) {
    if let dtype = type.dtype, !type.isBigEndian {
      self = .object(DTypeObject(dtype))
    } else {
      self = .object(StoredTypeObject(type))
    }
  }
}

extension Interpreter {
  /// The type of a file's elements that a value names: NumPy's names and letters, and what `dtype` takes.
  func storedType(_ value: Value) throws -> StoredType {
    if let object = value.object as? StoredTypeObject { return object.stored }
    if let name = value.asString?.value, let type = StoredType(named: name) { return type }
    return StoredType(try dtype(value))
  }
}

extension StoredType {
  /// `int32`, `<i4`, `>f8`, `f2`, `S5`.
  fileprivate init?(named name: String) {
    let isBigEndian = name.hasPrefix(">")
    let bare = ["<", ">", "=", "|"].contains(name.prefix(1)) ? String(name.dropFirst()) : name
    for size in [1, 2, 4, 8] {
      for (long, short, kind) in [
        ("int\(size * 8)", "i\(size)", Kind.integer(isSigned: true)),
        ("uint\(size * 8)", "u\(size)", .integer(isSigned: false)), ("float\(size * 8)", "f\(size)", .float),
      ] where (bare == long || bare == short) && (kind != .float || size > 1) {
        self.init(kind, size: size, isBigEndian: isBigEndian)
        return
      }
    }
    if bare.hasPrefix("S"), let size = Int(bare.dropFirst()), size > 0, size < 1 << 20 {
      self.init(.fixedText, size: size)
      return
    }
    return nil
  }
}
