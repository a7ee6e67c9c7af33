import ArgumentParser

/// `cnb`
struct CommandLineTool: ParsableCommand {
  /// Of the version, for the manual page.
  static let date = "November 29, 2026"

  static let configuration = CommandConfiguration(
    commandName: "cnb",
    abstract: "Notebooks on convolutional networks, in the terminal.",
    version: "cnb 0.1.0",
    subcommands: [
      InteractiveCommand.self, RunCommand.self, ReplayCommand.self, ShowCommand.self, ConvertCommand.self,
      AssignCommand.self, GradeCommand.self, MergeCommand.self, DataCommand.self, CompletionsCommand.self,
      ManualCommand.self,
      GradeWorkerCommand.self, DataFileWorkerCommand.self,
    ],
    defaultSubcommand: InteractiveCommand.self)
}
