extension Lexer {
  /// Lexes an operator, a bracket or another ASCII character.
  mutating func lexOperator(_ first: UInt8) {
    let start = position
    let second = byte(start + 1)
    let isAssign = second == UInt8(ascii: "=")
    switch first {
    case UInt8(ascii: "("): open(.leftParenthesis, first)
    case UInt8(ascii: "["): open(.leftBracket, first)
    case UInt8(ascii: "{"): open(.leftBrace, first)
    case UInt8(ascii: ")"): close(.rightParenthesis, first, partner: UInt8(ascii: "("))
    case UInt8(ascii: "]"): close(.rightBracket, first, partner: UInt8(ascii: "["))
    case UInt8(ascii: "}"): close(.rightBrace, first, partner: UInt8(ascii: "{"))
    case UInt8(ascii: ","): take(.comma, 1)
    case UInt8(ascii: ":"): isAssign ? take(.walrus, 2) : take(.colon, 1)
    case UInt8(ascii: ";"): take(.semicolon, 1)
    case UInt8(ascii: "."): second == first && byte(start + 2) == first ? take(.ellipsis, 3) : take(.dot, 1)
    case UInt8(ascii: "="):
      isAssign ? take(.equal, 2) : take(.assign, 1)
      if isCell, !isAssign, !isField, list.openBrackets.isEmpty { lexAssignedMagic() }
    case UInt8(ascii: "+"): isAssign ? take(.plusAssign, 2) : take(.plus, 1)
    case UInt8(ascii: "-"):
      isAssign ? take(.minusAssign, 2) : second == UInt8(ascii: ">") ? take(.arrow, 2) : take(.minus, 1)
    case UInt8(ascii: "*"): takeDoubled(.star, .starAssign, .doubleStar, .doubleStarAssign)
    case UInt8(ascii: "/"): takeDoubled(.slash, .slashAssign, .doubleSlash, .doubleSlashAssign)
    case UInt8(ascii: "%"): isAssign ? take(.percentAssign, 2) : take(.percent, 1)
    case UInt8(ascii: "@"): isAssign ? take(.atAssign, 2) : take(.at, 1)
    case UInt8(ascii: "&"): isAssign ? take(.ampersandAssign, 2) : take(.ampersand, 1)
    case UInt8(ascii: "|"): isAssign ? take(.barAssign, 2) : take(.bar, 1)
    case UInt8(ascii: "^"): isAssign ? take(.caretAssign, 2) : take(.caret, 1)
    case UInt8(ascii: "~"): take(.tilde, 1)
    case UInt8(ascii: "<"):
      second == UInt8(ascii: ">") ? take(.lessGreater, 2) : takeDoubled(.less, .lessEqual, .leftShift, .leftShiftAssign)
    case UInt8(ascii: ">"): takeDoubled(.greater, .greaterEqual, .rightShift, .rightShiftAssign)
    case UInt8(ascii: "!"): isAssign ? take(.notEqual, 2) : take(.unknown, 1)
    default:
      guard first >= 0x20, first != 0x7F else {
        position += 1
        return stopAtCharacter(Unicode.Scalar(first), at: start)
      }
      take(.unknown, 1)
    }
  }

  private mutating func take(_ kind: Token.Kind, _ length: Int) {
    add(kind, from: position, to: position + length)
    position += length
  }

  /// `x`, `x=`, `xx` or `xx=`.
  private mutating func takeDoubled(
    _ single: Token.Kind, _ assign: Token.Kind, _ doubled: Token.Kind, _ doubledAssign: Token.Kind
  ) {
    if byte(position + 1) == text[position] {
      byte(position + 2) == UInt8(ascii: "=") ? take(doubledAssign, 3) : take(doubled, 2)
    } else {
      byte(position + 1) == UInt8(ascii: "=") ? take(assign, 2) : take(single, 1)
    }
  }

  private mutating func open(_ kind: Token.Kind, _ byte: UInt8) {
    if list.openBrackets.count >= Self.bracketLimit { return stop("too many nested parentheses", at: position) }
    list.openBrackets.append(TokenList.Bracket(byte: byte, offset: position))
    take(kind, 1)
  }

  private mutating func close(_ kind: Token.Kind, _ byte: UInt8, partner: UInt8) {
    let name = Character(Unicode.Scalar(byte))
    guard let opened = list.openBrackets.popLast() else { return stop("unmatched '\(name)'", at: position) }
    if opened.byte != partner {
      let openedName = Character(Unicode.Scalar(opened.byte))
      let line = source.line(at: opened.offset)
      let place = line == source.line(at: position) ? "" : " on line \(line)"
      return stop(
        "closing parenthesis '\(name)' does not match opening parenthesis '\(openedName)'\(place)", at: position)
    }
    take(kind, 1)
  }
}
