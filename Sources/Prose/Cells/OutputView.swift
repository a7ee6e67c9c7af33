import Cells
import Markup

/// What a cell gave as lines. Marks in front of them say what each is, also without colours: `Out` the value, `err`
/// standard error, `!` an error.
package enum OutputView {
  /// How many lines are shown, and what the reader is told of the others.
  package struct Limit: Sendable {
    package var lines: Int
    /// `type 'output' to page`
    package var hint: String

    package init(lines: Int, hint: String) {
      self.lines = max(lines, 2)
      self.hint = hint
    }
  }

  /// - Parameter gutter: the columns in front of the outputs: at least four.
  package static func lines(
    of outputs: [ExportedOutput], _ options: ViewOptions, gutter: Int = 4, limit: Limit? = nil
  ) -> [StyledLine] {
    let lines = outputs.flatMap { self.lines(of: $0, options, gutter) }
    guard let limit, lines.count > limit.lines else { return lines }
    // The end of an error says what it is.
    let endsInError = if case .error = outputs.last { true } else { false }
    let tail = endsInError ? limit.lines / 2 : 0
    let hidden = lines.count - limit.lines
    let hint = limit.hint.isEmpty ? "" : " (\(limit.hint))"
    let note = "… \(hidden) more \(hidden == 1 ? "line" : "lines")\(hint)"
    let notes = InlineWrapping([.text(note, .mark)]).lines(width: options.columns - gutter)
    return lines.prefix(limit.lines - tail)
      + notes.map { StyledLine(String(repeating: " ", count: gutter)) + $0 } + lines.suffix(tail)
  }

  private static func lines(of output: ExportedOutput, _ options: ViewOptions, _ gutter: Int) -> [StyledLine] {
    switch output {
    case .stream(let text, let isError):
      if text.isEmpty { return [] }
      let lines = terminalLines(text.withoutOverwrittenText, SpanStyle(isError ? .standardError : .text))
      guard isError else { return framed(lines, mark: nil, options, gutter) }
      let mark = StyledLine("err", SpanStyle(.standardError))
      return framed(lines, mark: mark, repeatsMark: true, options, gutter)
    case .error(let traceback):
      let mark = StyledLine("!", SpanStyle(.state(.bad)))
      return framed(
        errorLines(traceback, width: options.columns - gutter), mark: mark, repeatsMark: true, options, gutter)
    case .value(let data):
      return framed(
        lines(of: data, options, gutter), mark: StyledLine("Out", SpanStyle(.outputMark)), options, gutter)
    case .display(let data): return framed(lines(of: data, options, gutter), mark: nil, options, gutter)
    }
  }

  private static func lines(of data: ExportedData, _ options: ViewOptions, _ gutter: Int) -> [StyledLine] {
    var inner = options
    inner.columns = max(ViewOptions.fewestColumns, options.columns - gutter)
    if let markdown = data.markdown { return ProseText.lines(ofMarkdown: markdown, inner) }
    // `<IPython.core.display.HTML object>` says less than the page.
    let text = data.text ?? ""
    if let html = data.html, text.isEmpty || text.hasPrefix("<") { return ProseText.lines(ofHTML: html, inner) }
    var lines = text.isEmpty ? [] : terminalLines(text, .text)
    if let picture = data.picture {
      let size = picture.bytes.count
      let amount = size < 10_000 ? "\(size) bytes" : "\(size / 1000) kB"
      lines.append(StyledLine("[picture: \(picture.format.rawValue), \(amount)]", SpanStyle(.picture)))
    }
    return lines
  }

  /// An error that brings no colours gets some: its last line says what happened.
  private static func errorLines(_ traceback: String, width: Int) -> [StyledLine] {
    var lines = terminalLines(traceback, .text).map { narrowed($0, to: width) }
    if traceback.withoutColours == traceback, let last = lines.last {
      lines[lines.count - 1] = StyledLine(last.text, SpanStyle(.error))
    }
    return lines
  }

  /// The rule over a traceback as long as there is room, and its title without the blanks that make it as long.
  private static func narrowed(_ line: StyledLine, to width: Int) -> StyledLine {
    if line.width <= width { return line }
    if line.text.allSatisfy({ $0 == "-" }) { return line.cut(to: width) }
    guard line.text.hasSuffix("Traceback (most recent call last)") else { return line }
    var narrow = StyledLine()
    for span in line.spans {
      var text = ""
      for character in span.text where !(character == " " && (text.last ?? narrow.text.last) == " ") {
        text.append(character)
      }
      narrow.append(text, span.style)
    }
    return narrow
  }

  // MARK: Lines

  private static func framed(
    _ lines: [StyledLine], mark: StyledLine?, repeatsMark: Bool = false, _ options: ViewOptions, _ gutter: Int
  ) -> [StyledLine] {
    let blanks = StyledLine(String(repeating: " ", count: gutter))
    let first = mark.map { $0.padded(to: gutter) } ?? blanks
    return lines.enumerated().flatMap { index, line in
      let start = index == 0 || repeatsMark ? first : blanks
      return line.folded(to: options.columns - gutter, continuation: .foldMark).enumerated().map {
        (($0 == 0 ? start : blanks) + $1).trimmed()
      }
    }
  }

  /// Text for a terminal, with its own colours.
  private static func terminalLines(_ text: String, _ style: SpanStyle) -> [StyledLine] {
    var lines = [StyledLine()]
    for (text, terminal) in TerminalText.runs(of: text.withoutLastLineEnd) {
      let runStyle = terminal == TerminalStyle() ? style : SpanStyle(.terminal(terminal))
      for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { lines.append(StyledLine()) }
        let text = String(part).withoutTabs(from: lines[lines.count - 1].width)
        lines[lines.count - 1].append(text, runStyle)
      }
    }
    return lines
  }
}
