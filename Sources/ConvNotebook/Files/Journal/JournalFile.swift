#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A journal's file, open and locked: as long as it is, no other process has the notebook open.
final class JournalFile {
  let path: String
  private var descriptor: Int32
  /// Of the frames that count. What stands behind them is written over.
  private(set) var byteCount: Int
  /// What `setAside` called the file.
  private(set) var asideName: String?
  /// Whether the disk may not know the file's name yet.
  private var isNameNew = false

  private init(path: String, descriptor: Int32, byteCount: Int) {
    self.path = path
    self.descriptor = descriptor
    self.byteCount = byteCount
  }

  deinit {
    // A child that is being started has the descriptor too, until it runs its own program.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  enum Finding {
    case missing
    case open(JournalFile)
    /// By another process, whose number is not always known.
    case openElsewhere(Int32?)
    case refused(JournalWarning.Reason)
  }

  /// Opens a journal that is there.
  static func find(_ path: String) -> Finding {
    // Once more where the journal was replaced or removed between opening and locking it.
    for _ in 0..<100 {
      // Not blocking, for a pipe that somebody put there.
      let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else {
        switch errno {
        case ENOENT, ENOTDIR, ENAMETOOLONG: return .missing
        case ELOOP: return .refused(.symbolicLink)
        default: return .refused(.cannotOpen(errno))
        }
      }
      let file = JournalFile(path: path, descriptor: descriptor, byteCount: 0)
      if let reason = file.reasonToRefuse { return .refused(reason) }
      guard file.lock() else {
        return .openElsewhere(JournalFrames.process(in: file.readBytes(JournalFrames.headerCount)[...]))
      }
      if file.isInPlace {
        fchmod(descriptor, 0o600)
        return .open(file)
      }
    }
    return .refused(.cannotOpen(EAGAIN))
  }

  /// Begins a journal where there is none. Only the changes that follow are sure to be on the disk.
  static func make(_ path: String, contents: [UInt8]) throws(JournalProblem) -> JournalFile {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw JournalProblem(code: errno) }
    let file = JournalFile(path: path, descriptor: descriptor, byteCount: 0)
    guard file.lock() else { throw JournalProblem(code: EWOULDBLOCK) }
    if let problem = file.write(contents) {
      unlink(path)
      throw problem
    }
    file.isNameNew = true
    return file
  }

  /// All bytes of the file. Larger ones than a journal can be are not read.
  func read() -> [UInt8]? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size <= JournalFile.largest else { return nil }
    return readBytes(Int(status.st_size))
  }

  /// Two notebooks of the largest size, and what was typed.
  static let largest = 3 << 30

  /// Says how much of the file counts, after it was read, and that this process has it open now.
  func claim(byteCount: Int) {
    self.byteCount = byteCount
    let line = JournalFrames.processLine(getpid())
    _ = line.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, line.count, off_t(JournalFrames.processOffset)) }
  }

  /// Adds bytes, all or none: with one call, and onto the disk before it returns.
  func append(_ bytes: [UInt8]) -> JournalProblem? {
    let start = byteCount
    if let problem = write(bytes) { return problem }
    guard syncBytes(of: descriptor) == 0 else {
      byteCount = start
      return undo(errno)
    }
    if isNameNew { syncFolder(of: path) }
    isNameNew = false
    return nil
  }

  private func write(_ bytes: [UInt8]) -> JournalProblem? {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written, off_t(byteCount + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return undo(count < 0 ? errno : ENOSPC) }
      written += count
    }
    byteCount += written
    return nil
  }

  private func undo(_ code: Int32) -> JournalProblem {
    ftruncate(descriptor, off_t(byteCount))
    return JournalProblem(code: code)
  }

  /// Drops what was added since the file had a length. Needs no space on the disk.
  func truncate(to byteCount: Int) -> JournalProblem? {
    guard ftruncate(descriptor, off_t(byteCount)) == 0 else { return JournalProblem(code: errno) }
    self.byteCount = byteCount
    _ = syncBytes(of: descriptor)
    return nil
  }

  /// Puts a new file in this one's place, which stays as it is if that fails.
  func replace(with bytes: [UInt8], settingAside keepsOld: Bool) -> JournalProblem? {
    // The lock is ours, and so is this name.
    let temporary = "\(path).tmp"
    unlink(temporary)
    do throws(JournalProblem) {
      let new = try JournalFile.make(temporary, contents: bytes)
      guard syncBytes(of: new.descriptor) == 0 else {
        let code = errno
        unlink(temporary)
        return JournalProblem(code: code)
      }
      if keepsOld { _ = setAside() }
      guard rename(temporary, path) == 0 else {
        let code = errno
        unlink(temporary)
        return JournalProblem(code: code)
      }
      syncFolder(of: path)
      swap(&descriptor, &new.descriptor)
      byteCount = new.byteCount
      return nil
    } catch {
      return error
    }
  }

  func remove() {
    guard isInPlace else { return }
    // Of a process that was killed while it replaced the file.
    unlink("\(path).tmp")
    unlink(path)
  }

  /// Gives the file a name that no journal has, for people to look at.
  ///
  /// - Returns: the name; `nil` where that is not possible.
  func setAside() -> String? {
    for number in 1..<100 {
      let aside = number == 1 ? "\(path).bad" : "\(path).bad-\(number)"
      var status = stat()
      if lstat(aside, &status) == 0 { continue }
      asideName = rename(path, aside) == 0 ? aside : nil
      return asideName
    }
    return nil
  }

  /// Whether the file still has its name: somebody may have removed it.
  var isInPlace: Bool {
    var (own, named) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && lstat(path, &named) == 0 && own.st_dev == named.st_dev
      && own.st_ino == named.st_ino
  }

  private var reasonToRefuse: JournalWarning.Reason? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .cannotOpen(errno) }
    if status.st_mode & S_IFMT != S_IFREG { return .noRegularFile }
    if status.st_uid != geteuid() { return .otherOwner(status.st_uid) }
    return status.st_nlink > 1 ? .severalNames : nil
  }

  /// - Returns: whether no other process has the lock. File systems without locks have no such process.
  private func lock() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK }

  private func readBytes(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
      while read < count {
        let count = pread(descriptor, buffer.baseAddress.map { $0 + read }, count - read, off_t(read))
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return }
        read += count
      }
    }
  }
}

/// Why a journal cannot be written.
struct JournalProblem: Error, Equatable {
  let code: Int32
}
