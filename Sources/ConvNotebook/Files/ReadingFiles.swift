import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Larger files are not notebooks.
private let largestFile = 1 << 30

/// A notebook whose cells can be run.
func readRunnableNotebook(_ path: String) throws(CommandFailure) -> any NotebookDocument {
  let notebook = try readNotebook(path)
  if let language = notebook.foreignLanguage {
    throw CommandFailure(NotebookError.foreignLanguage(language).message(file: path))
  }
  return notebook
}

/// A notebook of any format.
func readNotebook(_ path: String) throws(CommandFailure) -> any NotebookDocument {
  let bytes = try readFile(path)
  do throws(NotebookError) {
    return try NotebookFormat(fileName: path, contents: bytes).read(bytes)
  } catch {
    throw CommandFailure(error.message(file: path))
  }
}

/// - Throws: a failure whose message starts with the path.
func readFile(_ path: String) throws(CommandFailure) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw CommandFailure("\(path): \(String(cString: strerror(errno)))") }
  defer { close(descriptor) }
  return try readAll(descriptor, name: path)
}

func readStandardInput() throws(CommandFailure) -> [UInt8] {
  try readAll(STDIN_FILENO, name: "standard input")
}

func readAll(_ descriptor: Int32, name: String) throws(CommandFailure) -> [UInt8] {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 64 << 10)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count == 0 { return bytes }
    if count < 0 {
      if errno == EINTR { continue }
      throw CommandFailure("\(name): \(String(cString: strerror(errno)))")
    }
    bytes += chunk[..<count]
    if bytes.count > largestFile { throw CommandFailure("\(name): larger than 1 GiB") }
  }
}

/// The folder that a path's last part stands in.
func folder(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// A path's last part.
func baseName(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
  return String(path[path.index(after: slash)...])
}

/// Of all that is in a folder, in no order; none where it cannot be read.
func names(inFolder path: String) -> [String] {
  guard let directory = opendir(path) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}
