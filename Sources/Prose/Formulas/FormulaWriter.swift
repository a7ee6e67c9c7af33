import Cells
import Markup

/// Writes formulas as text.
struct FormulaWriter {
  /// Whether matrices and cases may have several lines.
  var hasLines: Bool
  /// Inside a script, where everything stands close together.
  var isScript = false

  /// What `\quad` is worth.
  static let quad = "    "

  init(hasLines: Bool) { self.hasLines = hasLines }

  // MARK: Whole formulas

  func box(of formula: TeXFormula) -> FormulaBox {
    let isTable = formula.rows.count > 1 || formula.rows.contains { $0.count > 1 }
    var box = isTable ? aligned(formula.rows) : row(formula.rows.first?.first ?? .row([]))
    if let tag = formula.tag { box.append(FormulaBox("(\(tag))"), gap: 4) }
    return box
  }

  /// The formula's rows on a line each.
  func rows(of formula: TeXFormula) -> [String] {
    var rows = formula.rows
    if rows.count == 1, rows[0].count == 1, case .table(let inner, let name) = rows[0][0].onlyItem,
      MathSymbols.environments[name]?.className == "align" || name == "gathered"
    {
      rows = inner
    }
    var texts = rows.map { cells in
      cells.enumerated().map { row($1, isContinued: $0 % 2 == 1).text }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    if let tag = formula.tag, !texts.isEmpty { texts[texts.count - 1] += Self.quad + "(\(tag))" }
    return texts
  }

  /// Columns in pairs, the first of each to the right and the second to the left, so that they meet.
  private func aligned(_ rows: [[TeXNode]]) -> FormulaBox {
    let cells = rows.map { cells in cells.enumerated().map { row($1, isContinued: $0 % 2 == 1) } }
    return Self.grid(cells, gaps: { $0 % 2 == 1 ? 1 : 4 }, isRight: { $0 % 2 == 0 && cells.contains { $0.count > 1 } })
  }

  /// - Parameter gaps: the blanks in front of a column.
  private static func grid(
    _ rows: [[FormulaBox]], gaps: (Int) -> Int, isRight: (Int) -> Bool
  ) -> FormulaBox {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0 }
    var lines: [String] = []
    for row in rows {
      var line = FormulaBox.empty
      var column = 0
      for (index, cell) in row.enumerated() where widths[index] > 0 {
        let blanks = widths[index] - cell.width
        let gap = column == 0 && index == 0 ? 0 : gaps(index)
        let before = isRight(index) ? blanks : 0
        // A tall line grows to the right of what stands before it.
        let missing = column - line.width
        line.append(cell, gap: max(0, missing) + gap + before)
        column += gap + widths[index]
      }
      lines += line.lines
    }
    return FormulaBox(lines: lines, base: max(0, (lines.count - 1) / 2))
  }

  // MARK: Parts

  /// - Parameter isContinued: the row goes on from one to its left.
  func row(_ node: TeXNode, isContinued: Bool = false) -> FormulaBox {
    var line = FormulaLine(isScript: isScript, isContinued: isContinued)
    for item in node.items { line.add(item, self) }
    return line.box()
  }

  /// One part and how it stands to its neighbours; `nil` for what is not seen.
  func part(_ node: TeXNode) -> FormulaPart? {
    switch node {
    case .blank: nil
    case .row(let items):
      items.isEmpty ? nil : group(node)
    case .letter(let letter, _): FormulaPart(letter, letter == "…" ? .other : .letter)
    case .number(let digits): FormulaPart(digits, .number)
    case .sign(let sign): FormulaPart(sign, SignTable.kind(of: sign))
    case .largeSign(let sign, _): FormulaPart(sign, .large)
    case .bracket(let bracket), .sizedBracket(let bracket, _): FormulaPart(bracket, SignTable.kind(of: bracket))
    case .letters(let text, let alphabet): FormulaPart(alphabet.readableText(text), .letter)
    case .name(let name, _): FormulaPart(name, .function)
    case .space(let width): space(width)
    case .text(let text): FormulaPart(text, .text)
    case .accent(let base, let mark, _): FormulaPart(accent(row(base), mark), .letter)
    case .unknown(let source): FormulaPart(source, .unknown)
    default: structure(node)
    }
  }

