import Arrays

/// Arrays in files of NumPy's own formats.
extension ArrayFunction {
  static let files: [ArrayFunction] = [
    ArrayFunction("save", "file, arr, allow_pickle=, fix_imports=") { a in
      let name = try a.fileName(0).ending(in: ".npy")
      try a.interpreter.write(ArrayFile(a.array(1)).bytes(), to: name)
      return .none
    },
    ArrayFunction("savez", "file, *args, **kwds") { a in try a.saveArchive() },
    ArrayFunction("savez_compressed", "file, *args, **kwds") { a in try a.saveArchive() },
    ArrayFunction("load", "file, mmap_mode=, allow_pickle=, fix_imports=, encoding=, *, max_header_size=") { a in
      if a.has(1) { throw Raised.unsupported("np.load with mmap_mode is not supported") }
      let name = try a.fileName(0)
      let bytes = try a.interpreter.bytes(of: name)
      if bytes.isEmpty { throw Raised(Exceptions.eofError, "No data left in file") }
      if bytes.starts(with: [0x50, 0x4B]) { return .object(try NpzFileObject(name, bytes)) }
      return Value(try NpzFileObject.array(bytes, name))
    },
  ]
}

extension Arguments {
  fileprivate func saveArchive() throws -> Value {
    let name = try fileName(0).ending(in: ".npz")
    var files = keywords
    for (index, value) in rest.enumerated() {
      let own = "arr_\(index)"
      if files.contains(where: { $0.0 == own }) {
        throw Raised.valueError("Cannot use un-named variables and keyword \(own)")
      }
      files.append((own, value))
    }
    try interpreter.writeArchive(files.map { ($0.0, try interpreter.asArray($0.1)) }, to: name)
    return .none
  }
}

extension String {
  fileprivate func ending(in ending: String) -> String { hasSuffix(ending) ? self : self + ending }
}

extension Interpreter {
  /// How files of arrays begin: `.npy`, and archives with and without files in them.
  private static let beginnings: [[UInt8]] = [
    [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59], [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6],
  ]

  func bytes(of name: String) throws -> [UInt8] {
    let files = try files()
    do throws(StoredError) {
      return try files.bytes(of: name)
    } catch {
      throw fileException(error)
    }
  }

  /// Writes a `.npz` file.
  func writeArchive(_ arrays: [(name: String, array: NDArray)], to name: String) throws {
    let contents = try arrays.map { (name: "\($0.name).npy", bytes: try ArrayFile($0.array).bytes()) }
    if let long = contents.first(where: { $0.name.utf8.count >= 1 << 16 }) {
      let length = long.name.utf8.count - ".npy".utf8.count
      throw Raised.valueError("an array's name has at most 65,531 bytes in an archive, and not \(length)")
    }
    let size = contents.reduce(0) { $0 + $1.bytes.count + 2 * $1.name.utf8.count + 1024 }
    guard contents.count < 65536, size < 1 << 32 else {
      throw Raised.unsupported("archives of more than 4 GB are not supported: use several")
    }
    try write(ZipArchive.bytes(of: contents), to: name)
  }

  fileprivate func write(_ bytes: [UInt8], to name: String) throws {
    let files = try files()
    do throws(StoredError) {
      try files.write(bytes, to: name, over: Interpreter.beginnings)
    } catch {
      throw fileException(error)
    }
  }

  /// As `open` raises.
  private func fileException(_ error: StoredError) -> any Error {
    guard case .system(let number) = error.problem else { return HDF5Action.other.exception(for: error) }
    let (cls, text) = DataFileMode.systemErrors[number] ?? (Exceptions.osError, "system error \(number)")
    return Raised(ExceptionObject(cls, [.int(Int(number)), Value("\(text): \(TextLiteral.of(error.file))")]))
  }
}
