private enum EndingMark: UInt8 { case completed, raised, limit }

extension CellOutcome {
  func write(to writer: inout WireWriter) {
    writer.write(outputs) { $1.write(to: &$0) }
    switch ending {
    case .raised(let name, let message, let traceback):
      writer.write(byte: EndingMark.raised.rawValue)
      writer.write(name)
      writer.write(message)
      writer.write(traceback)
    case .limit(let limit):
      writer.write(byte: EndingMark.limit.rawValue)
      writer.write(byte: limit.rawValue)
    // Deaths and broken protocols are not for the process itself to tell.
    case .completed, .died, .tampered: writer.write(byte: EndingMark.completed.rawValue)
    }
    writer.write(operations)
  }

  init(from reader: inout WireReader) throws(WireError) {
    let outputs = try reader.list(ofAtLeast: 9) { (reader: inout WireReader) throws(WireError) in
      try CellOutput(from: &reader)
    }
    let byte = try reader.byte()
    guard let mark = EndingMark(rawValue: byte) else { throw .unknownMark(byte) }
    let ending: Ending
    switch mark {
    case .completed: ending = .completed
    case .raised:
      ending = .raised(class: try reader.text(), message: try reader.text(), traceback: try reader.text())
    case .limit:
      guard let limit = SubmissionLimit(rawValue: try reader.byte()) else { throw .invalid("limit") }
      ending = .limit(limit)
    }
    self.init(outputs: outputs, ending: ending, operations: try reader.count())
  }
}

extension CellOutput {
  fileprivate enum Mark: UInt8 { case stdout, stderr, value, error, display, figure }

  func write(to writer: inout WireWriter) {
    switch self {
    case .stdout(let text): writer.write(.stdout, text)
    case .stderr(let text): writer.write(.stderr, text)
    case .value(let text): writer.write(.value, text)
    case .display(let text): writer.write(.display, text)
    case .error(let name, let message, let traceback):
      writer.write(.error, name)
      writer.write(message)
      writer.write(traceback)
    case .figure(let figure):
      writer.write(.figure, figure.digest)
      writer.write(figure.width)
      writer.write(figure.height)
      writer.write(figure.axes)
      writer.write(figure.contents) { $0.write($1) }
    }
  }

  init(from reader: inout WireReader) throws(WireError) {
    let byte = try reader.byte()
    guard let mark = Mark(rawValue: byte) else { throw .unknownMark(byte) }
    let text = try reader.text()
    switch mark {
    case .stdout: self = .stdout(text)
    case .stderr: self = .stderr(text)
    case .value: self = .value(text)
    case .display: self = .display(text)
    case .error: self = .error(className: text, message: try reader.text(), traceback: try reader.text())
    case .figure:
      let (width, height, axes) = (try reader.count(), try reader.count(), try reader.count())
      let contents = try reader.list(ofAtLeast: 8) { (reader: inout WireReader) throws(WireError) in
        try reader.text()
      }
      self = .figure(FigureRecord(width: width, height: height, digest: text, axes: axes, contents: contents))
    }
  }
}

extension WireWriter {
  fileprivate mutating func write(_ mark: CellOutput.Mark, _ text: String) {
    write(byte: mark.rawValue)
    write(text)
  }
}
