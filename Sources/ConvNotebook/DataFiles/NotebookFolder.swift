import Arrays
import Cells
import HDF5
import Isolation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files of arrays that cells may open: those in the folder of the notebook, wherever the names and links in it lead.
/// What stands there already is overwritten only if it is a file of arrays.
package struct NotebookFolder: DataFileHost {
  package let path: String
  private let program: WorkerProgram

  package init(_ path: String, program: WorkerProgram = .dataFileWorker) {
    self.path = path
    self.program = program
  }

  package func open(_ name: String, _ mode: DataFileMode) throws(StoredError) -> any DataFile {
    let file = try resolved(name)
    let (opening, exists): (HDF5File.Mode, Bool) = (mode == .read ? .read : .readWrite, file.exists)
    if exists { try checkPlainFile(file.path, name) }
    switch mode {
    case .read, .readWrite: break
    case .append where exists: break
    case .createNew where exists: throw StoredError(.system(EEXIST), file: name)
    case .create where exists:
      try checkOverwritable(file.path, name)
      fallthrough
    case .create, .createNew, .append:
      return try DataFileProcess(file.path, name: name, mode: .create, program: program)
    }
    return try DataFileProcess(file.path, name: name, mode: opening, program: program)
  }

  package func replace(_ name: String, _ body: (any DataFile) throws -> Void) throws {
    let file = try resolved(name)
    if file.exists {
      try checkPlainFile(file.path, name)
      try checkOverwritable(file.path, name)
    }
    removeAbandonedTemporaryFiles(of: file.path)
    do {
      let replacement = try Replacement(of: file.path)
      do {
        try body(DataFileProcess(replacement.path, name: name, mode: .create, program: program))
      } catch {
        replacement.giveUp()
        throw error
      }
      try replacement.takeName()
    } catch let problem as WritingProblem {
      throw StoredError(.system(problem.code), file: name)
    }
  }

  package func isDataFile(_ name: String) -> Bool {
    guard let file = try? resolved(name), file.exists else { return false }
    return (try? hasSignature(file.path, name)) ?? false
  }

  package func bytes(of name: String) throws(StoredError) -> [UInt8] {
    let file = try resolved(name)
    guard file.exists else { throw StoredError(.system(ENOENT), file: name) }
    let descriptor = systemOpen(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw StoredError(.system(errno), file: name) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, isRegular(status) else { throw StoredError(.system(EISDIR), file: name) }
    do throws(CommandFailure) {
      return try readAll(descriptor, name: name)
    } catch {
      throw StoredError(.refused(error.message), file: name)
    }
  }

  package func write(_ bytes: [UInt8], to name: String, over beginnings: [[UInt8]]) throws(StoredError) {
    let file = try resolved(name)
    if file.exists {
      let old = try self.bytes(of: name)
      guard old.isEmpty || beginnings.contains(where: { old.starts(with: $0) }) else {
        throw StoredError(
          .refused("it is a file of another kind, which cells do not overwrite: choose another name or remove it"),
          file: name)
      }
    }
    removeAbandonedTemporaryFiles(of: file.path)
    do throws(CommandFailure) {
      try writeFile(bytes, to: file.path)
    } catch {
      throw StoredError(.refused(error.message), file: name)
    }
  }

  /// Where a name leads. A file that is not there yet stands in a folder that is.
  private func resolved(_ name: String) throws(StoredError) -> (path: String, exists: Bool) {
    guard let root = resolvedPath(path) else { throw StoredError(.system(errno), file: name) }
    // A name with a zero byte would be another one for the system.
    if name.isEmpty || name.utf8.contains(0) { throw StoredError(.system(ENOENT), file: name) }
    let full = name.hasPrefix("/") ? name : "\(root)/\(name)"
    if let found = resolvedPath(full) {
      guard isInside(found, root) else { throw outside(root, name) }
      return (found, true)
    }
    let reason = errno
    guard reason == ENOENT else { throw StoredError(.system(reason), file: name) }
    let last = baseName(of: full)
    guard last != "", last != ".", last != ".." else { throw StoredError(.system(ENOENT), file: name) }
    guard let parent = resolvedPath(folder(of: full)) else {
      // Also for a name that would lie outside: whether it is there is none of the cells' business.
      throw lexicallyInside(name) ? StoredError(.system(ENOENT), file: name) : outside(root, name)
    }
    guard isInside("\(parent)/\(last)", root) else { throw outside(root, name) }
    // A link to nowhere would be followed when the file is made.
    var status = stat()
    if lstat("\(parent)/\(last)", &status) == 0 { throw StoredError(.system(ENOENT), file: name) }
    return ("\(parent)/\(last)", false)
  }

  private func lexicallyInside(_ name: String) -> Bool {
    if name.hasPrefix("/") { return false }
    var depth = 0
    for part in name.split(separator: "/") where part != "." {
      depth += part == ".." ? -1 : 1
      if depth < 0 { return false }
    }
    return true
  }

  private func outside(_ root: String, _ name: String) -> StoredError {
    StoredError(
      .refused("cells open only what lies in the notebook's folder, \(root): put a copy of the file there"), file: name)
  }

  private func checkOverwritable(_ path: String, _ name: String) throws(StoredError) {
    var status = stat()
    if stat(path, &status) == 0, status.st_size == 0, isRegular(status) { return }
    if try hasSignature(path, name) { return }
    throw StoredError(
      .refused("it is no HDF5 file, and cells overwrite nothing else: choose another name or remove it"), file: name)
  }

  /// A folder passes, which the system refuses itself. Opening anything else may wait for ever.
  private func checkPlainFile(_ path: String, _ name: String) throws(StoredError) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    if isRegular(status) || status.st_mode & mode_t(S_IFMT) == mode_t(S_IFDIR) { return }
    throw StoredError(.refused("it is a pipe or a device, and cells open only files"), file: name)
  }

  private func isRegular(_ status: stat) -> Bool { status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG) }

  /// HDF5's first bytes, which may stand behind a block of 512 bytes or twice, four times, ... as much.
  private func hasSignature(_ path: String, _ name: String) throws(StoredError) -> Bool {
    let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw StoredError(.system(errno), file: name) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, isRegular(status) else { return false }
    let signature: [UInt8] = [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]
    var offset = 0
    while offset <= Int(status.st_size) - signature.count {
      var bytes = [UInt8](repeating: 0, count: signature.count)
      if pread(descriptor, &bytes, bytes.count, off_t(offset)) == bytes.count, bytes == signature { return true }
      offset = offset == 0 ? 512 : 2 * offset
    }
    return false
  }
}

private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
