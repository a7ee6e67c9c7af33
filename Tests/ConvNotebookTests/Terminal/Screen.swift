/// A terminal's screen: what is seen after a program wrote to it.
///
/// Knows what a line editor uses: cursor movement, erasing, scrolling, wide and combining characters, bracketed paste.
/// Colours are counted, not kept. Lines are folded anew when the width changes, as terminals do.
struct Screen {
  private(set) var columns: Int
  let rows: Int
  private(set) var row = 0
  private(set) var column = 0
  private(set) var isBracketedPaste = false
  private(set) var colourCount = 0
  /// Escape sequences of all kinds.
  private(set) var escapeCount = 0
  /// Those that this screen does not know.
  private(set) var unknownSequences: [String] = []
  /// What came between an escape and a terminator (APC, DCS, OSC), with the letter that it starts with.
  private(set) var controlStrings: [String] = []

  /// A line goes on in the next where the text reached the edge.
  private struct Line {
    var cells: [String]
    var isFolded = false
  }
  private var grid: [Line]
  /// Lines that scrolled off the top.
  private var above: [Line] = []
  /// What is behind a screen that the program has for itself.
  private var hidden: (grid: [Line], row: Int, column: Int)?
  private var pending: [UInt8] = []
  /// The right half of a wide character.
  private static let half = ""

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    grid = Array(repeating: Line(cells: Array(repeating: " ", count: columns)), count: rows)
  }

  // MARK: - What is seen

  /// The lines up to the last that is not empty, without blanks at their ends.
  var lines: [String] {
    var lines = grid.map { Self.text(of: $0) }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Whether the program has a screen for itself.
  var isAlternate: Bool { hidden != nil }

  /// Also what scrolled off.
  var allLines: [String] { above.map { Self.text(of: $0) } + lines }

  var text: String { lines.joined(separator: "\n") }

  /// The line of the cursor.
  var cursorLine: String { Self.text(of: grid[row]) }

  private static func text(of line: Line) -> String {
    var text = line.cells.joined()[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  // MARK: - What is written

  mutating func write(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    while let count = takeOne() { pending.removeFirst(count) }
  }

  /// Handles what the pending bytes begin with; gives its length, or `nil` where more must come first.
  private mutating func takeOne() -> Int? {
    guard let first = pending.first else { return nil }
    switch first {
    case 0x1B: return takeEscape()
    case 0x0A: lineFeed()
    case 0x0D: column = 0
    case 0x08: column = max(0, min(column, columns - 1) - 1)
    case 0x07: break
    case 0x00..<0x20, 0x7F: break
    default: return takeCharacter(first)
    }
    return 1
  }

  private mutating func takeCharacter(_ first: UInt8) -> Int? {
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard pending.count >= length else { return nil }
    let text = String(decoding: pending[..<length], as: UTF8.self)
    for scalar in text.unicodeScalars { put(scalar) }
    return length
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if scalar.properties.canonicalCombiningClass != .notReordered {
      let place = max(0, column - 1)
      let base = grid[row].cells[place] == Self.half ? place - 1 : place
      grid[row].cells[base].unicodeScalars.append(scalar)
      return
    }
    let isWide =
      (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
      || (0xAC00...0xD7A3).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
      || (0x1F300...0x1FAFF).contains(scalar.value)
    let width = isWide ? 2 : 1
    if column + width > columns {
      grid[row].isFolded = true
      column = 0
      lineFeed()
    }
    grid[row].cells[column] = String(scalar)
    if isWide { grid[row].cells[column + 1] = Self.half }
    column += width
  }

  private mutating func lineFeed() {
    if row + 1 < rows {
      row += 1
    } else {
      above.append(grid.removeFirst())
      grid.append(Line(cells: Array(repeating: " ", count: columns)))
    }
  }

  private mutating func takeEscape() -> Int? {
    guard pending.count >= 2 else { return nil }
    escapeCount += 1
    if [UInt8(ascii: "_"), UInt8(ascii: "P"), UInt8(ascii: "]")].contains(pending[1]) { return takeControlString() }
    guard pending[1] == UInt8(ascii: "[") else {
      unknownSequences.append(String(decoding: pending[..<2], as: UTF8.self))
      return 2
    }
    guard let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      escapeCount -= 1
      return nil
    }
    let parameters = String(decoding: pending[2..<end], as: UTF8.self)
    perform(Character(Unicode.Scalar(pending[end])), parameters)
    return end + 1
  }

  private mutating func takeControlString() -> Int? {
    let end = pending.indices.dropFirst(2).first {
      pending[$0] == 0x07 || pending[$0] == UInt8(ascii: "\\") && pending[$0 - 1] == 0x1B
    }
    guard let end else {
      escapeCount -= 1
      return nil
    }
    controlStrings.append(String(decoding: pending[1..<end], as: UTF8.self))
    return end + 1
  }

  private mutating func perform(_ command: Character, _ parameters: String) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let count = max(1, (numbers.first ?? nil) ?? 1)
    let column = min(self.column, columns - 1)
    switch command {
    case "A": (row, self.column) = (max(0, row - count), column)
    case "B": (row, self.column) = (min(rows - 1, row + count), column)
    case "C": self.column = min(columns - 1, column + count)
    case "D": self.column = max(0, column - count)
    case "H":
      row = min(rows - 1, count - 1)
      self.column = numbers.count > 1 ? max(0, (numbers[1] ?? 1) - 1) : 0
    case "J" where parameters.isEmpty || parameters == "0":
      erase(row, from: column)
      for below in row + 1..<max(rows, row + 1) { erase(below, from: 0) }
    case "J" where parameters == "2": for row in 0..<rows { erase(row, from: 0) }
    case "K" where parameters.isEmpty || parameters == "0": erase(row, from: column)
    case "m": colourCount += 1
    case "h" where parameters == "?2004": isBracketedPaste = true
    case "l" where parameters == "?2004": isBracketedPaste = false
    case "h" where parameters == "?1049":
      hidden = (grid, row, self.column)
      for row in 0..<rows { erase(row, from: 0) }
    case "l" where parameters == "?1049":
      if let (grid, row, column) = hidden { (self.grid, self.row, self.column) = (grid, row, column) }
      hidden = nil
    default: unknownSequences.append("[\(parameters)\(command)")
    }
  }

  private mutating func erase(_ row: Int, from start: Int) {
    for column in start..<columns { grid[row].cells[column] = " " }
    grid[row].isFolded = false
  }

  // MARK: - Another width

  mutating func resize(columns new: Int) {
    var joined: [[String]] = []
    var cursor = (line: 0, offset: 0)
    var continues = false
    for (index, line) in grid.enumerated() {
      var cells = line.cells
      if !line.isFolded { while cells.last == " " { cells.removeLast() } }
      if continues { joined[joined.count - 1] += cells } else { joined.append(cells) }
      if index == row {
        let start = joined[joined.count - 1].count - cells.count
        cursor = (joined.count - 1, start + min(column, columns - 1))
      }
      continues = line.isFolded
    }
    var folded: [Line] = []
    for (index, cells) in joined.enumerated() {
      let count = max(1, (cells.count + new - 1) / new)
      if index == cursor.line {
        row = folded.count + cursor.offset / new
        column = cursor.offset % new
      }
      for part in 0..<count {
        let slice = Array(cells.dropFirst(part * new).prefix(new))
        folded.append(
          Line(
            cells: slice + Array(repeating: " ", count: new - slice.count), isFolded: part < count - 1))
      }
    }
    // Empty lines at the bottom make room before anything scrolls.
    while folded.count > rows, folded.count - 1 > row, folded.last?.cells.allSatisfy({ $0 == " " }) == true {
      folded.removeLast()
    }
    while folded.count > rows {
      above.append(folded.removeFirst())
      row -= 1
    }
    row = max(row, 0)
    columns = new
    while folded.count < rows { folded.append(Line(cells: Array(repeating: " ", count: new))) }
    grid = folded
  }
}
