import Cells

/// Shows a cell's outputs as they come.
final class OutputDisplay {
  private let isPlain: Bool
  private let figures: FigureScreen
  private(set) var isAtLineStart = true

  /// - Parameters:
  ///   - isPlain: no colours, whatever the terminal can do.
  ///   - graphics: how figures are shown; `nil` for the best that the terminal has, which for plain output is words.
  init(isPlain: Bool, graphics: GraphicsForm?) {
    self.isPlain = isPlain
    figures = FigureScreen(graphics ?? (isPlain ? GraphicsForm.none : nil))
  }

  /// - Parameter number: of the cell, for `Out[number]`.
  func show(_ output: CellOutput, number: Int) {
    switch output {
    case .stdout(let text):
      StandardStreams.writeForeign(text)
      note(text)
    case .stderr(let text):
      StandardStreams.writeForeignError(text)
      note(text)
    case .value(let text):
      let prompt = Prompt.output(number, isColoured: !isPlain && Terminal.showsColours(.output))
      // A value of several lines keeps its columns.
      writeLine(prompt.text + (text.utf8.contains(0x0A) ? "\n" : "") + text)
    case .display(let text): writeLine(text)
    case .figure(let figure):
      startLine()
      StandardStreams.write(figures.text(of: figure))
    case .error(let className, _, let traceback):
      // The terminal shows Control-C as `^C`.
      if className == "KeyboardInterrupt" { isAtLineStart = false }
      startLine()
      let isColoured = !isPlain && Terminal.showsColours(.error)
      let text = (isColoured ? traceback : traceback.withoutColours).endingInNewline
      StandardStreams.writeForeignError(text.withTracebackHead(columns: Terminal.columns(.error)))
    }
    StandardStreams.flush()
  }

  /// Before the program ends.
  func close() { figures.close() }

  /// Goes to a new line unless the cursor stands at the start of one.
  func startLine() {
    if !isAtLineStart { StandardStreams.write("\n") }
    isAtLineStart = true
  }

  private func writeLine(_ text: String) {
    startLine()
    StandardStreams.writeForeign(text + "\n")
  }

  private func note(_ text: String) {
    if let last = text.utf8.last { isAtLineStart = last == 0x0A }
  }
}

extension String {
  /// The rule above a traceback, and the line below it that is as wide, on a terminal that is narrower: as IPython does.
  func withTracebackHead(columns: Int) -> String {
    let width = 75
    let rule = String(repeating: "-", count: width)
    guard columns < width, let start = firstRange(of: rule) else { return self }
    let rest = self[start.upperBound...]
    let lineEnd = rest.firstIndex(of: "\n") ?? rest.endIndex
    var head = String(rest[lineEnd...])
    // `ZeroDivisionError      Traceback (most recent call last)`: one blank stays.
    if let blanks = head.firstRange(of: "  ") {
      let count = head[blanks.lowerBound...].prefix { $0 == " " }.count
      let end = head.index(blanks.lowerBound, offsetBy: min(count - 1, width - columns))
      head.removeSubrange(blanks.lowerBound..<end)
    }
    return "\(self[..<start.lowerBound])\(rule.prefix(max(columns, 0)))\(rest[..<lineEnd])\(head)"
  }
}
