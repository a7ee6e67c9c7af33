import Cells

/// A part of a formula as text: one line, or several for matrices and cases.
struct FormulaBox: Equatable {
  var lines: [String]
  /// The line that stands on a level with what is beside the part.
  var base = 0

  static let empty = FormulaBox("")

  init(_ text: String) { lines = [text] }

  init(lines: [String], base: Int) {
    self.lines = lines
    self.base = base
  }

  var width: Int { lines.map(\.displayWidth).max() ?? 0 }
  var isEmpty: Bool { lines == [""] }
  var isTall: Bool { lines.count > 1 }
  /// The line on the level of the rest.
  var text: String { lines[base] }

  /// Puts a box to the right of this one.
  mutating func append(_ other: FormulaBox, gap: Int = 0) {
    let width = width
    let above = max(base, other.base)
    let below = max(lines.count - base, other.lines.count - other.base)
    let blanks = String(repeating: " ", count: gap)
    lines = (-above..<below).map { offset in
      let left = line(at: offset)
      let right = other.line(at: offset)
      if right.isEmpty { return left }
      return left + String(repeating: " ", count: width - left.displayWidth) + blanks + right
    }
    base = above
  }

  /// Puts text to the right of the base line.
  func with(_ text: String) -> FormulaBox {
    var box = self
    box.append(FormulaBox(text))
    return box
  }

  private func line(at offset: Int) -> String {
    lines.indices.contains(base + offset) ? lines[base + offset] : ""
  }

  /// Between brackets, as tall as the box.
  func fenced(_ open: String, _ close: String) -> FormulaBox {
    guard isTall else { return FormulaBox(open + lines[0] + close) }
    let width = width
    let left = Self.tall(open, lines.count)
    let right = Self.tall(close, lines.count)
    return FormulaBox(
      lines: lines.enumerated().map { index, line in
        if right.isEmpty { return left[index] + line }
        let blanks = String(repeating: " ", count: width - line.displayWidth)
        return (left.isEmpty ? "" : left[index]) + line + blanks + right[index]
      }, base: base)
  }

  /// The pieces of a bracket, from top to bottom.
  private static func tall(_ bracket: String, _ count: Int) -> [String] {
    let pieces: (top: String, middle: String, bottom: String)
    switch bracket {
    case "": return Array(repeating: "", count: count)
    case "(": pieces = ("⎛", "⎜", "⎝")
    case ")": pieces = ("⎞", "⎟", "⎠")
    case "[": pieces = ("⎡", "⎢", "⎣")
    case "]": pieces = ("⎤", "⎥", "⎦")
    case "⌊": pieces = ("⎢", "⎢", "⎣")
    case "⌋": pieces = ("⎥", "⎥", "⎦")
    case "⌈": pieces = ("⎡", "⎢", "⎢")
    case "⌉": pieces = ("⎤", "⎥", "⎥")
    case "{": pieces = ("⎧", "⎪", "⎩")
    case "}": pieces = ("⎫", "⎪", "⎭")
    default: pieces = (bracket, bracket, bracket)
    }
    var column = (0..<count).map { $0 == 0 ? pieces.top : $0 == count - 1 ? pieces.bottom : pieces.middle }
    if count > 2, let tip = ["{": "⎨", "}": "⎬"][bracket] { column[count / 2] = tip }
    return column
  }
}
