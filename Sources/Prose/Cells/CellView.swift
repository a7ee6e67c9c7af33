import Cells

/// A cell of a notebook as lines: a line that says which it is and how it stands, its code, its outputs.
package struct CellView: Sendable {
  /// What the first line says.
  package struct Header: Sendable {
    /// Parts such as the id, the place and the state; empty ones are left out.
    package var parts: [Part]
    /// Whether this is the cell that commands are about.
    package var isCurrent = false

    package struct Part: Sendable {
      package var text: String
      package var tone: SpanStyle.Tone?

      package init(_ text: String, _ tone: SpanStyle.Tone? = nil) {
        self.text = text
        self.tone = tone
      }
    }

    package init(_ parts: [Part], isCurrent: Bool = false) {
      self.parts = parts
      self.isCurrent = isCurrent
    }
  }

  package var header: Header
  /// Without a line end behind the last line.
  package var code: String
  package var outputs: [ExportedOutput]

  package init(header: Header, code: String, outputs: [ExportedOutput] = []) {
    self.header = header
    self.code = code
    self.outputs = outputs
  }

  /// - Parameter limit: how much of the outputs is shown.
  package func lines(_ options: ViewOptions, limit: OutputView.Limit? = nil) -> [StyledLine] {
    let outputs = OutputView.lines(of: self.outputs, options, gutter: gutter, limit: limit)
    return header.lines(options) + codeLines(options) + outputs
  }

  /// The code with its line numbers.
  package func codeLines(_ options: ViewOptions) -> [StyledLine] {
    let lines = CodeText.python(code)
    if lines.allSatisfy(\.isEmpty) { return [] }
    let mark = StyledLine(String(repeating: " ", count: gutter - 2) + "↪ ", .mark)
    return lines.enumerated().flatMap { index, line in
      let digits = String(index + 1)
      let number = String(repeating: " ", count: gutter - 2 - digits.utf8.count) + digits + "  "
      let folded = line.folded(to: options.columns - gutter, continuation: StyledLine())
      return folded.enumerated().map {
        (($0 == 0 ? StyledLine(number, SpanStyle(.lineNumber)) : mark) + $1).trimmed()
      }
    }
  }

  /// The columns in front of the code, wide enough for `Out`.
  private var gutter: Int { max(4, String(code.utf8.count { $0 == 0x0A } + 1).utf8.count + 2) }
}

extension CellView.Header {
  func lines(_ options: ViewOptions) -> [StyledLine] {
    let parts = parts.filter { !$0.text.isEmpty }
    var inlines: [Inline] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { inlines.append(.text(" · ", .mark)) }
      var style = part.tone.map { SpanStyle(.state($0)) } ?? .text
      if index == 0 { style.isBold = true }
      inlines.append(.text(part.text, style))
    }
    let mark = StyledLine(isCurrent ? "▶ " : options.isPlain ? "" : "── ", isCurrent ? .text : .mark)
    let blanks = StyledLine(String(repeating: " ", count: mark.width))
    var lines = InlineWrapping(inlines).lines(width: options.columns - mark.width)
    if lines.isEmpty { lines = [StyledLine()] }
    lines = lines.enumerated().map { $0 == 0 ? mark + $1 : blanks + $1 }
    let rest = min(options.columns, 80) - lines[0].width - 1
    if !options.isPlain, rest > 0, lines.count == 1 {
      lines[0].append(" ")
      lines[0].append(String(repeating: "─", count: rest), .mark)
    }
    return lines
  }
}
