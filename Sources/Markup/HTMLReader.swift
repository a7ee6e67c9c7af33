/// Cuts HTML into tags and text as browsers do. O(length).
package struct HTMLReader {
  package struct Tag: Equatable {
    /// In lower case.
    package let name: String
    package let isEnd: Bool
    /// In order, the first of each name; names are in lower case, character references in values are decoded as far as
    /// `CharacterReferences` goes.
    package let attributes: [(name: String, value: String)]
    /// As written.
    package let source: String

    package init(name: String, isEnd: Bool, attributes: [(name: String, value: String)], source: String) {
      self.name = name
      self.isEnd = isEnd
      self.attributes = attributes
      self.source = source
    }

    package func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    package static func == (left: Tag, right: Tag) -> Bool { left.isEnd == right.isEnd && left.source == right.source }
  }

  package enum Token: Equatable {
    /// As written, character references included.
    case text(String)
    case tag(Tag)
  }

  private let bytes: [UInt8]
  private var position = 0

  /// More attributes of one tag do not count.
  private static let attributeLimit = 100

  package init(_ html: String) { bytes = Array(html.utf8) }

  /// Elements whose contents are no HTML and nothing to read. They are left out.
  private static let unreadable: Set = ["script", "style", "template"]

  package mutating func next() -> Token? {
    let start = position
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<"), position + 1 < bytes.count else {
        position += 1
        continue
      }
      let next = bytes[position + 1]
      let isEnd = next == UInt8(ascii: "/")
      let isName = Self.isLetter(isEnd && position + 2 < bytes.count ? bytes[position + 2] : next)
      let isComment = next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || isEnd
      guard isName || isComment else {
        position += 1
        continue
      }
      if start < position { return .text(string(start..<position)) }
      if !isName {
        skipComment()
        return .text("")
      }
      guard let tag = readTag(isEnd: isEnd) else {
        position = bytes.count
        return .text(string(start..<position))
      }
      if !isEnd, Self.unreadable.contains(tag.name) {
        skipContents(of: tag.name)
        return .text("")
      }
      return .tag(tag)
    }
    return start < bytes.count ? .text(string(start..<bytes.count)) : nil
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private func find(_ text: String, from start: Int) -> Int? {
    let part = Array(text.utf8)
    var index = start
    while index + part.count <= bytes.count {
      if bytes[index...].starts(with: part) { return index }
      index += 1
    }
    return nil
  }

  private mutating func skipComment() {
    guard bytes[position...].starts(with: "<!--".utf8) else {
      position = find(">", from: position).map { $0 + 1 } ?? bytes.count
      return
    }
    position = find("-->", from: position + 2).map { $0 + 3 } ?? bytes.count
  }

  private mutating func skipContents(of name: String) {
    while position < bytes.count {
      guard let end = find("</", from: position) else { break }
      position = end + 2
      let rest = bytes[position...].prefix(name.utf8.count + 1)
      let found = String(decoding: rest.prefix(name.utf8.count), as: UTF8.self).lowercased()
      guard found == name, rest.count > name.utf8.count, let last = rest.last,
        Self.isBlank(last) || last == UInt8(ascii: ">") || last == UInt8(ascii: "/")
      else { continue }
      position = find(">", from: position).map { $0 + 1 } ?? bytes.count
      return
    }
    position = bytes.count
  }

  // MARK: Tags

  /// `nil` for a tag that the end of the text cuts off.
  private mutating func readTag(isEnd: Bool) -> Tag? {
    let start = position
    position += isEnd ? 2 : 1
    // Some write `<br\>`.
    let name = readWord { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "\\") }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\\") { position += 1 }
    var attributes: [(name: String, value: String)] = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ">") {
        position += 1
        return Tag(name: name, isEnd: isEnd, attributes: attributes, source: string(start..<position))
      }
      if Self.isBlank(byte) || byte == UInt8(ascii: "/") {
        position += 1
        continue
      }
      guard let attribute = readAttribute() else { return nil }
      if attributes.count < Self.attributeLimit, !attributes.contains(where: { $0.name == attribute.name }) {
        attributes.append(attribute)
      }
    }
    return nil
  }

  /// In lower case, up to a blank or an end.
  private mutating func readWord(upTo isEnd: (UInt8) -> Bool) -> String {
    let start = position
    while position < bytes.count, !Self.isBlank(bytes[position]), !isEnd(bytes[position]) { position += 1 }
    return string(start..<position).lowercased()
  }

  private mutating func readAttribute() -> (name: String, value: String)? {
    // A name may begin with `=`.
    let first = position
    if bytes[first] == UInt8(ascii: "=") { position += 1 }
    _ = readWord { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") }
    let name = string(first..<position).lowercased()
    while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return (name, "") }
    position += 1
    while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
    guard position < bytes.count else { return nil }
    let quote = bytes[position]
    let start: Int
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      start = position + 1
      guard let end = bytes[start...].firstIndex(of: quote) else { return nil }
      position = end + 1
      return (name, CharacterReferences.decoded(string(start..<end)))
    }
    start = position
    while position < bytes.count, !Self.isBlank(bytes[position]), bytes[position] != UInt8(ascii: ">") { position += 1 }
    return (name, CharacterReferences.decoded(string(start..<position)))
  }
}
