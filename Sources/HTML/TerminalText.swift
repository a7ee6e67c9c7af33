import Cells

/// Text for terminals as HTML: colours become `span` elements, other control characters are shown as escapes.
struct TerminalText {
  private var style = TerminalStyle()
  private var markup = ""

  static func markup(of text: String) -> String {
    let text = text.withoutOverwrittenText
    guard text.utf8.contains(0x1B) else { return HTMLText.escaped(text) }
    var terminal = TerminalText()
    terminal.add(Array(text.utf8))
    return terminal.markup
  }

  private mutating func add(_ bytes: [UInt8]) {
    var start = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x1B, let end = Self.endOfColour(bytes, index) else {
        index += 1
        continue
      }
      addText(bytes[start..<index])
      style.apply(Self.numbers(bytes[(index + 2)..<(end - 1)]))
      start = end
      index = end
    }
    addText(bytes[start...])
  }

  private mutating func addText(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    let text = HTMLText.escaped(String(decoding: bytes, as: UTF8.self))
    let attributes = style.attributes
    markup += attributes.isEmpty ? text : "<span\(attributes)>\(text)</span>"
  }

  /// Past `ESC [ 0 ; 31 m` that starts at an offset.
  private static func endOfColour(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "[") else { return nil }
    let isParameter = { (byte: UInt8) in (0x30...0x3B).contains(byte) }
    let end = bytes[(start + 2)...].firstIndex { !isParameter($0) } ?? bytes.count
    return end < bytes.count && bytes[end] == UInt8(ascii: "m") ? end + 1 : nil
  }

  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ":") }
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
  }
}

/// What escape sequences have set.
private struct TerminalStyle {
  enum Colour: Equatable {
    /// One of the terminal's 16, which the page's style sheet sets.
    case named(Int)
    case rgb(Int, Int, Int)

    var css: String {
      switch self {
      case .named(let number): "var(--ansi-\(number))"
      case .rgb(let red, let green, let blue): "rgb(\(red),\(green),\(blue))"
      }
    }
  }

  private var foreground: Colour?
  private var background: Colour?
  private var isBold = false
  private var isFaint = false
  private var isItalic = false
  private var isUnderlined = false
  private var isInverse = false

  mutating func apply(_ numbers: [Int]) {
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

  /// Of a `span`; empty for plain text.
  var attributes: String {
    var rules: [String] = []
    let front = isInverse ? background?.css ?? "var(--paper)" : foreground?.css
    let back = isInverse ? foreground?.css ?? "var(--ink)" : background?.css
    if let front { rules.append("color:\(front)") }
    if let back { rules.append("background:\(back)") }
    if isBold { rules.append("font-weight:bold") }
    if isFaint { rules.append("opacity:.7") }
    if isItalic { rules.append("font-style:italic") }
    if isUnderlined { rules.append("text-decoration:underline") }
    return rules.isEmpty ? "" : HTMLText.attribute("style", rules.joined(separator: ";"))
  }
}
