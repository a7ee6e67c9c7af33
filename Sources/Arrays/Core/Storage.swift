import Synchronization

/// The memory that an array and its views share.
public final class Storage: @unchecked Sendable {
  public let base: UnsafeMutableRawPointer
  public let byteCount: Int

  /// Bytes that all arrays of this process hold together, and how many they may: a host sets the limit.
  private static let live = Atomic<Int>(0)
  private static let limit = Atomic<Int>(Int.max)

  public static var liveBytes: Int { live.load(ordering: .relaxed) }
  public static func setLimit(bytes: Int) { limit.store(bytes, ordering: .relaxed) }

  /// Uninitialised memory, or zeros. `nil` where the machine or the limit has no room.
  package init?(byteCount: Int, zeroed: Bool) {
    let total = Storage.live.wrappingAdd(byteCount, ordering: .relaxed).newValue
    guard total <= Storage.limit.load(ordering: .relaxed),
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
