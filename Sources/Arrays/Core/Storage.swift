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
  init?(byteCount: Int, zeroed: Bool) {
    let total = Storage.live.wrappingAdd(byteCount, ordering: .relaxed).newValue
    let size = Swift.max(byteCount, 1)
    guard total <= Storage.limit.load(ordering: .relaxed),
      let memory = zeroed ? calloc(1, size) : malloc(size)
    else {
      Storage.live.wrappingSubtract(byteCount, ordering: .relaxed)
      return nil
    }
    base = memory
    self.byteCount = byteCount
  }

  deinit {
    free(base)
    Storage.live.wrappingSubtract(byteCount, ordering: .relaxed)
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
