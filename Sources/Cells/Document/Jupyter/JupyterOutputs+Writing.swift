extension JupyterOutputs {
  /// Outputs of a cell as Jupyter records them: pieces of one stream that follow each other become one.
  static func values(of outputs: [CellOutput], executionCount: Int?, code: String) -> [JSONValue] {
    let form = JupyterText.lines
    var values: [JSONValue] = []
    var stream: (name: String, text: String)?
    func endStream() {
      if let stream { values.append(JupyterOutputs.stream(stream.name, stream.text, form)) }
      stream = nil
    }
    func write(_ name: String, _ text: String) {
      if text.isEmpty { return }
      if stream?.name != name { endStream() }
      stream = (name, (stream?.text ?? "") + text)
    }
    for output in outputs {
      switch output {
      case .stdout(let text): write("stdout", text)
      case .stderr(let text): write("stderr", text)
      default:
        endStream()
        if let value = value(of: output, form, executionCount: executionCount, code: code) { values.append(value) }
      }
    }
    endStream()
    return values
  }

  private static func value(
    of output: CellOutput, _ form: JupyterText, executionCount: Int?, code: String
  ) -> JSONValue? {
    switch output {
    case .stdout, .stderr: nil
    case .value(let text): result(text, form, executionCount: executionCount)
    case .display(let text): display(text, form)
    case .figure(let figure): self.figure(figure, form)
    case .error(let className, let message, let traceback):
      error(
        className, JupyterCellName.renamed(message, forCell: code), traceback: traceback.withoutFinalNewline)
    }
  }

  static func stream(_ name: String, _ text: String, _ form: JupyterText) -> JSONValue {
    .object([("name", .string(name)), ("output_type", .string("stream")), ("text", form.value(of: text))])
  }

  static func result(_ text: String, _ form: JupyterText, executionCount: Int?) -> JSONValue {
    .object([
      ("data", .object([("text/plain", form.value(of: text))])),
      ("execution_count", executionCount.map { .integer($0) } ?? .null),
      ("metadata", .object([])),
      ("output_type", .string("execute_result")),
    ])
  }

  static func display(_ text: String, _ form: JupyterText) -> JSONValue {
    .object([
      ("data", .object([("text/plain", form.value(of: text))])),
      ("metadata", .object([])),
      ("output_type", .string("display_data")),
    ])
  }

  /// With its picture, where it has one.
  static func figure(_ figure: FigureRecord, _ form: JupyterText) -> JSONValue {
    self.figure(
      RecordedOutput(figure).text, representation: figure.representation, png: figure.encodedPNG, form)
  }

  /// - Parameters:
  ///   - text: what a `.cnb` notebook records of the figure.
  ///   - png: the picture in base 64, a line without an end as Jupyter writes it.
  static func figure(
    _ text: String, representation: String, png: String? = nil, _ form: JupyterText
  ) -> JSONValue {
    let picture = png.map { [("image/png", JSONValue.string($0))] } ?? []
    return .object([
      ("data", .object(picture + [("text/plain", form.value(of: representation))])),
      ("metadata", .object([("cnb", .object([("figure", .string(text))]))])),
      ("output_type", .string("display_data")),
    ])
  }

  static func error(_ className: String, _ message: String, traceback: String) -> JSONValue {
    let lines = traceback.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    return .object([
      ("ename", .string(className)),
      ("evalue", .string(message)),
      ("output_type", .string("error")),
      ("traceback", .array(lines.map { .string(String(Substring($0))) })),
    ])
  }

  /// The outputs that a `.cnb` notebook has recorded, as Jupyter would record them.
  static func values(of outputs: [RecordedOutput], executionCount: Int?, _ form: JupyterText) -> [JSONValue] {
    outputs.map { output in
      switch output.kind {
      case .output: return stream("stdout", output.text, form)
      case .value: return result(output.text, form, executionCount: executionCount)
      case .display: return display(output.text, form)
      case .error:
        let summary = RaisedError.summary(ofTraceback: output.text)
        let name = String(summary.prefix { $0 != ":" })
        let message = summary.dropFirst(name.count).drop { $0 == ":" }
        return error(name, message.first == " " ? String(message.dropFirst()) : String(message), traceback: output.text)
      case .figure:
        let (width, height, _) = output.figure ?? (0, 0, "")
        let axes = output.text.utf8.count { $0 == 0x0A }
        let figure = FigureRecord(width: width, height: height, digest: "", axes: max(axes, 1))
        return self.figure(output.text, representation: figure.representation, form)
      }
    }
  }
}
