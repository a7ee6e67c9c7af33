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
  do throws(WritingProblem) {
    let target = resolvingLinks(path)
    var status = stat()
    if stat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG { return try writeInPlace(bytes, target, status) }
    let replacement = try Replacement(of: target)
    if let problem = writeAll(bytes, to: replacement.descriptor) {
      replacement.giveUp()
      throw WritingProblem(code: problem)
    }
    try replacement.takeName()
  } catch {
    throw CommandFailure("cannot write \(path): \(error.reason)")
  }
}

/// Why a file could not be written: the system's number.
struct WritingProblem: Error {
  let code: Int32

  var reason: String { String(cString: strerror(code)) }
}

/// A new file that takes the place of another, or of none, once it is written.
struct Replacement {
  let descriptor: Int32
  /// Its own name, in the same folder.
  let path: String
  private let target: String
  /// Of the file that is there.
  private let old: stat?

  /// - Parameter target: a name that is no link.
  init(of target: String) throws(WritingProblem) {
    var status = stat()
    old = stat(target, &status) == 0 ? status : nil
    // Renaming would get round the write protection of the file itself.
    if old != nil, access(target, W_OK) != 0 { throw WritingProblem(code: errno) }
    self.target = target
    (descriptor, path) = try makeTemporaryFile(beside: target, isPrivate: old != nil)
  }

  /// Takes the name when the bytes are on the disk, and gives up where it cannot.
  /// - Parameter overwrites: whether the file that is there may go.
  func takeName(overwrites: Bool = true) throws(WritingProblem) {
    var problem: Int32?
    if let old {
      _ = fchown(descriptor, old.st_uid, old.st_gid)
      if fchmod(descriptor, old.st_mode & 0o7777) != 0 { problem = errno }
    }
    if problem == nil, fsync(descriptor) != 0 { problem = errno }
    if close(descriptor) != 0, problem == nil { problem = errno }
    if problem == nil, (overwrites ? rename(path, target) : link(path, target)) != 0 { problem = errno }
    if problem != nil || !overwrites { unlink(path) }
    if let problem { throw WritingProblem(code: problem) }
    syncFolder(of: target)
  }

  func giveUp() {
    close(descriptor)
    unlink(path)
  }
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

private func writeInPlace(_ bytes: [UInt8], _ path: String, _ status: stat) throws(WritingProblem) {
  if status.st_mode & S_IFMT == S_IFDIR { throw WritingProblem(code: EISDIR) }
  let descriptor = open(path, O_WRONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw WritingProblem(code: errno) }
  defer { close(descriptor) }
  if let problem = writeAll(bytes, to: descriptor) { throw WritingProblem(code: problem) }
}

/// With the permissions that the process gives to new files; for its owner only where it stands in for a file that others may
/// not read, until it has that file's permissions.
private func makeTemporaryFile(beside path: String, isPrivate: Bool) throws(WritingProblem) -> (Int32, String) {
  for attempt in 0..<100 {
    let temporary = "\(folder(of: path))/.\(baseName(of: path)).\(getpid())-\(attempt).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
    if descriptor >= 0 { return (descriptor, temporary) }
    if errno != EEXIST { throw WritingProblem(code: errno) }
  }
  throw WritingProblem(code: EEXIST)
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
