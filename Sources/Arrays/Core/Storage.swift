import Synchronization

/// The memory that an array and its views share.
public final class Storage: @unchecked Sendable {
  public let base: UnsafeMutableRawPointer
  public let byteCount: Int

  /// Bytes that all arrays of this process hold together, and how many they may: a host sets the limit.
  private static let live = Atomic<Int>(0)
  private static let limit = Atomic<Int>(Int.max)

  public static var liveBytes: Int { live.load(ordering: .relaxed) }

  /// - Parameter processBytes: tells how much memory the process has taken with all that it holds; large requests are held
  ///   against that as well.
  public static func setLimit(bytes: Int, processBytes: (@Sendable () -> Int)? = nil) {
    limit.store(bytes, ordering: .relaxed)
    gauge.withLock { $0 = processBytes }
  }

  private static let gauge = Mutex<(@Sendable () -> Int)?>(nil)

  /// Whether the process stays within the limit with so many bytes more. What is small is not asked for.
  private static func isWithinLimit(addingBytes byteCount: Int) -> Bool {
    guard byteCount >= certainRoom, let inUse = gauge.withLock({ $0 }) else { return true }
    return byteCount <= limit.load(ordering: .relaxed) - inUse()
  }

  /// Uninitialised memory, or zeros. `nil` where the machine or the limit has no room.
  package init?(byteCount: Int, zeroed: Bool) {
    let total = Storage.live.wrappingAdd(byteCount, ordering: .relaxed).newValue
    guard total <= Storage.limit.load(ordering: .relaxed), Storage.isWithinLimit(addingBytes: byteCount),
      let memory = Storage.allocate(byteCount, zeroed: zeroed)
    else {
      Storage.live.wrappingSubtract(byteCount, ordering: .relaxed)
      return nil
    }
    base = memory
    self.byteCount = byteCount
  }

  deinit {
    let live = Storage.live.wrappingSubtract(byteCount, ordering: .relaxed).newValue
    if byteCount < BlockCache.smallest {
      free(base)
    } else {
      BlockCache.give(base, size: byteCount, liveBytes: live)
    }
  }

  /// Whether the machine and the limit have so much more room, also for what is no array: Swift's own collections end the
  /// program where there is none.
  public static func hasRoom(forBytes byteCount: Int) -> Bool {
    if byteCount < certainRoom { return true }
    let (total, overflow) = live.load(ordering: .relaxed).addingReportingOverflow(byteCount)
    guard !overflow, total <= limit.load(ordering: .relaxed), isWithinLimit(addingBytes: byteCount) else {
      return false
    }
    let address = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
    guard let address, address != UnsafeMutableRawPointer(bitPattern: -1) else { return false }
    munmap(address, byteCount)
    return true
  }

  /// So much the machine has in any case.
  private static let certainRoom = 16 << 20

  private static func allocate(_ byteCount: Int, zeroed: Bool) -> UnsafeMutableRawPointer? {
    if byteCount < BlockCache.smallest {
      return zeroed ? calloc(1, Swift.max(byteCount, 1)) : malloc(Swift.max(byteCount, 1))
    }
    return BlockCache.take(byteCount, zeroed: zeroed)
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
