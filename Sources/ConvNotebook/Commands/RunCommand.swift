import ArgumentParser
import Cells

/// `cnb run`
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a notebook or a script and print what it prints.",
    discussion: """
      Exit codes: 0, or 1 after an error that nothing catches (its traceback goes to standard error), 3 after a limit, \
      130 after an interruption.
      """)

  @ArgumentParser.Argument(
    help: "A .cnb or .ipynb notebook or a .py script; - reads a script from standard input.",
    completion: .file(extensions: ["cnb", "ipynb", "py"]))
  var file: String

  @Option(help: ArgumentHelp("Stop after this cell.", valueName: "id"), completion: .cellIDs)
  var to: String?

  @Flag(help: "Go on after cells that end in an error.")
  var allowErrors = false

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "Write the notebook with its new outputs; .ipynb, .html and .md hold the figures as pictures.", valueName: "out"),
    completion: .file(extensions: ["cnb", "ipynb", "html", "md"]))
  var output: String?

  @Option(help: printStyleHelp)
  var printStyle: PrintStyleChoice?

  @Option(
    help: ArgumentHelp("How long a cell may run: 500ms, 30s, 5m, 1h.", valueName: "time"), completion: .durations)
  var timeout: TimeLimit?

  @Option(help: graphicsHelp)
  var graphics: GraphicsForm?

  private var isScript: Bool { file == "-" || file.hasSuffix(".py") }

  func validate() throws {
    guard isScript else { return }
    if to != nil { throw ValidationError("--to names a cell of a notebook; a script has none") }
    if output != nil { throw ValidationError("--output writes a notebook; a script has no outputs to write") }
  }

  func run() throws {
    handleInterruptions()
    let status = onLargeStack { stackBytes in
      var options = sessionOptions(for: file, stackBytes: stackBytes)
      options.timeLimit = timeout?.duration
      options.outputFiles = FolderFiles(folder: file == "-" ? "." : folder(of: file))
      options.keepsPictures =
        FigureScreen.wantsPictures(graphics) || output.map { !$0.lowercased().hasSuffix(".cnb") } ?? false
      do throws(CommandFailure) {
        if isScript {
          return try ScriptRun(file: file, options: options, printStyle: printStyle, graphics: graphics).run()
        }
        let run = NotebookRun(
          file: file, lastCell: to, allowsErrors: allowErrors, output: output, options: options, printStyle: printStyle,
          graphics: graphics)
        return try run.run()
      } catch {
        return error.report()
      }
    }
    throw ExitCode(status)
  }
}
