import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a notebook's journal may stand: beside it, and where that folder cannot be written, in the state folder.
struct JournalPlaces {
  /// Absolute, without links, so that a notebook has one journal whatever name it is opened under.
  let notebook: String
  /// The first is wanted most.
  let paths: [String]

  init(notebook path: String, stateFolder: String?) {
    let target = resolvingLinks(path)
    let parent = folder(of: target)
    let absolute = realpath(parent, nil)
    defer { free(absolute) }
    let folder = absolute.map { String(cString: $0) } ?? parent
    let prefix = folder == "/" ? "/" : "\(folder)/"
    notebook = prefix + baseName(of: target)
    let beside = "\(prefix).\(baseName(of: target)).journal"
    let name = JournalPlaces.stateName(of: notebook)
    paths = [beside] + (stateFolder.map { ["\($0)/journals/\(name)"] } ?? [])
  }

  /// Whether a journal that names a notebook is one of this notebook. Folders can be moved with all that is in them.
  func areOf(_ notebook: String, journal: String) -> Bool {
    journal == paths.first ? baseName(of: notebook) == baseName(of: self.notebook) : notebook == self.notebook
  }

  /// The end of the path, for people, and its hash.
  private static func stateName(of notebook: String) -> String {
    var hash = SHA256()
    hash.update(Array(notebook.utf8))
    let digits = hash.finish().prefix(12).map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }.joined()
    let name = String(baseName(of: notebook).unicodeScalars.suffix(40).map { $0.value < 0x20 ? "_" : Character($0) })
    return "\(name)-\(digits).journal"
  }
}
