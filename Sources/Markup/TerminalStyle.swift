/// What escape sequences have set.
package struct TerminalStyle: Equatable, Sendable {
  package enum Colour: Equatable, Sendable {
    /// One of the terminal's 16.
    case named(Int)
    case rgb(Int, Int, Int)
  }

  package private(set) var foreground: Colour?
  package private(set) var background: Colour?
  package private(set) var isBold = false
  package private(set) var isFaint = false
  package private(set) var isItalic = false
  package private(set) var isUnderlined = false
  package private(set) var isInverse = false

  package init() {}

  package mutating func apply(_ numbers: [Int]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: self = TerminalStyle()
      case 1: isBold = true
      case 2: isFaint = true
      case 3: isItalic = true
      case 4: isUnderlined = true
      case 7: isInverse = true
      case 22: (isBold, isFaint) = (false, false)
      case 23: isItalic = false
      case 24: isUnderlined = false
      case 27: isInverse = false
      case 30...37: foreground = .named(number - 30)
      case 38: foreground = Self.colour(&rest) ?? foreground
      case 39: foreground = nil
      case 40...47: background = .named(number - 40)
      case 48: background = Self.colour(&rest) ?? background
      case 49: background = nil
      case 90...97: foreground = .named(number - 82)
      case 100...107: background = .named(number - 92)
      default: break
      }
    }
  }

  /// `5;n`, one of 256 colours, or `2;r;g;b`.
  private static func colour(_ numbers: inout ArraySlice<Int>) -> Colour? {
    switch numbers.popFirst() {
    case 5:
      guard let number = numbers.popFirst(), (0...255).contains(number) else { return nil }
      if number < 16 { return .named(number) }
      if number >= 232 {
        let level = 8 + 10 * (number - 232)
        return .rgb(level, level, level)
      }
      let level = { (digit: Int) in digit == 0 ? 0 : 55 + 40 * digit }
      return .rgb(level((number - 16) / 36), level((number - 16) / 6 % 6), level((number - 16) % 6))
    case 2:
      let parts = numbers.prefix(3).map { min($0, 255) }
      numbers = numbers.dropFirst(3)
      return parts.count == 3 ? .rgb(parts[0], parts[1], parts[2]) : nil
    default: return nil
    }
  }
}
