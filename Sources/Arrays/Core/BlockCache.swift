import Synchronization

/// Large blocks of memory that were given back, kept for whoever asks next.
///
/// A block fresh from the system costs more than many a layer's arithmetic: each of its pages is zeroed and mapped when it
/// is first touched. The cache never holds more than the arrays that are alive, or 16 MB.
enum BlockCache {
  /// Smaller blocks the C library keeps itself.
  static let smallest = 1 << 16
  private static let mostBlocks = 32
  private static let leastLimit = 16 << 20
  /// From here on pages of 2 MB save most of the look-ups of addresses.
  private static let hugePagesFrom = 4 << 20

  private struct Block {
    let address: UnsafeMutableRawPointer
    let size: Int
  }

  private struct Blocks: @unchecked Sendable {
    /// The one given back last comes last.
    var all: [Block] = []
    var bytes = 0

    /// Frees the blocks that have waited longest until the others hold at most `limit` bytes.
    mutating func trim(to limit: Int) {
      while let oldest = all.first, bytes > limit || all.count > mostBlocks {
        munmap(oldest.address, oldest.size)
        bytes -= oldest.size
        all.removeFirst()
      }
    }
  }

  private static let blocks = Mutex(Blocks())

  /// The size that a request is rounded up to, by at most an eighth, so that nearly equal requests share blocks.
  static func roundedSize(_ size: Int) -> Int {
    let step = 1 << Swift.max(Int.bitWidth - 1 - size.leadingZeroBitCount - 3, 12)
    let (padded, isTooLarge) = size.addingReportingOverflow(step - 1)
    return isTooLarge ? size : padded & -step
  }

  /// A block of at least `size` bytes, the first `size` of them zeros if they shall be. `nil` if there is no memory.
  /// - Precondition: `size` is at least `smallest`.
  static func take(_ size: Int, zeroed: Bool) -> UnsafeMutableRawPointer? {
    let rounded = roundedSize(size)
    let kept = blocks.withLock { blocks -> Block? in
      guard let index = blocks.all.lastIndex(where: { $0.size == rounded }) else { return nil }
      blocks.bytes -= rounded
      return blocks.all.remove(at: index)
    }
    if let kept {
      if zeroed { memset(kept.address, 0, size) }
      return kept.address
    }
    if let fresh = map(rounded) { return fresh }
    // What is kept may be what is missing.
    blocks.withLock { $0.trim(to: 0) }
    return map(rounded)
  }

  /// Pages of zeros from the system.
  private static func map(_ size: Int) -> UnsafeMutableRawPointer? {
    let address = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
    guard let address, address != UnsafeMutableRawPointer(bitPattern: -1) else { return nil }
    #if os(Linux)
      if size >= hugePagesFrom { madvise(address, size, MADV_HUGEPAGE) }
    #endif
    return address
  }

  /// Takes back what `take(size)` gave. `liveBytes` is what all arrays hold now.
  static func give(_ address: UnsafeMutableRawPointer, size: Int, liveBytes: Int) {
    let rounded = roundedSize(size)
    blocks.withLock { blocks in
      blocks.all.append(Block(address: address, size: rounded))
      blocks.bytes += rounded
      blocks.trim(to: Swift.max(liveBytes, leastLimit))
    }
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
