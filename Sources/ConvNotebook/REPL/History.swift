#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The cells of earlier sessions and of this one, the oldest first.
///
/// The file has one cell a line, `\n` and `\\` written for line ends and backslashes. Sessions only ever append to it,
/// under a lock, so that two at once lose nothing of each other.
final class History {
  private(set) var entries: [String] = []
  /// How many of the entries come from earlier sessions.
  let earlierCount: Int
  private let path: String?

  /// Of the file's end only this much is read.
  private static let bytesRead = 4 << 20

  /// - Parameter path: `nil` keeps the history in memory.
  init(path: String?) {
    self.path = path
    entries = path.map(Self.read) ?? []
    earlierCount = entries.count
  }

  /// `$XDG_STATE_HOME/cnb/history`; `nil` where there is no home.
  static var defaultPath: String? { StateFolder.path.map { "\($0)/history" } }

  /// Adds a cell, and writes it to the file at once. One that repeats the last is left out.
  func append(_ cell: String) {
    if entries.last == cell { return }
    entries.append(cell)
    guard let path else { return }
    StateFolder.makeFolders(for: path)
    let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    // A session without a place for its history is still a session.
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    flock(descriptor, LOCK_EX)
    var line = Self.escaped(cell) + [0x0A]
    if !Self.endsInLineEnd(descriptor) { line.insert(0x0A, at: 0) }
    _ = writeAll(line, to: descriptor)
  }

  private static func read(_ path: String) -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    let start = max(size - bytesRead, 0)
    lseek(descriptor, off_t(start), SEEK_SET)
    var lines = ((try? readAll(descriptor, name: path)) ?? []).split(separator: 0x0A)
    if start > 0 { lines = Array(lines.dropFirst()) }
    return lines.map(unescaped)
  }

  /// A session that was killed while it wrote may have left half a line.
  private static func endsInLineEnd(_ descriptor: Int32) -> Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0x0A
    if size > 0 { _ = pread(descriptor, &last, 1, size - 1) }
    return last == 0x0A
  }

  private static func escaped(_ cell: String) -> [UInt8] {
    cell.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x0A: [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case UInt8(ascii: "\\"): [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
      default: [byte]
      }
    }
  }

  private static func unescaped(_ line: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in line {
      if isEscaped {
        bytes.append(byte == UInt8(ascii: "n") ? 0x0A : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
