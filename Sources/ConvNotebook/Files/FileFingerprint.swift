import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a file was when it was read or written, to notice that another program has changed it since.
package struct FileFingerprint: Equatable {
  package struct Stamp: Equatable {
    var device: UInt64
    var inode: UInt64
    var size: Int
    var modified: Moment
    /// When the file's bytes or properties changed: programs cannot choose it.
    var changed: Moment
  }

  package struct Moment: Equatable {
    package var seconds: Int
    package var nanoseconds: Int
  }

  /// `nil` where it is not known.
  package private(set) var stamp: Stamp?
  /// SHA-256 of the bytes.
  private var hash: [UInt8]

  /// Of a file with these bytes.
  init(_ bytes: [UInt8], stamp: Stamp? = nil) {
    self.stamp = stamp
    hash = FileFingerprint.hash(of: bytes)
  }

  /// Reads a file.
  ///
  /// - Returns: `nil` where there is none.
  package static func read(_ path: String) throws(CommandFailure) -> (bytes: [UInt8], fingerprint: FileFingerprint)? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw CommandFailure("\(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    // Before reading: what is written meanwhile counts as changed.
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw CommandFailure("\(path): \(String(cString: strerror(errno)))") }
    let bytes = try readAll(descriptor, name: path)
    return (bytes, FileFingerprint(bytes, stamp: Stamp(status)))
  }

  package func hasBytes(of other: FileFingerprint) -> Bool { hash == other.hash }

  private static func hash(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }
}

extension FileFingerprint.Stamp {
  /// - Returns: `nil` where there is no file, or it cannot be seen.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int(status.st_size)
    #if canImport(Darwin)
      modified = FileFingerprint.Moment(status.st_mtimespec)
      changed = FileFingerprint.Moment(status.st_ctimespec)
    #else
      modified = FileFingerprint.Moment(status.st_mtim)
      changed = FileFingerprint.Moment(status.st_ctim)
    #endif
  }
}

extension FileFingerprint.Moment {
  init(_ time: timespec) { self.init(seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec)) }
}
