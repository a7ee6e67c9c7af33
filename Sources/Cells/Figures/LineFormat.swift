/// A line's format as `plot` takes it: `r--o`.
package struct LineFormat: Sendable, Equatable {
  package private(set) var colour: StyleValue?
  package private(set) var lineStyle: String?
  package private(set) var marker: String?

  package struct Problem: Error {
    /// matplotlib's words.
    package let message: String
  }

  private static let markers = Array(".,ov^<>12348sp*hH+xDd|_PX")
  private static let colours = Array("bgrcmykw")

  /// - Throws: `Problem` with matplotlib's words.
  package init(_ format: String) throws(Problem) {
    // A format may be nothing but a colour: `green`, `#ff0000`, `0.5`.
    if format != "0", format != "1", let whole = Colour(.text(format)) {
      colour = .list([whole.red, whole.green, whole.blue, whole.alpha].map { .number($0) })
      return
    }
    let characters = Array(format)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let pair = String(characters[index...].prefix(2))
      if pair == "--" || pair == "-." {
        lineStyle = try only(lineStyle, pair, "linestyle", format)
        index += 2
      } else if character == "-" || character == ":" || character == " " {
        lineStyle = try only(lineStyle, String(character), "linestyle", format)
        index += 1
      } else if LineFormat.markers.contains(character) {
        marker = try only(marker, String(character), "marker", format)
        index += 1
      } else if LineFormat.colours.contains(character) {
        colour = .text(try only(colour?.text, String(character), "color", format))
        index += 1
      } else if character == "C" {
        let digits = characters[(index + 1)...].prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty else {
          throw Problem(message: "'\(format)' is not a valid format string ('C' must be followed by a number)")
        }
        colour = .text(try only(colour?.text, "C" + String(digits), "color", format))
        index += 1 + digits.count
      } else {
        throw Problem(message: "'\(format)' is not a valid format string (unrecognized character '\(character)')")
      }
    }
    // A marker alone means no line, a line alone no marker.
    lineStyle = lineStyle ?? (marker == nil ? "-" : "None")
    marker = marker ?? "None"
  }

  private func only(
    _ known: String?, _ text: String, _ name: String, _ format: String
  ) throws(Problem) -> String {
    if known == nil { return text }
    throw Problem(message: "'\(format)' is not a valid format string (two \(name) symbols)")
  }
}
