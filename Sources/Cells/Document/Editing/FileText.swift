/// A notebook's bytes while parts of them are moved, with one blank line between parts.
struct FileText {
  private(set) var bytes: [UInt8]
  private let lineEnd: [UInt8]
  private let bodyStart: Int
  /// The line that parts prose from prose.
  private var mark: [UInt8] { Array(MarkdownLine.cellMark.utf8) }

  init(_ notebook: Notebook) {
    bytes = notebook.source
    lineEnd = Array(notebook.lineEnd.utf8)
    bodyStart = notebook.frontMatterLength
  }

  mutating func replace(_ range: Range<Int>, with text: some Sequence<UInt8>) {
    bytes.replaceSubrange(range, with: Array(text))
  }

  /// The range without the line end that it may end in.
  func core(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    if end > range.lowerBound, bytes[end - 1] == 0x0A { end -= 1 }
    while end > range.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
    return range.lowerBound..<end
  }

  /// Puts a part behind another one.
  ///
  /// - Parameters:
  ///   - range: of the part in front; `nil` for the start of the text.
  ///   - marks: whether the new part is prose with prose in front of it or behind it.
  mutating func insert(_ part: [UInt8], below range: Range<Int>?, marks: (before: Bool, after: Bool)) {
    var offset = range.map { core($0).upperBound } ?? bodyStart
    if range != nil { offset = endOfLine(at: offset) }
    var text: [UInt8] = []
    if offset > 0, bytes[offset - 1] != 0x0A { text += lineEnd }
    text += lineEnd
    if marks.before { text += mark + lineEnd + lineEnd }
    text += part + lineEnd
    text += separator(at: offset, mark: marks.after)
    bytes.insert(contentsOf: text, at: offset)
  }

  /// Puts a part in front of another one.
  mutating func insert(_ part: [UInt8], above range: Range<Int>, marks: (before: Bool, after: Bool)) {
    let offset = range.lowerBound
    var text: [UInt8] = []
    if !isBlankLine(before: offset) { text += lineEnd }
    if marks.before { text += mark + lineEnd + lineEnd }
    text += part + lineEnd + lineEnd
    if marks.after { text += mark + lineEnd + lineEnd }
    bytes.insert(contentsOf: text, at: offset)
  }

  /// Takes a part away, with the blank lines and marks round it that have become useless.
  mutating func remove(_ range: Range<Int>, needsMark: Bool) {
    let before = bytes[..<range.lowerBound]
    let start = startOfGap(before: range.lowerBound)
    let end = endOfGap(behind: endOfLine(at: core(range).upperBound))
    var glue: [UInt8] = []
    if end < bytes.count {
      let kept = before[start...]
      let hasMark = kept.contains { $0 == UInt8(ascii: "<") }
      glue = !kept.isEmpty && !hasMark ? Array(kept) : lineEnd
      if needsMark { glue += mark + lineEnd + lineEnd }
    }
    bytes.replaceSubrange(start..<end, with: glue)
  }

  /// Exchanges two parts and leaves what stands between them where it is.
  mutating func exchange(_ first: Range<Int>, _ second: Range<Int>) {
    let (first, second) = (core(first), core(second))
    let text = bytes[second] + bytes[first.upperBound..<second.lowerBound] + bytes[first]
    bytes.replaceSubrange(first.lowerBound..<second.upperBound, with: text)
  }

  /// Puts a mark behind a part, unless one is there already.
  mutating func addMark(behind range: Range<Int>) {
    var offset = endOfLine(at: core(range).upperBound)
    if hasMark(at: offset) { return }
    if offset > 0, bytes[offset - 1] != 0x0A {
      bytes += lineEnd
      offset = bytes.count
    }
    bytes.insert(contentsOf: lineEnd + mark + lineEnd, at: offset)
  }

  // MARK: - Lines

  private func endOfLine(at offset: Int) -> Int {
    bytes[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }

  private func isBlankLine(before offset: Int) -> Bool {
    let line = bytes[..<offset].dropLast()
    let start = line.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return offset == 0 || line[start...].isBlank
  }

  private func separator(at offset: Int, mark needsMark: Bool) -> [UInt8] {
    guard offset < bytes.count else { return [] }
    let isBlank = bytes[offset..<endOfLine(at: offset)].isBlank
    let text = needsMark && !hasMark(at: offset) ? lineEnd + mark + lineEnd : []
    return isBlank ? text : text + lineEnd
  }

  /// Whether the first line from here on that is not blank is a mark.
  private func hasMark(at offset: Int) -> Bool {
    bytes[offset...].drop { $0 == 0x0A || $0 == 0x0D }.starts(with: mark)
  }

  /// Backwards over blank lines and marks.
  private func startOfGap(before offset: Int) -> Int {
    var start = offset
    while start > bodyStart {
      let lineStart = bytes[..<(start - 1)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      guard lineStart >= bodyStart, isGap(lineStart..<start) else { break }
      start = lineStart
    }
    return start
  }

  private func endOfGap(behind offset: Int) -> Int {
    var end = offset
    while end < bytes.count {
      let next = endOfLine(at: end)
      guard isGap(end..<next) else { break }
      end = next
    }
    return end
  }

  private func isGap(_ line: Range<Int>) -> Bool { bytes[line].isBlank || bytes[core(line)].elementsEqual(mark) }
}
