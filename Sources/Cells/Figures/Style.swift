/// A property of something that is drawn, as the cell gave it.
package indirect enum StyleValue: Sendable, Equatable {
  case none
  case flag(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([StyleValue])
  /// A dict with texts as keys: `bbox=dict(boxstyle='round')`.
  case group([Field])

  package struct Field: Sendable, Equatable {
    package let name: String
    package let value: StyleValue

    package init(_ name: String, _ value: StyleValue) {
      self.name = name
      self.value = value
    }
  }

  package var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  package var text: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  package var flag: Bool? {
    if case .flag(let flag) = self { return flag }
    return nil
  }

  package var list: [StyleValue]? {
    if case .list(let values) = self { return values }
    return nil
  }
}

/// The properties that were given, by matplotlib's full names: `linewidth`, never `lw`.
package struct Style: Sendable, Equatable {
  package private(set) var entries: [String: StyleValue] = [:]

  package init(_ entries: [String: StyleValue] = [:]) { self.entries = entries }

  package subscript(name: String) -> StyleValue? {
    get { entries[name] }
    set { entries[name] = newValue }
  }

  /// What is given here goes before what stands there.
  package func merged(over other: Style) -> Style {
    Style(other.entries.merging(entries) { $1 })
  }
}
