/// `cnb.1`: the manual page in mdoc, made of the commands' declarations and of what they do not say (`ManualSections`).
struct ManualPage {
  private var text = ""

  /// - Parameter date: of the last change, as in `November 29, 2026`.
  static func text(of help: CommandHelp, date: String) -> String {
    var page = ManualPage()
    page.write(help, date)
    return page.text
  }

  private mutating func write(_ help: CommandHelp, _ date: String) {
    let name = help.name
    // ArgumentParser's own, which explains itself.
    let commands = help.subcommands.filter { $0.name != "help" }
    let main = help.subcommands.first { $0.name == help.defaultSubcommand }
    line("Dd", date)
    line("Dt", "\(name.uppercased()) 1")
    line("Os")
    section("NAME")
    line("Nm", name)
    line("Nd", MdocText.line(help.abstract.lowercasedFirst.withoutFullStop))
    section("SYNOPSIS")
    if let main { synopsis(main, isDefault: true) }
    for command in commands where command.name != help.defaultSubcommand { synopsis(command) }
    section("DESCRIPTION")
    paragraphs(ManualSections.description)
    section("COMMANDS")
    for command in commands { describe(command, isDefault: command.name == help.defaultSubcommand) }
    line("Pp")
    prose("Every command has:")
    list(help.arguments)
    for (title, items) in ManualSections.lists {
      section(title)
      line("Bl", "-tag -width Ds")
      for item in items {
        line("It", item.mdoc)
        prose(item.text)
      }
      line("El")
    }
    section("EXAMPLES")
    for example in ManualSections.examples {
      prose(example.text)
      line("Pp")
      line("Dl", MdocText.line(example.command))
      line("Pp")
    }
    text.removeLast(".Pp\n".count)
    section("SEE ALSO")
    line("Xr", "readline 3")
  }

  private mutating func synopsis(_ command: CommandHelp, isDefault: Bool = false) {
    line("Nm")
    if !isDefault { line("Cm", command.name) }
    for argument in command.arguments where !argument.isCommon {
      let value = "Ar \(argument.valueName)\(argument.isRepeating ? " ..." : "")"
      switch argument.kind {
      case .positional: argument.isOptional ? line("Op", value) : line("Ar", String(value.dropFirst(3)))
      case .flag: line("Op", MdocText.flags(argument.names.suffix(1)))
      case .option: line("Op", MdocText.flags(argument.names.suffix(1)) + " " + value)
      }
    }
  }

  private mutating func describe(_ command: CommandHelp, isDefault: Bool) {
    line("Ss", isDefault ? "\(command.name) (or no command)" : command.name)
    prose(command.abstract)
    if let discussion = command.discussion { prose(discussion) }
    list(command.arguments.filter { !$0.isCommon })
  }

  private mutating func list(_ arguments: [CommandHelp.Argument]) {
    if arguments.isEmpty { return }
    line("Bl", "-tag -width Ds")
    for argument in arguments {
      switch argument.kind {
      case .positional: line("It", "Ar \(argument.valueName)\(argument.isRepeating ? " ..." : "")")
      case .flag: line("It", MdocText.flags(argument.names))
      case .option: line("It", MdocText.flags(argument.names) + " Ar \(argument.valueName)")
      }
      prose(argument.abstract)
      if let value = argument.defaultValue { prose("Otherwise \(value).") }
    }
    line("El")
  }

  private mutating func section(_ title: String) { line("Sh", title) }

  private mutating func paragraphs(_ paragraphs: [String]) {
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { line("Pp") }
      prose(paragraph)
    }
  }

  private mutating func prose(_ prose: String) {
    for sentence in MdocText.sentences(prose) { text += sentence + "\n" }
  }

  private mutating func line(_ macro: String, _ arguments: String = "") {
    text += ".\(macro)" + (arguments.isEmpty ? "" : " " + arguments) + "\n"
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
