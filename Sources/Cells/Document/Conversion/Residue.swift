/// What of a Jupyter notebook has no place in a `.cnb` file's prose and blocks: metadata, ids, execution counts,
/// pictures, the layout of the JSON. It stands as JSON in one block at the end of the file.
///
/// It is the notebook itself with `null` in place of what the file says elsewhere: the list of cells, a cell's source,
/// its outputs. A source or outputs that the file's text does not fully determine are kept as they were, and count as
/// long as the text is still what they were written as.
struct Residue {
  struct Cell {
    /// The id of the cell's block; `nil` for a cell that is not code.
    let block: String?
    var value: JSONValue
  }

  var layout: JSONLayout
  var textForm: JupyterText
  /// What stands before and after the JSON in the file.
  var before: String
  var after: String
  /// `cells` is `null`.
  var notebook: JSONValue
  var cells: [Cell]
  /// Where it starts in the file that it was read from; 1-based.
  var line = 1

  static let lastLine = "\n"

  /// Whether two values are written with the same characters, but for blanks.
  func isSpelledAlike(_ first: JSONValue, _ second: JSONValue) -> Bool {
    var line = JSONLayout.line
    line.isASCII = layout.isASCII
    return line.bytes(of: first) == line.bytes(of: second)
  }
}

// MARK: - As text

extension Residue {
  /// A line for each cell.
  var text: String {
    var text: [UInt8] = []
    let line = JSONLayout.line
    func write(_ prefix: String, _ value: JSONValue, _ suffix: String) {
      text += prefix.utf8
      line.write(value, to: &text)
      text += suffix.utf8
    }
    text += "{\n".utf8
    if let layout = layoutValue { write("\"layout\": ", layout, ",\n") }
    write("\"notebook\": ", notebook, ",\n\"cells\": [")
    for (index, cell) in cells.enumerated() {
      let block = cell.block.map { [("block", JSONValue.string($0))] } ?? []
      write(index == 0 ? "\n" : ",\n", .object(block + [("cell", cell.value)]), "")
    }
    text += (cells.isEmpty ? "]\n}\n" : "\n]\n}\n").utf8
    return String(decoding: text, as: UTF8.self)
  }

  /// What differs from nbformat's layout; `nil` if nothing does.
  private var layoutValue: JSONValue? {
    let usual = JSONLayout.jupyter
    var members: [(String, JSONValue)] = []
    if layout.indent != usual.indent { members.append(("indent", layout.indent.map { .string($0) } ?? .null)) }
    if layout.itemSeparator != usual.itemSeparator { members.append(("item", .string(layout.itemSeparator))) }
    if layout.keySeparator != usual.keySeparator { members.append(("key", .string(layout.keySeparator))) }
    if layout.lineEnd != usual.lineEnd { members.append(("line-end", .string(layout.lineEnd))) }
    if layout.isASCII { members.append(("ascii", .bool(true))) }
    if textForm != .lines { members.append(("text", .string(textForm.rawValue))) }
    if !before.isEmpty { members.append(("before", .string(before))) }
    if !after.utf8.elementsEqual(Residue.lastLine.utf8) { members.append(("after", .string(after))) }
    return members.isEmpty ? nil : .object(members)
  }

  /// - Parameter line: of the first line of the text in its file, 1-based.
  init(_ text: [UInt8], line: Int) throws(NotebookError) {
    let value: JSONValue
    do {
      value = try JSONValue(reading: text)
    } catch {
      let error = error.moved(byLines: line - 1)
      throw .badResidue(problem: error.text(calling: "it"), line: error.line)
    }
    func damaged(_ problem: String) -> NotebookError { .badResidue(problem: problem, line: line) }
    guard let notebook = value["notebook"], notebook.members != nil else {
      throw damaged("it has no object 'notebook'")
    }
    guard let cells = value["cells"]?.items else { throw damaged("it has no array 'cells'") }
    self.notebook = notebook
    self.line = line
    self.cells = []
    for cell in cells {
      guard let value = cell["cell"], value.members != nil else {
        throw damaged("one of its cells has no object 'cell'")
      }
      self.cells.append(Cell(block: cell["block"]?.string, value: value))
    }
    layout = .jupyter
    let members = value["layout"]
    if let indent = members?["indent"] { layout.indent = indent.string.flatMap { Residue.blanks($0) } }
    layout.itemSeparator = members?["item"]?.string == ", " ? ", " : ","
    layout.keySeparator = members?["key"]?.string == ":" ? ":" : ": "
    layout.lineEnd = members?["line-end"]?.string == "\r\n" ? "\r\n" : "\n"
    if case .bool(true) = members?["ascii"]?.content { layout.isASCII = true }
    textForm = members?["text"]?.string.flatMap { JupyterText(rawValue: $0) } ?? .lines
    before = members?["before"]?.string.flatMap { Residue.blanks($0) } ?? ""
    after = members?["after"]?.string.flatMap { Residue.blanks($0) } ?? Residue.lastLine
  }

  /// The text if nothing in it would damage JSON that it stands before, in or after.
  private static func blanks(_ text: String) -> String? {
    text.unicodeScalars.allSatisfy { " \t\n\r\u{FEFF}".unicodeScalars.contains($0) } ? text : nil
  }
}
