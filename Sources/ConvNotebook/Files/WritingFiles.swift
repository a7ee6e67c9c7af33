#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Replaces a file's contents at once or not at all: the bytes go to a new file in the same folder, which then takes the
/// name. Permissions and owner stay, a symbolic link stays one. Devices and pipes are written to as they are.
///
/// It waits until the bytes and the name are on the disk.
func writeFile(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
  func failure(_ code: Int32) -> CommandFailure {
    CommandFailure("cannot write \(path): \(String(cString: strerror(code)))")
  }
  let target = resolvingLinks(path)
  var status = stat()
  let exists = stat(target, &status) == 0
  if exists {
    // Renaming would get round the write protection of the file itself.
    guard access(target, W_OK) == 0 else { throw failure(errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw failure(EISDIR) }
    if status.st_mode & S_IFMT != S_IFREG { return try writeInPlace(bytes, target, failure) }
  }
  let (descriptor, temporary) = try makeTemporaryFile(beside: target, isPrivate: exists, failure)
  var problem = writeAll(bytes, to: descriptor)
  if exists, problem == nil {
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    if fchmod(descriptor, status.st_mode & 0o7777) != 0 { problem = errno }
  }
  if problem == nil, fsync(descriptor) != 0 { problem = errno }
  if close(descriptor) != 0, problem == nil { problem = errno }
  if problem == nil, rename(temporary, target) != 0 { problem = errno }
  if let problem {
    unlink(temporary)
    throw failure(problem)
  }
  syncFolder(of: target)
}

/// Waits until a file's bytes are on the disk: 0, or -1 with `errno`.
func syncBytes(of descriptor: Int32) -> Int32 {
  #if canImport(Darwin)
    fsync(descriptor)
  #else
    fdatasync(descriptor)
  #endif
}

/// Makes a name that was given or taken away last, where the file system can.
func syncFolder(of path: String) {
  let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}

private func writeInPlace(
  _ bytes: [UInt8], _ path: String, _ failure: (Int32) -> CommandFailure
) throws(CommandFailure) {
  let descriptor = open(path, O_WRONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw failure(errno) }
  defer { close(descriptor) }
  if let problem = writeAll(bytes, to: descriptor) { throw failure(problem) }
}

/// With the permissions that the process gives to new files; for its owner only where it stands in for a file that others may
/// not read, until it has that file's permissions.
private func makeTemporaryFile(
  beside path: String, isPrivate: Bool, _ failure: (Int32) -> CommandFailure
) throws(CommandFailure) -> (Int32, String) {
  let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  for attempt in 0..<100 {
    let temporary = "\(folder(of: path))/.\(name).\(getpid())-\(attempt).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
    if descriptor >= 0 { return (descriptor, temporary) }
    if errno != EEXIST { throw failure(errno) }
  }
  throw failure(EEXIST)
}

/// Removes what processes left that were killed while they wrote the file.
func removeAbandonedTemporaryFiles(of path: String) {
  let target = resolvingLinks(path)
  let folder = folder(of: target)
  let prefix = ".\(baseName(of: target))."
  for name in names(inFolder: folder) where name.hasPrefix(prefix) && name.hasSuffix(".tmp") {
    let parts = name.dropFirst(prefix.count).dropLast(".tmp".count).split(separator: "-")
    guard parts.count == 2, let process = pid_t(parts[0]), process > 0, Int(parts[1]) != nil else { continue }
    if kill(process, 0) != 0, errno == ESRCH { unlink("\(folder)/\(name)") }
  }
}

/// Where a symbolic link leads, even to a file that is not there yet.
func resolvingLinks(_ path: String) -> String {
  var path = path
  for _ in 0..<40 {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { break }
    let target = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    path = target.utf8.first == UInt8(ascii: "/") ? target : "\(folder(of: path))/\(target)"
  }
  return path
}
