import Cells

/// A whole notebook as lines.
package enum NotebookView {
  package static func lines(_ notebook: ExportedNotebook, _ options: ViewOptions) -> [StyledLine] {
    var lines: [StyledLine] = []
    func add(_ part: [StyledLine]) {
      if part.isEmpty { return }
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines += part
    }
    if let title = notebook.title, notebook.firstHeading == nil {
      add(ProseText.lines(ofTitle: title, options))
    }
    var number = 0
    for part in notebook.parts {
      switch part {
      case .prose(let text): add(ProseText.lines(ofMarkdown: text, options))
      case .raw(let text): add(CodeText.plain(text))
      case .cell(let cell):
        number += 1
        add(self.lines(of: cell, number: number, options))
      }
    }
    return lines
  }

  package static func lines(of cell: ExportedCell, number: Int, _ options: ViewOptions) -> [StyledLine] {
    var parts = [CellView.Header.Part(cell.id ?? "cell \(number)")]
    if let count = cell.executionCount { parts.append(CellView.Header.Part("[\(count)]", .quiet)) }
    return CellView(header: CellView.Header(parts), code: cell.code, outputs: cell.outputs).lines(options)
  }
}
