import Cells
import Prose

/// Lists about an open notebook: its cells, its variables, its commands.
extension NotebookScreen {
  func cellLines(isStaleOnly: Bool, _ options: ViewOptions) -> [StyledLine] {
    let states = notebook.freshness.cells
    let width = states.map(\.id.displayWidth).max() ?? 0
    let digits = String(states.count).count
    return states.enumerated().flatMap { index, cell -> [StyledLine] in
      if isStaleOnly { guard case .stale = cell.freshness else { return [] } }
      var line = StyledLine(String(index + 1).padded(toLeft: digits) + "  ", SpanStyle(.lineNumber))
      line.append(cell.id.padded(to: width) + "  ")
      line.append(cell.freshness.text, SpanStyle(.state(cell.freshness.tone)))
      if notebook.part?.cell?.id == cell.id { line.append("  ◀", .mark) }
      return folded(line, indent: digits + 4, options)
    }
  }

  func variableLines(_ options: ViewOptions) -> [StyledLine] {
    let variables = notebook.variables
    if variables.isEmpty { return [StyledLine("No names yet: run a cell first.")] }
    let nameWidth = variables.map(\.name.displayWidth).max() ?? 0
    let typeWidth = variables.map(\.type.displayWidth).max() ?? 0
    return variables.flatMap { variable in
      var line = StyledLine(variable.name.padded(to: nameWidth) + "  ")
      line.append(variable.type.padded(to: typeWidth) + "  ", SpanStyle(.syntax(.builtin)))
      line.append(variable.summary)
      return folded(line, indent: 4, options)
    }
  }

  private func folded(_ line: StyledLine, indent: Int, _ options: ViewOptions) -> [StyledLine] {
    line.folded(to: options.columns, continuation: StyledLine(String(repeating: " ", count: indent)))
  }

  /// All commands.
  func helpLines(_ options: ViewOptions, hasKeys: Bool) -> [StyledLine] {
    let introduction =
      hasKeys
      ? "Keys act at once on an empty line, but for those that words begin with ("
        + NotebookCommand.keysBeforeEnter.sorted().joined(separator: " ")
        + "): they want Enter, as words do. Tab completes commands, cells and files."
      : "Type a command or its key, then Enter."
    var lines = ProseText.lines(ofMarkdown: introduction, options) + [StyledLine()]
    let rows = NotebookVerb.allCases.map { verb -> (keys: String, words: String, summary: String) in
      let description = verb.description
      let keys = description.keys.map { $0.isEmpty ? "Enter" : $0 == " " ? "Space" : $0 }.joined(separator: " ")
      return (keys, description.words[0] + description.argument.text, description.summary)
    }
    let keyWidth = rows.map(\.keys.count).max() ?? 0
    let wordWidth = rows.map(\.words.count).max() ?? 0
    let isNarrow = options.columns < keyWidth + wordWidth + 40
    for row in rows {
      var line = StyledLine(row.keys.padded(to: keyWidth) + "  ", SpanStyle(.code))
      line.append(isNarrow ? row.words : row.words.padded(to: wordWidth) + "  ", SpanStyle(.syntax(.keyword)))
      if isNarrow {
        lines.append(line)
        lines += ProseText.lines(ofMarkdown: row.summary, options).map { StyledLine("    ") + $0 }
      } else {
        lines += folded(line + StyledLine(row.summary), indent: keyWidth + wordWidth + 4, options)
      }
    }
    return lines
  }
}

extension NotebookVerb.Argument {
  fileprivate var text: String {
    switch self {
    case .none: ""
    case .optional(let name): " [\(name)]"
    case .needed(let name, _): " \(name)"
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }
  fileprivate func padded(toLeft width: Int) -> String {
    String(repeating: " ", count: max(0, width - displayWidth)) + self
  }
}
