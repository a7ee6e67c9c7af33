#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
#if os(Linux)
  import CSeccomp
#endif

/// Takes from a process what it could do harm with, before the first word of a submission reaches it.
///
/// Each part holds alone: seccomp lets nothing through but memory, time, its own exit and the channel to the grader;
/// Landlock refuses every file, connection and signal, should seccomp be missing; the limits of resources keep memory,
/// processor time and files bounded. What the system does not offer is not in `parts`.
package struct Fence: Sendable {
  /// `limits`, `landlock`, `seccomp`: those that stand.
  package private(set) var parts: [String] = []

  package enum Part {
    package static let limits = "rlimits"
    package static let landlock = "landlock"
    package static let seccomp = "seccomp"
  }

  /// Says which parts are missing, for a grader; `nil` where all stand.
  package static func notice(standing parts: [String]) -> String? {
    let missing = [Part.landlock, Part.seccomp, Part.limits].filter { !parts.contains($0) }
    if missing.isEmpty { return nil }
    let rest = parts.isEmpty ? "by the language alone" : "by \(parts.joined(separator: " and ")) and the language alone"
    return
      "this system has no \(missing.joined(separator: " and no ")): submissions are kept from files, processes and "
      + "the network \(rest) (docs/security.md)"
  }

  /// The one file that a process keeps: open already, and to be opened by its name again.
  package struct KeptFile: Sendable {
    let descriptor: Int32
    let mayWrite: Bool

    package init(descriptor: Int32, mayWrite: Bool) {
      self.descriptor = descriptor
      self.mayWrite = mayWrite
    }
  }

  package init() {}

  /// What the calling thread, and the threads it starts from now on, cannot do any more. Call it while there is one.
  ///
  /// - Parameters:
  ///   - memory: in bytes, of all the process has and will have.
  ///   - seconds: of the processor.
  ///   - file: what it may still read. One that it may write it closes itself when whoever started it is gone; without one
  ///     it ends with the thread that started it.
  package mutating func raise(memory: Int, seconds: Int, keeping file: KeptFile? = nil) {
    let mayWrite = file?.mayWrite ?? false
    #if os(Linux)
      if !mayWrite { _ = cnb_end_with_parent(SIGKILL) }
      _ = cnb_hide_memory()
      let isUnprivileged = cnb_renounce_privileges() == 0
      let version = Int(cnb_landlock_version())
      if isUnprivileged, version > 0,
        cnb_landlock_forbid_all_but(Int32(version), file?.descriptor ?? -1, mayWrite ? 1 : 0) == 0
      {
        parts.append(Part.landlock)
      }
    #endif
    if ResourceLimits.set(memory: memory, seconds: seconds, mayWrite: mayWrite) { parts.append(Part.limits) }
  }

  /// Closes the fence for all threads: from here on there is no new thread either.
  /// - Parameters:
  ///   - channel: read from and written to.
  ///   - gauge: read from, if there is one; see `MemoryGauge`.
  ///   - file: what was given to `raise`.
  package mutating func close(channel: Int32, gauge: Int32?, keeping file: KeptFile? = nil) {
    _ = ResourceLimits.forbidProcesses()
    #if os(Linux)
      if SystemCallFilter.load(channel: channel, gauge: gauge, keeping: file) { parts.append(Part.seccomp) }
    #endif
  }
}
