import Cells

/// What stands lower or higher, in a line of text.
enum ScriptText {
  /// Longer words are easier to read behind `_` than in small letters.
  private static let longestSmallWord = 3

  /// `₂`, `ᵢⱼ`, `_slice`, `_(i, j)`.
  static func text(_ script: String, isUpper: Bool) -> String {
    let text = script
    if text.isEmpty { return "" }
    if let small = small(text, isUpper: isUpper) { return small }
    let mark = isUpper ? "^" : "_"
    return mark + (needsBrackets(text, isUpper: isUpper) ? "(\(text))" : text)
  }

  /// In Unicode's small characters; `nil` where some are missing or the text is easier to read without them.
  static func small(_ text: String, isUpper: Bool) -> String? {
    if text.filter(\.isLetter).count > longestSmallWord { return nil }
    let table = isUpper ? upper : lower
    var result = ""
    for character in text {
      guard let small = table[character] else { return nil }
      result.append(small)
    }
    return result
  }

  private static func needsBrackets(_ text: String, isUpper: Bool) -> Bool {
    if text.count == 1 { return false }
    let isWord = text.allSatisfy { character in
      character.isLetter || character.isNumber || character == "′" || character == "_" && !isUpper
    }
    let holdsUpper = text.contains { superscripts.contains($0) }
    return !(isWord && !holdsUpper) && !isBrackets(text)
  }

  /// Whether the first character is a bracket that the last one closes.
  static func isBracketed(_ text: String) -> Bool { lengthOfBrackets(text[...]) == text.count }

  /// Whether text is nothing but brackets and what they hold: `[1](i)`.
  private static func isBrackets(_ text: String) -> Bool {
    var rest = text[...]
    while let length = lengthOfBrackets(rest) { rest = rest.dropFirst(length) }
    return rest.isEmpty
  }

  /// The characters up to the bracket that closes the first one.
  private static func lengthOfBrackets(_ text: Substring) -> Int? {
    guard let first = text.first, let close = ["(": ")", "[": "]", "⌊": "⌋", "⌈": "⌉"][first] as Character? else {
      return nil
    }
    var depth = 0
    for (index, character) in text.enumerated() {
      if character == first { depth += 1 }
      if character == close { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return nil
  }

  private static func pairs(_ text: String, _ small: String) -> [Character: Character] {
    Dictionary(zip(text, small)) { first, _ in first }
  }

  private static let lower = pairs(
    "0123456789+−-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")

  private static let upper = pairs(
    "0123456789+−-=()abcdefghijklmnoprstuvwxyzTβγδθφχ", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵝᵞᵟᶿᵠᵡ")

  private static let superscripts = Set(upper.values)
}
