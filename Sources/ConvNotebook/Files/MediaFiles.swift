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
  { path in readFile(path, inFolder: folder, atMost: largestMedium) }
}

/// A regular file in a folder or below it; `nil` for all else: links that lead out, devices, pipes that would never end.
func readFile(_ path: String, inFolder folder: String, atMost limit: Int = .max) -> [UInt8]? {
  guard let root = resolvedPath(folder), let file = resolvedPath("\(folder)/\(path)"),
    isInside(file, root)
  else { return nil }
  // A pipe that took the file's place meanwhile does not keep anybody waiting either.
  let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else { return nil }
  return try? readAll(descriptor, name: file)
}
