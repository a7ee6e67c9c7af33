/// Converts a notebook of nbformat 3 to nbformat 4, as `nbformat.convert` does: worksheets become one list of cells,
/// heading cells become Markdown, `input` becomes `source`, `pyout` and `pyerr` become `execute_result` and `error`.
struct JupyterUpgrade {
  static let minor = 5

  private let root: JSONValue
  private let lines: LineNumbers
  private var foreignLanguage: JSONValue?

  init(_ root: JSONValue, _ lines: LineNumbers) {
    self.root = root
    self.lines = lines
  }

  mutating func upgraded() throws(NotebookError) -> JSONValue {
    let notebook = JupyterMembers(root, lines: lines)
    var cells: [JSONValue] = []
    for (index, sheet) in try notebook.items("worksheets").enumerated() {
      guard sheet.members != nil else { throw notebook.problem("worksheets[\(index)]", "an object", sheet) }
      let members = JupyterMembers(sheet, path: "worksheets[\(index)].", lines: lines)
      for cell in try members.items("cells") {
        guard cell.members != nil else { throw members.problem("cells[]", "an object", cell) }
        cells.append(try self.cell(JupyterMembers(cell, cell: "cell \(cells.count + 1)", lines: lines)))
      }
    }
    var value = root
    var metadata = try notebook.object("metadata")?.value ?? .object([])
    for key in ["name", "signature"] { metadata.remove(key) }
    if let foreignLanguage { metadata.set("language_info", to: .object([("name", foreignLanguage)])) }
    value.remove("worksheets")
    for key in ["orig_nbformat", "orig_nbformat_minor"] { value.remove(key) }
    value.set("cells", to: .array(cells))
    value.set("metadata", to: metadata)
    value.set("nbformat", to: .integer(4))
    value.set("nbformat_minor", to: .integer(JupyterUpgrade.minor))
    return value.sortedByKeys
  }

  private mutating func cell(_ members: JupyterMembers) throws(NotebookError) -> JSONValue {
    var cell = members.value
    var metadata = try members.object("metadata")?.value ?? .object([])
    switch try members.string("cell_type") {
    case "code":
      if let language = cell["language"], language.string?.lowercased() != "python" { foreignLanguage = language }
      cell.remove("language")
      if let collapsed = cell["collapsed"] {
        metadata.set("collapsed", to: collapsed)
        cell.remove("collapsed")
      }
      cell.set("source", to: JupyterText.lines.value(of: try members.text("input")))
      cell.remove("input")
      cell.set("execution_count", to: cell["prompt_number"] ?? .null)
      cell.remove("prompt_number")
      var outputs: [JSONValue] = []
      if cell["outputs"] != nil {
        for (index, output) in try members.items("outputs").enumerated() {
          guard output.members != nil else { throw members.problem("outputs[\(index)]", "an object", output) }
          outputs.append(
            try self.output(
              JupyterMembers(output, cell: members.cell, path: "outputs[\(index)].", lines: lines)))
        }
      }
      cell.set("outputs", to: .array(outputs))
    case "heading":
      let level = min(max(cell["level"]?.integer ?? 1, 1), 6)
      let text = try members.text("source").split(whereSeparator: \.isNewline).joined(separator: " ")
      cell.remove("level")
      cell.set("cell_type", to: .string("markdown"))
      cell.set("source", to: JupyterText.lines.value(of: String(repeating: "#", count: level) + " " + text))
    case "html": cell.set("cell_type", to: .string("markdown"))
    default: break
    }
    cell.set("metadata", to: metadata)
    return cell
  }

  private func output(_ members: JupyterMembers) throws(NotebookError) -> JSONValue {
    var output = members.value
    let type = try members.string("output_type")
    switch type {
    case "pyout", "display_data": return try display(members, isResult: type == "pyout")
    case "pyerr":
      output.set("output_type", to: .string("error"))
      output.keepMembers(["output_type", "ename", "evalue", "traceback"])
    case "stream":
      output.set("name", to: output["stream"] ?? .string("stdout"))
      output.keepMembers(["output_type", "name", "text"])
    default: break
    }
    return output
  }

  private static let mimeTypes = [
    "text": "text/plain", "html": "text/html", "svg": "image/svg+xml", "png": "image/png", "jpeg": "image/jpeg",
    "latex": "text/latex", "json": "application/json", "javascript": "application/javascript",
  ]

  /// What an output shows stands beside its other members in nbformat 3, and in `data` in nbformat 4.
  private func display(_ members: JupyterMembers, isResult: Bool) throws(NotebookError) -> JSONValue {
    var output = JSONValue.object([("output_type", .string(isResult ? "execute_result" : "display_data"))])
    var data = JSONValue.object([])
    output.set("metadata", to: try members.object("metadata")?.value ?? .object([]))
    if isResult { output.set("execution_count", to: members.value["prompt_number"] ?? .null) }
    for member in members.value.members ?? [] {
      let key = member.key.text
      if ["output_type", "metadata", "prompt_number"].contains(key) { continue }
      guard key == "json" else {
        data.set(JupyterUpgrade.mimeTypes[key] ?? key, to: member.value)
        continue
      }
      let text = try members.text("json")
      guard let value = try? JSONValue(reading: Array(text.utf8)) else {
        throw members.problem("json", "JSON in a string", member.value)
      }
      data.set("application/json", to: JSONValue(value.content))
    }
    output.set("data", to: data)
    return output
  }
}

extension JSONValue {
  fileprivate mutating func keepMembers(_ keys: Set<String>) {
    content = .object((members ?? []).filter { keys.contains($0.key.text) })
  }

  /// With the members of every object in the order of their keys, as nbformat writes them.
  fileprivate var sortedByKeys: JSONValue {
    var value = self
    switch content {
    case .array(let items): value.content = .array(items.map(\.sortedByKeys))
    case .object(let members):
      value.content = .object(
        members.map { JSONMember($0.key, $0.value.sortedByKeys) }
          .sorted { $0.key.text.utf8.lexicographicallyPrecedes($1.key.text.utf8) })
    case .null, .bool, .number, .string: break
    }
    return value
  }
}
