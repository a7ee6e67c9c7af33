/// A half-open range of UTF-8 offsets in a `Source`.
package struct Span: Hashable, Sendable {
  package var start: Int32
  package var end: Int32

  package init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  package init(from first: Span, to last: Span) {
    start = first.start
    end = last.end
  }
}

/// The text of one cell or file, with its name for messages and a line table.
package final class Source: Sendable {
  /// As it appears in tracebacks: `script.py`, or `lesson.cnb, cell zero-pad-demo`.
  package let name: String
  /// Whether it is a notebook's cell, in which IPython's commands are accepted.
  package let isCell: Bool
  package let text: [UInt8]
  /// UTF-8 offset of the start of each line.
  package let lineStarts: [Int]

  package init(name: String, text: [UInt8], isCell: Bool = false) {
    self.name = name
    self.isCell = isCell
    self.text = text
    var starts = [0]
    for (offset, byte) in text.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
  }

  package convenience init(name: String, _ text: String, isCell: Bool = false) {
    self.init(name: name, text: Array(text.utf8), isCell: isCell)
  }

  /// The 1-based line of a UTF-8 offset. O(log lines).
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The 0-based column of a UTF-8 offset, counted in Unicode scalars.
  package func column(at offset: Int) -> Int {
    let start = lineStarts[line(at: offset) - 1]
    var column = 0
    for index in start..<min(offset, text.count) where text[index] & 0xC0 != 0x80 { column += 1 }
    return column
  }

  /// The text of a 1-based line, without its line end.
  package func lineText(_ line: Int) -> String {
    guard line >= 1, line <= lineStarts.count else { return "" }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : text.count
    while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
    return String(decoding: text[start..<end], as: UTF8.self)
  }
}
