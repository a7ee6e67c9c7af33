import Arrays

/// `h5py`: HDF5 files, as far as the host opens them.
package enum HDF5Module {
  package static func make() -> ModuleObject {
    ModuleObject(
      "h5py",
      [
        ("File", .object(HDF5GroupObject.fileClass)), ("Group", .object(HDF5GroupObject.groupClass)),
        ("Dataset", .object(HDF5DatasetObject.cls)), ("__version__", Value("3.16.0")),
        function("is_hdf5", "fname") { a in
          .bool(try a.interpreter.files().isDataFile(try a.fileName(0)))
        },
        function("string_dtype", "encoding=, length=") { a in
          let encoding = try a.text(0, default: "utf-8")
          guard encoding == "utf-8" || encoding == "ascii" else {
            throw Raised.valueError(
              "Invalid encoding (\(try a.interpreter.representation(a[0]))); 'utf-8' or 'ascii' allowed")
          }
          if let length = try a.optionalInt(1) {
            return .object(StoredTypeObject(StoredType(.fixedText, size: length)))
          }
          return .object(StoredTypeObject(StoredType(.text(isUTF8: encoding == "utf-8"), size: 8)))
        },
      ],
      BuiltinModules.notOffered(
        "h5py", "Empty", "SoftLink", "ExternalLink", "VirtualLayout", "VirtualSource", "Datatype", "special_dtype",
        "enum_dtype", "vlen_dtype", "Reference", "get_config"))
  }

  static let fileConstructor: NativeFunction = NativeFunction(
    "File.__init__", "name, mode=, **keywords", wording: .python
  ) { a in
    for (keyword, _) in a.keywords {
      if ignoredKeywords.contains(keyword) { continue }
      if knownKeywords.contains(keyword) { throw Raised.unsupported("h5py.File with \(keyword)= is not supported") }
      throw Raised.typeError("'\(keyword)' is an invalid keyword argument for this function")
    }
    let name = try a.fileName(0)
    guard let mode = mode(try a.text(1, default: "r")) else {
      throw Raised.valueError("Invalid mode; must be one of r, r+, w, w-, x, a")
    }
    return .object(HDF5GroupObject(try a.interpreter.openFile(name, mode), "/", isFile: true))
  }

  private static func mode(_ name: String) -> DataFileMode? { name == "x" ? .createNew : DataFileMode(rawValue: name) }

  /// What makes no difference here.
  private static let ignoredKeywords: Set<String> = ["libver", "locking", "rdcc_nbytes", "rdcc_nslots", "rdcc_w0"]
  private static let knownKeywords: Set<String> = [
    "driver", "userblock_size", "swmr", "track_order", "fs_strategy", "fs_persist", "fs_threshold", "fs_page_size",
    "page_buf_size", "min_meta_keep", "min_raw_keep", "alignment_threshold", "alignment_interval", "meta_block_size",
  ]
}

/// A file of which nothing is known once nobody uses it.
struct WeakHDF5File {
  weak var file: OpenHDF5File?

  init(_ file: OpenHDF5File) { self.file = file }
}

extension Interpreter {
  /// - Throws: `NotImplementedError` where the host lends no files.
  func files() throws -> any DataFileHost {
    guard let files = host.dataFiles else {
      throw Raised.unsupported("cells have no access to files here")
    }
    return files
  }

  /// - Throws: what h5py raises where a file cannot be opened.
  func openFile(_ name: String, _ mode: DataFileMode) throws -> OpenHDF5File {
    let files = try files()
    try checkNotOpen(name, mode)
    let file: any DataFile
    do throws(StoredError) {
      file = try files.open(name, mode)
    } catch {
      throw mode.exception(for: error)
    }
    let owner = OpenHDF5File(name, file, isWritable: mode != .read)
    openFiles.append(.init(owner))
    return owner
  }

  /// Writes a new file, which is in the place of the one that is there once all of it is written.
  func replaceFile(_ name: String, _ body: (OpenHDF5File) throws -> Void) throws {
    let files = try files()
    try checkNotOpen(name, .create)
    do {
      try files.replace(name) { file in
        let owner = OpenHDF5File(name, file, isWritable: true)
        try body(owner)
        try owner.close()
      }
    } catch let error as StoredError {
      throw DataFileMode.create.exception(for: error)
    }
  }

  /// A file is not opened a second time while it may be changed.
  private func checkNotOpen(_ name: String, _ mode: DataFileMode) throws {
    openFiles.removeAll { !($0.file?.isOpen ?? false) }
    let same = openFiles.compactMap(\.file).filter { $0.name == name }
    if same.isEmpty || mode == .read && same.allSatisfy({ !$0.isWritable }) { return }
    switch mode {
    case .create:
      throw Raised(
        Exceptions.osError, "Unable to synchronously create file (unable to truncate a file which is already open)")
    case .createNew: throw Raised(Exceptions.osError, "Unable to synchronously create file (file exists)")
    case .append where !same.allSatisfy(\.isWritable), .readWrite where !same.allSatisfy(\.isWritable):
      throw Raised(
        Exceptions.osError, "Unable to synchronously open file (file is already open for read-only)")
    default: throw Raised.unsupported("'\(name)' is open for writing already: close it first")
    }
  }
}

extension Arguments {
  func fileName(_ index: Int) throws -> String {
    if let text = self[index].asString { return text.value }
    if let bytes = self[index].asBytes { return String(decoding: bytes.value, as: UTF8.self) }
    throw Raised.typeError("expected str, bytes or os.PathLike object, not \(interpreter.typeName(self[index]))")
  }
}
