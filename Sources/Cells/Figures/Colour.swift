import Arrays

/// A colour; parts from 0 to 1.
package struct Colour: Sendable, Equatable {
  package var red: Double
  package var green: Double
  package var blue: Double
  package var alpha: Double

  package init(_ red: Double, _ green: Double, _ blue: Double, _ alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// The colours that lines get in turn.
  package static let cycle = [
    "#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#17becf",
  ]

  /// Reads any colour that matplotlib knows: names, `#rrggbb`, `0.5`, `C0`, `none`, tuples of numbers.
  package init?(_ value: StyleValue) {
    switch value {
    case .text(let text): self.init(text: text)
    case .list(let parts):
      if parts.count == 2, let alpha = parts[1].number, 0...1 ~= alpha, var colour = Colour(parts[0]),
        parts[0].number == nil
      {
        colour.alpha = alpha
        self = colour
        return
      }
      let numbers = parts.compactMap(\.number)
      guard numbers.count == parts.count, (3...4).contains(parts.count), numbers.allSatisfy({ 0...1 ~= $0 }) else {
        return nil
      }
      self.init(numbers[0], numbers[1], numbers[2], numbers.count == 4 ? numbers[3] : 1)
    default: return nil
    }
  }

  private init?(text: String) {
    let lowercased = text.lowercased()
    if lowercased == "none" {
      self.init(0, 0, 0, 0)
    } else if text.utf8.first == UInt8(ascii: "C"), let place = Int(text.dropFirst()), text.utf8.count > 1, place >= 0 {
      self.init(text: Colour.cycle[place % Colour.cycle.count])
    } else if text.utf8.first == UInt8(ascii: "#") {
      self.init(hexadecimal: Array(lowercased.utf8.dropFirst()))
    } else if let letter = Colour.letters[text] {
      self = letter
    } else if let digits = Colour.names[lowercased] {
      self.init(hexadecimal: Array(digits.utf8))
    } else if let grey = FloatText.parse(text), 0...1 ~= grey {
      self.init(grey, grey, grey)
    } else {
      return nil
    }
  }

  private init?(hexadecimal digits: [UInt8]) {
    let isShort = digits.count == 3 || digits.count == 4
    guard isShort || digits.count == 6 || digits.count == 8 else { return nil }
    let pairs =
      isShort ? digits.map { [$0, $0] } : stride(from: 0, to: digits.count, by: 2).map { Array(digits[$0..<$0 + 2]) }
    let parts = pairs.compactMap { UInt8(String(decoding: $0, as: UTF8.self), radix: 16) }.map { Double($0) / 255 }
    guard parts.count == pairs.count else { return nil }
    self.init(parts[0], parts[1], parts[2], parts.count == 4 ? parts[3] : 1)
  }

  private static let letters: [String: Colour] = [
    "b": Colour(0, 0, 1), "g": Colour(0, 0.5, 0), "r": Colour(1, 0, 0), "c": Colour(0, 0.75, 0.75),
    "m": Colour(0.75, 0, 0.75), "y": Colour(0.75, 0.75, 0), "k": Colour(0, 0, 0), "w": Colour(1, 1, 1),
  ]
}
