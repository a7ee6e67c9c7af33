import ArgumentParser

/// `cnb`
struct CommandLineTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cnb",
    abstract: "Notebooks on convolutional networks, in the terminal.",
    version: "cnb 0.1.0",
    subcommands: [InteractiveCommand.self, RunCommand.self, ReplayCommand.self, ConvertCommand.self],
    defaultSubcommand: InteractiveCommand.self)
}
