#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that was handed in. Whoever handed it in may have made a link or a pipe of it.
struct SubmissionFile: Sendable, Hashable {
  let path: String
  /// Whether the command line names the file itself, and not a folder that it lies in. A link in a folder of submissions
  /// could show its author what only the grader may read: an error quotes the line that it stands in.
  let isNamed: Bool

  enum Contents {
    case bytes([UInt8])
    /// Why the file is no submission, for the student.
    case problem(String)
  }

  private static let largest = 256 << 20

  /// - Throws: a failure of the machine, which says nothing of the submission.
  func read() throws(CommandFailure) -> Contents {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (isNamed ? 0 : O_NOFOLLOW))
    if descriptor < 0, errno == ELOOP, !isNamed { return .problem("this is a symbolic link; hand in the file itself") }
    if descriptor < 0, errno == ENXIO { return .problem(SubmissionFile.noFile) }
    guard descriptor >= 0 else { throw CommandFailure("\(path): \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw CommandFailure("\(path): \(String(cString: strerror(errno)))") }
    if status.st_mode & S_IFMT != S_IFREG { return .problem(SubmissionFile.noFile) }
    if status.st_size > SubmissionFile.largest { return .problem("the file is larger than 256 MB") }
    return .bytes(try readAll(descriptor, name: path))
  }

  private static let noFile = "this is a folder, a pipe or a device; hand in a file"
}
