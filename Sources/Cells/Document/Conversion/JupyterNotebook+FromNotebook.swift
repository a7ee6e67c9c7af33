extension JupyterNotebook {
  /// A Jupyter notebook with everything that a `.cnb` notebook holds. O(length).
  package init(converting notebook: Notebook) throws(NotebookError) {
    var composition = try NotebookComposition(notebook)
    var converted = try composition.notebook()
    let bytes = notebook.source
    // Where the usual layout does not give the file back, the notebook carries it.
    if !composition.hasResidue, NotebookText(converted).bytes(residue: nil) != bytes {
      composition.keep("source", String(decoding: bytes, as: UTF8.self))
      converted = try composition.notebook()
    }
    self = converted
  }

  /// Without the way back.
  init(composing notebook: Notebook) throws(NotebookError) {
    var composition = try NotebookComposition(notebook)
    self = try composition.notebook()
  }
}

/// Puts a Jupyter notebook's JSON together from a `.cnb` notebook and the residue that it may have.
private struct NotebookComposition {
  private let residue: Residue
  let hasResidue: Bool
  private let minor: Int
  /// Of the residue's cells that are not code, those that come after each block of code and are not yet used.
  private var others: [String?: [JSONValue]] = [:]
  private var code: [String: JSONValue] = [:]
  private var ids: CellIDs
  private var root: JSONValue
  private var cells: [JSONValue] = []
  /// The index in `cells` of each block of code.
  private var codeCells: [(index: Int, cell: Cell)] = []

  init(_ notebook: Notebook) throws(NotebookError) {
    let written = try Residue.written(in: notebook)
    hasResidue = written != nil
    residue = written ?? .usual
    root = residue.notebook
    minor = root["nbformat_minor"]?.integer ?? 0
    var anchor: String?
    for cell in residue.cells {
      if let block = cell.block {
        code[block] = cell.value
        anchor = block
      } else {
        others[anchor, default: []].append(cell.value)
      }
    }
    ids = CellIDs(taken: residue.cells.compactMap { $0.value["id"]?.string } + notebook.cells.map(\.id))

    anchor = nil
    for part in notebook.parts {
      switch part {
      case .markdown(let text): try add(text, "markdown", after: anchor)
      case .raw(let text): try add(text, "raw", after: anchor)
      case .code(let cell):
        try add(cell)
        anchor = cell.id
      }
    }
    let frontMatter = String(decoding: notebook.source[..<notebook.frontMatterLength], as: UTF8.self)
    if !frontMatter.utf8.elementsEqual(NotebookText.usualFrontMatter.utf8) {
      keep("front_matter", frontMatter)
    } else if root["metadata"]?["cnb"] != nil {
      var metadata = root["metadata"] ?? .object([])
      var own = metadata["cnb"] ?? .object([])
      for key in ["front_matter", "source"] { own.remove(key) }
      if own.members?.isEmpty ?? true { metadata.remove("cnb") } else { metadata.set("cnb", to: own) }
      root.set("metadata", to: metadata)
    }
  }

  /// Sets a member of the notebook's `metadata.cnb`.
  mutating func keep(_ key: String, _ text: String) {
    var metadata = root["metadata"] ?? .object([])
    metadata.setOwn(key, to: .string(text))
    root.set("metadata", to: metadata)
  }

  mutating func notebook() throws(NotebookError) -> JupyterNotebook {
    // Where the file has no ids, a cell whose id a reader would not make itself says it in its metadata. That can
    // change the ids that are made for other cells.
    for _ in 0..<3 {
      let notebook = try read()
      let renamed = zip(codeCells, notebook.cells).filter { $0.cell.id != $1.id }
      if renamed.isEmpty { return notebook }
      for ((index, cell), _) in renamed { setInfo(cell.info.text, ofCell: index) }
    }
    for (index, cell) in codeCells { setInfo(cell.info.text, ofCell: index) }
    return try read()
  }

  private func read() throws(NotebookError) -> JupyterNotebook {
    var value = root
    value.set("cells", to: .array(cells))
    let text = residue.before.utf8 + residue.layout.bytes(of: value) + residue.after.utf8
    return try JupyterNotebook(Array(text))
  }

  // MARK: Cells

