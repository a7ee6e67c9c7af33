import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Completion {
  /// With the files whose names go on like the path, folders with a slash behind them.
  func addingFiles() -> Completion {
    guard let path else { return self }
    var completion = self
    completion.candidates = Completion.files(like: path)
    return completion
  }

  private static func files(like path: String) -> [String] {
    let prefix = baseName(of: path)
    let parent = String(path.dropLast(prefix.count))
    let folder = parent.isEmpty ? "." : expandingHome(parent)
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(prefix), name != ".", name != "..", !name.hasPrefix(".") || prefix.hasPrefix(".") else {
        continue
      }
      var status = stat()
      let isFolder = stat("\(folder)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      names.append(isFolder ? name + "/" : name)
    }
    return names.sorted()
  }

  private static func expandingHome(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = Terminal.environment("HOME") else { return path }
    return home + path.dropFirst()
  }
}
