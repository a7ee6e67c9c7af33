/// A command that is about the prompt itself, so that the session does not know it.
struct PromptCommand: Equatable {
  enum Name: String {
    case history, hist, save, edit, ed, reset
  }

  let name: Name
  /// The command as it was typed.
  let code: String
  let options: [String]
  let arguments: [String]

  /// `nil` for everything that is not such a command.
  init?(_ code: String) {
    guard code.hasPrefix("%"), !code.utf8.contains(0x0A) else { return nil }
    let words = code.dropFirst().split(separator: " ").map(String.init)
    guard let name = words.first.flatMap(Name.init) else { return nil }
    self.name = name
    self.code = code
    options = words.dropFirst().filter { $0.hasPrefix("-") && $0.count > 1 }
    arguments = words.dropFirst().filter { !$0.hasPrefix("-") || $0.count == 1 }
  }

  func has(_ option: Character) -> Bool { options.contains { $0.dropFirst().contains(option) } }
}
