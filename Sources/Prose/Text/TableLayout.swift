import Cells
import Markup

/// Lays a table out: in columns, or where they do not fit, row by row.
struct TableLayout {
  private let rows: [[ProseTable.Cell]]
  private let layout: ProseLayout
  private let columnCount: Int

  private static let separator = StyledLine(" │ ", .mark)
  /// Columns are not made narrower.
  private static let narrowest = 6

  init(_ table: ProseTable, _ layout: ProseLayout) {
    self.layout = layout
    let widest = table.rows.map(\.count).max() ?? 0
    let full = table.rows.map { row in
      row + Array(repeating: ProseTable.Cell(), count: widest - row.count)
    }
    let used = (0..<widest).filter { column in full.contains { !$0[column].blocks.isEmpty } }
    rows = full.filter { row in row.contains { !$0.blocks.isEmpty } }.map { row in used.map { row[$0] } }
    columnCount = used.count
  }

  private var hasHeader: Bool { rows.count > 1 && rows[0].allSatisfy { $0.isHeader || $0.blocks.isEmpty } }

  func lines(width: Int) -> [StyledLine] {
    if rows.isEmpty { return [] }
    guard let widths = columnWidths(width) else { return records(width) }
    let laidOut = rows.map { row in
      zip(row, widths).map { cell, width in layout.lines(of: cell.blocks, width: width).map { Self.bold($0, cell) } }
    }
    let rule = StyledLine(widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─"), .mark)
    let hasTallRow = laidOut.contains { $0.contains { $0.count > 1 } }
    var lines: [StyledLine] = []
    for (index, cells) in laidOut.enumerated() {
      if index == 1, hasHeader || hasTallRow { lines.append(rule) }
      if index > 1, hasTallRow { lines.append(rule) }
      lines += row(cells, alignments: rows[index].map(\.alignment), widths)
    }
    return lines
  }

  private func row(
    _ cells: [[StyledLine]], alignments: [ProseTable.Alignment], _ widths: [Int]
  ) -> [StyledLine] {
    (0..<(cells.map(\.count).max() ?? 0)).map { index in
      var line = StyledLine()
      for (column, cell) in cells.enumerated() {
        if column > 0 { line.append(Self.separator) }
        let text = index < cell.count ? cell[index] : StyledLine()
        let blanks = max(0, widths[column] - text.width)
        let before = alignments[column] == .left ? 0 : alignments[column] == .right ? blanks : blanks / 2
        line.append(String(repeating: " ", count: before))
        line.append(text)
        if column < cells.count - 1 { line.append(String(repeating: " ", count: blanks - before)) }
      }
      return line.trimmed()
    }
  }

  private static func bold(_ line: StyledLine, _ cell: ProseTable.Cell) -> StyledLine {
    guard cell.isHeader else { return line }
    var bold = StyledLine()
    for span in line.spans {
      var style = span.style
      style.isBold = true
      bold.append(span.text, style)
    }
    return bold
  }

  // MARK: Widths

  /// `nil` where the columns do not fit.
  private func columnWidths(_ width: Int) -> [Int]? {
    var widths = (0..<columnCount).map { column in
      max(1, rows.map { naturalWidth($0[column].blocks) }.max() ?? 1)
    }
    var excess = widths.reduce(0, +) + Self.separator.width * (columnCount - 1) - width
    if excess <= 0 { return widths }
    let least = (0..<columnCount).map { column in
      min(widths[column], max(Self.narrowest, rows.map { minimumWidth($0[column].blocks) }.max() ?? 0))
    }
    while excess > 0 {
      let candidates = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func naturalWidth(_ blocks: [ProseBlock]) -> Int {
    layout.lines(of: blocks, width: 1000).map(\.width).max() ?? 0
  }

  private func minimumWidth(_ blocks: [ProseBlock]) -> Int {
    blocks.map { block in
      if case .paragraph(let inlines, _) = block { return InlineWrapping(inlines).minimumWidth }
      return naturalWidth([block])
    }.max() ?? 0
  }

  // MARK: Records

  /// Each row as lines `column: value`, a rule between rows.
  private func records(_ width: Int) -> [StyledLine] {
    let titles = hasHeader ? rows[0] : []
    let rule = StyledLine(String(repeating: "─", count: min(width, 8)), .mark)
    var lines: [StyledLine] = []
    for (index, row) in rows.dropFirst(titles.isEmpty ? 0 : 1).enumerated() {
      if index > 0 { lines.append(rule) }
      for (column, cell) in row.enumerated() where !cell.blocks.isEmpty {
        lines += layout.lines(of: Self.labelled(cell, by: titles.isEmpty ? nil : titles[column]), width: width)
      }
    }
    return lines
  }

  private static func labelled(_ cell: ProseTable.Cell, by title: ProseTable.Cell?) -> [ProseBlock] {
    guard case .paragraph(let words, _) = title?.blocks.first else { return cell.blocks }
    let label = words.map { inline in
      guard case .text(let text, var style) = inline else { return inline }
      style.isBold = true
      return .text(text, style)
    }
    guard case .paragraph(let contents, let isLoose) = cell.blocks.first else {
      return [.paragraph(label + [.text(":", .text)], isLoose: false)] + cell.blocks
    }
    return [.paragraph(label + [.text(": ", .text)] + contents, isLoose: isLoose)] + cell.blocks.dropFirst()
  }
}
