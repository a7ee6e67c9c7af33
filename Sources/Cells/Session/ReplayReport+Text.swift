extension ReplayReport {
  /// What `cnb replay` prints for one notebook: a paragraph for each cell that does not match, then a summary line.
  ///
  /// - Parameter isUpdated: whether differences were written to the file.
  package func lines(file: String, isColoured: Bool, isUpdated: Bool = false) -> [String] {
    let palette = Palette(isColoured: isColoured)
    var lines: [String] = []
    for cell in cells {
      guard let headline = cell.headline else { continue }
      lines.append(palette.bold("\(file):\(cell.line): cell \(cell.id) \(headline)"))
      lines += cell.details(isColoured: isColoured).map { $0.isEmpty ? "" : "  " + $0 }
      lines.append("")
    }
    lines.append("\(file): \(summary)" + (isUpdated ? "; updated" : ""))
    if printStyle.reason != nil { lines.append("  print style \(printStyle.text)") }
    lines += rulesUsed.map { "  rule \($0.rule.rawValue) in \($0.cells): \($0.rule.meaning)" }
    return lines
  }

  /// Each rule that made outputs equal, with the ids of the cells, in words.
  private var rulesUsed: [(rule: ComparisonRule, cells: String)] {
    ComparisonRule.allCases.compactMap { rule in
      let ids = cells.filter { $0.rules.contains(rule) }.map(\.id)
      if ids.isEmpty { return nil }
      let shown = ids.prefix(3).joined(separator: ", ")
      return (rule, "\(ids.count) \(ids.count == 1 ? "cell" : "cells") (\(shown)\(ids.count > 3 ? ", ..." : ""))")
    }
  }

  /// `all 12 cells match`, `10 of 12 cells match, 1 differs, 1 failed`.
  package var summary: String {
    let count = cells.count
    let matching = cells.count { $0.status == .matches }
    let cellWord = count == 1 ? "cell" : "cells"
    if count == 0 { return "no cells" }
    if matching == count { return count == 1 ? "1 cell matches" : "all \(count) cells match" }
    var parts = ["\(matching) of \(count) \(cellWord) \(matching == 1 ? "matches" : "match")"]
    func add(_ label: String, _ belongs: (CellStatus) -> Bool) {
      let number = cells.count { belongs($0.status) }
      if number > 0 { parts.append("\(number) \(label)") }
    }
    let differing = cells.count { if case .differs = $0.status { true } else { false } }
    add(differing == 1 ? "differs" : "differ") { if case .differs = $0 { true } else { false } }
    add("not recorded") { $0 == .unrecorded }
    add("failed") { if case .failed = $0 { true } else { false } }
    add("reached a limit") { if case .limit = $0 { true } else { false } }
    add("interrupted") { $0 == .interrupted }
    add("not run") { $0 == .notRun }
    return parts.joined(separator: ", ")
  }
}

extension CellReport {
  /// What does not match, line by line, as `cnb replay` shows it; none where all does.
  package func lines(isColoured: Bool) -> [String] {
    guard let headline else { return [] }
    return [Palette(isColoured: isColoured).bold("cell \(id) \(headline)")]
      + details(isColoured: isColoured).map { $0.isEmpty ? "" : "  " + $0 }
  }

  /// What happened to a cell that does not match, in a few words. Cells that were not run only count.
  var headline: String? {
    switch status {
    case .matches, .notRun: nil
    case .differs: "differs"
    case .unrecorded: "has outputs but none are recorded (record them with --update)"
    case .failed(let error, _): "failed: \(error.summary.visible)"
    case .limit(let limit): "reached \(limit)"
    case .interrupted: "was interrupted"
    }
  }

  func details(isColoured: Bool) -> [String] {
    switch status {
    case .differs(let differences): differences.flatMap { $0.lines(comparison, isColoured: isColoured) }
    case .failed(_, let traceback):
      traceback.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)).visible }
    case .unrecorded:
      outputs.flatMap { DifferenceText.lines(recorded: "", actual: $0.text, isColoured: isColoured) }
    case .matches, .limit, .interrupted, .notRun: []
    }
  }
}

extension OutputDifference {
  func lines(_ comparison: Comparison, isColoured: Bool) -> [String] {
    if kind == .error, let expected = comparison.expectedError {
      return ["expected \(expected), " + (actual.map { "raised \($0.visible)" } ?? "raised nothing")]
    }
    let title: String
    switch (recorded, actual) {
    case (_?, nil): title = "\(kind.title), recorded, is missing:"
    case (nil, _): title = "\(kind.title) is not recorded:"
    default:
      title = comparison.mode == .regex ? "\(kind.title) does not match the pattern:" : "\(kind.title):"
    }
    return [title] + DifferenceText.lines(recorded: recorded ?? "", actual: actual ?? "", isColoured: isColoured)
  }
}

extension RecordedOutput.Kind {
  fileprivate var title: String {
    switch self {
    case .output: "output"
    case .value: "value"
    case .display: "display"
    case .error: "error"
    case .figure: "figure"
    }
  }
}
