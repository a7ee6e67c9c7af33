extension Notebook {
  /// Reads a script in the percent format (`PercentScript`) as a notebook without outputs.
  package init(percentScript bytes: [UInt8]) throws(NotebookError) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(line: 1) }
    var reader = PercentReader()
    for line in text.withUnixLineEnds.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      reader.add(String(Substring(line)))
    }
    reader.endCell()
    let jupyter = try JupyterNotebook(JSONLayout.jupyter.bytes(of: reader.notebook) + [0x0A])
    try self.init(NotebookText(jupyter).bytes(residue: nil))
    writeMissingIDs()
  }
}

/// Takes a script apart line by line. The cells are Jupyter's: from those a `.cnb` file is made as always.
private struct PercentReader {
  private enum Kind: String { case code, markdown, raw }

  private var cells: [JSONValue] = []
  private var kind = Kind.code
  private var info: InfoString?
  private var lines: [String] = []
  /// `nil` behind the header, or where there is none.
  private var header: [String]? = []
  private var settings: [String] = []

  mutating func add(_ line: String) {
    if let header {
      if header.isEmpty ? line == "# ---" : line.hasPrefix("#") {
        self.header = header + [line]
        if line == "# ---", !header.isEmpty { endHeader() }
        return
      }
      self.header = nil
    }
    guard line == "# %%" || line.hasPrefix("# %% ") else { return lines.append(line) }
    endCell()
    open(line.dropFirst(4))
  }

  /// Keeps the settings that a notebook has.
  private mutating func endHeader() {
    let known = ["title:", "print-style:", "compare:", "rtol:", "atol:"]
    settings = (header ?? []).map { String($0.dropFirst(2)) }.filter { line in known.contains { line.hasPrefix($0) } }
    header = nil
  }

  /// `[markdown]`, or the settings of a cell of code.
  private mutating func open(_ words: Substring) {
    kind = .code
    info = nil
    if words.contains("[markdown]") || words.contains("[md]") {
      kind = .markdown
    } else if words.contains("[raw]") {
      kind = .raw
    } else if let written = try? InfoString("python \(words)") {
      var kept = InfoString(language: "python")
      for word in written.words.reversed() { if let value = word.value { kept.set(word.key, to: value) } }
      if !kept.words.isEmpty { info = kept }
    }
  }

  mutating func endCell() {
    let isFirst = cells.isEmpty
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    if isFirst, info == nil, kind == .code, lines.allSatisfy(\.isEmpty) { lines = [] }
    defer { lines = [] }
    let isMarked = kind != .code || info != nil
    guard !lines.isEmpty || isMarked else { return }
    let text = lines.joined(separator: "\n")
    var metadata: [(String, JSONValue)] = []
    if let info { metadata.append(("cnb", .object([("info", .string(info.text))]))) }
    var members: [(String, JSONValue)] = [("cell_type", .string(kind.rawValue))]
    if kind == .code { members.append(("execution_count", .null)) }
    members.append(("metadata", .object(metadata)))
    if kind == .code { members.append(("outputs", .array([]))) }
    let source = kind == .code ? CommandComments.uncommented(text) : Self.uncommented(lines)
    members.append(("source", JupyterText.lines.value(of: source)))
    cells.append(.object(members))
  }

  private static func uncommented(_ lines: [String]) -> String {
    lines.map { line in String(line.dropFirst(line.hasPrefix("# ") ? 2 : line.hasPrefix("#") ? 1 : 0)) }
      .joined(separator: "\n")
  }

  var notebook: JSONValue {
    var root = Residue.usual.notebook
    root.set("cells", to: .array(cells))
    if !settings.isEmpty, var metadata = root["metadata"] {
      let frontMatter = (["---", "cnb: 1"] + settings + ["---", ""]).joined(separator: "\n")
      metadata.set("cnb", to: .object([("front_matter", .string(frontMatter))]))
      root.set("metadata", to: metadata)
    }
    return root
  }
}
