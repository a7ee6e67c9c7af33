extension Lexer {
  private func isDigit(_ offset: Int) -> Bool { byte(offset) &- 0x30 < 10 }

  /// Lexes a number. What is wrong with one is reported at the byte before the one that does not fit, as CPython does.
  mutating func lexNumber() {
    let start = position
    if byte(start) == 0x30 {
      switch byte(start + 1) | 0x20 {
      case UInt8(ascii: "x"): return lexRadix("hexadecimal", digits: 16, from: start)
      case UInt8(ascii: "o"): return lexRadix("octal", digits: 8, from: start)
      case UInt8(ascii: "b"): return lexRadix("binary", digits: 2, from: start)
      default: break
      }
    }
    var hasLeadingZero = false
    if byte(start) == 0x30 {
      while byte(position) == 0x30 || byte(position) == 0x5F {
        if byte(position) == 0x5F, !isDigit(position + 1) { return stopInNumber("decimal", at: position + 1) }
        position += 1
      }
      let zerosEnd = position
      if isDigit(position) {
        hasLeadingZero = true
        guard skipDigits() else { return }
      }
      if hasLeadingZero, !continuesAsReal {
        return stop(
          "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
          at: start, to: zerosEnd)
      }
    } else if byte(start) != UInt8(ascii: ".") {
      guard skipDigits() else { return }
    }
    lexFraction(from: start)
  }

  private var continuesAsReal: Bool {
    switch byte(position) {
    case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "j"), UInt8(ascii: "J"): true
    default: false
    }
  }

  /// What follows a number's whole part: a fraction, an exponent, `j`.
  private mutating func lexFraction(from start: Int) {
    var kind = Token.Kind.integer
    if byte(position) == UInt8(ascii: ".") {
      kind = .real
      position += 1
      if isDigit(position) { guard skipDigits() else { return } }
    }
    if byte(position) | 0x20 == UInt8(ascii: "e") {
      let sign = byte(position + 1)
      if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        guard isDigit(position + 2) else { return stopInNumber("decimal", at: position + 2) }
        position += 2
      } else if isDigit(position + 1) {
        position += 1
      } else {
        if endsNumber("decimal") { add(kind, from: start, to: position) }
        return
      }
      kind = .real
      guard skipDigits() else { return }
    }
    if byte(position) | 0x20 == UInt8(ascii: "j") {
      position += 1
      if endsNumber("imaginary") { add(.imaginary, from: start, to: position) }
      return
    }
    if endsNumber("decimal") { add(kind, from: start, to: position) }
  }

  /// Steps over digits that single underscores may part.
  private mutating func skipDigits() -> Bool {
    while true {
      while isDigit(position) { position += 1 }
      guard byte(position) == 0x5F else { return true }
      position += 1
      guard isDigit(position) else {
        stopInNumber("decimal", at: position)
        return false
      }
    }
  }

  private mutating func lexRadix(_ name: String, digits: UInt8, from start: Int) {
    func fits(_ byte: UInt8) -> Bool {
      digits == 16 ? byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6 : byte &- 0x30 < digits
    }
    position = start + 2
    repeat {
      if byte(position) == 0x5F { position += 1 }
      guard fits(byte(position)) else { return stopInRadix(name) }
      while fits(byte(position)) { position += 1 }
    } while byte(position) == 0x5F
    if isDigit(position) { return stopInRadix(name) }
    if endsNumber(name) { add(.integer, from: start, to: position) }
  }

  private mutating func stopInRadix(_ name: String) {
    guard isDigit(position) else { return stopInNumber(name, at: position) }
    stop("invalid digit '\(Character(Unicode.Scalar(byte(position))))' in \(name) literal", at: position)
  }

  private mutating func stopInNumber(_ name: String, at offset: Int) {
    stop("invalid \(name) literal", at: offset - 1)
  }

  /// Whether a number can end here: in front of no letter, except that of a keyword, as in `1if x else 2`.
  private mutating func endsNumber(_ name: String) -> Bool {
    let next = byte(position)
    guard Self.isWordByte(next), next < 0x80 else { return true }
    for keyword in ["and", "else", "for", "if", "in", "is", "or", "not"] as [StaticString] {
      let matches = keyword.withUTF8Buffer { word in
        word.indices.allSatisfy { byte(position + $0) == word[$0] }
          && (word[0] == UInt8(ascii: "i") || !Self.isWordByte(byte(position + word.count)))
      }
      if matches { return true }
    }
    stopInNumber(name, at: position)
    return false
  }
}
