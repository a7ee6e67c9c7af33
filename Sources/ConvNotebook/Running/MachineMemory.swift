import Arrays
import Cells
import Isolation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What of the machine's memory cells may take: a slip of the pen ends in `MemoryError` and not with the end of the program,
/// or of others.
enum MachineMemory {
  /// For the cells of this process: four fifths of what was free when it started. `nil` where the system does not tell.
  static let limit: MemoryLimit? = {
    guard let gauge = MemoryGauge(), let free = freeBytes(gauge) else { return nil }
    let limit = MemoryLimit(bytes: max(free / 5 * 4, least), slack: 64 << 20) { gauge.bytesInUse }
    Storage.setLimit(bytes: limit.bytes, processBytes: limit.inUse)
    return limit
  }()

  /// Less than this no notebook does with.
  private static let least = 256 << 20

  /// The smallest of what the machine, the control group and the process's own limit leave.
  private static func freeBytes(_ gauge: MemoryGauge) -> Int? {
    guard let machine = kilobytes("MemAvailable:", in: "/proc/meminfo").map({ $0 << 10 }) else { return nil }
    var free = machine
    if let most = number(in: "/sys/fs/cgroup/memory.max"), let taken = number(in: "/sys/fs/cgroup/memory.current") {
      free = min(free, max(most - taken, 0))
    }
    var space = rlimit()
    #if canImport(Glibc)
      let status = getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &space)
    #else
      let status = getrlimit(RLIMIT_AS, &space)
    #endif
    // A list that grows is there twice for a moment, and address space is not all used.
    if status == 0, let most = Int(exactly: space.rlim_cur) { free = min(free, max(most - gauge.addressSpace, 0) / 3) }
    return free
  }

  private static func kilobytes(_ field: String, in file: String) -> Int? {
    guard let bytes = try? readFile(file) else { return nil }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where line.hasPrefix(field) {
      return line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    }
    return nil
  }

  private static func number(in file: String) -> Int? {
    guard let bytes = try? readFile(file) else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" })
  }
}
