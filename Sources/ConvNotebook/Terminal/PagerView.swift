import Cells
import Prose

/// What a pager shows: some of its lines, and a last line that says where they are.
struct PagerView {
  private(set) var lines: [StyledLine]
  private var columns: Int
  /// Of the terminal.
  private var rows: Int
  private var top = 0
  /// What was searched for; empty before the first search.
  private var pattern = ""
  /// In place of the position: what is being typed, or that there is no match.
  var message: String?

  init(_ lines: [StyledLine], columns: Int, rows: Int) {
    self.lines = lines
    self.columns = columns
    self.rows = rows
  }

  private var height: Int { max(1, rows - 1) }
  private var lastTop: Int { max(0, lines.count - height) }

  /// After the terminal got another size: the lines are made anew, and what was at the top stays near it.
  mutating func resize(_ lines: [StyledLine], columns: Int, rows: Int) {
    top = self.lines.isEmpty ? 0 : top * lines.count / self.lines.count
    (self.lines, self.columns, self.rows) = (lines, columns, rows)
    top = min(top, lastTop)
  }

  mutating func perform(_ key: PagerKey) {
    message = nil
    switch key {
    case .nextPage: move(height)
    case .previousPage: move(-height)
    case .nextHalf: move(height / 2)
    case .previousHalf: move(-(height / 2))
    case .nextLine: move(1)
    case .previousLine: move(-1)
    case .start: top = 0
    case .end: top = lastTop
    case .nextMatch: findAgain(forward: true)
    case .previousMatch: findAgain(forward: false)
    case .search, .leave, .other: break
    }
  }

  private mutating func move(_ count: Int) { top = max(0, min(top + count, lastTop)) }

  // MARK: Searching

  /// Goes to the next line that holds the text; an empty one searches for the last text again.
  mutating func search(_ text: String) {
    message = nil
    if !text.isEmpty { pattern = text }
    find(in: Array(top + 1..<max(lines.count, top + 1)) + Array(0...top))
  }

  private mutating func findAgain(forward: Bool) {
    guard lines.count > 1 else { return }
    let behind = Array(top + 1..<max(lines.count, top + 1))
    let before = Array(0..<top)
    find(in: forward ? behind + before : before.reversed() + behind.reversed())
  }

  private mutating func find(in order: [Int]) {
    if pattern.isEmpty { return }
    if let found = order.first(where: { lines.indices.contains($0) && holds(lines[$0].text) }) {
      top = min(found, max(0, lines.count - 1))
    } else {
      message = "not found: \(pattern)"
    }
  }

  /// Capital letters are looked for only where there is one in the pattern.
  private func holds(_ text: String) -> Bool {
    pattern.contains(where: \.isUppercase) ? text.contains(pattern) : text.lowercased().contains(pattern)
  }

  // MARK: Painting

  /// Everything, from the terminal's first row on.
  func text(isColoured: Bool) -> String {
    var output = "\u{1B}[H"
    for row in 0..<height {
      if lines.indices.contains(top + row) {
        output += lines[top + row].cut(to: columns).terminalText(isColoured: isColoured)
      }
      output += "\u{1B}[K\r\n"
    }
    let status = StyledLine(statusText).cut(to: max(1, columns - 1)).text
    return output + (isColoured ? "\u{1B}[7m\(status)\u{1B}[0m" : status) + "\u{1B}[K"
  }

  private var statusText: String {
    if let message { return message }
    let last = min(top + height, lines.count)
    let place = "\(top + 1)-\(last) of \(lines.count)"
    let keys = "Space: next page, b: back, /: search, q: leave"
    return columns > place.utf8.count + keys.utf8.count + 4 ? "\(place)  \(keys)" : "\(place)  q: leave"
  }
}
