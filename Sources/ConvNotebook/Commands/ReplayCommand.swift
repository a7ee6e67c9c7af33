import ArgumentParser
import Cells

/// `cnb replay`
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Run notebooks afresh and compare their outputs with the recorded ones.",
    discussion: """
      Exit codes: 0 all outputs match, 1 some differ, 2 a cell failed, 3 a limit was reached, 4 a file cannot be read, \
      130 interrupted. Of several the highest counts.
      """)

  @ArgumentParser.Argument(
    help: ArgumentHelp(".cnb and .ipynb notebooks.", valueName: "file"),
    completion: .file(extensions: ["cnb", "ipynb"]))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "exact, printed, close, regex, shape or ignore, where a cell does not say how.", valueName: "mode"),
    completion: .comparisons)
  var compare: String?

  @Option(help: ArgumentHelp("Relative tolerance of close.", valueName: "number"))
  var rtol: String?

  @Option(help: ArgumentHelp("Absolute tolerance of close.", valueName: "number"))
  var atol: String?

  @Flag(help: "Record the new outputs of cells that differ or have none recorded.")
  var update = false

  @Option(help: ArgumentHelp("Notebooks to run at the same time.", valueName: "count"))
  var jobs = 1

  @Option(
    help: ArgumentHelp("How long a cell may run: 500ms, 30s, 5m, 1h.", valueName: "time"), completion: .durations)
  var timeout: TimeLimit?

  @Option(help: printStyleHelp)
  var printStyle: PrintStyleChoice?

  @Option(
    help: ArgumentHelp("Write a JUnit report; - for standard output.", valueName: "file"),
    completion: .file(extensions: ["xml"]))
  var junit: String?

  @Option(
    help: ArgumentHelp("Write a JSON report; - for standard output.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var json: String?

  func validate() throws {
    _ = try settings()
    if jobs < 1 { throw ValidationError("--jobs is a number from 1 on") }
    if junit == "-", json == "-" { throw ValidationError("only one of --junit and --json can go to standard output") }
  }

  private func settings() throws -> ComparisonSettings {
    var settings = ComparisonSettings()
    for (key, value) in [("compare", compare), ("rtol", rtol), ("atol", atol)] {
      guard let value else { continue }
      do {
        try settings.set(key, to: value, canExpectError: false)
      } catch {
        throw ValidationError("--\(error.message)")
      }
    }
    return settings
  }

  func run() throws {
    handleInterruptions()
    let run = ReplayRun(
      files: files, settings: try settings(), updates: update, jobs: jobs, timeLimit: timeout?.duration,
      printStyle: printStyle, junit: junit,
      json: json)
    throw ExitCode(run.run())
  }
}
