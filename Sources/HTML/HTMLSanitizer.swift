import Cells
import Markup

/// Makes HTML that may hold anything into HTML that only shows: what `AllowedHTML` knows is written anew, with its
/// elements closed in order (`HTMLEvents`), and every other tag is shown as the text that it is.
struct HTMLSanitizer {
  private let formulas: [Formula]
  private var media: MediaEmbedding
  var identifiers: PageIdentifiers
  /// The elements that are open, by their names in the source.
  private var open: [String] = []
  private var output = ""
  /// The text of the heading that is open, and where in `output` its tag is to have an id.
  private var heading: (text: String, place: Int)?

  private init(formulas: [Formula], media: MediaEmbedding, identifiers: PageIdentifiers) {
    self.formulas = formulas
    self.media = media
    self.identifiers = identifiers
  }

  /// - Parameters:
  ///   - formulas: for the marks in the text (`ProseWithoutFormulas`).
  ///   - identifiers: those that the page has; gets the new ones.
  static func sanitized(
    _ html: String, formulas: [Formula] = [], media: MediaEmbedding, identifiers: inout PageIdentifiers
  ) -> String {
    var sanitizer = HTMLSanitizer(formulas: formulas, media: media, identifiers: identifiers)
    var events = HTMLEvents(html)
    while let event = events.next() {
      switch event {
      case .start(let tag): sanitizer.start(tag)
      case .end(let name): sanitizer.end(name)
      case .empty(let tag): sanitizer.addEmpty(tag)
      case .text(let text): sanitizer.addText(text)
      case .unknownTag(let source): sanitizer.addText(source, isTag: true)
      }
    }
    identifiers = sanitizer.identifiers
    return sanitizer.output
  }

  private mutating func start(_ tag: HTMLReader.Tag) {
    guard let element = AllowedHTML.elements[tag.name] else { return }
    output += "<\(element.name)"
    let markup = attributes(of: tag, element)
    let isHeading = HTMLElements.isHeading(tag.name)
    if isHeading, heading == nil { heading = ("", output.utf8.count) }
    output += "\(markup)>"
    if isHeading, let id = tag.value("id").flatMap({ identifiers.add($0) }) {
      output += "<span\(HTMLText.attribute("id", id))></span>"
    }
    open.append(tag.name)
  }

  private mutating func addEmpty(_ tag: HTMLReader.Tag) {
    guard let element = AllowedHTML.elements[tag.name] else { return }
    let markup = attributes(of: tag, element)
    guard tag.name == "img" || tag.name == "video" else { return output += "<\(element.name)\(markup)>" }
    output += media.markup(
      of: tag.with(value: { self.plain($0) }), attributes: markup, isInLink: open.contains("a"))
  }

  private mutating func end(_ name: String) {
    open.removeLast()
    if HTMLElements.isHeading(name), let heading, !open.contains(where: HTMLElements.isHeading) {
      let (attribute, anchor) = identifiers.ofHeading(heading.text)
      output += anchor
      output.insert(contentsOf: attribute, at: output.utf8.index(output.startIndex, offsetBy: heading.place))
      self.heading = nil
    }
    if let element = AllowedHTML.elements[name] { output += "</\(element.name)>" }
  }

  // MARK: Text

  private mutating func addText(_ text: String, isTag: Bool = false) {
    if heading != nil, !isTag {
      let words = plain(CharacterReferences.decoded(text))
      heading?.text += words
    }
    for (part, formula) in ProseWithoutFormulas.parts(of: text, formulas) {
      output += isTag ? HTMLText.escaped(part) : Self.withReferences(part)
      guard let formula else { continue }
      let isCode = isTag || open.contains { $0 == "code" || $0 == "pre" }
      output += isCode ? HTMLText.escaped(formula.source) : formula.markup
    }
  }

  /// With formulas as they were written: for attributes.
  func plain(_ text: String) -> String {
    ProseWithoutFormulas.restored(text, formulas)
  }

  /// Text with its character references; ampersands that begin none are escaped.
  private static func withReferences(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return HTMLText.escaped(text) }
    var result = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "&") {
      result += HTMLText.escaped(String(rest[..<sign]))
      let name = rest[rest.index(after: sign)...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
      let isReference = !name.isEmpty && rest[name.endIndex...].first == ";"
      result += isReference ? "&\(name);" : "&amp;"
      rest = rest[(isReference ? rest.index(after: name.endIndex) : rest.index(after: sign))...]
    }
    return result + HTMLText.escaped(String(rest))
  }
}

extension HTMLReader.Tag {
  func with(value change: (String) -> String) -> HTMLReader.Tag {
    HTMLReader.Tag(
      name: name, isEnd: isEnd, attributes: attributes.map { ($0.name, change($0.value)) }, source: source)
  }
}
