import Arrays
import Markup

/// Numbers in rows and columns with their indices, some of them marked: one block of a trace's screen.
struct NumberGrid {
  enum Entry {
    case number(Double)
    /// In the margins.
    case padding
    /// Not computed yet.
    case open
  }

  /// Entries between two signs, so that they are seen without colours too.
  struct Mark {
    var rows: Range<Int>
    var columns: Range<Int>
    var signs: (start: String, end: String) = ("[", "]")
    var style = NumberGrid.marked

    init(_ rows: Range<Int>, _ columns: Range<Int>) { (self.rows, self.columns) = (rows, columns) }

    init(_ row: Int, _ column: Int) { self.init(row..<row + 1, column..<column + 1) }

    var pinned: Mark {
      var mark = self
      mark.signs = ("{", "}")
      mark.style = SpanStyle(.state(.warning))
      return mark
    }
  }

  static let marked: SpanStyle = {
    var inverse = TerminalStyle()
    inverse.apply([7])
    return SpanStyle(.terminal(inverse))
  }()

  /// With the rows and columns that are shown, as slices: `:` for all.
  var title: (_ rows: String, _ columns: String) -> String
  var rowCount: Int
  var columnCount: Int
  /// Whether rows and columns are numbered.
  var hasIndices = true
  /// The first that covers an entry decides.
  var marks: [Mark] = []
  /// What stays in sight where there is no room for all.
  var focus: Mark?
  var entry: (_ row: Int, _ column: Int) -> Entry

  /// The grid with entries that are computed once, however often they are looked at.
  var remembering: NumberGrid {
    final class Memory { var entries: [[Int]: Entry] = [:] }
    let memory = Memory()
    var grid = self
    grid.entry = { [entry] row, column in
      if let known = memory.entries[[row, column]] { return known }
      let new = entry(row, column)
      memory.entries[[row, column]] = new
      return new
    }
    return grid
  }

  /// - Parameters:
  ///   - columns: of the terminal.
  ///   - rows: the most rows of numbers.
  func lines(columns: Int, rows: Int, digits: Int) -> [StyledLine] {
    let shownRows = Self.part(of: rowCount, around: focus?.rows, room: max(rows, 1))
    let labelWidth = hasIndices ? String(max(shownRows.upperBound - 1, 0)).utf8.count + 1 : 0
    // What a column takes is known only when it is known which are shown: begin with all that might be.
    var room = max((columns - labelWidth - 1) / 2, 1)
    var shownColumns = Self.part(of: columnCount, around: focus?.columns, room: room)
    var format = format(shownRows, shownColumns, digits)
    while labelWidth + 1 + shownColumns.count * (format.width + 1) > columns, shownColumns.count > 1 {
      room = max(min(shownColumns.count - 1, (columns - labelWidth - 1) / (format.width + 1)), 1)
      shownColumns = Self.part(of: columnCount, around: focus?.columns, room: room)
      format = self.format(shownRows, shownColumns, digits)
    }
    func slice(_ part: Range<Int>, of count: Int) -> String {
      part.count < count ? "\(part.lowerBound):\(part.upperBound)" : ":"
    }
    let head = title(slice(shownRows, of: rowCount), slice(shownColumns, of: columnCount))
    var lines = [StyledLine(head, SpanStyle(.heading(3))).cut(to: columns)]
    if hasIndices {
      var indices = StyledLine(String(repeating: " ", count: labelWidth))
      for column in shownColumns { indices.append(" " + String(column).padded(to: format.width), .mark) }
      lines.append(indices)
    }
    return lines
      + shownRows.map { row in
        let label = hasIndices ? String(row).padded(to: labelWidth - 1) + " " : ""
        return StyledLine(label, .mark) + line(row, shownColumns, format)
      }
  }

  private func line(_ row: Int, _ columns: Range<Int>, _ format: NumberFormat) -> StyledLine {
    var line = StyledLine()
    for column in columns {
      let (sign, style) = sign(row, before: column)
      line.append(sign, style)
      let mark = marks.first { $0.rows.contains(row) && $0.columns.contains(column) }
      let entry = entry(row, column)
      line.append(format.text(entry).padded(to: format.width), mark?.style ?? entry.style)
    }
    let (sign, style) = sign(row, before: columns.upperBound)
    line.append(sign, style)
    return line
  }

  /// What stands between two entries.
  private func sign(_ row: Int, before column: Int) -> (String, SpanStyle) {
    for mark in marks where mark.rows.contains(row) {
      if mark.columns.lowerBound == column { return (mark.signs.start, mark.style) }
      if mark.columns.upperBound == column { return (mark.signs.end, mark.style) }
      if mark.columns.contains(column) { return (" ", mark.style) }
    }
    return (" ", .text)
  }

  private func format(_ rows: Range<Int>, _ columns: Range<Int>, _ digits: Int) -> NumberFormat {
    var numbers: [Double] = []
    for row in rows {
      for column in columns { if case .number(let number) = entry(row, column) { numbers.append(number) } }
    }
    return NumberFormat(of: numbers, digits: digits)
  }

  /// So many of `count` as there is room for, the focus in their middle.
  private static func part(of count: Int, around focus: Range<Int>?, room: Int) -> Range<Int> {
    if count <= room { return 0..<count }
    let focus = focus ?? 0..<1
    let start = min(max(focus.lowerBound - max(room - focus.count, 0) / 2, 0), count - room)
    return start..<start + room
  }
}

extension NumberGrid.Entry {
  fileprivate var style: SpanStyle {
    switch self {
    case .number: .text
    case .padding, .open: .mark
    }
  }
}

/// How the numbers of a grid are written: all with as many digits behind the point.
struct NumberFormat {
  private enum Form { case integers, fixed, exponents }

  private let form: Form
  private let digits: Int
  /// Of the widest.
  private(set) var width = 1

  init(of numbers: [Double], digits: Int) {
    self.digits = digits
    let sizes = numbers.filter(\.isFinite).map(\.magnitude)
    let largest = sizes.max() ?? 0
    var smallestShown = 1.0
    for _ in 0..<digits { smallestShown /= 10 }
    if largest >= 1e6 || largest > 0 && largest < smallestShown {
      form = .exponents
    } else {
      form = sizes.allSatisfy { $0 == $0.rounded() } ? .integers : .fixed
    }
    width = numbers.map { text(.number($0)).utf8.count }.max() ?? 1
  }

  func text(_ entry: NumberGrid.Entry) -> String {
    switch entry {
    case .padding: "·"
    case .open: "?"
    case .number(let number):
      switch form {
      case .integers: FloatText.fixed(number, digits: 0)
      case .fixed: FloatText.fixed(number, digits: digits)
      case .exponents: FloatText.exponent(number, digits: max(digits - 1, 0))
      }
    }
  }
}

extension String {
  /// With blanks in front.
  fileprivate func padded(to width: Int) -> String {
    String(repeating: " ", count: max(width - displayWidth, 0)) + self
  }
}
