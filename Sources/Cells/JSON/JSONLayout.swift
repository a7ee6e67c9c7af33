/// How JSON text is laid out: what Python's `json.dumps` has arguments for.
package struct JSONLayout: Sendable, Equatable {
  /// One level's indentation; everything stands on one line where it is `nil`.
  package var indent: String?
  /// On one line only; otherwise items are separated by a comma and a line end.
  package var itemSeparator = ","
  package var keySeparator = ": "
  package var lineEnd = "\n"
  /// Whether characters that are not ASCII are written as escapes.
  package var isASCII = false

  package init(indent: String?) { self.indent = indent }

  /// As `nbformat.write` lays out notebooks.
  package static let jupyter = JSONLayout(indent: " ")
  /// For reports that people read, too.
  package static let report = JSONLayout(indent: "  ")
  /// `{"a": 1, "b": 2}`
  package static var line: JSONLayout {
    var layout = JSONLayout(indent: nil)
    layout.itemSeparator = ", "
    return layout
  }

  /// - Parameter level: how deep the value stands.
  package func write(_ value: JSONValue, level: Int = 0, to text: inout [UInt8]) {
    switch value.content {
    case .null: text += "null".utf8
    case .bool(let value): text += (value ? "true" : "false").utf8
    case .number(let number): text += number.utf8
    case .string(let string): write(string, to: &text)
    case .array(let items):
      if items.isEmpty {
        text += "[]".utf8
        return
      }
      text.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        separate(index, level: level + 1, to: &text)
        write(item, level: level + 1, to: &text)
      }
      endLine(level: level, to: &text)
      text.append(UInt8(ascii: "]"))
    case .object(let members):
      if members.isEmpty {
        text += "{}".utf8
        return
      }
      text.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        separate(index, level: level + 1, to: &text)
        write(member.key, to: &text)
        text += keySeparator.utf8
        write(member.value, level: level + 1, to: &text)
      }
      endLine(level: level, to: &text)
      text.append(UInt8(ascii: "}"))
    }
  }

  package func bytes(of value: JSONValue) -> [UInt8] {
    var text: [UInt8] = []
    write(value, to: &text)
    return text
  }

  private func separate(_ index: Int, level: Int, to text: inout [UInt8]) {
    if index > 0 { text += (indent == nil ? itemSeparator : ",").utf8 }
    endLine(level: level, to: &text)
  }

  private func endLine(level: Int, to text: inout [UInt8]) {
    guard let indent else { return }
    text += lineEnd.utf8
    for _ in 0..<level { text += indent.utf8 }
  }
}

// MARK: - Strings

extension JSONLayout {
  func write(_ string: JSONString, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    if let spelling = string.spelling {
      text += spelling.utf8
    } else {
      var copy = string.text
      copy.withUTF8 { escape($0, to: &text) }
    }
    text.append(UInt8(ascii: "\""))
  }

  private func escape(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    var start = 0
    for index in bytes.indices {
      let byte = bytes[index]
      let isPlain =
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && (byte < 0x7F || !isASCII)
      if isPlain || index < start { continue }
      text.append(contentsOf: bytes[start..<index])
      if byte < 0x80 {
        writeEscape(byte, to: &text)
        start = index + 1
      } else {
        var end = index + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        for unit in String(decoding: bytes[index..<end], as: UTF8.self).utf16 { writeUnicodeEscape(unit, to: &text) }
        start = end
      }
    }
    if start < bytes.count { text.append(contentsOf: bytes[start...]) }
  }

  private func writeEscape(_ byte: UInt8, to text: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
    case 0x0A: text += "\\n".utf8
    case 0x0D: text += "\\r".utf8
    case 0x09: text += "\\t".utf8
    case 0x08: text += "\\b".utf8
    case 0x0C: text += "\\f".utf8
    default: writeUnicodeEscape(UInt16(byte), to: &text)
    }
  }

  private func writeUnicodeEscape(_ unit: UInt16, to text: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    text += ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
  }

  /// Whether every writer writes the character as `\u` and these digits.
  static func writesUnicodeEscape(_ scalar: Unicode.Scalar, digits: some Sequence<UInt8>) -> Bool {
    switch scalar {
    case "\n", "\r", "\t", "\u{8}", "\u{C}": false
    default: scalar.value < 0x20 && digits.allSatisfy { !(0x41...0x46).contains($0) }
    }
  }
}

extension JSONValue {
  /// Indented by two blanks a level, without a final newline.
  package func text() -> String { String(decoding: JSONLayout.report.bytes(of: self), as: UTF8.self) }
}
