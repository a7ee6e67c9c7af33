import Cells
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a key file, and the files beside it that it names.
///
/// - Returns: the key, and the digest that says which one it is.
func readKey(_ path: String) throws(CommandFailure) -> (Key, digest: String) {
  let bytes = try readFile(path)
  var hash = SHA256()
  hash.update(bytes)
  var key: Key
  do throws(KeyError) {
    key = try Key(reading: bytes)
  } catch {
    throw CommandFailure(error.message(file: path))
  }
  for name in key.files {
    let contents = try readFile("\(folder(of: path))/\(name)")
    hash.update(contents)
    key.fileContents[name] = contents
  }
  return (key, hash.finish().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
}

func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// The `results.jsonl` of a run: lines are added, never changed.
final class ResultsFile: Sendable {
  static let name = "results.jsonl"

  private let descriptor: Int32
  private let path: String
  private let problem = Mutex<Int32?>(nil)

  /// Opens a file for more lines.
  ///
  /// - Parameter length: what is kept of it: the line that a killed run did not finish is cut off.
  init(_ path: String, keeping length: Int) throws(CommandFailure) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0, ftruncate(descriptor, off_t(length)) == 0 else {
      throw CommandFailure("cannot write \(path): \(String(cString: strerror(errno)))")
    }
    // Two runs that write into one file would each grade everything.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw CommandFailure("another cnb grade writes to \(path)")
    }
  }

  deinit { close(descriptor) }

  func add(_ line: ResultLine) {
    let code = writeAll(Array((line.text + "\n").utf8), to: descriptor)
    if let code { problem.withLock { $0 = $0 ?? code } }
  }

  /// Waits until what was added is on the disk.
  func sync() {
    if fdatasync(descriptor) != 0, errno != EINVAL { problem.withLock { [code = errno] in $0 = $0 ?? code } }
  }

  /// Why a line could not be written.
  var failure: CommandFailure? {
    problem.withLock { $0 }.map { CommandFailure("cannot write \(path): \(String(cString: strerror($0)))") }
  }

  /// The whole lines of a file, and how many bytes they are.
  ///
  /// - Parameter key: the digest of the key that they have to belong to.
  static func lines(
    of path: String, key: String
  ) throws(CommandFailure) -> (lines: [ResultLine], length: Int, start: ResultStart?) {
    let bytes = try readFile(path)
    let length = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    var lines: [ResultLine] = []
    var first: ResultStart?
    for (number, text) in bytes[..<length].split(separator: 0x0A).enumerated() {
      guard let line = ResultLine(String(decoding: text, as: UTF8.self)) else {
        throw CommandFailure("\(path): line \(number + 1) is no line of results that this program reads")
      }
      if case .start(let start) = line {
        guard start.key == key else {
          throw CommandFailure("\(path) belongs to another key; give the key that it was made with, or another folder")
        }
        first = first ?? start
      }
      lines.append(line)
    }
    if first == nil, !lines.isEmpty { throw CommandFailure("\(path): line 1 does not say which key it belongs to") }
    return (lines, length, first)
  }
}

func fileExists(_ path: String) -> Bool { access(path, F_OK) == 0 }
