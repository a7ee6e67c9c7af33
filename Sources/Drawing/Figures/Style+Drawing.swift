import Cells

extension Style {
  func number(_ name: String) -> Double? { self[name]?.number }
  func flag(_ name: String) -> Bool? { self[name]?.flag }
  func text(_ name: String) -> String? { self[name]?.text }

  /// A colour with the style's opacity.
  func colour(_ name: String) -> Colour? {
    guard let value = self[name], var colour = Colour(value) else { return nil }
    if let alpha = number("alpha"), colour.alpha > 0 { colour.alpha = alpha }
    return colour
  }

  /// Each of the colours in turn; empty where there are none.
  func colours(_ name: String) -> [Colour] {
    guard let value = self[name] else { return [] }
    if let one = colour(name) { return [one] }
    return (value.list ?? []).compactMap { part in
      guard var colour = Colour(part) else { return nil }
      if let alpha = number("alpha"), colour.alpha > 0 { colour.alpha = alpha }
      return colour
    }
  }

  /// One number, or each of a list in turn.
  func numbers(_ name: String) -> [Double] {
    guard let value = self[name] else { return [] }
    return value.number.map { [$0] } ?? value.list?.compactMap(\.number) ?? []
  }

  var isVisible: Bool { flag("visible") ?? true }
}

extension StyleValue {
  /// In points: a number, or one of the names of sizes.
  func fontSize(base: Double) -> Double? {
    if let number { return number }
    let factors = [
      "xx-small": 0.579, "x-small": 0.694, "small": 0.833, "medium": 1, "large": 1.2, "x-large": 1.44,
      "xx-large": 1.728, "larger": 1.2, "smaller": 0.833,
    ]
    return text.flatMap { factors[$0] }.map { $0 * base }
  }
}

extension Colour {
  static let black = Colour(0, 0, 0)
  static let white = Colour(1, 1, 1)
  /// The first that lines get.
  static let first = Colour(.text(Colour.cycle[0])) ?? .black

  func with(alpha: Double) -> Colour {
    var colour = self
    colour.alpha = alpha
    return colour
  }
}

extension Array {
  /// Goes round and round.
  func cycled(_ index: Int) -> Element? { isEmpty ? nil : self[index % count] }
}
