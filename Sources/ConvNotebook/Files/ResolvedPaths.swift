#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Without links, `.` and `..`; `nil`, and the reason in `errno`, for what is not there.
func resolvedPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// Whether a resolved path lies in a folder, whose own is resolved too, or below it.
func isInside(_ path: String, _ folder: String) -> Bool {
  folder == "/" || path.utf8.starts(with: "\(folder)/".utf8)
}
