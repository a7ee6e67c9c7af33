import Markup

extension HTMLSanitizer {
  /// What of a tag's attributes comes onto the page; old ones as styles.
  mutating func attributes(of tag: HTMLReader.Tag, _ element: AllowedHTML.Element) -> String {
    var markup = ""
    var style = element.style.isEmpty ? [] : [element.style]
    for (name, value) in tag.attributes {
      let value = plain(value)
      switch name {
      case "style": style.append(AllowedHTML.style(value))
      case "title", "lang": markup += HTMLText.attribute(name, value)
      case "id", "name":
        // A heading has one of its own.
        guard name == "id" || tag.name == "a", !HTMLElements.isHeading(tag.name) else { continue }
        if let id = identifiers.add(value) { markup += HTMLText.attribute("id", id) }
      case "class":
        let known = value.split(separator: " ").filter { HighlightedCode.classNames.contains(String($0)) }
        if !known.isEmpty { markup += HTMLText.attribute("class", known.joined(separator: " ")) }
      case "href" where element.attributes.contains(name):
        guard let address = AllowedHTML.link(value) else { continue }
        markup += HTMLText.attribute(name, address)
        if AllowedHTML.scheme(of: address) != nil { markup += HTMLText.attribute("rel", "noopener noreferrer") }
      case _ where element.attributes.contains(name):
        markup += Self.attribute(name, value)
      default:
        style.append(AllowedHTML.style(ofAttribute: name, value, of: tag.name))
      }
    }
    style.removeAll(where: \.isEmpty)
    return style.isEmpty ? markup : markup + HTMLText.attribute("style", style.joined(separator: ";"))
  }

  private static func attribute(_ name: String, _ value: String) -> String {
    if AllowedHTML.flagAttributes.contains(name) { return " \(name)" }
    guard AllowedHTML.numberAttributes.contains(name) else { return HTMLText.attribute(name, value) }
    let number = value.hasSuffix("px") ? String(value.dropLast(2)) : value
    let isNumber = !number.isEmpty && number.utf8.count < 6 && number.utf8.allSatisfy { $0 &- 0x30 < 10 }
    return isNumber ? HTMLText.attribute(name, number) : ""
  }
}
