extension Lexer {
  /// Measures the indentation of the next line that holds code; adds `indent` and `dedent` tokens. False at the end.
  mutating func lexIndentation() -> Bool {
    while true {
      skipSharedIndentation()
      let (column, alternate) = measureBlanks()
      guard position < end else { return false }
      switch text[position] {
      case UInt8(ascii: "#"):
        skipComment()
        if position < end { skipLineEnd() }
      case 0x0A, 0x0D:
        skipLineEnd()
      case UInt8(ascii: "\\") where position + 1 >= end || byte(position + 1) != 0x0A && byte(position + 1) != 0x0D:
        lexContinuation()
        return false
      default:
        indent(to: column, alternate: alternate)
        return list.problem == nil
      }
    }
  }

  /// The columns behind the blanks at `position`: with tab stops each eighth column, and with tabs one wide.
  private mutating func measureBlanks() -> (column: Int, alternate: Int) {
    var column = 0
    var alternate = 0
    // A line that a backslash ends is indented as its first part is.
    var first: (column: Int, alternate: Int)?
    while true {
      switch byte(position) {
      case 0x20:
        column += 1
        alternate += 1
      case 0x09:
        column = (column / 8 + 1) * 8
        alternate += 1
      case 0x0C:
        column = 0
        alternate = 0
      case 0xC2 where isCell && byte(position + 1) == 0xA0:
        column += 1
        alternate += 1
        position += 1
      case UInt8(ascii: "\\") where byte(position + 1) == 0x0A && position + 2 < end:
        if first == nil, column > 0 { first = (column, alternate) }
        position += 1
      default:
        return first ?? (column, alternate)
      }
      position += 1
    }
  }

  private mutating func indent(to column: Int, alternate: Int) {
    let current = indents[indents.count - 1]
    if column == current.column {
      if alternate != current.alternate { return stopInconsistent() }
    } else if column > current.column {
      if indents.count >= Self.indentationLimit {
        return stop(
          "too many levels of indentation", at: lineStart, className: "IndentationError", outranksParser: false)
      }
      if alternate <= current.alternate { return stopInconsistent() }
      indents.append((column, alternate))
      add(.indent, from: position, to: position)
    } else {
      let count = indents.count
      while indents.count > 1, column < indents[indents.count - 1].column { indents.removeLast() }
      let enclosing = indents[indents.count - 1]
      if column != enclosing.column {
        var lineEnd = position
        while lineEnd < end, text[lineEnd] != 0x0A, text[lineEnd] != 0x0D { lineEnd += 1 }
        return stop(
          "unindent does not match any outer indentation level", at: lineEnd, className: "IndentationError",
          outranksParser: false)
      }
      if alternate != enclosing.alternate { return stopInconsistent() }
      for _ in indents.count..<count { add(.dedent, from: position, to: position) }
    }
  }

  private mutating func stopInconsistent() {
    stop(
      "inconsistent use of tabs and spaces in indentation", at: lineStart, className: "TabError", outranksParser: false)
  }

  /// The offset of the current line's first byte.
  private var lineStart: Int { source.lineStarts[source.line(at: position) - 1] }

  /// As IPython does, lets all lines of a cell be indented as its first line is.
  mutating func lookAtFirstLine() {
    var start = position
    var offset = position
    while offset < end {
      switch text[offset] {
      case 0x20, 0x09: offset += 1
      case 0x0A:
        offset += 1
        start = offset
      case 0x0D: offset += 1
      default:
        if offset > start { sharedIndentation = start..<offset }
        return
      }
    }
  }

  private mutating func skipSharedIndentation() {
    guard let shared = sharedIndentation, position + shared.count <= end else { return }
    for index in 0..<shared.count where text[position + index] != text[shared.lowerBound + index] { return }
    position += shared.count
  }
}
