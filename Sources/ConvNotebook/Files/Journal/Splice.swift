#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The step from one text to the next: bytes that took the place of others.
struct Splice: Equatable {
  /// How many bytes at the start stayed.
  var prefixCount: Int
  var removedCount: Int
  var inserted: [UInt8]

  init(prefixCount: Int, removedCount: Int, inserted: [UInt8]) {
    self.prefixCount = prefixCount
    self.removedCount = removedCount
    self.inserted = inserted
  }

  /// With as much of both ends left alone as they have in common.
  init(from old: [UInt8], to new: [UInt8]) {
    let shorter = min(old.count, new.count)
    let (prefix, suffix) = old.withUnsafeBytes { old in
      new.withUnsafeBytes { new in
        let prefix = Splice.commonPrefix(old, new, limit: shorter)
        return (prefix, Splice.commonSuffix(old, new, limit: shorter - prefix))
      }
    }
    prefixCount = prefix
    removedCount = old.count - prefix - suffix
    inserted = Array(new[prefix..<(new.count - suffix)])
  }

  /// - Returns: whether the text has the bytes that are to be replaced.
  func apply(to text: inout [UInt8]) -> Bool {
    guard prefixCount >= 0, prefixCount <= text.count, removedCount >= 0, removedCount <= text.count - prefixCount
    else {
      return false
    }
    text.replaceSubrange(prefixCount..<(prefixCount + removedCount), with: inserted)
    return true
  }

  /// Texts are compared in blocks first, which the C library does fast.
  private static let blockCount = 1024

  private static func commonPrefix(_ old: UnsafeRawBufferPointer, _ new: UnsafeRawBufferPointer, limit: Int) -> Int {
    guard let oldStart = old.baseAddress, let newStart = new.baseAddress else { return 0 }
    var count = 0
    while count + blockCount <= limit, memcmp(oldStart + count, newStart + count, blockCount) == 0 {
      count += blockCount
    }
    while count < limit, old[count] == new[count] { count += 1 }
    return count
  }

  private static func commonSuffix(_ old: UnsafeRawBufferPointer, _ new: UnsafeRawBufferPointer, limit: Int) -> Int {
    guard let oldStart = old.baseAddress, let newStart = new.baseAddress else { return 0 }
    var count = 0
    while count + blockCount <= limit {
      let (oldIndex, newIndex) = (old.count - count - blockCount, new.count - count - blockCount)
      guard memcmp(oldStart + oldIndex, newStart + newIndex, blockCount) == 0 else { break }
      count += blockCount
    }
    while count < limit, old[old.count - 1 - count] == new[new.count - 1 - count] { count += 1 }
    return count
  }
}
