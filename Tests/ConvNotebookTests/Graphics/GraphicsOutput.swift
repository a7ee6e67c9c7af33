import Foundation

/// Pictures taken back out of what a terminal gets.
enum GraphicsOutput {
  /// The files that kitty's commands carry, pieces put together, with the keys of the first piece.
  static func kitty(_ text: String) -> [(keys: String, file: Data)] {
    var pictures: [(keys: String, data: String)] = []
    var continues = false
    for piece in text.components(separatedBy: "\u{1B}_G").dropFirst() {
      let body = piece.components(separatedBy: "\u{1B}\\")[0]
      let parts = body.split(separator: ";", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      if continues { pictures[pictures.count - 1].data += parts[1] } else { pictures.append((parts[0], parts[1])) }
      continues = parts[0].hasSuffix("m=1")
    }
    return pictures.map { ($0.keys, Data(base64Encoded: $0.data) ?? Data()) }
  }

  static func iTerm(_ text: String) -> Data? {
    guard let start = text.range(of: "\u{1B}]1337;File="), let colon = text[start.upperBound...].firstIndex(of: ":"),
      let end = text[colon...].firstIndex(of: "\u{07}")
    else { return nil }
    return Data(base64Encoded: String(text[text.index(after: colon)..<end]))
  }

  /// Red, green and blue of each pixel, row by row.
  static func sixel(_ text: String) -> [[SIMD3<UInt8>]]? {
    guard let start = text.range(of: "\u{1B}P"), let q = text[start.upperBound...].firstIndex(of: "q"),
      let end = text.range(of: "\u{1B}\\")
    else { return nil }
    var bytes = Array(text[text.index(after: q)..<end.lowerBound].utf8)[...]
    func number() -> Int {
      var value = 0
      while let byte = bytes.first, (48...57).contains(byte) {
        value = value * 10 + Int(byte - 48)
        bytes.removeFirst()
      }
      return value
    }
    func numbers() -> [Int] {
      var list = [number()]
      while bytes.first == UInt8(ascii: ";") {
        bytes.removeFirst()
        list.append(number())
      }
      return list
    }
    var palette: [Int: SIMD3<UInt8>] = [:]
    var rows: [[SIMD3<UInt8>]] = []
    var (colour, x, top, count) = (SIMD3<UInt8>.zero, 0, 0, 1)
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): _ = numbers()
      case UInt8(ascii: "#"):
        let parts = numbers()
        if parts.count == 5 {
          palette[parts[0]] = SIMD3(parts[2...].map { UInt8(($0 * 255 + 50) / 100) })
        }
        colour = palette[parts[0]] ?? .zero
      case UInt8(ascii: "!"): count = number()
      case UInt8(ascii: "$"): x = 0
      case UInt8(ascii: "-"): (x, top) = (0, top + 6)
      case 63...126:
        for _ in 0..<count {
          for bit in 0..<6 where (byte - 63) >> UInt8(bit) & 1 == 1 {
            while rows.count <= top + bit { rows.append([]) }
            while rows[top + bit].count <= x { rows[top + bit].append(.zero) }
            rows[top + bit][x] = colour
          }
          x += 1
        }
        count = 1
      default: break
      }
    }
    return rows
  }

  /// Width and height that a PNG says.
  static func size(ofPNG data: Data) -> [Int]? {
    guard data.starts(with: [0x89, 0x50, 0x4E, 0x47]), data.count > 24 else { return nil }
    let bytes = [UInt8](data)
    return [16, 20].map { start in bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
  }
}
