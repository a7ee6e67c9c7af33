#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Python's module `time`: clocks and `sleep`.
package enum TimeModule {
  package static func make() -> ModuleObject {
    ModuleObject(
      "time", clocks,
      [
        function("sleep", "seconds, /") { a in
          let seconds = try a.double(0)
          if seconds.isNaN { throw Raised.valueError("Invalid value NaN (not a number)") }
          if seconds < 0 { throw Raised.valueError("sleep length must be non-negative") }
          if seconds >= longestSleep {
            throw Raised.overflow(
              a[0].isFloat && seconds >= 0x1p63
                ? "timestamp out of range for platform time_t" : "timestamp too large to convert to C _PyTime_t")
          }
          try sleep(seconds, a.interpreter)
          return .none
        }
      ], BuiltinModules.notOffered("time", "strftime", "localtime", "gmtime", "ctime", "asctime", "strptime", "mktime"))
  }

  private static let clocks: [(String, Value)] =
    [
      ("time", CLOCK_REALTIME), ("perf_counter", CLOCK_MONOTONIC), ("monotonic", CLOCK_MONOTONIC),
      ("process_time", CLOCK_PROCESS_CPUTIME_ID), ("thread_time", CLOCK_THREAD_CPUTIME_ID),
    ].flatMap { name, clock in
      [
        function(name, "/") { _ in .float(Double(nanoseconds(clock)) / 1e9) },
        function(name + "_ns", "/") { _ in .int(nanoseconds(clock)) },
      ]
    }

  static func nanoseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// In short steps, so that an interrupt or the time limit ends it.
  /// 2^63 nanoseconds.
  private static let longestSleep = 9_223_372_036.854775

  private static func sleep(_ seconds: Double, _ interpreter: Interpreter) throws {
    let end = Double(nanoseconds(CLOCK_MONOTONIC)) / 1e9 + seconds
    while true {
      try interpreter.poll()
      let left = end - Double(nanoseconds(CLOCK_MONOTONIC)) / 1e9
      if left <= 0 { return }
      usleep(UInt32(min(left, 0.02) * 1e6) + 1)
    }
  }
}
