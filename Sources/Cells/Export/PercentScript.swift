/// A notebook as a Python script in the percent format, which Jupytext, VS Code and Spyder read as cells:
/// `# %%` opens a cell, `# %% [markdown]` prose in comments. Outputs are not kept.
package struct PercentScript: Sendable {
  package private(set) var text: String

  package init(_ notebook: ExportedNotebook) {
    text = Self.header(of: notebook)
    for part in notebook.parts {
      switch part {
      case .prose(let markdown): add("# %% [markdown]", Self.commented(markdown))
      case .raw(let raw): add("# %% [raw]", Self.commented(raw))
      case .cell(let cell): add(Self.openingLine(of: cell), CommandComments.commented(cell.code))
      }
    }
  }

  /// Parts are set off by a blank line.
  private mutating func add(_ openingLine: String, _ body: String) {
    if !text.isEmpty { text += "\n" }
    text += openingLine + "\n"
    if !body.isEmpty { text += body.withoutFinalNewline + "\n" }
  }

  private static func header(of notebook: ExportedNotebook) -> String {
    var lines: [String] = []
    if let title = notebook.title { lines.append("title: \(quoted(title))") }
    if let style = notebook.printStyle { lines.append("print-style: \(style)") }
    lines += ["jupyter:", "  jupytext:", "    text_representation:", "      extension: .py"]
    lines.append("      format_name: percent")
    return commented((["---"] + lines + ["---"]).joined(separator: "\n")) + "\n"
  }

  /// `# %% cell="conv-step" points="10"`
  private static func openingLine(of cell: ExportedCell) -> String {
    let settings = (cell.id.map { [ExportedCell.Setting("cell", $0)] } ?? []) + cell.settings
    return (["# %%"] + settings.map { "\($0.key)=\(quoted($0.value))" }).joined(separator: " ")
  }

  /// As in JSON, which is YAML, too.
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\"", "\\": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "\"\(escaped)\""
  }

  static func commented(_ text: String) -> String {
    text.withoutFinalNewline.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "#" : "# " + $0 }.joined(separator: "\n")
  }
}
