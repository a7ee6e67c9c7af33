import Markup

/// Where a link leads, for terminals that have nothing to click on.
enum LinkText {
  /// `<https://example.org>`; `nil` for links into the notebook and for those whose text is their address.
  static func address(_ href: String, shownAs text: String) -> String? {
    let address = href.trimmed
    let text = text.trimmed
    let schemes = ["", "http://", "https://", "mailto:"]
    if address.isEmpty || address.hasPrefix("#") || schemes.contains(where: { address == $0 + text }) { return nil }
    return "<\(String(address.map { $0.isWhitespace ? "\u{A0}" : $0 }))>"
  }
}

/// A picture or a film in words.
enum PictureText {
  /// `[picture: a cat (images/cat.png)]`; `nil` where the tag says nothing of it.
  ///
  /// - Parameter value: what an attribute's text stands for.
  static func text(of tag: HTMLReader.Tag, value: (String) -> String) -> String? {
    let source = value(tag.value("src") ?? "").trimmed
    let words = value(tag.value("alt") ?? "").trimmed
    let name = source.hasPrefix("data:") ? "" : String(source.split(separator: "/").last ?? "")
    let kind = tag.name == "video" ? "film" : "picture"
    switch (words.isEmpty, name.isEmpty) {
    case (true, true): return source.isEmpty ? nil : "[\(kind)]"
    case (false, true): return "[\(kind): \(words)]"
    case (true, false): return "[\(kind): \(name)]"
    case (false, false): return words == name ? "[\(kind): \(name)]" : "[\(kind): \(words) (\(name))]"
    }
  }
}
