/// From what the arguments of fresh calls are drawn: whole numbers by name, and choices by name.
///
/// As text: `stride: 1..3`, `mode: max, average`, `pad: 1`.
package struct DrawRanges: Sendable, Equatable {
  package enum Range: Sendable, Equatable {
    case integers(ClosedRange<Int>)
    case choices([String])

    /// How many values there are.
    package var count: Int {
      switch self {
      case .integers(let range): range.count
      case .choices(let choices): choices.count
      }
    }
  }

  package struct Entry: Sendable, Equatable {
    package let name: String
    package let range: Range

    package init(_ name: String, _ range: Range) {
      self.name = name
      self.range = range
    }
  }

  /// No name occurs twice.
  package private(set) var entries: [Entry]

  package init(_ entries: [Entry] = []) { self.entries = entries }

  package subscript(name: String) -> Range? { entries.first { $0.name == name }?.range }

  /// These, and those of `defaults` that are not among them.
  package func filled(from defaults: DrawRanges) -> DrawRanges {
    DrawRanges(entries + defaults.entries.filter { self[$0.name] == nil })
  }
}

extension DrawRanges.Range {
  /// Larger ranges make arrays that take long.
  private static let largest = 4096

  /// Reads `1..3`, `2`, or words between commas.
  package init?(_ text: String) {
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingBlanks }
    guard !words.contains("") else { return nil }
    if words.count > 1 {
      self = .choices(words)
      return
    }
    let bounds = text.trimmingBlanks.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch bounds.count {
    case 1:
      guard let number = Int(bounds[0]) else {
        self = .choices(words)
        return
      }
      guard (0...Self.largest).contains(number) else { return nil }
      self = .integers(number...number)
    case 3:
      guard bounds[1].isEmpty, let low = Int(bounds[0]), let high = Int(bounds[2]), low >= 0, low <= high,
        high <= Self.largest
      else { return nil }
      self = .integers(low...high)
    default: return nil
    }
  }

  package var text: String {
    switch self {
    case .integers(let range):
      range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound)..\(range.upperBound)"
    case .choices(let choices): choices.joined(separator: ", ")
    }
  }
}

extension StringProtocol {
  var trimmingBlanks: String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" }
    let start = unicodeScalars.drop(while: isBlank)
    let end = start.reversed().drop(while: isBlank).reversed()
    return String(String.UnicodeScalarView(end))
  }
}