  private func structure(_ node: TeXNode) -> FormulaPart? {
    switch node {
    case .fraction(let upper, let lower):
      let (upper, lower) = (row(upper), row(lower))
      let text = Self.bracketed(upper, ifAny: Self.isSum) + "/" + Self.bracketed(lower, ifAny: Self.isProduct)
      return FormulaPart(text, .fraction)
    case .binomial(let upper, let lower):
      return FormulaPart("(\(row(upper).text) over \(row(lower).text))", .letter)
    case .root(let contents, let index):
      let sign = ["3": "∛", "4": "∜"][index ?? ""] ?? (index.map { ScriptText.text($0, isUpper: true) } ?? "") + "√"
      return FormulaPart(sign + Self.bracketed(row(contents), ifAny: Self.isProduct), .scripted)
    case .classed(let contents, let command):
      return FormulaPart(row(contents), SignTable.kinds[command] ?? .letter)
    case .fenced(let open, let contents, let close):
      return FormulaPart(row(contents).fenced(open, close), .fenced)
    case .table(let rows, let name): return FormulaPart(table(rows, name), .fenced)
    case .underlined(let contents), .braced(let contents, _): return group(contents)
    case .stacked(let base, let mark, let isOver):
      return scripts(
        base, lower: isOver ? nil : mark, upper: isOver ? mark : nil, primes: 0, takesLimits: false)
    case .scripts(let base, let lower, let upper, let primes, let takesLimits):
      return scripts(base, lower: lower, upper: upper, primes: primes, takesLimits: takesLimits)
    default: return nil
    }
  }

  private func group(_ node: TeXNode) -> FormulaPart? {
    let items = node.items.filter { $0 != .blank }
    if items.count == 1 { return part(items[0]) }
    let box = row(node)
    return FormulaPart(box, items.allSatisfy(\.isLetter) ? .letter : .group)
  }

  private func space(_ width: String) -> FormulaPart? {
    guard let ems = Double(width), ems > 0 else { return nil }
    return FormulaPart("", .space(ems >= 1 ? Int(ems) * Self.quad.utf8.count : 1))
  }

  /// As a combining mark on one letter, as a word in front of more.
  private func accent(_ base: FormulaBox, _ mark: String) -> String {
    let marks: [String: (combining: String, word: String)] = [
      "^": ("\u{302}", "hat"), "¯": ("\u{304}", "bar"), "~": ("\u{303}", "tilde"), "→": ("\u{20D7}", "vec"),
      "˙": ("\u{307}", "dot"), "¨": ("\u{308}", "ddot"), "ˇ": ("\u{30C}", "check"), "˘": ("\u{306}", "breve"),
      "´": ("\u{301}", "acute"), "`": ("\u{300}", "grave"), "˚": ("\u{30A}", "ring"),
    ]
    guard let (combining, word) = marks[mark] else { return base.text }
    return base.text.count == 1 ? base.text + combining : "\(word)(\(base.text))"
  }

