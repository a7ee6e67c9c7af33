import ArgumentParser

/// `cnb completions`
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print a script that completes cnb's commands, options and files in a shell.",
    discussion: "scripts/install.sh puts the scripts where the shells look for them.")

  @ArgumentParser.Argument(help: "bash, zsh or fish.")
  var shell: ShellCompletions.Shell

  func run() {
    let script = CommandLineTool.completionScript(for: shell.parserShell)
    let help = CommandHelp(of: CommandLineTool.self)
    let text = help.map { ShellCompletions.script(script, for: shell, $0) } ?? script
    StandardStreams.write(text.endingInNewline)
    StandardStreams.flush()
  }
}

extension ShellCompletions.Shell: ExpressibleByArgument {
  fileprivate var parserShell: CompletionShell {
    switch self {
    case .bash: .bash
    case .zsh: .zsh
    case .fish: .fish
    }
  }
}
