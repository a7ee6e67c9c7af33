import ArgumentParser
import Cells
import Prose

/// `cnb show FILE`
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a notebook as text: prose, cells and recorded outputs.",
    discussion: """
      Nothing is run. Formulas are written so that they can be read aloud. Pictures that an .ipynb holds are named, and \
      shown as well where the terminal can; a .cnb holds none. A line that is wider \
      than the terminal goes on behind a mark.

      Exit codes: 0, 1 where there is no such cell, 4 where the file cannot be read.
      """)

  @ArgumentParser.Argument(
    help: ArgumentHelp("A .cnb or .ipynb notebook.", valueName: "file"),
    completion: .file(extensions: ["cnb", "ipynb"]))
  var file: String

  @Option(help: ArgumentHelp("Only this cell: its id, or its number among the cells of code.", valueName: "id"))
  var cell: String?

  @Option(help: ArgumentHelp("The columns of a line; otherwise the terminal's, or 80.", valueName: "columns"))
  var width: Int?

  @Flag(help: "No colours; signs stand for what they would say.")
  var plain = false

  @Flag(help: "Page by page, where standard output is a terminal.")
  var page = false

  @Option(help: graphicsHelp)
  var graphics: GraphicsForm?

  func validate() throws {
    if let width, width < ViewOptions.fewestColumns {
      throw ValidationError("--width is a number from \(ViewOptions.fewestColumns) on")
    }
  }

  func run() throws {
    let run = ShowRun(file: file, cell: cell, width: width, isPlain: plain, pages: page, graphics: graphics)
    let status = onLargeStack { _ in
      do throws(CommandFailure) {
        return try run.run()
      } catch {
        return error.report()
      }
    }
    StandardStreams.flush()
    throw ExitCode(status)
  }
}
