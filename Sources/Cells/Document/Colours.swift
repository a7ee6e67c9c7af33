extension String {
  /// Without the escape sequences that colour text in terminals (`ESC [ ... m`).
  package var withoutColours: String {
    guard utf8.contains(0x1B) else { return self }
    var result: [UInt8] = []
    let bytes = Array(utf8)
    var index = 0
    while index < bytes.count {
      if let end = Self.endOfColour(bytes, index) {
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func endOfColour(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard bytes[start] == 0x1B, start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "[") else { return nil }
    var end = start + 2
    while end < bytes.count, (0x30...0x39).contains(bytes[end]) || bytes[end] == UInt8(ascii: ";") { end += 1 }
    return end < bytes.count && bytes[end] == UInt8(ascii: "m") ? end + 1 : nil
  }
}