  private mutating func add(_ text: String, _ type: String, after anchor: String?) throws(NotebookError) {
    let index = others[anchor]?.firstIndex { $0["cell_type"]?.string == type }
    var value: JSONValue
    if let index, let kept = others[anchor]?.remove(at: index) {
      value = kept
    } else {
      value = .object([("cell_type", .string(type)), ("metadata", .object([]))])
      if minor >= 5 {
        let heading = MarkdownBlocks.lastHeading(in: text)
        value.set("id", to: .string(ids.make(code: "", heading: heading)))
      }
    }
    setSource(of: &value, text) { kept in
      if kept.utf8.elementsEqual(text.utf8) { return true }
      guard let prose = CellText.prose(kept) else { return false }
      return CellText.markdown(ofProse: prose.bytes).utf8.elementsEqual(text.utf8)
    }
    cells.append(value)
  }

  private mutating func add(_ cell: Cell) throws(NotebookError) {
    var value: JSONValue
    if let kept = code.removeValue(forKey: cell.id) {
      value = kept
    } else {
      value = .object([
        ("cell_type", .string("code")), ("execution_count", .null), ("metadata", .object([])), ("outputs", .array([])),
      ])
      if minor >= 5 {
        value.set("id", to: .string(NotebookID.isValid(cell.id) ? cell.id : ids.make(code: cell.code, heading: nil)))
      }
    }
    setSource(of: &value, CellText.code(ofBody: cell.code)) { kept in
      CellText.codeBody(kept).utf8.elementsEqual(cell.code.utf8)
    }
    let kept = try value["outputs"].map { outputs throws(NotebookError) in try recorded(outputs, of: value) } ?? []
    if kept != cell.recorded {
      let values = JupyterOutputs.values(
        of: cell.recorded, executionCount: value["execution_count"]?.integer, residue.textForm)
      value.set("outputs", to: .array(values))
    }
    codeCells.append((cells.count, cell))
    cells.append(value)
    let info = cell.info.text
    setInfo(info == "python cell=\(cell.id)" ? nil : info, ofCell: cells.count - 1)
  }

  private func setSource(of value: inout JSONValue, _ text: String, isStill: (String) -> Bool) {
    if let kept = value["source"]?.jupyterText, isStill(kept) { return }
    value.set("source", to: residue.textForm.value(of: text))
  }

  /// What outputs that the residue keeps are as blocks; `nil` where it keeps none.
  private func recorded(_ outputs: JSONValue, of cell: JSONValue) throws(NotebookError) -> [RecordedOutput]? {
    guard let items = outputs.items else { return nil }
    do {
      return try JupyterOutputs.read(items, in: JupyterMembers(cell, lines: LineNumbers([])))
    } catch {
      throw .badResidue(problem: error.problem, line: residue.line)
    }
  }

  private mutating func setInfo(_ info: String?, ofCell index: Int) {
    var metadata = cells[index]["metadata"] ?? .object([])
    if let info {
      metadata.setOwn("info", to: .string(info))
    } else if var own = metadata["cnb"], own.members != nil {
      own.remove("info")
      if own.members?.isEmpty ?? true { metadata.remove("cnb") } else { metadata.set("cnb", to: own) }
    } else {
      return
    }
    cells[index].set("metadata", to: metadata)
  }
}

extension JSONValue {
  /// Sets a member of the member `cnb`, where conversions keep what is theirs.
  fileprivate mutating func setOwn(_ key: String, to value: JSONValue) {
    var own = self["cnb"] ?? .object([])
    if own.members == nil { own = .object([]) }
    own.set(key, to: value)
    set("cnb", to: own)
  }
}

extension Residue {
  /// Of a notebook that was never Jupyter's.
  static var usual: Residue {
    let metadata = JSONValue.object([
      (
        "kernelspec",
        .object([
          ("display_name", .string("Python 3")), ("language", .string("python")), ("name", .string("python3")),
        ])
      ),
      ("language_info", .object([("name", .string("python"))])),
    ])
    return Residue(
      layout: .jupyter, textForm: .lines, before: "", after: lastLine,
      notebook: .object([
        ("cells", .null), ("metadata", metadata), ("nbformat", .integer(4)), ("nbformat_minor", .integer(5)),
      ]), cells: [])
  }

  /// The residue that a `.cnb` file holds; `nil` where it has none.
  static func written(in notebook: Notebook) throws(NotebookError) -> Residue? {
    for case .text(let text, let line) in notebook.elements.reversed() {
      for case .residue(let json, let offset) in Notebook.parts(of: text).reversed() {
        return try Residue(json, line: line + offset - 1)
      }
    }
    return nil
  }
}
