import Cells
import Markup

/// Text for terminals as HTML: colours become `span` elements, other control characters are shown as escapes.
enum TerminalMarkup {
  static func markup(of text: String) -> String {
    TerminalText.runs(of: text.withoutOverwrittenText).map { text, style in
      let attributes = style.attributes
      let text = HTMLText.escaped(text)
      return attributes.isEmpty ? text : "<span\(attributes)>\(text)</span>"
    }.joined()
  }
}

extension TerminalStyle.Colour {
  /// The page's style sheet sets the terminal's 16 colours.
  fileprivate var css: String {
    switch self {
    case .named(let number): "var(--ansi-\(number))"
    case .rgb(let red, let green, let blue): "rgb(\(red),\(green),\(blue))"
    }
  }
}

extension TerminalStyle {
  /// Of a `span`; empty for plain text.
  fileprivate var attributes: String {
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
