#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system's own limits, for good: a process can lower them and not raise them again, root excepted, which has no
/// system call left to do so.
enum ResourceLimits {
  static func set(memory: Int, seconds: Int, mayWrite: Bool) -> Bool {
    var isSet = true
    // A crash leaves no memory image behind.
    for (resource, limit) in [(coreSize, 0), (processorTime, seconds), (data, memory), (openFiles, 8)] {
      isSet = lower(resource, to: limit) && isSet
    }
    // A file that is open already cannot grow.
    if !mayWrite { isSet = lower(fileSize, to: 0) && isSet }
    return isSet
  }

  static func forbidProcesses() -> Bool { lower(processes, to: 0) }

  #if canImport(Glibc)
    private static let fileSize = Int32(RLIMIT_FSIZE.rawValue)
    private static let coreSize = Int32(RLIMIT_CORE.rawValue)
    private static let processorTime = Int32(RLIMIT_CPU.rawValue)
    private static let data = Int32(RLIMIT_DATA.rawValue)
    private static let openFiles = Int32(RLIMIT_NOFILE.rawValue)
    /// A name that the C library does not show to Swift.
    private static let processes: Int32 = 6
  #else
    private static let fileSize = RLIMIT_FSIZE
    private static let coreSize = RLIMIT_CORE
    private static let processorTime = RLIMIT_CPU
    private static let data = RLIMIT_DATA
    private static let openFiles = RLIMIT_NOFILE
    private static let processes = RLIMIT_NPROC
  #endif

  private static func lower(_ resource: Int32, to limit: Int) -> Bool {
    var value = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
    #if canImport(Glibc)
      return setrlimit(__rlimit_resource_t(resource), &value) == 0
    #else
      return setrlimit(resource, &value) == 0
    #endif
  }
}
