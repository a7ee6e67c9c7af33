/// Cells that are text of another kind, shown as IPython shows them where there is only text.
extension Magics {
  static let displaying: [String: Function] = [
    "html": Function(.cell, "Render the cell as a block of HTML.") { try display(.html, $0) },
    "HTML": Function(.cell, "Render the cell as a block of HTML.") { try display(.html, $0) },
    "latex": Function(.cell, "Render the cell as a block of LaTeX.") { try display(.latex, $0) },
    "markdown": Function(.cell, "Render the cell as Markdown text block.") { try display(.markdown, $0) },
  ]

  private static func display(_ format: DisplayObject.Format, _ call: MagicCall) throws -> Value {
    try DisplayModule.show(.object(DisplayObject(format, Value(call.cell ?? ""))), call.interpreter)
    return .none
  }
}
