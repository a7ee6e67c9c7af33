import ArgumentParser
import Cells

/// `cnb assign`
struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Make a student's notebook and a key from an instructor's notebook.",
    discussion: """
      Solutions stand between '### BEGIN SOLUTION' and '### END SOLUTION', tests that students must not see between \
      '### BEGIN HIDDEN TESTS' and '### END HIDDEN TESTS'; docs/grading.md describes both and the words behind a cell's \
      fence. Both files are written only if the instructor's notebook scores everything and the student's nothing.
      """)

  @ArgumentParser.Argument(
    help: ArgumentHelp("The instructor's .cnb notebook.", valueName: "instructor"),
    completion: .file(extensions: ["cnb"]))
  var instructor: String

  @Option(
    help: ArgumentHelp("Where to write the student's notebook.", valueName: "file"),
    completion: .file(extensions: ["cnb"]))
  var student: String

  @Option(help: ArgumentHelp("Where to write the key.", valueName: "file"), completion: .file(extensions: ["key"]))
  var key: String

  @Option(help: ArgumentHelp("What stands in for a solution; \\n begins a line.", valueName: "text"))
  var stub: String?

  @Option(
    name: .customLong("file"),
    help: ArgumentHelp(
      "A .py file beside the notebook that submissions may import; it has to lie beside the key, too.",
      valueName: "name"), completion: .file(extensions: ["py"]))
  var files: [String] = []

  @Flag(help: "Leave out what the cells of tests have printed, too.")
  var noOutputs = false

  @Option(help: ArgumentHelp("What the proof draws fresh arguments from.", valueName: "number"))
  var seed: UInt32 = 1

  func validate() throws {
    if let name = files.first(where: { !Key.isModuleFile($0) }) {
      throw ValidationError("--file takes the name of a Python file beside the notebook, and not '\(name)'")
    }
    if student == key { throw ValidationError("--student and --key name the same file") }
    if [student, key].contains(instructor) {
      throw ValidationError("the instructor's notebook would be overwritten; give another file name")
    }
  }

  func run() throws {
    handleInterruptions()
    let status = onLargeStack { stackBytes in
      do throws(CommandFailure) {
        var options = Assignment.Options()
        if let stub { options.stub = stub.split(separator: "\\n", omittingEmptySubsequences: false).map(String.init) }
        options.keepsOutputs = !noOutputs
        try AssignRun(
          instructor: instructor, student: student, key: key, options: options, files: files, seed: seed,
          stackBytes: stackBytes
        ).run()
        return 0
      } catch {
        return error.report()
      }
    }
    StandardStreams.flush()
    throw ExitCode(status)
  }
}
