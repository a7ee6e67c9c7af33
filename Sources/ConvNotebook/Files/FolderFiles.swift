import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes what cells write: in the notebook's folder and in folders below it.
struct FolderFiles: OutputFiles {
  let folder: String

  func write(_ bytes: [UInt8], to path: String) throws(OutputFileError) {
    let target = path.hasPrefix("/") ? path : "\(folder)/\(path)"
    guard !path.isEmpty, !path.utf8.contains(0) else { throw system(ENOENT) }
    // Links count as what they lead to: the file's folder has to be there already.
    guard let root = resolvedPath(folder) else { throw system(errno) }
    guard let parent = resolvedPath(ConvNotebook.folder(of: target)) else { throw system(errno) }
    let name = baseName(of: target)
    guard !name.isEmpty, name != ".", name != ".." else { throw system(EISDIR) }
    var resolved = parent == "/" ? "/\(name)" : "\(parent)/\(name)"
    resolved = resolvedPath(resolved) ?? resolved
    guard isInside(resolved, root) else { throw .outside(folder: folder) }
    var status = stat()
    if lstat(resolved, &status) == 0 {
      // A link that leads nowhere yet, a device, a pipe: nothing that a picture belongs in.
      if status.st_mode & S_IFMT == S_IFDIR { throw system(EISDIR) }
      if status.st_mode & S_IFMT != S_IFREG { throw system(EACCES) }
    }
    do {
      try writeFile(bytes, to: resolved)
    } catch {
      // The message has the system's words; the number is what cells ask for.
      throw system(errno == 0 ? EIO : errno)
    }
  }

  private func system(_ code: Int32) -> OutputFileError {
    .system(code: Int(code), words: String(cString: strerror(code)))
  }
}
