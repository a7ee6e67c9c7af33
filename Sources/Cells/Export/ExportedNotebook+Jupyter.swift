extension ExportedNotebook {
  /// What a Jupyter notebook shows, pictures included.
  init(_ notebook: JupyterNotebook) {
    let items = notebook.root["cells"]?.items ?? []
    var parts: [Part] = []
    for (index, cell) in notebook.fileCells.enumerated() {
      switch cell.kind {
      case .raw: parts.append(.raw(cell.text.withUnixLineEnds.withoutFinalNewline))
      case .markdown:
        let text = Self.withAttachments(cell.text, of: items[index]).withUnixLineEnds.withoutBlankEnds
        if !text.isEmpty { parts.append(.prose(text)) }
      case .code:
        guard let code = notebook.codeIndices[index] else { continue }
        parts.append(.cell(Self.cell(notebook.cells[code], item: items[index], of: notebook)))
      }
    }
    self.init(
      title: notebook.frontMatter?.title ?? notebook.root["metadata"]?["title"]?.string,
      printStyle: notebook.frontMatter?.printStyle?.name, parts: parts)
  }

  private static func cell(_ cell: Cell, item: JSONValue, of notebook: JupyterNotebook) -> ExportedCell {
    var exported = ExportedCell(
      code: cell.code.withoutFinalNewline, executionCount: notebook.executionCount(of: cell.id),
      outputs: outputs(notebook.outputValues(of: cell.id)))
    // What a .cnb file said of the cell.
    if let text = item["metadata"]?["cnb"]?["info"]?.string, let info = try? InfoString(text) {
      exported.id = info["cell"]
      exported.settings = ExportedCell.settings(in: info)
    }
    return exported
  }

  /// Pieces of one stream that follow each other are one output.
  private static func outputs(_ values: [JSONValue]) -> [ExportedOutput] {
    var outputs: [ExportedOutput] = []
    for value in values {
      guard let output = ExportedOutput(jupyter: value) else { continue }
      if case .stream(let text, let isError) = output, case .stream(let before, isError) = outputs.last {
        outputs[outputs.count - 1] = .stream(before + text, isError: isError)
      } else {
        outputs.append(output)
      }
    }
    return outputs
  }

  /// Pictures that are pasted into a Markdown cell stand in the file beside its text, which calls them
  /// `attachment:name`.
  private static func withAttachments(_ text: String, of item: JSONValue) -> String {
    guard let attachments = item["attachments"]?.members else { return text }
    return attachments.reduce(text) { text, attachment in
      guard let picture = ExportedPicture(mimeBundle: attachment.value) else { return text }
      return text.replacing("attachment:\(attachment.key.text)", with: picture.dataURL)
    }
  }
}

extension ExportedOutput {
  /// `nil` for kinds of output that show nothing.
  fileprivate init?(jupyter value: JSONValue) {
    switch value["output_type"]?.string {
    case "stream":
      self = .stream(value["text"]?.jupyterText ?? "", isError: value["name"]?.string == "stderr")
    case "execute_result": self = .value(ExportedData(jupyter: value))
    case "display_data": self = .display(ExportedData(jupyter: value))
    case "error":
      let lines = value["traceback"]?.items?.compactMap(\.string) ?? []
      let summary = RaisedError(value["ename"]?.string ?? "", value["evalue"]?.string ?? "").summary
      self = .error(traceback: lines.isEmpty ? summary : lines.joined(separator: "\n"))
    default: return nil
    }
  }
}

extension ExportedData {
  fileprivate init(jupyter output: JSONValue) {
    let data = output["data"] ?? .object([])
    self.init(
      text: data["text/plain"]?.jupyterText, picture: ExportedPicture(mimeBundle: data),
      html: data["text/html"]?.jupyterText,
      markdown: data["text/markdown"]?.jupyterText ?? data["text/latex"]?.jupyterText)
    if picture == nil, let figure = output["metadata"]?["cnb"]?["figure"]?.string {
      text = ExportedOutput.description(ofFigure: RecordedOutput(.figure, figure))
    }
  }
}

extension ExportedPicture {
  /// The first picture of the known formats in an object whose keys are media types.
  fileprivate init?(mimeBundle: JSONValue) {
    for format in [Format.png, .jpeg, .gif, .webp, .svg] {
      guard let text = mimeBundle[format.mediaType]?.jupyterText else { continue }
      if format == .svg {
        self.init(.svg, Array(text.utf8))
        return
      }
      if let bytes = Base64.bytes(of: text), !bytes.isEmpty {
        self.init(format, bytes)
        return
      }
    }
    return nil
  }
}
