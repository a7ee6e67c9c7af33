extension Notebook {
  /// A `.cnb` notebook with everything that a Jupyter notebook holds. O(length).
  package init(converting notebook: JupyterNotebook) throws(NotebookError) {
    let jupyter = notebook.isChanged || notebook.major < 4 ? try JupyterNotebook(notebook.source) : notebook
    if let original = try jupyter.unchangedNotebook {
      self = original
      return
    }
    let text = NotebookText(jupyter)
    let plain = try Notebook(text.bytes(residue: nil))
    // Notebooks that were .cnb before need nothing else.
    if try JupyterNotebook(composing: plain).source == jupyter.source {
      self = plain
    } else {
      self = try Notebook(text.bytes(residue: text.residue))
    }
  }
}

extension JupyterNotebook {
  /// The `.cnb` notebook that this one was converted from, if it is still what the conversion gives.
  fileprivate var unchangedNotebook: Notebook? {
    get throws(NotebookError) {
      guard let text = root["metadata"]?["cnb"]?["source"]?.string,
        let original = try? Notebook(Array(text.utf8)),
        let converted = try? JupyterNotebook(converting: original)
      else { return nil }
      return converted.source == source ? original : nil
    }
  }
}

/// Puts the text of a `.cnb` file together from a Jupyter notebook's cells: each piece after a blank line.
struct NotebookText {
  /// What says nothing that is not so for every notebook of Jupyter's.
  static let usualFrontMatter = "---\ncnb: 1\nprint-style: auto\n---\n"

  private let jupyter: JupyterNotebook
  private let frontMatter: String
  private let lineEnd: String
  private var pieces: [String] = []
  private(set) var residue: Residue

  init(_ jupyter: JupyterNotebook) {
    self.jupyter = jupyter
    frontMatter = jupyter.root["metadata"]?["cnb"]?["front_matter"]?.string ?? NotebookText.usualFrontMatter
    lineEnd = frontMatter.utf8.first { $0 == 0x0A || $0 == 0x0D } == 0x0D ? "\r\n" : "\n"
    let items = jupyter.root["cells"]?.items ?? []
    var root = jupyter.root
    root.set("cells", to: .null)
    residue = Residue(
      layout: jupyter.layout, textForm: NotebookText.textForm(of: items, jupyter.layout),
      before: String(decoding: jupyter.bytes[..<jupyter.root.range.lowerBound], as: UTF8.self),
      after: String(decoding: jupyter.bytes[jupyter.root.range.upperBound...], as: UTF8.self), notebook: root, cells: []
    )
    var lastWasProse = false
    for (index, item) in items.enumerated() {
      let cell = jupyter.fileCells[index]
      let prose = cell.kind == .markdown ? CellText.prose(cell.text) : nil
      if lastWasProse, prose != nil { pieces.append(MarkdownLine.cellMark + lineEnd) }
      lastWasProse = prose != nil
      switch cell.kind {
      case .code:
        if let code = jupyter.codeIndices[index] { add(jupyter.cells[code], item) }
      case .markdown, .raw:
        if let prose {
          pieces.append(prose + lineEnd)
        } else {
          addBlock(RecordedOutput(.value, cell.text), language: cell.kind.rawValue, key: nil)
        }
        addToResidue(item, block: nil, text: prose.map { CellText.markdown(ofProse: $0.bytes) } ?? cell.text)
      }
    }
  }

  func bytes(residue: Residue?) -> [UInt8] {
    let frontMatter = frontMatter.utf8.last == 0x0A ? frontMatter : frontMatter + lineEnd
    var pieces = pieces
    if let residue {
      pieces.append(
        block(around: residue.text, InfoString(language: "json").with(flag: Notebook.residueFlag)))
    }
    return Array(pieces.reduce(into: frontMatter) { $0 += lineEnd + $1 }.utf8)
  }

  private mutating func add(_ cell: Cell, _ item: JSONValue) {
    var usual = InfoString(language: "python")
    usual.set("cell", to: cell.id)
    let written = item["metadata"]?["cnb"]?["info"]?.string.flatMap { try? InfoString($0) }
    let isOwn = written.map { $0.language == "python" && ($0["cell"] ?? cell.id) == cell.id } ?? false
    pieces.append(block(around: CellText.codeBody(cell.code), (isOwn ? written : nil) ?? usual))
    for output in cell.recorded { addBlock(output, language: output.kind.rawValue, key: cell.id) }
    addToResidue(item, block: cell.id, text: CellText.code(ofBody: CellText.codeBody(cell.code)), cell.recorded)
  }

  /// - Parameter key: the cell that an output belongs to; `nil` for a block that is a cell itself.
  private mutating func addBlock(_ output: RecordedOutput, language: String, key: String?) {
    let (body, isEscaped, lacksNewline) = output.encoded
    var info = InfoString(language: language)
    if let key { info.set("cell", to: key) } else { info.setFlag(Notebook.cellFlag, true) }
    info.setFlag(RecordedOutput.Flag.escaped, isEscaped)
    info.setFlag(RecordedOutput.Flag.noNewline, lacksNewline)
    pieces.append(block(around: body, info))
  }

  private func block(around body: String, _ info: InfoString) -> String {
    let fencing = Notebook.Fencing(fence: Notebook.Fencing.fence(around: body, atLeast: "```"), indent: 0, info: info)
    return String(decoding: fencing.block(around: body, lineEnd: lineEnd), as: UTF8.self)
  }

  /// Leaves out of a cell what its text and its recorded outputs determine.
  private mutating func addToResidue(
    _ item: JSONValue, block: String?, text: String, _ recorded: [RecordedOutput]? = nil
  ) {
    var item = item
    if let source = item["source"], residue.isSpelledAlike(source, residue.textForm.value(of: text)) {
      item.set("source", to: .null)
    }
    if let recorded, let outputs = item["outputs"] {
      let values = JupyterOutputs.values(
        of: recorded, executionCount: item["execution_count"]?.integer, residue.textForm)
      if residue.isSpelledAlike(outputs, .array(values)) { item.set("outputs", to: .null) }
    }
    residue.cells.append(Residue.Cell(block: block, value: item))
  }

  /// The form that most of the cells' texts have.
  private static func textForm(of items: [JSONValue], _ layout: JSONLayout) -> JupyterText {
    func count(_ form: JupyterText) -> Int {
      items.count { item in
        guard let source = item["source"], let text = source.jupyterText else { return false }
        return layout.bytes(of: source) == layout.bytes(of: form.value(of: text))
      }
    }
    var best = (form: JupyterText.lines, count: count(.lines))
    for form in [JupyterText.newlines, .string] where best.count < items.count {
      let count = count(form)
      if count > best.count { best = (form, count) }
    }
    return best.form
  }
}

extension String {
  var bytes: ArraySlice<UInt8> { Array(utf8)[...] }
}

extension InfoString {
  fileprivate func with(flag: String) -> InfoString {
    var info = self
    info.setFlag(flag, true)
    return info
  }
}
