import Cells
import Prose

/// A cell as rows of a terminal: prompts in front of its lines, long lines folded, the cursor's place.
struct LineLayout: Equatable {
  private(set) var rows: [StyledRow] = []
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0

  struct StyledRow: Equatable {
    var text = ""
    var width = 0
  }

  private let columns: Int
  private var style: String?

  /// - Parameters:
  ///   - cursor: a UTF-8 offset in the text.
  ///   - pieces: what has a colour; none for plain text.
  init(prompt: Prompt, text: String, cursor: Int, pieces: [SyntaxColouring.Piece], columns: Int) {
    self.columns = max(columns, 2)
    startLine(prompt.first)
    var offset = 0
    var column = 0
    var next = 0
    for character in text {
      if offset == cursor { placeCursor() }
      while next < pieces.count, pieces[next].range.upperBound <= offset { next += 1 }
      let isInside = next < pieces.count && pieces[next].range.contains(offset)
      setStyle(isInside ? pieces[next].role.style : nil)
      let length = character.utf8.count
      if cursor > offset, cursor < offset + length { placeCursor() }
      offset += length
      if character.isNewline {
        startLine(prompt.continuation)
        column = 0
      } else {
        let shown = Self.shown(character, column: column)
        column += shown.displayWidth
        for character in shown { add(character) }
      }
    }
    setStyle(nil)
    if offset <= cursor { placeCursor() }
  }

  /// Rows below the text, cut where they are too wide.
  mutating func append(_ lines: [String]) {
    for line in lines {
      var row = StyledRow()
      for character in line where row.width + String(character).displayWidth <= columns {
        row.text.append(character)
        row.width += String(character).displayWidth
      }
      rows.append(row)
    }
  }

  private mutating func startLine(_ prompt: StyledText) {
    let style = style
    setStyle(nil)
    // A terminal that is hardly wider than the prompt has no room for it.
    let fits = prompt.width + 8 <= columns
    rows.append(fits ? StyledRow(text: prompt.text, width: prompt.width) : StyledRow())
    setStyle(style)
  }

  private mutating func fold() {
    let style = style
    setStyle(nil)
    rows.append(StyledRow())
    setStyle(style)
  }

  private mutating func add(_ character: Character) {
    let width = String(character).displayWidth
    if rows[rows.count - 1].width + width > columns { fold() }
    rows[rows.count - 1].text.append(character)
    rows[rows.count - 1].width += width
  }

  private mutating func placeCursor() {
    // Behind the last column begins the next row.
    if rows[rows.count - 1].width >= columns { fold() }
    cursorRow = rows.count - 1
    cursorColumn = rows[cursorRow].width
  }

  private mutating func setStyle(_ new: String?) {
    guard new != style else { return }
    if style != nil { rows[rows.count - 1].text += "\u{1B}[0m" }
    if let new { rows[rows.count - 1].text += "\u{1B}[\(new)m" }
    style = new
  }

  /// A tab as blanks, a control character as `^X`.
  private static func shown(_ character: Character, column: Int) -> String {
    guard let scalar = character.unicodeScalars.first else { return "" }
    if scalar == "\t" { return String(repeating: " ", count: 8 - column % 8) }
    if scalar.value < 0x20 || scalar.value == 0x7F {
      return "^" + String(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value ^ 0x40)))
    }
    return (0x80..<0xA0).contains(scalar.value) ? "?" : String(character)
  }
}
