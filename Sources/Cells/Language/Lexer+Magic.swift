extension Lexer {
  /// Takes a cell that begins with `%%name` as one token.
  mutating func lexCellMagic() -> Bool {
    var start = position
    while byte(start) == 0x0A || byte(start) == 0x0D || byte(start) == 0x20 || byte(start) == 0x09 { start += 1 }
    guard byte(start) == UInt8(ascii: "%"), byte(start + 1) == UInt8(ascii: "%"), Self.isWordByte(byte(start + 2))
    else { return false }
    var lineEnd = start
    while lineEnd < end, text[lineEnd] != 0x0A, text[lineEnd] != 0x0D { lineEnd += 1 }
    if text[lineEnd - 1] == UInt8(ascii: "?") { return false }
    list.isCellMagic = true
    add(.magic, from: start, to: end)
    add(.newline, from: end, to: end)
    position = end
    return true
  }

  /// Takes a line that begins with `%`, `!` or `?`, or that asks for help (`name?`), as one token.
  mutating func lexLineMagic() -> Bool {
    let start = position
    switch byte(start) {
    case UInt8(ascii: "%"), UInt8(ascii: "!"):
      let next = byte(start + 1)
      guard next > 0x20 || byte(start) == UInt8(ascii: "!") else { return false }
    case UInt8(ascii: "?"): break
    default: guard asksForHelp else { return false }
    }
    takeMagic()
    return true
  }

  /// Takes what is assigned, if it is a command, as one token: `files = !ls`, `result = %timeit -o f()`.
  mutating func lexAssignedMagic() {
    var start = position
    while byte(start) == 0x20 || byte(start) == 0x09 { start += 1 }
    let next = byte(start + 1)
    let isMagic = byte(start) == UInt8(ascii: "%") && Self.isWordByte(next) && next &- 0x30 >= 10
    guard isMagic || (byte(start) == UInt8(ascii: "!") && next != UInt8(ascii: "=")) else { return }
    position = start
    takeMagic()
  }

  /// Takes the rest of the line, and the lines that it goes on in behind a backslash, as one token.
  private mutating func takeMagic() {
    let start = position
    while position < end, text[position] != 0x0A, text[position] != 0x0D {
      if text[position] == UInt8(ascii: "\\") {
        position += 1
        if position < end, text[position] == 0x0A || text[position] == 0x0D { skipLineEnd() }
      } else {
        position += 1
      }
    }
    let stop = position
    add(.magic, from: start, to: stop)
    add(.newline, from: stop, to: stop + 1)
    if position < end { skipLineEnd() }
    atLineStart = true
  }

  /// Whether the line is `name?` or `name??`; the name may have dots, indices and wild cards.
  private var asksForHelp: Bool {
    var offset = position
    guard Self.isWordByte(byte(offset)) || byte(offset) == UInt8(ascii: "*"), byte(offset) &- 0x30 >= 10 else {
      return false
    }
    while offset < end {
      switch text[offset] {
      case UInt8(ascii: "."), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"): offset += 1
      case let byte where Self.isWordByte(byte): offset += 1
      case UInt8(ascii: "?"):
        offset += byte(offset + 1) == UInt8(ascii: "?") ? 2 : 1
        return offset >= end || text[offset] == 0x0A || text[offset] == 0x0D
      default: return false
      }
    }
    return false
  }
}
