import Arrays
import CHDF5

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The way to libhdf5: one caller at a time, silently, and without plug-ins, which a file could ask to be loaded.
///
/// The library keeps all its state in global variables and leaves its errors on a stack of the calling thread.
enum HDF5Library {
  /// Lives as long as the program.
  private nonisolated(unsafe) static let lock: UnsafeMutablePointer<pthread_mutex_t> = {
    let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    return lock
  }()

  private static let isSetUp: Bool = {
    H5open()
    H5PLset_loading_state(0)
    LZFFilter.register()
    return true
  }()

  /// Runs `body`, which calls the library, while nobody else does.
  static func locked<Result: ~Copyable>(
    _ body: () throws(StoredError) -> Result
  ) throws(StoredError) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    _ = isSetUp
    cnb_h5_silence()
    cnb_h5_clear_errors()
    return try body()
  }

  /// The library's own words for what went wrong last, the innermost first, and none twice.
  static func takeErrors() -> [String] {
    var words: [String] = []
    withUnsafeMutablePointer(to: &words) { words in
      cnb_h5_walk_errors(
        { _, entry, words in
          guard let entry, let words, let text = entry.pointee.desc else { return 0 }
          let list = words.assumingMemoryBound(to: [String].self)
          let word = String(cString: text)
          if list.pointee.count < 16, !list.pointee.contains(word) { list.pointee.append(word) }
          return 0
        }, words)
    }
    cnb_h5_clear_errors()
    return words
  }
}

/// Something that the library counts references to: a file, a dataset, a type, a list of properties. Given back when it goes
/// out of scope.
struct HDF5Handle: ~Copyable {
  let id: hid_t

  /// `nil` where the library gave none.
  init?(_ id: hid_t) {
    guard id >= 0 else { return nil }
    self.id = id
  }

  deinit { H5Idec_ref(id) }
}
