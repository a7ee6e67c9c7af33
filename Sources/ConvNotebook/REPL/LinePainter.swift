/// Keeps the rows of a cell on the terminal up to date: writes only what changed since the last time.
///
/// Of a cell that is taller than the terminal the rows round the cursor are shown.
struct LinePainter {
  private var shown: [LineLayout.StyledRow] = []
  /// The cursor's place among the shown rows.
  private var row = 0
  private var column = 0
  /// The layout's row that is shown first.
  private var top = 0

  /// What to write to show the layout.
  mutating func paint(_ layout: LineLayout, height: Int) -> String {
    let height = max(height, 1)
    top = min(top, layout.cursorRow, max(layout.rows.count - height, 0))
    if layout.cursorRow >= top + height { top = layout.cursorRow - height + 1 }
    let rows = Array(layout.rows[top..<min(top + height, layout.rows.count)])
    var output = ""
    for (index, new) in rows.enumerated() {
      if index < shown.count, shown[index] == new { continue }
      move(toRow: index, &output)
      output += new.text
      if index < shown.count, shown[index].width > new.width { output += "\u{1B}[K" }
      column = new.width
    }
    if rows.count < shown.count {
      move(toRow: rows.count, &output)
      output += "\u{1B}[J"
    }
    shown = rows
    if row != layout.cursorRow - top || column != layout.cursorColumn {
      move(toRow: layout.cursorRow - top, &output)
      if layout.cursorColumn > 0 { output += "\u{1B}[\(layout.cursorColumn)C" }
      column = layout.cursorColumn
    }
    return output
  }

  /// Shows the whole cell, however tall, and goes to the line below it.
  mutating func finish(_ layout: LineLayout) -> String {
    var output = ""
    if top > 0 || layout.rows.count > shown.count {
      output = erase() + layout.rows.map(\.text).joined(separator: "\r\n")
    } else {
      output = paint(layout, height: layout.rows.count)
      if row < layout.rows.count - 1 { output += "\u{1B}[\(layout.rows.count - 1 - row)B" }
    }
    self = LinePainter()
    return output + "\r\n"
  }

  /// Takes everything off the terminal; the cursor is where the first row was.
  mutating func erase() -> String {
    let output = "\r" + (row > 0 ? "\u{1B}[\(row)A" : "") + "\u{1B}[J"
    self = LinePainter()
    return output
  }

  /// After the terminal got another width, and folded the rows that became too long.
  mutating func eraseFolded(columns: Int) -> String {
    let above = shown.prefix(row).reduce(0) { $0 + max(1, ($1.width + columns - 1) / columns) }
    row = above + column / columns
    return erase()
  }

  /// The terminal shows nothing any more, and the cursor is at its top.
  mutating func forget() { self = LinePainter() }

  private mutating func move(toRow target: Int, _ output: inout String) {
    if target == row {
      if column != 0 { output += "\r" }
    } else if target < row {
      output += "\r\u{1B}[\(row - target)A"
    } else {
      // Below the last row there may be no line yet: a line end makes one, where going down would not.
      output += String(repeating: "\r\n", count: target - row)
    }
    row = target
    column = 0
  }
}
