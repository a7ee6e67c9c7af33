/// What can be told of a picture in a notebook without drawing it.
struct Picture {
  /// In pixels; 0 where the format is not known or the file is broken.
  let width: Int
  let height: Int
  /// The format, a colon, and FNV-1a of the file's bytes, 64 bits, in hexadecimal: `png:0f3c...`.
  let digest: String

  /// Whether data of this type is a picture. A type is one word: a file's key may be anything.
  static func isType(_ mimeType: String) -> Bool {
    mimeType.hasPrefix("image/") && mimeType.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  /// - Parameters:
  ///   - mimeType: one that `isType`.
  ///   - text: the file in base 64, or itself if it is a text (SVG).
  init(mimeType: String, text: String) {
    let bytes = mimeType.hasSuffix("+xml") ? Array(text.utf8) : Picture.decodeBase64(text)
    (width, height) = Picture.size(bytes)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    digest = mimeType.dropFirst("image/".count) + ":" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Bytes that do not belong to base 64, as line ends, do not count.
  private static func decodeBase64(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in text.utf8 {
      let digit: UInt8
      switch byte {
      case 0x41...0x5A: digit = byte - 0x41
      case 0x61...0x7A: digit = byte - 0x61 + 26
      case 0x30...0x39: digit = byte - 0x30 + 52
      case UInt8(ascii: "+"): digit = 62
      case UInt8(ascii: "/"): digit = 63
      default: continue
      }
      bits = bits << 6 | UInt32(digit)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  private static func size(_ bytes: [UInt8]) -> (width: Int, height: Int) {
    func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 << 8 | Int($1) } }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), bytes.count >= 24 { return (number(16..<20), number(20..<24)) }
    if bytes.starts(with: [0x47, 0x49, 0x46]), bytes.count >= 10 {
      return (Int(bytes[7]) << 8 | Int(bytes[6]), Int(bytes[9]) << 8 | Int(bytes[8]))
    }
    guard bytes.starts(with: [0xFF, 0xD8]) else { return (0, 0) }
    // JPEG: a chain of segments; one of those that start a frame has the size.
    var position = 2
    while position + 9 <= bytes.count, bytes[position] == 0xFF {
      let marker = bytes[position + 1]
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame { return (number((position + 7)..<(position + 9)), number((position + 5)..<(position + 7))) }
      position += 2 + number((position + 2)..<(position + 4))
    }
    return (0, 0)
  }
}
