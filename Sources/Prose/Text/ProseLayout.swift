import Cells
import Markup

/// Lays blocks of prose out in lines.
struct ProseLayout {
  let isPlain: Bool
  /// How many lists are open.
  private var listDepth = 0

  init(isPlain: Bool) { self.isPlain = isPlain }

  /// - Parameter isTight: inside a list item, whose lists follow its text without a blank line.
  func lines(of blocks: [ProseBlock], width: Int, isTight: Bool = false) -> [StyledLine] {
    var lines: [StyledLine] = []
    var last: ProseBlock?
    for block in blocks {
      let new = self.lines(of: block, width: width)
      if new.isEmpty { continue }
      if let last, Self.hasGap(last, block, isTight: isTight) { lines.append(StyledLine()) }
      lines += new
      last = block
    }
    return lines
  }

  private static func hasGap(_ above: ProseBlock, _ below: ProseBlock, isTight: Bool) -> Bool {
    switch (above, below) {
    case (.formula, .formula): return false
    // The text of a loose item belongs to the list under it.
    case (.paragraph, .list) where isTight: return below.wantsGap(isTight: true)
    default: break
    }
    return above.wantsGap(isTight: isTight) || below.wantsGap(isTight: isTight)
  }

  private func lines(of block: ProseBlock, width: Int) -> [StyledLine] {
    switch block {
    case .paragraph(let inlines, _): InlineWrapping(inlines).lines(width: width)
    case .heading(let level, let inlines): heading(level, inlines, width)
    case .code(let code, let language): codeLines(code, language, width)
    case .list(let items, let start): list(items, start: start, width)
    case .quotation(let blocks): prefixed(blocks, StyledLine("│ ", .mark), width)
    case .indented(let blocks): prefixed(blocks, StyledLine("    "), width)
    case .table(let table): TableLayout(table, self).lines(width: width)
    case .formula(let formula):
      FormulaText.displayed(formula, width: width - 4).map {
        (StyledLine("    ") + StyledLine($0, SpanStyle(.formula))).trimmed()
      }
    case .rule: [StyledLine(String(repeating: "─", count: width), .mark)]
    }
  }

  private func heading(_ level: Int, _ inlines: [Inline], _ width: Int) -> [StyledLine] {
    guard level <= 2 else {
      let mark = StyledLine(String(repeating: "#", count: level) + " ", SpanStyle(.heading(level)))
      return prefixed(InlineWrapping(inlines).lines(width: width - mark.width), first: mark)
    }
    let lines = InlineWrapping(inlines).lines(width: width)
    let ruleWidth = lines.map(\.width).max() ?? 0
    return lines + [StyledLine(String(repeating: level == 1 ? "═" : "─", count: ruleWidth), SpanStyle(.heading(level)))]
  }

  private func codeLines(_ code: String, _ language: String, _ width: Int) -> [StyledLine] {
    let indent = StyledLine(String(repeating: " ", count: width < 60 ? 2 : 4))
    let lines = CommonMark.isPython(language) ? CodeText.python(code) : CodeText.plain(code)
    return lines.flatMap { line in
      line.folded(to: width - indent.width, continuation: .foldMark).map { (indent + $0).trimmed() }
    }
  }

  // MARK: Nesting

  /// Narrow text is not indented further, so that something of each line is left.
  private static let narrowest = 16

  private func prefixed(_ blocks: [ProseBlock], _ prefix: StyledLine, _ width: Int) -> [StyledLine] {
    let fits = width - prefix.width >= Self.narrowest
    return lines(of: blocks, width: fits ? width - prefix.width : width).map { fits ? (prefix + $0).trimmed() : $0 }
  }

  private func prefixed(_ lines: [StyledLine], first: StyledLine) -> [StyledLine] {
    let rest = StyledLine(String(repeating: " ", count: first.width))
    return lines.enumerated().map { index, line in
      index == 0 ? first + line : line.isEmpty ? line : rest + line
    }
  }

  private func list(_ items: [[ProseBlock]], start: Int?, _ width: Int) -> [StyledLine] {
    var inner = self
    inner.listDepth += 1
    let isLoose = items.contains { $0.contains(where: \.isLooseParagraph) }
    let lastNumber = start.map { $0 + items.count - 1 }
    var lines: [StyledLine] = []
    for (index, item) in items.enumerated() {
      let (mark, blocks) = mark(of: item, number: start.map { $0 + index }, lastNumber: lastNumber)
      let room = width - mark.width >= Self.narrowest ? width - mark.width : width
      var itemLines = inner.lines(of: blocks, width: room, isTight: true)
      if itemLines.isEmpty { itemLines = [StyledLine()] }
      if isLoose, !lines.isEmpty { lines.append(StyledLine()) }
      lines += room < width ? prefixed(itemLines, first: mark) : itemLines
    }
    return lines
  }

  /// What stands in front of an item, and the item without its `[x]`.
  private func mark(of item: [ProseBlock], number: Int?, lastNumber: Int?) -> (StyledLine, [ProseBlock]) {
    if let number {
      let (text, widest) = ("\(number). ", "\(lastNumber ?? number). ")
      let blanks = String(repeating: " ", count: max(0, widest.utf8.count - text.utf8.count))
      return (StyledLine(blanks + text, .mark), item)
    }
    if case .paragraph(let inlines, let isLoose) = item.first, case .text(let text, let style) = inlines.first,
      ["[ ] ", "[x] ", "[X] "].contains(where: { text.hasPrefix($0) })
    {
      let rest = [.text(String(text.dropFirst(4)), style)] + inlines.dropFirst()
      return (StyledLine(String(text.prefix(4)), .mark), [.paragraph(rest, isLoose: isLoose)] + item.dropFirst())
    }
    let bullets = ["• ", "◦ ", "▪ "]
    return (StyledLine(bullets[min(listDepth, bullets.count - 1)], .mark), item)
  }
}

extension ProseBlock {
  fileprivate var isLooseParagraph: Bool {
    if case .paragraph(_, isLoose: true) = self { true } else { false }
  }

  fileprivate func wantsGap(isTight: Bool) -> Bool {
    switch self {
    case .paragraph(_, let isLoose): isLoose
    case .list(let items, _): !isTight || items.contains { $0.contains(where: \.isLooseParagraph) }
    case .indented: false
    case .heading, .code, .quotation, .table, .formula, .rule: true
    }
  }
}
