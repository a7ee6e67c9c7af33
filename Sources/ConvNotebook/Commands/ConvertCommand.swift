import ArgumentParser
import Cells

/// `cnb convert`
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a notebook in another format.",
    discussion: """
      The end of OUT's name says which: \(ConversionTarget.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")). \
      .ipynb and .cnb turn into each other without loss. .md gets its pictures in a folder beside it, .html holds \
      them, .py (cells behind # %%) has no outputs.
      """)

  @ArgumentParser.Argument(
    help: ArgumentHelp("A .cnb or .ipynb notebook, or a .py script in the percent format.", valueName: "in"),
    completion: .file(extensions: ["cnb", "ipynb", "py"]))
  var input: String

  @ArgumentParser.Argument(
    help: ArgumentHelp("Where to write; - for standard output, with --to.", valueName: "out"), completion: .file())
  var output: String

  @Option(help: ArgumentHelp("The format, whatever OUT's name ends in.", valueName: "format"))
  var to: ConversionTarget?

  private func target() throws -> ConversionTarget {
    if let target = to ?? ConversionTarget(fileName: output) { return target }
    let formats = ConversionTarget.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("--to says the format where the name of OUT does not: \(formats)")
  }

  func validate() throws { _ = try target() }

  func run() throws {
    let target = try target()
    let status = onLargeStack { _ in
      do throws(CommandFailure) {
        let run = ConvertRun(input: input, output: output, target: target)
        try run.run()
        return 0
      } catch {
        return error.report()
      }
    }
    throw ExitCode(status)
  }
}

extension ConversionTarget: ExpressibleByArgument {}
