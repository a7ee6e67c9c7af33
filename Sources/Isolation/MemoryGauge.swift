#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How much memory this process has taken, asked for without opening a file: the kernel's own account, opened before the
/// fence closes.
///
/// Not `getrusage`: its peak starts with that of the program that started this one.
package struct MemoryGauge: Sendable {
  let file: Int32
  private let pageSize: Int

  /// `nil` where the system keeps no such account.
  package init?() {
    file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    if file < 0 { return nil }
    pageSize = sysconf(Int32(_SC_PAGESIZE))
  }

  /// In bytes; 0 where it cannot be read.
  package var bytesInUse: Int { field(1) }

  /// What the process has asked for, used or not.
  package var addressSpace: Int { field(0) }

  private func field(_ index: Int) -> Int {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { text in
      let count = pread(file, text.baseAddress, text.count, 0)
      guard count > 0 else { return 0 }
      // "size resident shared ...", in pages.
      let fields = text[..<count].split(separator: UInt8(ascii: " "), maxSplits: 2)
      guard fields.count > index else { return 0 }
      return fields[index].reduce(0) { $0 &* 10 &+ Int($1 &- UInt8(ascii: "0")) } &* pageSize
    }
  }
}
