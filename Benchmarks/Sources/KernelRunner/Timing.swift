/// How long a workload takes. `peers/serving.py` measures in the same way.
struct Timing: CustomStringConvertible {
  let median: Double
  let fastest: Double
  /// How many processors were busy with it.
  let processors: Double

  /// Takes samples of at least 0.2 ms for `seconds`: three or more, fewer only where they would take 2 s together.
  init(seconds length: Double, of workload: Workload) throws {
    // The first call prepares caches; where it is short, a second one tells how many make a sample.
    var (start, taken) = (0.0, 0.0)
    for _ in 0..<2 where taken <= 0.1 {
      start = seconds(CLOCK_MONOTONIC)
      _ = try workload()
      taken = seconds(CLOCK_MONOTONIC) - start
    }
    let calls = max(1, Int(2e-4 / max(taken, 1e-9)))

    var samples: [Double] = []
    let (begin, busy) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
    var now = begin
    repeat {
      start = seconds(CLOCK_MONOTONIC)
      for _ in 0..<calls { _ = try workload() }
      now = seconds(CLOCK_MONOTONIC)
      samples.append((now - start) / Double(calls))
    } while now - begin < length || samples.count < 3 && now - begin < 2

    samples.sort()
    median = samples[samples.count / 2]
    fastest = samples[0]
    processors = (seconds(CLOCK_PROCESS_CPUTIME_ID) - busy) / (now - begin)
  }

  var description: String { "\(median) \(fastest) \(processors)" }
}
