/// What `%timeit -o` gives.
package final class TimeitResult: Object, @unchecked Sendable {
  private let loops: Int
  /// The seconds of each run.
  private let runs: [Double]
  private let compileTime: Double
  private let precision: Int

  init(loops: Int, runs: [Double], compileTime: Double, precision: Int) {
    self.loops = loops
    self.runs = runs
    self.compileTime = compileTime
    self.precision = precision
    super.init(.host)
  }

  package override var type: TypeObject { TimeitResult.type }

  private var timings: [Double] { runs.map { $0 / Double(loops) } }
  private var average: Double { timings.reduce(0, +) / Double(runs.count) }

  private var deviation: Double {
    let mean = average
    return (timings.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(runs.count)).squareRoot()
  }

  /// `1.23 µs ± 45.6 ns per loop (mean ± std. dev. of 7 runs, 1,000,000 loops each)`
  var text: String {
    let mean = Magics.timeText(average, precision: precision)
    let spread = Magics.timeText(deviation, precision: precision)
    return
      "\(mean) ± \(spread) per loop (mean ± std. dev. of \(runs.count) run\(runs.count == 1 ? "" : "s"), "
      + "\(grouped(loops)) loop\(loops == 1 ? "" : "s") each)"
  }

  private func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return String(digits)
  }

  private static let type: TypeObject = TypeObject(
    "TimeitResult", module: "IPython.core.magics.execution",
    attributes: table([
      property("loops") { value, _ in part(value) { .int($0.loops) } },
      property("repeat") { value, _ in part(value) { .int($0.runs.count) } },
      property("best") { value, _ in part(value) { .float($0.timings.min() ?? 0) } },
      property("worst") { value, _ in part(value) { .float($0.timings.max() ?? 0) } },
      property("average") { value, _ in part(value) { .float($0.average) } },
      property("stdev") { value, _ in part(value) { .float($0.deviation) } },
      property("compile_time") { value, _ in part(value) { .float($0.compileTime) } },
      property("all_runs") { value, _ in part(value) { Value(list: $0.runs.map { .float($0) }) } },
      property("timings") { value, _ in part(value) { Value(list: $0.timings.map { .float($0) }) } },
      method("__str__", "/") { a in Value(try a.host(TimeitResult.self).text) },
    ]))

  private static func part(_ value: Value, _ part: (TimeitResult) -> Value) -> Value {
    (value.object as? TimeitResult).map(part) ?? .none
  }
}

extension TimeitResult: PrettyPrinted {
  func prettyText(_ interpreter: Interpreter) -> String { "<TimeitResult : \(text)>" }
}
