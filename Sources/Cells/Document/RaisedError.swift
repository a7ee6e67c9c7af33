/// The class and message of an exception, which is what two tracebacks have in common when they tell of the same error.
package struct RaisedError: Sendable, Equatable {
  package let className: String
  package let message: String

  package init(_ className: String, _ message: String) {
    self.className = className
    self.message = message
  }

  /// Python's last line: `ValueError: negative dimensions are not allowed`.
  package var summary: String { message.isEmpty ? className : "\(className): \(message)" }

  /// The last line of a recorded traceback, with the lines that a message of several lines adds to it. It starts at
  /// the first line after the last `Traceback` line that is not indented.
  package static func summary(ofTraceback text: String) -> String {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
    let header = lines.lastIndex { $0.hasPrefix("Traceback (most recent call last)") }
    let rest = lines[(header.map { $0 + 1 } ?? 0)...]
    let start = rest.firstIndex { !$0.isEmpty && !$0.hasPrefix(" ") } ?? rest.startIndex
    return rest[start...].joined(separator: "\n").withoutFinalNewline
  }
}
