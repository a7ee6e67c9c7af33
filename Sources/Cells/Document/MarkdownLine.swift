/// One line of a Markdown text and what CommonMark sees in its first characters.
struct MarkdownLine {
  struct OpeningFence {
    let marker: UInt8
    let length: Int
    let info: String
  }

  private let text: [UInt8]
  /// Without the line end.
  private let end: Int
  /// Where the next line starts.
  let next: Int
  /// Columns of blanks in front; tabs go to the next multiple of 4.
  let indent: Int
  private let first: Int

  init(_ text: [UInt8], from start: Int) {
    self.text = text
    var end = start
    while end < text.count, text[end] != 0x0A { end += 1 }
    next = min(end + 1, text.count)
    while end > start, text[end - 1] == 0x0D { end -= 1 }
    var columns = 0
    var first = start
    while first < end, text[first] == 0x20 || text[first] == 0x09 {
      columns = text[first] == 0x20 ? columns + 1 : (columns / 4 + 1) * 4
      first += 1
    }
    self.end = end
    self.first = first
    indent = columns
  }

  var isBlank: Bool { first == end }

  private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  private func trimmed(from start: Int) -> String {
    var low = start
    var high = end
    while low < high, text[low] == 0x20 || text[low] == 0x09 { low += 1 }
    while high > low, text[high - 1] == 0x20 || text[high - 1] == 0x09 { high -= 1 }
    return string(low..<high)
  }

  private func runLength(of byte: UInt8, from start: Int) -> Int {
    var position = start
    while position < end, text[position] == byte { position += 1 }
    return position - start
  }

  func contains(_ part: String) -> Bool { string(first..<end).lowercased().utf8.contains(part.utf8) }

  var openingFence: OpeningFence? {
    guard first < end, text[first] == UInt8(ascii: "`") || text[first] == UInt8(ascii: "~") else { return nil }
    let marker = text[first]
    let length = runLength(of: marker, from: first)
    guard length >= 3 else { return nil }
    let info = trimmed(from: first + length)
    if marker == UInt8(ascii: "`"), info.utf8.contains(marker) { return nil }
    return OpeningFence(marker: marker, length: length, info: info)
  }

  func closes(_ opening: OpeningFence) -> Bool {
    guard indent < 4, first < end, text[first] == opening.marker else { return false }
    let length = runLength(of: opening.marker, from: first)
    return length >= opening.length && trimmed(from: first + length).isEmpty
  }

  /// The text of a `# heading`, without closing marks.
  var heading: String? {
    let level = runLength(of: UInt8(ascii: "#"), from: first)
    guard (1...6).contains(level), first + level < end, [0x20, 0x09].contains(text[first + level]) else { return nil }
    return trimmed(from: first + level)
  }

  /// The comment that parts two Markdown cells.
  static let cellMark = "<!-- cell -->"

  var isCellMark: Bool { text[first..<end].elementsEqual(MarkdownLine.cellMark.utf8) }

  /// Where the contents of the list item that starts on this line stand.
  var listContentIndent: Int? {
    var position = first
    if [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*")].contains(text[first]) {
      position += 1
    } else {
      while position < end, (0x30...0x39).contains(text[position]), position - first < 9 { position += 1 }
      guard position > first, position < end, text[position] == UInt8(ascii: ".") || text[position] == UInt8(ascii: ")")
      else { return nil }
      position += 1
    }
    let blanks = runLength(of: 0x20, from: position)
    guard blanks > 0 || position == end || text[position] == 0x09 else { return nil }
    return indent + (position - first) + ((1...4).contains(blanks) ? blanks : 1)
  }

  /// The text that ends the HTML block that starts on this line and is still open at its end: comments and the
  /// elements whose contents are not Markdown.
  var htmlBlockEnd: String? {
    guard text[first] == UInt8(ascii: "<") else { return nil }
    let start = string(first..<end).lowercased()
    if start.hasPrefix("<!--") {
      return start.dropFirst(4).utf8.contains("-->".utf8) ? nil : "-->"
    }
    for name in ["script", "pre", "style", "textarea"] where start.hasPrefix("<" + name) {
      let following = start.dropFirst(name.count + 1).first
      guard following.map({ $0 == " " || $0 == "\t" || $0 == ">" }) ?? true else { continue }
      let close = "</\(name)>"
      return start.utf8.contains(close.utf8) ? nil : close
    }
    return nil
  }
}

extension Collection where Element == UInt8 {
  /// Whether the bytes of `part` stand in a row somewhere. O(count * part.count).
  fileprivate func contains(_ part: some Collection<UInt8>) -> Bool {
    var rest = self[...]
    while rest.count >= part.count {
      if rest.starts(with: part) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
