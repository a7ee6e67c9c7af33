import Markup

/// What of a notebook's own HTML comes onto the page: elements that lay out text, and of their attributes those that
/// neither run anything nor load anything.
enum AllowedHTML {
  struct Element {
    /// What stands on the page: old elements have newer ones.
    var name: String
    var attributes: Set<String> = []
    /// Added to what the element says of its style.
    var style = ""
  }

  static let elements: [String: Element] = {
    var elements: [String: Element] = [:]
    for name in HTMLElements.inline { elements[name] = Element(name: name) }
    for name in HTMLElements.block { elements[name] = Element(name: name) }
    elements["a"] = Element(name: "a", attributes: ["href"])
    elements["img"] = Element(name: "img", attributes: ["alt", "width", "height"])
    elements["video"] = Element(name: "video", attributes: ["width", "height"])
    elements["col"] = Element(name: "col", attributes: ["span"])
    for name in ["td", "th"] { elements[name]?.attributes = ["colspan", "rowspan"] }
    elements["ol"]?.attributes = ["start", "reversed"]
    elements["details"]?.attributes = ["open"]
    elements["center"] = Element(name: "div", style: "text-align:center")
    elements["font"] = Element(name: "span")
    elements["tt"] = Element(name: "code")
    elements["strike"] = Element(name: "s")
    elements["acronym"] = Element(name: "abbr")
    elements["big"] = Element(name: "span", style: "font-size:larger")
    return elements
  }()

  /// Attributes whose values are numbers, or a number and a percent sign.
  static let numberAttributes: Set = ["width", "height", "colspan", "rowspan", "span", "start"]
  static let flagAttributes: Set = ["open", "reversed"]

  // MARK: Styles

  private static let styleProperties: Set = [
    "background", "background-color", "border", "border-bottom", "border-collapse", "border-color", "border-left",
    "border-radius", "border-right", "border-spacing", "border-style", "border-top", "border-width", "clear", "color",
    "display", "float", "font-family", "font-size", "font-style", "font-variant", "font-weight", "height",
    "letter-spacing", "line-height", "list-style", "list-style-type", "margin", "margin-bottom", "margin-left",
    "margin-right", "margin-top", "max-height", "max-width", "min-height", "min-width", "overflow", "overflow-x",
    "padding", "padding-bottom", "padding-left", "padding-right", "padding-top", "text-align", "text-decoration",
    "text-indent", "text-transform", "vertical-align", "white-space", "width", "word-wrap",
  ]

  /// The declarations that lay out text, without what could load something or leave its place on the page.
  static func style(_ text: String) -> String {
    text.split(separator: ";").compactMap { declaration in
      guard let colon = declaration.firstIndex(of: ":") else { return nil }
      let property = String(declaration[..<colon]).trimmed.lowercased()
      let value = String(declaration[declaration.index(after: colon)...]).trimmed
      return styleProperties.contains(property) && isHarmless(value) ? "\(property):\(value)" : nil
    }.joined(separator: ";")
  }

  private static func isHarmless(_ value: String) -> Bool {
    let isWord = { (byte: UInt8) in (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
    guard !value.isEmpty, value.utf8.count < 200,
      value.utf8.allSatisfy({ isWord($0) || " #%.,()!-".utf8.contains($0) })
    else { return false }
    let lower = value.lowercased()
    for function in lower.split(separator: "(", omittingEmptySubsequences: false).dropLast() {
      let name = function.utf8.reversed().prefix { isWord($0) || $0 == UInt8(ascii: "-") }.reversed()
      guard ["rgb", "rgba", "hsl", "hsla"].contains(String(decoding: name, as: UTF8.self)) else { return false }
    }
    return true
  }

  /// A colour, a size or a place in an old attribute.
  static func style(ofAttribute name: String, _ value: String, of element: String) -> String {
    switch (name, element) {
    case ("color", "font"): style("color:\(value)")
    case ("face", "font"): style("font-family:\(value)")
    case ("size", "font"): fontSize(value)
    case ("bgcolor", _): style("background-color:\(value)")
    case ("align", "img"), ("align", "table"):
      value.lowercased() == "center" ? "margin-left:auto;margin-right:auto" : style("float:\(value)")
    case ("align", _): style("text-align:\(value)")
    case ("valign", "td"), ("valign", "th"), ("valign", "tr"): style("vertical-align:\(value)")
    case ("width", "td"), ("width", "th"), ("width", "table"), ("width", "div"): style("width:\(cssLength(value))")
    default: ""
    }
  }

  private static func cssLength(_ value: String) -> String {
    value.utf8.allSatisfy { $0 &- 0x30 < 10 } ? value + "px" : value
  }

  private static func fontSize(_ value: String) -> String {
    let sizes = ["x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"]
    guard var size = Int(value) else { return "" }
    if value.hasPrefix("+") || value.hasPrefix("-") { size += 3 }
    return "font-size:\(sizes[min(max(size, 1), 7) - 1])"
  }

  // MARK: Links

  /// Where a link may lead: to pages and mail addresses, to files beside the page, and into the page itself. `nil` for
  /// what runs code.
  static func link(_ address: String) -> String? {
    // As browsers read addresses: without line ends and tabs, and blanks at the ends.
    var text = String(String.UnicodeScalarView(address.unicodeScalars.filter { $0.value > 0x20 || $0 == " " })).trimmed
    if text.lowercased().hasPrefix("www.") { text = "https://" + text }
    guard let scheme = scheme(of: text) else { return text }
    return ["http", "https", "mailto", "ftp"].contains(scheme) ? text : nil
  }

  /// In lower case; `nil` for an address that is relative to the page's.
  static func scheme(of address: String) -> String? {
    let end = address.firstIndex { $0 == ":" || $0 == "/" || $0 == "?" || $0 == "#" }
    guard let end, address[end] == ":" else { return nil }
    return address[..<end].lowercased()
  }
}
