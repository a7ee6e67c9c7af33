extension ExportedNotebook {
  /// What a notebook of any format shows. Pictures and execution counts come from Jupyter's format, also for a `.cnb`
  /// notebook that keeps them for the way back.
  package init(_ document: any NotebookDocument) throws(NotebookError) {
    switch document {
    case let jupyter as JupyterNotebook: self.init(jupyter)
    case let notebook as Notebook:
      if try Residue.written(in: notebook) == nil {
        self.init(notebook)
      } else {
        self.init(try JupyterNotebook(converting: notebook))
        title = notebook.frontMatter.title
        nameCells(of: notebook)
      }
    default: self.init(parts: Self.parts(of: document) { ExportedCell($0) })
    }
  }

  private init(_ notebook: Notebook) {
    self.init(
      title: notebook.frontMatter.title, printStyle: notebook.frontMatter.printStyle?.name,
      parts: Self.parts(of: notebook) { ExportedCell($0) })
  }

  /// Prose and raw text without blank lines around them, and cells as `export` makes them.
  static func parts(of document: any NotebookDocument, export: (Cell) -> ExportedCell) -> [Part] {
    document.parts.compactMap { part in
      switch part {
      case .markdown(let text):
        let prose = text.withUnixLineEnds.withoutBlankEnds
        return prose.isEmpty ? nil : .prose(prose)
      case .raw(let text): return .raw(text.withUnixLineEnds.withoutFinalNewline)
      case .code(let cell): return .cell(export(cell))
      }
    }
  }

  /// Gives the cells the ids and settings of the file's blocks.
  private mutating func nameCells(of notebook: Notebook) {
    var cells = notebook.cells[...]
    for index in parts.indices {
      guard case .cell(var cell) = parts[index], let written = cells.popFirst() else { continue }
      cell.name(from: written)
      parts[index] = .cell(cell)
    }
  }
}

extension ExportedCell {
  /// A cell with what a `.cnb` file has recorded of its outputs.
  init(_ cell: Cell) {
    self.init(code: cell.code.withoutFinalNewline, outputs: cell.recorded.map { ExportedOutput($0) })
    name(from: cell)
  }

  mutating func name(from cell: Cell) {
    id = cell.hasWrittenID ? cell.id : nil
    settings = Self.settings(in: cell.info)
  }

  /// All but the id. Words without a value are not among them.
  static func settings(in info: InfoString) -> [Setting] {
    info.words.compactMap { word in word.key == "cell" ? nil : word.value.map { Setting(word.key, $0) } }
  }
}

extension ExportedOutput {
  package init(_ output: RecordedOutput) {
    switch output.kind {
    case .output: self = .stream(output.text, isError: false)
    case .value: self = .value(ExportedData(text: output.text))
    case .display: self = .display(ExportedData(text: output.text))
    case .error: self = .error(traceback: output.text)
    case .figure: self = .display(ExportedData(text: Self.description(ofFigure: output)))
    }
  }

  /// What a cell gave while it ran: texts that one stream got in a row are one output.
  package static func outputs(of outputs: [CellOutput]) -> [ExportedOutput] {
    outputs.reduce(into: []) { exported, output in
      let new = ExportedOutput(output)
      if case .stream(let text, let isError) = new, case .stream(let before, isError) = exported.last {
        exported[exported.count - 1] = .stream(before + text, isError: isError)
      } else {
        exported.append(new)
      }
    }
  }

  private init(_ output: CellOutput) {
    switch output {
    case .stdout(let text): self = .stream(text, isError: false)
    case .stderr(let text): self = .stream(text, isError: true)
    case .value(let text): self = .value(ExportedData(text: text))
    case .display(let text): self = .display(ExportedData(text: text))
    case .error(let className, let message, let traceback):
      self = .error(traceback: traceback.isEmpty ? RaisedError(className, message).summary : traceback)
    case .figure(let figure): self.init(RecordedOutput(figure))
    }
  }

  /// In words, for figures that are not in the file: the size, and what is drawn.
  static func description(ofFigure output: RecordedOutput) -> String {
    guard let figure = output.figure else { return output.text }
    let lines = output.text.split(separator: "\n").dropFirst()
    return (["Figure, \(figure.width) x \(figure.height) pixels"] + lines.map(String.init)).joined(separator: "\n")
  }
}

extension String {
  /// Without blank lines in front and blanks behind.
  var withoutBlankEnds: String {
    var bytes = Array(utf8)[...]
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    while let end = bytes.firstIndex(of: 0x0A), bytes[..<end].allSatisfy(isBlank) { bytes = bytes[(end + 1)...] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
