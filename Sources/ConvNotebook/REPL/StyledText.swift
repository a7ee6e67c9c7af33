import Cells

/// A piece of text with its colours, and the columns that it takes.
struct StyledText: Equatable {
  /// With escape sequences.
  let text: String
  let width: Int

  static let empty = StyledText("")

  /// - Parameter style: the numbers of an SGR sequence, as in `1;32`; none for plain text.
  init(_ text: String, style: String? = nil) {
    self.text = style.map { "\u{1B}[\($0)m\(text)\u{1B}[0m" } ?? text
    width = text.displayWidth
  }

  private init(text: String, width: Int) {
    self.text = text
    self.width = width
  }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(text: left.text + right.text, width: left.width + right.width)
  }
}
