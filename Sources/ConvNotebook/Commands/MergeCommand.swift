import ArgumentParser
import Cells

/// `cnb merge`
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the results of several cnb grade runs together.",
    discussion: """
      For runs with --shard on several machines. Writes the same reports as one run over everything would. Exit codes: 0 \
      all submissions are there; 1 parts are missing or not finished (the reports hold the rest), or do not belong together.
      """)

  @ArgumentParser.Argument(
    help: ArgumentHelp("Folders that cnb grade --out wrote, or their results.jsonl files.", valueName: "results"))
  var results: [String]

  @Option(help: ArgumentHelp("The key that all runs used.", valueName: "file"), completion: .file(extensions: ["key"]))
  var key: String

  @Option(help: ArgumentHelp("Where to write the reports.", valueName: "folder"), completion: .directory)
  var out: String

  func run() throws {
    var status: Int32 = 0
    do throws(CommandFailure) {
      let (key, digest) = try readKey(key)
      let merged = try MergedResults(key, results, digest: digest)
      let report = GradeReport(key, merged.lines)
      try GradeFiles(folder: out).write(report)
      func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
      StandardStreams.writeForeign(
        "\(counted(report.submissions.count, "submission")) from \(counted(results.count, "part"))\n")
      for gap in merged.gaps { status = CommandFailure(gap).report() }
    } catch {
      status = error.report()
    }
    StandardStreams.flush()
    throw ExitCode(status)
  }
}
