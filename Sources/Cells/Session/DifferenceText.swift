/// Shows people how two texts differ: line by line, what changed in a line marked under it, and how far numbers are
/// apart.
///
///       x.shape = (4, 3)
///     - mean = 0.5511276474566768
///     + mean = 0.5511276474566769
///                               ^
///       0.5511276474566768 is now 0.5511276474566769: off by 1.11e-16, relative 2.01e-16
package struct DifferenceText {
  private let palette: Palette
  private var lines: [String] = []
  private var numbers = NumberDifferences()

  /// Equal lines shown before and after a change.
  private static let context = 2
  /// Changed lines shown of one difference.
  private static let longest = 40

  /// The lines to print, without line ends.
  package static func lines(recorded: String, actual: String, isColoured: Bool) -> [String] {
    var text = DifferenceText(palette: Palette(isColoured: isColoured))
    text.add(recorded: split(recorded, other: actual), actual: split(actual, other: recorded))
    return text.lines
  }

  private init(palette: Palette) { self.palette = palette }

  /// Lines as they can be shown; where only one text ends in a newline, the other gets a line that says so.
  private static func split(_ text: String, other: String) -> [String] {
    if text.isEmpty { return [] }
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)).visible }
    let hasNewline = text.utf8.last == 0x0A
    if hasNewline {
      lines.removeLast()
    } else if other.utf8.last == 0x0A {
      lines.append("(no newline at the end)")
    }
    return lines
  }

  private mutating func add(recorded: [String], actual: [String]) {
    let changes = SequenceDiff(recorded.map(Exactly.init), actual.map(Exactly.init)).changes
    let context = DifferenceText.context
    var shown = 0
    var position = 0
    for (index, change) in changes.enumerated() {
      if shown >= DifferenceText.longest {
        let rest = changes[index...].reduce(0) { $0 + max($1.removed.count, $1.inserted.count) }
        lines.append("  ... and \(rest) more \(rest == 1 ? "line differs" : "lines differ")")
        break
      }
      let contextStart = max(position, change.removed.lowerBound - context)
      if contextStart > position || index == 0 && contextStart > 0 { lines.append("  ...") }
      for line in recorded[contextStart..<change.removed.lowerBound] { lines.append("  " + line) }
      shown += add(
        recorded: recorded[change.removed], actual: actual[change.inserted], limit: DifferenceText.longest - shown)
      let next = index + 1 < changes.count ? changes[index + 1].removed.lowerBound : recorded.count
      position = min(change.removed.upperBound + context, next)
      for line in recorded[change.removed.upperBound..<position] { lines.append("  " + line) }
    }
    lines += numbers.lines
  }

  /// Shows one change, the first recorded line beside the first actual one and so on.
  private mutating func add(recorded: ArraySlice<String>, actual: ArraySlice<String>, limit: Int) -> Int {
    let pairs = min(recorded.count, actual.count)
    let total = max(recorded.count, actual.count)
    for (old, new) in zip(recorded.prefix(min(pairs, limit)), actual) { add(changed: old, to: new) }
    if pairs < limit {
      for line in recorded.dropFirst(pairs).prefix(limit - pairs) { lines.append(palette.red("- " + line)) }
      for line in actual.dropFirst(pairs).prefix(limit - pairs) { lines.append(palette.green("+ " + line)) }
    }
    if total > limit {
      lines.append("  ... and \(total - limit) more \(total - limit == 1 ? "line" : "lines")")
    }
    return total
  }

  private mutating func add(changed old: String, to new: String) {
    let marks = LineMarks(old, new)
    numbers.add(marks.numbers)
    lines.append(palette.red("- " + old))
    if !marks.old.isEmpty, marks.old != marks.new { lines.append(palette.red("  " + marks.old)) }
    lines.append(palette.green("+ " + new))
    if !marks.new.isEmpty { lines.append(palette.green("  " + marks.new)) }
  }
}
