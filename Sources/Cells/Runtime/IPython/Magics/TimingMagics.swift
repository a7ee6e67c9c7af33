#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `%time` and `%timeit`.
extension Magics {
  static let timing: [String: Function] = [
    "time": Function(.both, "Time execution of a Python statement or expression.", time),
    "timeit": Function(.both, "Time execution of a Python statement or expression, many times.", timeit),
  ]

  /// The value of the statement's last expression. An error in it is shown, and the cell goes on.
  private static func time(_ call: MagicCall) throws -> Value {
    if !call.line.isEmpty, call.cell != nil {
      throw InteractiveShell.usageError("Can't use statement directly after '%%time'!")
    }
    let interpreter = call.interpreter
    let text = call.cell ?? call.line
    let module = call.module
    let isExpression = (try? Parser.parse(Source(name: "", text)).isOneExpression) ?? false
    let source = Source(name: isExpression ? "<timed eval>" : "<timed exec>", text)
    let code = try interpreter.compile(source, mode: .cell, in: module.namespace, showsValue: true)
    var value = Value.undefined
    let start = ProcessTimes()
    guard try call.shell.showingErrors({ value = try interpreter.execute(code, in: module) }) else { return .none }
    let spent = ProcessTimes() - start
    let times = [spent.user, spent.system, spent.user + spent.system].map { timeText($0) }
    interpreter.write(
      "CPU times: user \(times[0]), sys: \(times[1]), total: \(times[2])\nWall time: \(timeText(spent.wall))\n")
    return value.isUndefined ? .none : value
  }

  private static func timeit(_ call: MagicCall) throws -> Value {
    let options = try MagicOptions(call.line, allowed: "n:r:tcp:qo")
    if options.rest.isEmpty, call.cell == nil { return .none }
    var count = try options.int("n", default: 0)
    let repeats = try options.int("r", default: 7)
    let precision = try options.int("p", default: 3)
    let loop = try TimedLoop(setup: call.cell == nil ? nil : options.rest, call.cell ?? options.rest, call)
    if count == 0 {
      // So many that they take at least 0.2 s.
      for exponent in 0..<10 {
        count = (0..<exponent).reduce(1) { product, _ in product * 10 }
        if try loop.seconds(count) >= 0.2 { break }
      }
    }
    var runs: [Double] = []
    for _ in 0..<repeats {
      try call.interpreter.poll()
      runs.append(try loop.seconds(count))
    }
    guard let fastest = runs.min(), let slowest = runs.max() else {
      throw Raised.valueError("min() arg is an empty sequence")
    }
    let result = TimeitResult(loops: count, runs: runs, compileTime: loop.compileTime, precision: precision)
    if !options.has("q") {
      let (best, worst) = (fastest / Double(count), slowest / Double(count))
      if worst > 4 * best, best > 0, worst > 1e-6 {
        let ratio = FloatFormat.text(worst / best, type: UInt8(ascii: "f"), digits: 2)
        call.interpreter.write(
          "The slowest run took \(ratio) times longer than the fastest. This could mean that an intermediate result "
            + "is being cached.\n")
      }
      call.interpreter.write(result.text + "\n")
    }
    return options.has("o") ? .object(result) : .none
  }

  /// `1.23 µs`, `2min 3s`: a span of seconds for people.
  static func timeText(_ seconds: Double, precision: Int = 3) -> String {
    if seconds >= 60 {
      var left = seconds
      var parts: [String] = []
      for (unit, length) in [("d", 86400.0), ("h", 3600), ("min", 60), ("s", 1)] {
        let count = Int(left / length)
        if count > 0 {
          left = left.truncatingRemainder(dividingBy: length)
          parts.append("\(count)\(unit)")
        }
        if left < 1 { break }
      }
      return parts.joined(separator: " ")
    }
    let units = ["s", "ms", "\u{B5}s", "ns"]
    let scales = [1, 1e3, 1e6, 1e9]
    let order = seconds > 0 ? max(0, min(-Int((log10(seconds) / 3).rounded(.down)), 3)) : 3
    let digits = FloatFormat.text(seconds * scales[order], type: UInt8(ascii: "g"), digits: precision)
    return "\(digits) \(units[order])"
  }
}

/// What the process has used so far, in seconds.
private struct ProcessTimes {
  var user: Double
  var system: Double
  var wall: Double

  init() {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    user = Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
    system = Double(usage.ru_stime.tv_sec) + Double(usage.ru_stime.tv_usec) / 1e6
    wall = Double(TimeModule.nanoseconds(CLOCK_MONOTONIC)) / 1e9
  }

  static func - (end: ProcessTimes, start: ProcessTimes) -> ProcessTimes {
    var difference = end
    difference.user -= start.user
    difference.system -= start.system
    difference.wall -= start.wall
    return difference
  }
}

extension Module {
  /// Whether there is nothing but one expression.
  fileprivate var isOneExpression: Bool {
    if body.count == 1, case .expression = body[0].kind { return true }
    return false
  }
}
