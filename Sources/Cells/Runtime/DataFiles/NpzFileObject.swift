import Arrays

/// What `np.load` gives for an archive: its arrays, each unpacked when it is asked for.
package final class NpzFileObject: Object, @unchecked Sendable {
  /// A file in an archive may take no more.
  private static let largestFile = 1 << 30

  private let name: String
  private let archive: ZipArchive
  private var isOpen = true

  init(_ name: String, _ bytes: [UInt8]) throws {
    self.name = name
    do throws(ZipArchive.Problem) {
      archive = try ZipArchive(bytes)
    } catch {
      throw NpzFileObject.exception(error, name)
    }
    super.init(.host)
  }

  package override var type: TypeObject { NpzFileObject.cls }

  /// Without `.npy`.
  var names: [String] { archive.names.map { $0.hasSuffix(".npy") ? String($0.dropLast(4)) : $0 } }

  func array(_ key: String) throws -> NDArray {
    guard isOpen else { throw Raised.attributeError("'NoneType' object has no attribute 'open'") }
    let found: [UInt8]?
    do throws(ZipArchive.Problem) {
      // A file that is no `.npy` has its own name.
      let own = archive.names.contains("\(key).npy") ? "\(key).npy" : key
      found = try archive.file(own, limit: NpzFileObject.largestFile)
    } catch {
      throw NpzFileObject.exception(error, name)
    }
    guard let bytes = found else { throw Raised.keyError(Value("\(key) is not a file in the archive")) }
    return try NpzFileObject.array(bytes, "\(name), \(key)")
  }

  private func value(_ key: Value) throws -> Value {
    guard let name = key.asString?.value else {
      throw Raised.keyError(Value("\(key.type.name) is not a file in the archive"))
    }
    return Value(try array(name))
  }

  private static func exception(_ problem: ZipArchive.Problem, _ name: String) -> Raised {
    switch problem {
    case .wrongFormat: Raised.valueError("\(name): is no archive of arrays")
    case .damaged(let what): Raised.valueError("\(name): the file is damaged (\(what)): get it anew")
    case .unsupported(let what): Raised.unsupported("\(name): \(what) is not supported")
    }
  }

  /// The array of a `.npy` file.
  static func array(_ bytes: [UInt8], _ name: String) throws -> NDArray {
    do {
      return try ArrayFile(bytes).array
    } catch let problem as ArrayFile.Problem {
      switch problem {
      case .wrongFormat:
        throw Raised.valueError("Cannot load file containing pickled data when allow_pickle=False")
      case .unsupported("|O"):
        throw Raised.valueError("Object arrays cannot be loaded when allow_pickle=False")
      case .unsupported(let code):
        throw Raised.unsupported(
          "\(name): elements of type '\(code)' are not supported: use bool, uint8, int64, float32 or float64")
      case .damaged(let what): throw Raised.valueError("\(name): the file is damaged (\(what)): get it anew")
      }
    }
  }

  private var representation: String {
    let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? "..." : "")
    return "NpzFile '\(name)' with keys: \(shown)"
  }

  private static let cls: TypeObject = TypeObject(
    "NpzFile", module: "numpy.lib.npyio", isWrittenInPython: true,
    attributes: table([
      property("files") { value, _ in
        Value(list: (value.object as? NpzFileObject)?.names.map { Value($0) } ?? [])
      },
      method("__getitem__", "key, /") { a in try a.host(NpzFileObject.self).value(a[1]) },
      method("__contains__", "key, /") { a in
        let file = try a.host(NpzFileObject.self)
        return .bool(
          a[1].asString.map { file.names.contains($0.value) || file.archive.names.contains($0.value) } ?? false)
      },
      method("__len__", "/") { a in .int(try a.host(NpzFileObject.self).names.count) },
      method("__iter__", "/") { a in
        .object(IteratorObject.over(try a.host(NpzFileObject.self).names.map { Value($0) }))
      },
      method("__repr__", "/") { a in Value(try a.host(NpzFileObject.self).representation) },
      method("keys", "") { a in Value(list: try a.host(NpzFileObject.self).names.map { Value($0) }) },
      method("values", "") { a in
        let file = try a.host(NpzFileObject.self)
        return Value(list: try file.names.map { Value(try file.array($0)) })
      },
      method("items", "") { a in
        let file = try a.host(NpzFileObject.self)
        return Value(list: try file.names.map { Value(tuple: [Value($0), Value(try file.array($0))]) })
      },
      method("get", "key, default=") { a in
        let file = try a.host(NpzFileObject.self)
        guard let key = a[1].asString?.value, file.names.contains(key) else { return a[2].isUndefined ? .none : a[2] }
        return Value(try file.array(key))
      },
      method("close", "") { a in
        try a.host(NpzFileObject.self).isOpen = false
        return .none
      },
      method("__enter__", "") { a in a[0] },
      method("__exit__", "*args") { a in
        try a.host(NpzFileObject.self).isOpen = false
        return .none
      },
    ]))
}
