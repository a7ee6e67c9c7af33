extension Lexer {
  /// Whether a byte can stand in a name: ASCII letters, digits, the underscore, and all bytes above ASCII.
  @inline(__always)
  static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte >= 0x80
  }

  /// Lexes a name, a keyword, or a string that has a prefix.
  mutating func lexWord() {
    let start = position
    var packed: UInt64 = 0
    var isASCII = true
    while position < end, Self.isWordByte(text[position]) {
      let byte = text[position]
      if byte >= 0x80 {
        if isCell, isNoBreakSpace(position) { break }
        isASCII = false
      }
      packed = packed << 8 | UInt64(byte)
      position += 1
    }
    let length = position - start
    if length == 0 {
      position += 2
      return
    }
    guard isASCII else {
      if checkName(from: start) { add(.name, from: start, to: position) }
      return
    }
    if length <= 2, byte(position) == 0x27 || byte(position) == 0x22, isStringPrefix(packed) {
      return lexString(from: start, quoteAt: position)
    }
    add(length <= 8 ? KeywordTable.shared.kind(of: packed) : .name, from: start, to: position)
  }

  func isNoBreakSpace(_ offset: Int) -> Bool { byte(offset) == 0xC2 && byte(offset + 1) == 0xA0 }

  private func isStringPrefix(_ packed: UInt64) -> Bool {
    switch packed | 0x2020 {
    case 0x2062, 0x2066, 0x2072, 0x2075: packed < 0x100  // b, f, r, u
    case 0x6272, 0x7262, 0x6672, 0x7266: true  // br, rb, fr, rf
    default: false
    }
  }

  /// Whether the word from `start` is a name by Unicode's rules. It stops the lexer if not.
  private mutating func checkName(from start: Int) -> Bool {
    var offset = start
    for scalar in String(decoding: text[start..<position], as: UTF8.self).unicodeScalars {
      let properties = scalar.properties
      let isAllowed = offset == start ? properties.isXIDStart || scalar == "_" : properties.isXIDContinue
      let length = UTF8.width(scalar)
      guard isAllowed else {
        position = offset + length
        stopAtCharacter(scalar, at: offset)
        return false
      }
      offset += length
    }
    return true
  }

  mutating func stopAtCharacter(_ scalar: Unicode.Scalar, at offset: Int) {
    var digits = String(scalar.value, radix: 16, uppercase: true)
    while digits.utf8.count < 4 { digits = "0" + digits }
    let message =
      scalar.isPrintable
      ? "invalid character '\(Character(scalar))' (U+\(digits))" : "invalid non-printable character U+\(digits)"
    stop(message, at: offset, to: offset + UTF8.width(scalar))
  }
}