  private func table(_ rows: [[TeXNode]], _ name: String) -> FormulaBox {
    let environment = MathSymbols.environments[name] ?? MathSymbols.Environment()
    if !hasLines {
      let text = rows.map { cells in
        let isAligned = environment.className == "align"
        let texts = cells.enumerated().map { row($1, isContinued: isAligned && $0 % 2 == 1).text }
        return texts.filter { !$0.isEmpty }.joined(separator: environment.className == nil ? ", " : " ")
      }.joined(separator: "; ")
      let isBare = environment.open.isEmpty && environment.className == nil && rows.count > 1
      return FormulaBox((isBare ? "[" : environment.open) + text + (isBare ? "]" : environment.close))
    }
    if environment.className == "align" { return aligned(rows) }
    let cells = rows.map { $0.map { row($0) } }
    let isCases = environment.className == "cases"
    let isNumeric = { (column: Int) in cells.allSatisfy { column >= $0.count || Self.isNumber($0[column].text) } }
    let grid = Self.grid(cells, gaps: { _ in isCases ? 3 : 2 }, isRight: { !isCases && isNumeric($0) })
    return grid.fenced(isCases && grid.isTall ? "{" : environment.open, environment.close)
  }

  private static func isNumber(_ text: String) -> Bool { text.allSatisfy { $0.isNumber || "−.".contains($0) } }

  // MARK: Scripts

  private func scripts(
    _ base: TeXNode, lower: TeXNode?, upper: TeXNode?, primes: Int, takesLimits: Bool
  ) -> FormulaPart? {
    let basePart = part(base) ?? FormulaPart("", .letter)
    var box = basePart.box
    if basePart.kind == .group || basePart.kind == .fraction { box = box.fenced("(", ")") }
    let lowerText = lower.map(scriptText) ?? ""
    let upperText = upper.map(scriptText) ?? ""
    var text = String(repeating: "′", count: primes)
    if takesLimits, !upperText.isEmpty, lowerText.contains("=") {
      text += "_(\(lowerText)..\(upperText))"
    } else if case .braced = base {
      // What a brace says is a remark.
      text += "_(\(lowerText + upperText))"
    } else {
      let scripts = [
        ScriptText.text(lowerText, isUpper: false), ScriptText.text(upperText, isUpper: true),
      ]
      // The one in small characters first: behind the other it would look like a part of it.
      let isLowerLong = !lowerText.isEmpty && ScriptText.small(lowerText, isUpper: false) == nil
      let isUpperSmall = ScriptText.small(upperText, isUpper: true) != nil
      text += isLowerLong && isUpperSmall ? scripts[1] + scripts[0] : scripts[0] + scripts[1]
    }
    // Beside a matrix scripts stand at its top.
    box = box.isTall ? box.with(atTop: text) : box.with(text)
    switch basePart.kind {
    case .large, .function, .relation, .binary: return FormulaPart(box, basePart.kind)
    default: return FormulaPart(box, .scripted)
    }
  }

  /// Close together, or if that is long as outside scripts.
  private func scriptText(_ node: TeXNode) -> String {
    var writer = FormulaWriter(hasLines: false)
    writer.isScript = true
    let text = writer.row(node).text
    return text.count > Self.longestScript ? FormulaWriter(hasLines: false).row(node).text : text
  }

  private static let longestScript = 8

  // MARK: Brackets

  private static func bracketed(_ box: FormulaBox, ifAny needsBrackets: (String) -> Bool) -> String {
    let text = box.text
    return needsBrackets(text) && !ScriptText.isBracketed(text) ? "(\(text))" : text
  }

  /// Whether text holds more than one word, or a fraction.
  private static func isSum(_ text: String) -> Bool { text.contains(" ") || text.contains("/") }

  /// Whether text holds a product without a sign as well: `2n`, but not `stride`.
  private static func isProduct(_ text: String) -> Bool {
    if isSum(text) { return true }
    guard text.first?.isNumber == true else { return false }
    return text.contains { $0.isLetter }
  }
}

extension FormulaBox {
  fileprivate func with(atTop text: String) -> FormulaBox {
    var box = self
    box.lines[0] += text
    return box
  }
}

extension TeXNode {
  /// What stands alone in a row.
  fileprivate var onlyItem: TeXNode {
    let items = items.filter { $0 != .blank }
    return items.count == 1 ? items[0] : self
  }

  fileprivate var isLetter: Bool {
    switch self {
    case .letter, .letters, .blank: true
    default: false
    }
  }
}
