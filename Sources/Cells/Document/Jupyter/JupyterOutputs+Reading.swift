/// Outputs as Jupyter notebooks hold them.
enum JupyterOutputs {
  /// What a `.cnb` notebook holds of a cell's outputs: pieces of standard output with nothing but standard error between
  /// them are one output, as when they are recorded; standard error and unknown kinds of output are left out.
  static func read(_ outputs: [JSONValue], in cell: JupyterMembers) throws(NotebookError) -> [RecordedOutput] {
    let line = cell.lines.line(at: cell.value.range.lowerBound)
    var records: [RecordedOutput] = []
    for (index, output) in outputs.enumerated() {
      guard output.members != nil else { throw cell.problem("outputs[\(index)]", "an object", output) }
      let members = JupyterMembers(output, cell: cell.cell, path: "outputs[\(index)].", lines: cell.lines)
      switch try members.string("output_type") {
      case "stream":
        let text = try members.text("text")
        guard try members.string("name") == "stdout", !text.isEmpty else { continue }
        if let last = records.last, last.kind == .output {
          records[records.count - 1] = RecordedOutput(.output, last.text + text, line: line)
        } else {
          records.append(RecordedOutput(.output, text, line: line))
        }
      case "execute_result":
        if let (kind, text) = try display(members, textKind: .value) {
          records.append(RecordedOutput(kind, text, line: line))
        }
      case "display_data":
        if let (kind, text) = try display(members, textKind: .display) {
          records.append(RecordedOutput(kind, text, line: line))
        }
      case "error":
        records.append(RecordedOutput(.error, try traceback(members), line: line))
      default: break
      }
    }
    return records
  }

  /// A text, or a picture with its text below it. A result counts as a picture only where it has no text.
  private static func display(
    _ members: JupyterMembers, textKind: RecordedOutput.Kind
  ) throws(NotebookError) -> (RecordedOutput.Kind, String)? {
    if let figure = members.value["metadata"]?["cnb"]?["figure"]?.string,
      RecordedOutput(.figure, figure).figure != nil
    {
      return (.figure, figure)
    }
    guard let data = try members.object("data") else { return nil }
    let text = data.value["text/plain"] == nil ? nil : try data.text("text/plain")
    if let text, textKind == .value { return (.value, text) }
    if let picture = data.value.members?.first(where: { Picture.isType($0.key.text) }) {
      let picture = Picture(mimeType: picture.key.text, text: try data.text(picture.key.text))
      let lines = text?.utf8.split(separator: 0x0A).map { "\n  " + String(Substring($0)) } ?? []
      return (.figure, "\(picture.width)x\(picture.height) \(picture.digest)" + lines.joined())
    }
    // Pictures are taken out of some notebooks.
    if let text, text.hasPrefix("<Figure size ") || text.hasPrefix("<matplotlib.figure.Figure ") {
      return (.figure, "0x0 removed:\n  " + text)
    }
    return text.map { (textKind, $0) }
  }

  /// Without colours. Its last line is the class and the message, which some tools leave out.
  private static func traceback(_ members: JupyterMembers) throws(NotebookError) -> String {
    let summary = RaisedError(try members.string("ename"), try members.string("evalue")).summary
    var lines: [String] = []
    for item in try members.items("traceback") {
      guard let line = item.string else { throw members.problem("traceback", "an array of strings", item) }
      lines.append(line)
    }
    let text = lines.joined(separator: "\n").withoutColours.withoutFinalNewline
    let name = summary.prefix { $0 != ":" }
    if text.hasSuffix(summary) || RaisedError.summary(ofTraceback: text).hasPrefix(name) { return text }
    return text.isEmpty ? summary : "\(text)\n\(summary)"
  }
}
