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
    return names(inFolder: folder).filter { name in
      name.hasPrefix(prefix) && (!name.hasPrefix(".") || prefix.hasPrefix("."))
    }.map { name in
      var status = stat()
      let isFolder = stat("\(folder)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      return isFolder ? name + "/" : name
    }.sorted()
  }

  private static func expandingHome(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = Terminal.environment("HOME") else { return path }
    return home + path.dropFirst()
  }
}
