import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output, buffered, and standard error, which shows at once. What is printed first is seen first on either.
enum StandardStreams {
  private static let capacity = 64 << 10
  private static let buffer = Mutex<[UInt8]>([])
  private static let isTerminal = isatty(STDOUT_FILENO) == 1
  private static let isErrorTerminal = isatty(STDERR_FILENO) == 1

  /// Buffers the text. A full buffer is written out; on a terminal every line is.
  static func write(_ text: String) {
    buffer.withLock { buffer in
      buffer.append(contentsOf: text.utf8)
      if buffer.count >= capacity || isTerminal && text.utf8.contains(0x0A) { flush(&buffer) }
    }
  }

  /// What cells printed, and what else comes from files. A terminal gets none of the sequences in it but colours.
  static func writeForeign(_ text: String) { write(isTerminal ? text.forTerminal : text) }
  static func writeForeignError(_ text: String) { writeError(isErrorTerminal ? text.forTerminal : text) }

  static func flush() { buffer.withLock { flush(&$0) } }

  static func writeError(_ text: String) {
    buffer.withLock { buffer in
      flush(&buffer)
      _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
    }
  }

  private static func flush(_ buffer: inout [UInt8]) {
    if buffer.isEmpty { return }
    let problem = writeAll(buffer, to: STDOUT_FILENO)
    buffer.removeAll(keepingCapacity: true)
    guard let problem else { return }
    // Whoever read standard output has gone, as `head` does: end as if by the signal, without a word.
    if problem == EPIPE { _exit(128 + SIGPIPE) }
    // So has a terminal whose connection was lost.
    if problem == EIO, isTerminal { _exit(128 + SIGHUP) }
    let message = "cnb: cannot write to standard output: \(String(cString: strerror(problem)))\n"
    _ = writeAll(Array(message.utf8), to: STDERR_FILENO)
    _exit(1)
  }
}

/// Writes all bytes; the error number where that is not possible.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written) }
    if count >= 0 {
      written += count
    } else if errno == EAGAIN {
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&request, 1, -1)
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}
