/// What a notebook file holds of one thing that a cell gave: a block of its own under the cell.
package struct RecordedOutput: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// What the cell printed to standard output.
    case output
    /// The `repr` of its last expression.
    case value
    /// The `repr` of what the cell gave to `display`.
    case display
    /// The traceback of the exception that ended it.
    case error
    /// A picture: its size and digest, and a line in words for each of its axes.
    case figure
  }

  package let kind: Kind
  /// Decoded: line ends are `\n`, escapes are undone. Standard output keeps its last newline, if it has one; the
  /// other kinds have none.
  package let text: String
  /// The 1-based line of the block's opening fence; 0 if it is not from a file.
  package let line: Int

  package init(_ kind: Kind, _ text: String, line: Int = 0) {
    self.kind = kind
    self.text = text
    self.line = line
  }

  package static func == (left: RecordedOutput, right: RecordedOutput) -> Bool {
    left.kind == right.kind && left.text.utf8.elementsEqual(right.text.utf8)
  }
}

extension RecordedOutput {
  /// What to record of a cell's outputs, in order: standard output that nothing but standard error interrupts becomes
  /// one block. Standard error is not recorded.
  package static func record(_ outputs: [CellOutput]) -> [RecordedOutput] {
    var records: [RecordedOutput] = []
    for output in outputs {
      switch output {
      case .stdout(let text):
        if let last = records.last, last.kind == .output {
          records[records.count - 1] = RecordedOutput(.output, last.text + text)
        } else if !text.isEmpty {
          records.append(RecordedOutput(.output, text))
        }
      case .stderr:
        break
      case .value(let text):
        records.append(RecordedOutput(.value, text))
      case .error(let className, let message, let traceback):
        let text = traceback.isEmpty ? RaisedError(className, message).summary : traceback
        records.append(RecordedOutput(.error, text.withoutColours.withoutFinalNewline))
      case .display(let text):
        records.append(RecordedOutput(.display, text))
      case .figure(let figure):
        records.append(RecordedOutput(figure))
      }
    }
    return records
  }

  init(_ figure: FigureRecord) {
    let first = "\(figure.width)x\(figure.height) \(figure.digest)"
    self.init(.figure, ([first] + figure.contents.map { "  " + $0 }).joined(separator: "\n"))
  }

  /// Words that say how a block's body stands for its text. A fence always adds a newline to what it holds.
  enum Flag {
    /// The text has no newline at its end.
    static let noNewline = "no-newline"
    /// The text has control characters, which the body holds as `\x1b` and the like.
    static let escaped = "escaped"
  }

  /// The block's body, every line of it with `\n`, and its flags.
  var encoded: (body: String, isEscaped: Bool, lacksNewline: Bool) {
    let isEscaped = text.needsEscapes
    let body = isEscaped ? text.controlsEscaped : text
    let lacksNewline = kind == .output && text.utf8.last != 0x0A
    return (kind != .output || lacksNewline ? body + "\n" : body, isEscaped, lacksNewline)
  }

  /// Reads a block's body.
  init(_ kind: Kind, body: String, info: InfoString, line: Int) throws(NotebookError) {
    var text = kind == .output && !info.contains(Flag.noNewline) ? body : body.withoutFinalNewline
    if info.contains(Flag.escaped) {
      do {
        text = try text.controlsUnescaped()
      } catch {
        throw .badEscape(error.text, line: line + 1 + error.lineOffset)
      }
    }
    self.init(kind, text, line: line)
    if kind == .figure, figure == nil { throw .badFigure(found: text, line: line) }
  }

  /// The parts of a figure's first line, `640x480 5f0c9a`. More lines, for people, are indented.
  package var figure: (width: Int, height: Int, digest: String)? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, lines.dropFirst().allSatisfy({ $0.isEmpty || $0.hasPrefix(" ") }) else { return nil }
    let words = first.split(separator: " ")
    guard words.count == 2 else { return nil }
    let sizes = words[0].split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sizes.count == 2, let width = sizes[0], let height = sizes[1] else { return nil }
    return (width, height, String(words[1]))
  }
}

extension String {
  package var endingInNewline: String { utf8.last == 0x0A ? self : self + "\n" }

  package var withoutFinalNewline: String { utf8.last == 0x0A ? String(unicodeScalars.dropLast()) : self }

  /// `\r\n` as `\n`.
  var withUnixLineEnds: String {
    guard utf8.contains(0x0D) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 {
      if byte == 0x0A, bytes.last == 0x0D { bytes.removeLast() }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
