import ArgumentParser
import Cells

/// `cnb merge`
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the results of several cnb grade runs together.",
    discussion: "For runs with --shard on several machines. Writes the same reports as one run over everything would.")

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
      var lines: [ResultLine] = []
      for path in results {
        let file = isFolder(path) ? "\(path)/\(ResultsFile.name)" : path
        lines += try ResultsFile.lines(of: file, key: digest).lines
      }
      let report = GradeReport(key, lines)
      try GradeFiles(folder: out).write(report)
      StandardStreams.write("\(report.submissions.count) submissions from \(results.count) results\n")
    } catch {
      status = error.report()
    }
    StandardStreams.flush()
    throw ExitCode(status)
  }
}
