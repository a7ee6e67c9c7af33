import HTML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Larger pictures and films stay out of a page.
private let largestMedium = 16 << 20

/// Reads files in a folder and below it. Symbolic links that lead out of it are not followed.
func mediaReader(folder: String) -> MediaEmbedding.FileReader {
  guard let root = resolvedPath(folder) else { return { _ in nil } }
  return { path in
    guard let file = resolvedPath("\(folder)/\(path)"), root == "/" || file.hasPrefix(root + "/") else { return nil }
    var status = stat()
    guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= largestMedium else {
      return nil
    }
    return try? readFile(file)
  }
}

/// Without links, `.` and `..`; `nil` for what is not there.
func resolvedPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}
