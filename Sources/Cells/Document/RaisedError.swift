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

  /// The last line of a recorded traceback, Python's or IPython's, with the lines that a message of several lines adds
  /// to it.
  package static func summary(ofTraceback text: String) -> String {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
    let title = "Traceback (most recent call last)"
    var rest = lines[...]
    var start: Int?
    if let header = lines.lastIndex(where: { $0.hasPrefix(title) }) {
      rest = lines[(header + 1)...]
    } else if let header = lines.lastIndex(where: { $0.hasSuffix(title) }) {
      // IPython's: the class, blanks and the title; the class opens the last line, too.
      let name = lines[header].prefix { $0 != " " }
      rest = lines[(header + 1)...]
      start = rest.firstIndex { $0.hasPrefix(name + ":") }
    } else if lines.first?.hasPrefix("An exception has occurred") ?? false {
      rest = lines.dropFirst(2)
    }
    let first = start ?? rest.firstIndex { !$0.isEmpty && !$0.hasPrefix(" ") } ?? rest.startIndex
    let summary = rest[first...].joined(separator: "\n").withoutFinalNewline
    return summary.hasSuffix(": ") && !summary.contains("\n") ? String(summary.dropLast(2)) : summary
  }
}
