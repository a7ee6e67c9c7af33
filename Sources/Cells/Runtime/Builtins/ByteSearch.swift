import Arrays

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds texts in texts by their UTF-8: a text's bytes never start in the middle of another's scalar. Searches throw
/// `ArrayError.stopped` when the cell shall not go on.
struct ByteSearch {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The first place of `needle` in `range`.
  func first(_ needle: [UInt8], in range: Range<Int>) throws(ArrayError) -> Int? {
    var checkpoint = Checkpoint()
    return try first(needle, in: range, &checkpoint)
  }

  private func first(
    _ needle: [UInt8], in range: Range<Int>, _ checkpoint: inout Checkpoint
  ) throws(ArrayError) -> Int? {
    guard let head = needle.first else { return range.lowerBound }
    if needle.count > ByteSearch.longestCompared { return try firstByHash(bytes[range], needle[...], &checkpoint) }
    return try bytes.withUnsafeBufferPointer { buffer throws(ArrayError) in
      guard let base = buffer.baseAddress else { return nil }
      var position = range.lowerBound
      while position + needle.count <= range.upperBound {
        let places = min(range.upperBound - needle.count - position + 1, ByteSearch.longestStep)
        guard let found = memchr(base + position, Int32(head), places) else {
          try checkpoint.pass(operations: places >> 4)
          position += places
          continue
        }
        position = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
        try checkpoint.pass(operations: 8)
        if memcmp(base + position, needle, needle.count) == 0 { return position }
        position += 1
      }
      return nil
    }
  }

  /// The last place of `needle` in `range`.
  func last(_ needle: [UInt8], in range: Range<Int>) throws(ArrayError) -> Int? {
    var checkpoint = Checkpoint()
    if needle.count > ByteSearch.longestCompared {
      return try firstByHash(Array(bytes[range].reversed())[...], needle.reversed()[...], &checkpoint).map {
        range.upperBound - $0 - needle.count
      }
    }
    var position = range.upperBound - needle.count
    while position >= range.lowerBound {
      try checkpoint.pass(operations: 4)
      if bytes[position..<(position + needle.count)].elementsEqual(needle) { return position }
      position -= 1
    }
    return nil
  }

  /// Longer texts are not compared at each place, which could take as many steps as the product of both lengths.
  private static let longestCompared = 32

  /// Bytes that are looked through at once.
  private static let longestStep = 1 << 20

  /// Rabin and Karp's method: only where the hash is right are the bytes compared.
  private func firstByHash(
    _ bytes: ArraySlice<UInt8>, _ needle: ArraySlice<UInt8>, _ checkpoint: inout Checkpoint
  ) throws(ArrayError) -> Int? {
    guard needle.count <= bytes.count else { return nil }
    let base: UInt = 0x9E37_79B9_7F4A_7C15
    func hash(_ bytes: ArraySlice<UInt8>) -> UInt { bytes.reduce(0) { $0 &* base &+ UInt($1) } }
    // What the first byte counts for.
    let weight = (1..<needle.count).reduce(UInt(1)) { power, _ in power &* base }
    let wanted = hash(needle)
    var found = hash(bytes.prefix(needle.count))
    for start in bytes.startIndex...(bytes.endIndex - needle.count) {
      try checkpoint.pass(operations: 1)
      let end = start + needle.count
      if found == wanted, bytes[start..<end] == needle { return start }
      if end < bytes.endIndex { found = (found &- UInt(bytes[start]) &* weight) &* base &+ UInt(bytes[end]) }
    }
    return nil
  }

  /// All places of `needle` from the start on that do not overlap.
  /// - Precondition: `needle` is not empty.
  func all(_ needle: [UInt8], in range: Range<Int>, limit: Int = .max) throws(ArrayError) -> [Int] {
    var result: [Int] = []
    var checkpoint = Checkpoint()
    var start = range.lowerBound
    while result.count < limit, let found = try first(needle, in: start..<range.upperBound, &checkpoint) {
      result.append(found)
      start = found + needle.count
    }
    return result
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
