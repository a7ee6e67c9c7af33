/// Files in one file, as `.npz` has them (APPNOTE.TXT - .ZIP File Format Specification, 6.3): read stored or deflated, written
/// stored.
public struct ZipArchive: Sendable {
  public enum Problem: Error, Sendable, Equatable {
    case wrongFormat
    case damaged(String)
    case unsupported(String)
  }

  private struct Entry: Sendable {
    let name: String
    let method: Int
    let checksum: UInt32
    let compressedSize: Int
    let size: Int
    let offset: Int
  }

  private let bytes: [UInt8]
  private let entries: [Entry]

  /// In the order of the archive's own list.
  public var names: [String] { entries.map(\.name) }

  /// - Throws: `Problem`. Nothing is unpacked yet.
  public init(_ bytes: [UInt8]) throws(Problem) {
    self.bytes = bytes
    let reader = LittleEndianBytes(bytes)
    guard bytes.count >= 22, bytes.starts(with: [0x50, 0x4B]) else { throw .wrongFormat }
    // The end record stands before a comment of any length.
    var end = bytes.count - 22
    while end >= 0, reader.number(at: end, 4) != 0x0605_4B50 {
      end -= 1
      if bytes.count - end > 22 + 65535 { end = -1 }
    }
    guard end >= 0, let count = reader.number(at: end + 10, 2), var place = reader.number(at: end + 16, 4) else {
      throw .damaged("its list of files is missing")
    }
    var entries: [Entry] = []
    for _ in 0..<count {
      guard reader.number(at: place, 4) == 0x0201_4B50, let flags = reader.number(at: place + 8, 2),
        let method = reader.number(at: place + 10, 2), let checksum = reader.number(at: place + 16, 4),
        let compressedSize = reader.number(at: place + 20, 4), let size = reader.number(at: place + 24, 4),
        let nameLength = reader.number(at: place + 28, 2), let extraLength = reader.number(at: place + 30, 2),
        let commentLength = reader.number(at: place + 32, 2), let offset = reader.number(at: place + 42, 4),
        place + 46 + nameLength <= bytes.count
      else { throw .damaged("its list of files ends too early") }
      if flags & 1 != 0 { throw .unsupported("an encrypted file") }
      if size == 0xFFFF_FFFF || compressedSize == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
        throw .unsupported("a file of more than 4 GB")
      }
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
      entries.append(
        Entry(
          name: name, method: method, checksum: UInt32(truncatingIfNeeded: checksum), compressedSize: compressedSize,
          size: size, offset: offset))
      place += 46 + nameLength + extraLength + commentLength
    }
    self.entries = entries
  }

  /// The bytes of a file; `nil` where there is none of the name.
  /// - Parameter limit: the most bytes that it may have.
  /// - Throws: `Problem.damaged` also where its checksum is another one.
  public func file(_ name: String, limit: Int) throws(Problem) -> [UInt8]? {
    guard let entry = entries.last(where: { $0.name == name }) else { return nil }
    let reader = LittleEndianBytes(bytes)
    guard reader.number(at: entry.offset, 4) == 0x0403_4B50,
      let nameLength = reader.number(at: entry.offset + 26, 2),
      let extraLength = reader.number(at: entry.offset + 28, 2)
    else { throw .damaged("'\(name)' is not where it should be") }
    let start = entry.offset + 30 + nameLength + extraLength
    guard start <= bytes.count, entry.compressedSize <= bytes.count - start else {
      throw .damaged("'\(name)' ends too early")
    }
    guard entry.size <= limit else {
      throw .damaged("'\(name)' says that it has \(entry.size) bytes, and \(limit) are allowed")
    }
    let packed = bytes[start..<(start + entry.compressedSize)]
    let file: [UInt8]
    switch entry.method {
    case 0: file = Array(packed)
    case 8:
      guard let inflated = Inflate.bytes(of: packed, count: entry.size) else {
        throw .damaged("'\(name)' cannot be unpacked")
      }
      file = inflated
    default: throw .unsupported("a file packed by method \(entry.method)")
    }
    guard file.count == entry.size, Checksum.crc32(file) == entry.checksum else {
      throw .damaged("the checksum of '\(name)' is another one")
    }
    return file
  }

  /// An archive of these files, as they are.
  /// - Precondition: less than 4 GB in all, and fewer than 65,536 files.
  public static func bytes(of files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var list: [UInt8] = []
    func append(_ number: Int, _ size: Int, to bytes: inout [UInt8]) {
      for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
    }
    for (name, bytes) in files {
      let offset = archive.count
      let checksum = Int(Checksum.crc32(bytes))
      // Version, flags (names are UTF-8), method, the first of January 1980.
      func facts(_ target: inout [UInt8]) {
        for (number, size) in [
          (20, 2), (0x800, 2), (0, 2), (0, 2), (33, 2), (checksum, 4), (bytes.count, 4), (bytes.count, 4),
        ] {
          append(number, size, to: &target)
        }
        append(name.utf8.count, 2, to: &target)
        append(0, 2, to: &target)
      }
      append(0x0403_4B50, 4, to: &archive)
      facts(&archive)
      archive += Array(name.utf8) + bytes
      append(0x0201_4B50, 4, to: &list)
      append(20, 2, to: &list)
      facts(&list)
      for (number, size) in [(0, 2), (0, 2), (0, 2), (0, 4), (offset, 4)] { append(number, size, to: &list) }
      list += Array(name.utf8)
    }
    let start = archive.count
    archive += list
    append(0x0605_4B50, 4, to: &archive)
    for (number, size) in [(0, 2), (0, 2), (files.count, 2), (files.count, 2), (list.count, 4), (start, 4), (0, 2)] {
      append(number, size, to: &archive)
    }
    return archive
  }
}

/// Numbers in bytes that anybody may have written, lowest byte first.
private struct LittleEndianBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// `nil` where there are not so many bytes.
  func number(at offset: Int, _ size: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - size else { return nil }
    return bytes[offset..<(offset + size)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

enum Checksum {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  /// As in ZIP and PNG.
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      ~bytes.reduce(0xFFFF_FFFF) { value, byte in table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] ^ value >> 8 }
    }
  }
}
