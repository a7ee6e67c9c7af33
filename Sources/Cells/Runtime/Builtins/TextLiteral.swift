/// Texts and bytes as Python's `repr` writes them.
enum TextLiteral {
  /// `'it\'s'`: single quotes unless only double ones avoid a backslash.
  static func of(_ text: String, asciiOnly: Bool = false) -> String {
    let quote = quote(for: text.utf8)
    var result: [UInt8] = [quote]
    result.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        append(UInt8(truncatingIfNeeded: scalar.value), quote: quote, to: &result)
      } else if asciiOnly || !scalar.isPrintable {
        appendEscape(scalar.value, to: &result)
      } else {
        result += String(scalar).utf8
      }
    }
    result.append(quote)
    return String(decoding: result, as: UTF8.self)
  }

  /// `b'\x00abc'`
  static func of(_ bytes: [UInt8]) -> String {
    let quote = quote(for: bytes)
    var result: [UInt8] = [UInt8(ascii: "b"), quote]
    for byte in bytes {
      if byte < 0x80 { append(byte, quote: quote, to: &result) } else { appendEscape(UInt32(byte), to: &result) }
    }
    result.append(quote)
    return String(decoding: result, as: UTF8.self)
  }

  /// Text with `\xe9`, `\u20ac` and `\U0001f600` for what is not ASCII: Python's `ascii`.
  static func escapingNonASCII(_ text: String) -> String {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        result.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        appendEscape(scalar.value, to: &result)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func quote(for bytes: some Collection<UInt8>) -> UInt8 {
    let (single, double) = (UInt8(ascii: "'"), UInt8(ascii: "\""))
    return bytes.contains(single) && !bytes.contains(double) ? double : single
  }

  private static func append(_ byte: UInt8, quote: UInt8, to result: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\\"), quote: result += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): result += "\\n".utf8
    case UInt8(ascii: "\r"): result += "\\r".utf8
    case UInt8(ascii: "\t"): result += "\\t".utf8
    case 0x20..<0x7F: result.append(byte)
    default: appendEscape(UInt32(byte), to: &result)
    }
  }

  private static func appendEscape(_ code: UInt32, to result: inout [UInt8]) {
    let (letter, width) = code < 0x100 ? ("x", 2) : code < 0x10000 ? ("u", 4) : ("U", 8)
    let digits = String(code, radix: 16)
    result += "\\\(letter)".utf8
    result += Array(repeating: UInt8(ascii: "0"), count: width - digits.utf8.count)
    result += digits.utf8
  }
}
