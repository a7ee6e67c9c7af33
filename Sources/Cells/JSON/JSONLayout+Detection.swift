extension JSONLayout {
  /// How a text that was read is laid out, judged by its first members.
  init(of value: JSONValue, in bytes: [UInt8], hasUnicodeEscapes: Bool) {
    self.init(indent: nil)
    isASCII = hasUnicodeEscapes && bytes.allSatisfy { $0 < 0x80 }
    guard case .object(let members) = value.content, let first = members.first else {
      self = .jupyter
      return
    }
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    let margin = bytes[(value.range.lowerBound + 1)...].prefix { blanks.contains($0) }
    if let newline = margin.lastIndex(of: 0x0A) {
      indent = String(decoding: margin[(newline + 1)...], as: UTF8.self)
      lineEnd = newline > margin.startIndex && margin[newline - 1] == 0x0D ? "\r\n" : "\n"
    }
    let beforeValue = bytes[..<first.value.range.lowerBound]
    keySeparator = beforeValue.last == 0x20 ? ": " : ":"
    let afterValue = bytes[first.value.range.upperBound...]
    itemSeparator = indent == nil && afterValue.starts(with: ", ".utf8) ? ", " : ","
  }
}
