/// A string token taken apart: its prefix, and where its content stands.
struct StringLiteral {
  var isRaw = false
  var isBytes = false
  var isFormatted = false
  let content: Range<Int>

  init(_ token: Token, in text: [UInt8]) {
    var start = Int(token.start)
    while text[start] != 0x22, text[start] != 0x27 {
      switch text[start] | 0x20 {
      case UInt8(ascii: "r"): isRaw = true
      case UInt8(ascii: "b"): isBytes = true
      case UInt8(ascii: "f"): isFormatted = true
      default: break
      }
      start += 1
    }
    let end = Int(token.end)
    let quote = text[start]
    let isTriple = end - start >= 6 && text[start + 1] == quote && text[start + 2] == quote
    let width = isTriple ? 3 : 1
    content = (start + width)..<(end - width)
  }
}

/// Why a string's escapes cannot be decoded.
enum EscapeProblem: Error {
  case python(String)
  case unsupported(String, instead: String)
}

/// Decodes the escapes of a string or of an f-string's text.
struct EscapeDecoder {
  private let text: ArraySlice<UInt8>
  private var position: Int
  private var output: [UInt8] = []
  /// CPython counts positions after it has written each character above ASCII as `\U` and eight digits.
  private var surplus = 0

  private init(_ text: ArraySlice<UInt8>) {
    self.text = text
    position = text.startIndex
    output.reserveCapacity(text.count)
  }

  static func string(_ text: ArraySlice<UInt8>, isRaw: Bool) throws(EscapeProblem) -> String {
    if !text.contains(UInt8(ascii: "\\")) || isRaw {
      return String(decoding: text.contains(0x0D) ? withPlainLineEnds(text) : text, as: UTF8.self)
    }
    var decoder = EscapeDecoder(text)
    try decoder.decode(isBytes: false)
    return String(decoding: decoder.output, as: UTF8.self)
  }

  static func bytes(_ text: ArraySlice<UInt8>, isRaw: Bool) throws(EscapeProblem) -> [UInt8] {
    if isRaw { return Array(withPlainLineEnds(text)) }
    var decoder = EscapeDecoder(text)
    try decoder.decode(isBytes: true)
    return decoder.output
  }

  /// `\r\n` and `\r` are `\n` in Python's eyes.
  static func withPlainLineEnds(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.contains(0x0D) else { return text }
    var result: ArraySlice<UInt8> = []
    for index in text.indices {
      if text[index] != 0x0D {
        result.append(text[index])
      } else if index + 1 == text.endIndex || text[index + 1] != 0x0A {
        result.append(0x0A)
      }
    }
    return result
  }

  private var byte: UInt8 { position < text.endIndex ? text[position] : 0 }

  private mutating func decode(isBytes: Bool) throws(EscapeProblem) {
    while position < text.endIndex {
      let byte = text[position]
      position += 1
      if byte == 0x0D {
        if self.byte != 0x0A { output.append(0x0A) }
      } else if byte != UInt8(ascii: "\\") {
        output.append(byte)
        if byte >= 0xC0 { surplus += 10 - (byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2) }
      } else {
        try decodeEscape(isBytes: isBytes)
      }
    }
  }

  /// Behind a backslash.
  private mutating func decodeEscape(isBytes: Bool) throws(EscapeProblem) {
    let letter = byte
    position += 1
    switch letter {
    case 0x0A: break
    case 0x0D: if byte == 0x0A { position += 1 }
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): output.append(letter)
    case UInt8(ascii: "a"): output.append(7)
    case UInt8(ascii: "b"): output.append(8)
    case UInt8(ascii: "f"): output.append(12)
    case UInt8(ascii: "n"): output.append(10)
    case UInt8(ascii: "r"): output.append(13)
    case UInt8(ascii: "t"): output.append(9)
    case UInt8(ascii: "v"): output.append(11)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = UInt32(letter - 0x30)
      var count = 1
      while count < 3, byte &- 0x30 < 8 {
        value = value * 8 + UInt32(byte - 0x30)
        position += 1
        count += 1
      }
      if isBytes { output.append(UInt8(truncatingIfNeeded: value)) } else { try append(value, from: 0) }
    case UInt8(ascii: "x"): try decodeHexadecimal(2, "\\xXX", isBytes: isBytes)
    case UInt8(ascii: "u") where !isBytes: try decodeHexadecimal(4, "\\uXXXX", isBytes: false)
    case UInt8(ascii: "U") where !isBytes: try decodeHexadecimal(8, "\\UXXXXXXXX", isBytes: false)
    case UInt8(ascii: "N") where !isBytes: try decodeName()
    default:
      output.append(UInt8(ascii: "\\"))
      position -= 1
    }
  }

  private mutating func decodeHexadecimal(_ digits: Int, _ form: String, isBytes: Bool) throws(EscapeProblem) {
    let start = position - 2
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, position < text.endIndex else {
        if isBytes {
          throw .python("(value error) invalid \\x escape at position \(start - text.startIndex)")
        }
        throw unicodeError(from: start, "truncated \(form) escape")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    if isBytes { output.append(UInt8(truncatingIfNeeded: value)) } else { try append(value, from: start) }
  }

  private mutating func append(_ value: UInt32, from start: Int) throws(EscapeProblem) {
    if let scalar = Unicode.Scalar(value) {
      output.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    } else if value > 0x10FFFF {
      throw unicodeError(from: start, "illegal Unicode character")
    } else {
      throw .unsupported("surrogates in strings are", instead: "write the character itself, or \\U and eight digits")
    }
  }

  private mutating func decodeName() throws(EscapeProblem) {
    let start = position - 2
    if byte == UInt8(ascii: "{") {
      position += 1
      let nameStart = position
      while position < text.endIndex, byte != UInt8(ascii: "}") { position += 1 }
      if position < text.endIndex, position > nameStart {
        position += 1
        throw .unsupported(
          "character names (\\N{...}) are", instead: "write the character itself, or \\u and four digits")
      }
    }
    throw unicodeError(from: start, "malformed \\N character escape")
  }

  private func unicodeError(from start: Int, _ reason: String) -> EscapeProblem {
    let first = start - text.startIndex + surplus
    let last = position - 1 - text.startIndex + surplus
    let place = first == last ? "byte 0x5c in position \(first)" : "bytes in position \(first)-\(last)"
    return .python("(unicode error) 'unicodeescape' codec can't decode \(place): \(reason)")
  }
}
