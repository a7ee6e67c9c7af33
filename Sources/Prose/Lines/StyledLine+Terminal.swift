import Cells
import Markup

extension StyledLine {
  /// The line as a terminal takes it.
  ///
  /// - Parameter isColoured: with escape sequences for colours and typefaces; otherwise the text alone.
  package func terminalText(isColoured: Bool) -> String {
    guard isColoured else { return text }
    return spans.map { span in
      let codes = span.style.codes
      return codes.isEmpty ? span.text : "\u{1B}[\(codes)m\(span.text)\u{1B}[0m"
    }.joined()
  }
}

extension [StyledLine] {
  /// Lines with a line end behind each.
  package func terminalText(isColoured: Bool) -> String {
    map { $0.terminalText(isColoured: isColoured) + "\n" }.joined()
  }
}

extension SpanStyle {
  /// The numbers of an SGR sequence, as in `1;32`; empty for plain text. Colours are the terminal's own sixteen, which
  /// its owner chose to be readable on their background.
  fileprivate var codes: String {
    var codes = roleCodes
    if isBold { codes.append("1") }
    if isItalic { codes.append("3") }
    if isUnderlined { codes.append("4") }
    if isStruck { codes.append("9") }
    return codes.joined(separator: ";")
  }

  private var roleCodes: [String] {
    switch role {
    case .text, .formula: []
    case .heading: ["1"]
    case .code: ["36"]
    case .syntax(let role): [role.style]
    case .link: ["4"]
    case .address, .mark, .lineNumber: ["2"]
    case .picture: ["35"]
    case .outputMark: ["31"]
    case .standardError: ["33"]
    case .error: ["31"]
    case .state(.quiet): ["2"]
    case .state(.good): ["32"]
    case .state(.warning): ["33"]
    case .state(.bad): ["1", "31"]
    case .terminal(let style): style.codes
    }
  }
}

extension SyntaxRole {
  package var style: String {
    switch self {
    case .keyword: "1;32"
    case .constant, .number, .builtin: "32"
    case .string: "33"
    case .comment: "36"
    case .command: "35"
    case .definition: "34"
    case .decorator: "35"
    }
  }
}

extension TerminalStyle {
  fileprivate var codes: [String] {
    var codes: [String] = []
    if isBold { codes.append("1") }
    if isFaint { codes.append("2") }
    if isItalic { codes.append("3") }
    if isUnderlined { codes.append("4") }
    if isInverse { codes.append("7") }
    if let foreground { codes.append(foreground.code(base: 30)) }
    if let background { codes.append(background.code(base: 40)) }
    return codes
  }
}

extension TerminalStyle.Colour {
  fileprivate func code(base: Int) -> String {
    switch self {
    case .named(let number): String(number < 8 ? base + number : base + 52 + number)
    case .rgb(let red, let green, let blue): "\(base + 8);2;\(red);\(green);\(blue)"
    }
  }
}
