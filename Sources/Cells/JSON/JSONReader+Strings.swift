extension JSONReader {
  /// From the opening quote to past the closing one.
  mutating func readString() throws(JSONError) -> JSONString {
    let start = position
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return JSONString(text(from: start + 1, to: position - 1))
      case UInt8(ascii: "\\"):
        return try readEscapedString(from: start)
      case 0..<0x20:
        throw error(.controlCharacter(bytes[position]), at: position)
      default:
        position += 1
      }
    }
    throw unclosed("a string", from: start)
  }

  private func text(from start: Int, to end: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }

  /// The rest of a string that has escapes; `position` is at the first one.
  private mutating func readEscapedString(from start: Int) throws(JSONError) -> JSONString {
    scratch.removeAll(keepingCapacity: true)
    var copied = start + 1
    var isUsual = true
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        scratch.append(contentsOf: bytes[copied..<position])
        position += 1
        let spelling = isUsual ? nil : text(from: start + 1, to: position - 1)
        return JSONString(String(decoding: scratch, as: UTF8.self), spelling: spelling)
      case UInt8(ascii: "\\"):
        scratch.append(contentsOf: bytes[copied..<position])
        if try !readEscape(from: start) { isUsual = false }
        copied = position
      case 0..<0x20:
        throw error(.controlCharacter(bytes[position]), at: position)
      default:
        position += 1
      }
    }
    throw unclosed("a string", from: start)
  }

  /// Adds the character that an escape stands for. Whether a writer would write it so.
  private mutating func readEscape(from start: Int) throws(JSONError) -> Bool {
    guard position + 1 < bytes.count else { throw unclosed("a string", from: start) }
    let name = bytes[position + 1]
    if name == UInt8(ascii: "u") { return try readUnicodeEscape(from: start) }
    if let byte = JSONReader.escapedByte(name) {
      scratch.append(byte)
      position += 2
      return name != UInt8(ascii: "/")
    }
    let end = bytes[(position + 2)...].firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count
    throw error(.badEscape(String(decoding: bytes[position..<end], as: UTF8.self)), at: position)
  }

  private static func escapedByte(_ name: UInt8) -> UInt8? {
    switch name {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): name
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: nil
    }
  }

  private mutating func readUnicodeEscape(from start: Int) throws(JSONError) -> Bool {
    let unit = try readCodeUnit(from: start)
    if let scalar = Unicode.Scalar(UInt32(unit)) {
      scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      hasUnicodeEscapes = hasUnicodeEscapes || !scalar.isASCII
      return JSONLayout.writesUnicodeEscape(scalar, digits: bytes[(position - 4)..<position])
    }
    hasUnicodeEscapes = true
    if UTF16.isLeadSurrogate(unit), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    {
      let back = position
      let second = try readCodeUnit(from: start)
      if UTF16.isTrailSurrogate(second) {
        let value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(second & 0x3FF))
        scratch.append(contentsOf: Unicode.Scalar(value).flatMap(UTF8.encode) ?? UTF8.encodedReplacementCharacter)
        return false
      }
      position = back
    }
    scratch.append(contentsOf: UTF8.encodedReplacementCharacter)
    return false
  }

  /// The four digits after `\u`.
  private mutating func readCodeUnit(from start: Int) throws(JSONError) -> UInt16 {
    let end = min(position + 6, bytes.count)
    var unit: UInt16 = 0
    for index in (position + 2)..<max(end, position + 2) {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue, bytes[index] < 0x80 else {
        throw error(.badEscape(String(decoding: bytes[position..<index], as: UTF8.self)), at: position)
      }
      unit = unit << 4 | UInt16(digit)
    }
    guard end == position + 6 else { throw unclosed("a string", from: start) }
    position = end
    return unit
  }
}
