import ArgumentParser
import Cells

/// `cnb grade`
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Grade submissions with a key.",
    discussion: """
      Each submission runs in a process of its own, without files and network. Prints a line for each; --out writes \
      reports: grades.csv, grades.json, junit.xml, index.html, a page for each student and what Gradescope reads. \
      Exit codes: 0 all are graded, whatever the points; 1 a file is missing or the key does not work; 130 interrupted. \
      docs/grading.md tells more.
      """)

  @ArgumentParser.Argument(
    help: ArgumentHelp(".cnb, .ipynb and .py files, or folders of them.", valueName: "submission"),
    completion: .file(extensions: ["cnb", "ipynb", "py"]))
  var submissions: [String]

  @Option(
    help: ArgumentHelp("The key that cnb assign wrote.", valueName: "file"), completion: .file(extensions: ["key"]))
  var key: String

  @Option(help: ArgumentHelp("Submissions to grade at the same time.", valueName: "count"))
  var jobs = 1

  @Option(help: ArgumentHelp("Where to write the results and reports.", valueName: "folder"), completion: .directory)
  var out: String?

  @Option(help: ArgumentHelp("What fresh arguments are drawn from; otherwise a new one each run.", valueName: "number"))
  var seed: UInt32?

  @Option(help: ArgumentHelp("How long a cell or a call may take: 500ms, 10s, 1m.", valueName: "time"))
  var time: TimeLimit?

  @Option(help: ArgumentHelp("How much memory a submission may take: 256M, 1G.", valueName: "size"))
  var memory: MemorySize?

  @Option(
    help: ArgumentHelp(
      "How many operations a cell or a call may take; unlike its time the same on every machine.", valueName: "count"))
  var operations: Int?

  @Option(help: ArgumentHelp("How much a submission may print: 64K, 1M.", valueName: "size"))
  var output: MemorySize?

  @Flag(help: "Go on with a run that was cut off: what its results.jsonl holds is not graded again.")
  var resume = false

  @Option(help: ArgumentHelp("Grade only the I-th of N parts of the submissions: 1/4.", valueName: "i/n"))
  var shard: Shard?

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs is a number from 1 on") }
    if let memory, memory.bytes < 1 << 20 { throw ValidationError("--memory is at least 1M") }
    if let operations, operations < 1000 { throw ValidationError("--operations is a number from 1000 on") }
    if resume, out == nil { throw ValidationError("--resume goes on in the folder that --out names") }
  }

  func run() throws {
    handleInterruptions()
    var limits = SubmissionLimits()
    if let time { limits.time = time.duration }
    if let memory { limits.memory = memory.bytes }
    if let operations { limits.operations = operations }
    if let output { limits.output = output.bytes }
    let run = GradeRun(
      keyFile: key, submissions: submissions, jobs: jobs, out: out, seed: seed, limits: limits, resumes: resume,
      shard: shard)
    var status: Int32
    do throws(CommandFailure) {
      status = try run.run()
    } catch {
      status = error.report()
    }
    StandardStreams.flush()
    throw ExitCode(status)
  }
}

/// A number of bytes as people write it: `512K`, `256M`, `1G`; a bare number counts bytes.
struct MemorySize: ExpressibleByArgument {
  let bytes: Int

  init?(argument: String) {
    let units: [(suffix: String, bytes: Double)] = [("K", 0x1p10), ("M", 0x1p20), ("G", 0x1p30), ("", 1)]
    guard let unit = units.first(where: { argument.hasSuffix($0.suffix) }),
      let number = Double(argument.dropLast(unit.suffix.utf8.count)), number * unit.bytes >= 1,
      number * unit.bytes < 1e15
    else { return nil }
    bytes = Int(number * unit.bytes)
  }
}

/// The I-th of N parts: `1/4` to `4/4`.
struct Shard: ExpressibleByArgument {
  let index: Int
  let count: Int

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1, (1...count).contains(index) else {
      return nil
    }
    self.index = index
    self.count = count
  }
}
