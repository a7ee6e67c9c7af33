import ArgumentParser

/// `cnb manual`
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page.",
    discussion: "'cnb manual | man -l -' shows it; scripts/install.sh puts it where man looks for it.")

  func run() throws {
    guard let help = CommandHelp(of: CommandLineTool.self) else {
      throw ExitCode(CommandFailure("cannot read what the commands say of themselves").report())
    }
    StandardStreams.write(ManualPage.text(of: help, date: CommandLineTool.date))
    StandardStreams.flush()
  }
}
