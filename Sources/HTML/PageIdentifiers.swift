import Markup

/// The `id` attributes of a page: each once.
struct PageIdentifiers {
  private var taken: Set<String> = []

  /// The id as it is written, or `nil` if the page has it or it cannot be one.
  mutating func add(_ id: String) -> String? {
    guard !id.isEmpty, !id.contains(where: \.isWhitespace), taken.insert(id).inserted else { return nil }
    return id
  }

  /// A heading's id as Jupyter makes it of its text (`1-Packages`), and where that is another one, an element with the
  /// id that forges make (`1-packages`), so that links of either kind find it.
  mutating func ofHeading(_ text: String) -> (attribute: String, anchor: String) {
    let text = text.trimmed
    let jupyter = add(String(text.map { $0.isWhitespace ? "-" : $0 }))
    let forge = add(
      String(
        text.lowercased().compactMap { character in
          if character.isWhitespace { return "-" }
          return character.isLetter || character.isNumber || character == "-" || character == "_" ? character : nil
        }))
    return (
      jupyter.map { HTMLText.attribute("id", $0) } ?? "",
      forge.map { "<span\(HTMLText.attribute("id", $0))></span>" } ?? ""
    )
  }
}
