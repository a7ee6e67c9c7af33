/// The completion scripts of ArgumentParser, with one thing that it leaves out: where no command is named, the default
/// command's flags and files may follow as well.
enum ShellCompletions {
  enum Shell: String, CaseIterable {
    case bash, zsh, fish
  }

  /// - Parameter script: ArgumentParser's.
  static func script(_ script: String, for shell: Shell, _ help: CommandHelp) -> String {
    guard let command = help.subcommands.first(where: { $0.name == help.defaultSubcommand }) else { return script }
    switch shell {
    case .bash: return bash(script, help, command)
    case .zsh: return zsh(script, help, command)
    case .fish: return fish(script, help, command)
    }
  }

  private static func bash(_ script: String, _ help: CommandHelp, _ command: CommandHelp) -> String {
    let root = "\n_\(help.name)() {"
    let own = section(of: script, from: "_\(help.name)_\(command.name)() {\n", to: "\n}\n")
    func names(_ kind: CommandHelp.Argument.Kind) -> String {
      command.arguments.filter { $0.kind == kind && !$0.isCommon }.flatMap(\.names).map { $0 + " " }.joined()
    }
    // A line "__cnb_add_completions -o plusdirs -fX ..." behind "1)", the first place.
    let files = section(of: String(own), from: "    1)\n", to: "        return")
    return
      script
      .replacingFirst("non_repeating_flags=(", after: root, with: "non_repeating_flags=(" + names(.flag))
      .replacingFirst("non_repeating_options=(", after: root, with: "non_repeating_options=(" + names(.option))
      .replacingFirst(
        "        # Offer subcommand completions\n", after: root,
        with: "        # Offer subcommand completions\n" + files)
  }

  private static func zsh(_ script: String, _ help: CommandHelp, _ command: CommandHelp) -> String {
    let own = section(of: script, from: "_\(help.name)_\(command.name)() {\n", to: "\n}\n")
      .split(separator: "\n").map(String.init)
    let flags = own.filter { line in
      command.arguments.contains {
        !$0.isCommon && $0.kind != .positional && $0.names.contains { line.contains("'\($0)[") }
      }
    }
    // ':file:_files -g '\''*.cnb *.ipynb'\'''
    let files = own.first { $0.contains(":_files") }.map { line in
      line[(line.range(of: ":_files")?.lowerBound ?? line.startIndex)...].dropFirst().dropLast()
        .replacingOccurrences(of: "'\\''", with: "'")
    }
    return
      script
      .replacingFirst("arg_specs=(\n", with: "arg_specs=(\n" + flags.map { $0 + "\n" }.joined())
      .replacingFirst(
        "_describe -V subcommand subcommands && ret=0\n",
        with: "_describe -V subcommand subcommands && ret=0\n" + (files.map { "        \($0) && ret=0\n" } ?? ""))
  }

  private static func fish(_ script: String, _ help: CommandHelp, _ command: CommandHelp) -> String {
    let path = "\"\(help.name) \(command.name)\""
    let own = script.split(separator: "\n").filter { line in
      line.hasPrefix("complete ") && line.contains(path) && !line.contains("-l 'help'")
        && !line.contains("-l 'version'")
    }
    let forAll = own.map { $0.replacingOccurrences(of: path, with: "\"\(help.name)\"") + "\n" }
    return script.endingInNewline + forAll.joined()
  }

  private static func section(of text: String, from start: String, to end: String) -> Substring {
    guard let first = text.range(of: start) else { return "" }
    let rest = text[first.upperBound...]
    return rest[..<(rest.range(of: end)?.lowerBound ?? rest.endIndex)]
  }
}

extension StringProtocol {
  /// Where the text stands first.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }

  /// - Parameter start: replaces only behind this text.
  fileprivate func replacingFirst(_ text: String, after start: String = "", with replacement: String) -> String {
    guard let first = range(of: start), let range = self[first.upperBound...].range(of: text) else {
      return String(self)
    }
    return self[..<range.lowerBound] + replacement + self[range.upperBound...]
  }

  fileprivate func replacingOccurrences(of text: String, with replacement: String) -> String {
    var (result, rest) = ("", self[startIndex...])
    while let range = rest.range(of: text) {
      result += rest[..<range.lowerBound] + replacement
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
