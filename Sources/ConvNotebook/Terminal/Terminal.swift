#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the terminal behind a stream can show.
enum Terminal {
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  /// Whether the stream is a terminal that moves its cursor.
  static func isCapable(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 && environment("TERM") != "dumb" }

  /// Not with `NO_COLOR`, whatever its value (no-color.org), as long as it has one.
  static func showsColours(_ stream: Stream) -> Bool {
    isCapable(stream) && environment("NO_COLOR").map(\.isEmpty) ?? true
  }

  static func columns(_ stream: Stream) -> Int { size(stream).columns }

  static func size(_ stream: Stream) -> (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return (80, 24) }
    return (Int(size.ws_col), size.ws_row > 0 ? Int(size.ws_row) : 24)
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
