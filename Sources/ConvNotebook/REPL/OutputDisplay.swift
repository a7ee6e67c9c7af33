import Cells

/// Shows a cell's outputs as they come.
final class OutputDisplay {
  private let isPlain: Bool
  private(set) var isAtLineStart = true

  /// - Parameter isPlain: no colours, whatever the terminal can do.
  init(isPlain: Bool) { self.isPlain = isPlain }

  /// - Parameter number: of the cell, for `Out[number]`.
  func show(_ output: CellOutput, number: Int) {
    switch output {
    case .stdout(let text):
      StandardStreams.write(text)
      note(text)
    case .stderr(let text):
      StandardStreams.writeError(text)
      note(text)
    case .value(let text):
      let prompt = Prompt.output(number, isColoured: !isPlain && Terminal.showsColours(.output))
      // A value of several lines keeps its columns.
      writeLine(prompt.text + (text.utf8.contains(0x0A) ? "\n" : "") + text)
    case .display(let text): writeLine(text)
    case .figure(let figure): writeLine(figure.representation)
    case .error(let className, _, let traceback):
      // The terminal shows Control-C as `^C`.
      if className == "KeyboardInterrupt" { isAtLineStart = false }
      startLine()
      let isColoured = !isPlain && Terminal.showsColours(.error)
      StandardStreams.writeError((isColoured ? traceback : traceback.withoutColours).endingInNewline)
    }
    StandardStreams.flush()
  }

  /// Goes to a new line unless the cursor stands at the start of one.
  func startLine() {
    if !isAtLineStart { StandardStreams.write("\n") }
    isAtLineStart = true
  }

  private func writeLine(_ text: String) {
    startLine()
    StandardStreams.write(text + "\n")
  }

  private func note(_ text: String) {
    if let last = text.utf8.last { isAtLineStart = last == 0x0A }
  }
}
