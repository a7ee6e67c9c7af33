import ArgumentParser
import Cells

/// What the declarations of the commands say of themselves: what `--help`, the manual and completions are made of.
struct CommandHelp {
  let name: String
  let abstract: String
  let discussion: String?
  let arguments: [Argument]
  let subcommands: [CommandHelp]
  /// The subcommand that runs where none is named.
  let defaultSubcommand: String?

  struct Argument {
    enum Kind: String {
      case positional, option, flag
    }

    let kind: Kind
    /// As they are typed, `--timeout` and `-h`.
    let names: [String]
    let valueName: String
    let abstract: String
    let isOptional: Bool
    let isRepeating: Bool
    let defaultValue: String?
  }

  /// `nil` where the parser's own account of the commands cannot be read.
  init?(of command: any ParsableCommand.Type) {
    guard let dump = try? JSONValue(reading: Array(command._dumpHelp().utf8)), let root = dump["command"] else {
      return nil
    }
    self.init(root)
  }

  private init(_ command: JSONValue) {
    name = command["commandName"]?.string ?? ""
    abstract = command["abstract"]?.string ?? ""
    discussion = command["discussion"]?.string
    defaultSubcommand = command["defaultSubcommand"]?.string
    arguments = (command["arguments"]?.items ?? []).compactMap { Argument($0) }
    subcommands = (command["subcommands"]?.items ?? []).filter(\.isDisplayed).map { CommandHelp($0) }
  }
}

extension CommandHelp.Argument {
  fileprivate init?(_ argument: JSONValue) {
    guard argument.isDisplayed, let kind = argument["kind"]?.string.flatMap(Kind.init) else { return nil }
    self.kind = kind
    names = (argument["names"]?.items ?? []).map { name in
      (name["kind"]?.string == "long" ? "--" : "-") + (name["name"]?.string ?? "")
    }
    valueName = argument["valueName"]?.string ?? "value"
    abstract = argument["abstract"]?.string ?? ""
    isOptional = argument["isOptional"]?.isTrue ?? false
    isRepeating = argument["isRepeating"]?.isTrue ?? false
    defaultValue = argument["defaultValue"]?.string
  }

  /// `--help` and `--version`, which every command has.
  var isCommon: Bool { names.contains("--help") || names.contains("--version") }
}

extension JSONValue {
  fileprivate var isTrue: Bool { if case .bool(true) = content { true } else { false } }
  fileprivate var isDisplayed: Bool { self["shouldDisplay"].map(\.isTrue) ?? true }
}
