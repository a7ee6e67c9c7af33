import Arrays

/// Pieces of the line in words that stands for a picture where there is none.
package enum FigureWords {
  /// `1 point`, `100 points`
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// Four digits at most.
  static func number(_ value: Double) -> String { FloatText.general(value, digits: 4) }

  static func first(_ values: NDArray) -> String { values.count == 0 ? "?" : number(values.double(at: 0)) }

  /// `, 0.1 to 2.3`; empty where there is no finite number.
  static func range(_ values: NDArray) -> String {
    let interval = DataBounds.Interval(values)
    return interval.isEmpty ? "" : ", \(number(interval.low)) to \(number(interval.high))"
  }

  /// ` "training"`
  static func label(_ artist: Artist) -> String { artist.label.map { " \(quoted($0))" } ?? "" }

  /// In one line, whatever it holds.
  static func quoted(_ text: String) -> String {
    let pieces = text.unicodeScalars.split { $0.properties.generalCategory == .control || $0 == "\u{2028}" }
    return "\"" + pieces.map { String($0) }.joined(separator: " ") + "\""
  }
}
