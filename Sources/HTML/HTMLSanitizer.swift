import Cells

/// Makes HTML that may hold anything into HTML that only shows: what `AllowedHTML` knows is written anew, with its
/// elements closed in order, and every other tag is shown as the text that it is.
struct HTMLSanitizer {
  struct OpenElement {
    /// As in the source.
    let source: String
    /// As written.
    let name: String
  }

  /// Deeper elements are left out; their contents stay.
  private static let depthLimit = 200

  private let formulas: [Formula]
  private var media: MediaEmbedding
  var identifiers: PageIdentifiers
  private(set) var open: [OpenElement] = []
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
    var reader = HTMLReader(html)
    while let token = reader.next() {
      switch token {
      case .text(let text): sanitizer.addText(text)
      case .tag(let tag): sanitizer.add(tag)
      }
    }
    sanitizer.close(downTo: 0)
    identifiers = sanitizer.identifiers
    return sanitizer.output
  }

  private mutating func add(_ tag: HTMLReader.Tag) {
    guard let element = AllowedHTML.elements[tag.name] else { return addText(tag.source, isTag: true) }
    if tag.isEnd {
      if let index = openIndex(endedBy: tag.name) { close(downTo: index) }
      return
    }
    makeRoom(for: tag.name, isBlock: element.isBlock)
    switch tag.name {
    case "img", "video":
      output += media.markup(
        of: tag.with(value: { self.plain($0) }), attributes: attributes(of: tag, element),
        isInLink: open.contains { $0.source == "a" })
      return
    case "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th":
      guard open.contains(where: { $0.source == "table" }) else { return }
    default: break
    }
    let markup = attributes(of: tag, element)
    if AllowedHTML.voidElements.contains(tag.name) {
      output += "<\(element.name)\(markup)>"
      return
    }
    guard open.count < Self.depthLimit else { return }
    output += "<\(element.name)"
    if Self.isHeading(tag.name), heading == nil { heading = ("", output.utf8.count) }
    output += "\(markup)>"
    if Self.isHeading(tag.name), let id = tag.value("id").flatMap({ identifiers.add($0) }) {
      output += "<span\(HTMLText.attribute("id", id))></span>"
    }
    open.append(OpenElement(source: tag.name, name: element.name))
  }

  static func isHeading(_ name: String) -> Bool {
    name.utf8.count == 2 && name.hasPrefix("h") && name != "hr"
  }

  // MARK: Nesting

  /// Where tags end their search for the element that they close.
  private static let scopes: Set = ["table", "td", "th", "caption"]

  private func openIndex(endedBy name: String) -> Int? {
    let isTablePart = Self.tableParts[name] != nil || name == "table"
    for index in open.indices.reversed() {
      if open[index].source == name { return index }
      if isTablePart ? open[index].source == "table" : Self.scopes.contains(open[index].source) { return nil }
    }
    return nil
  }

  /// What a new part of a table ends.
  private static let tableParts: [String: Set<String>] = {
    let groups: Set = ["caption", "colgroup", "thead", "tbody", "tfoot"]
    let cells: Set = ["td", "th"]
    var parts: [String: Set<String>] = ["tr": cells.union(["tr", "caption", "colgroup"])]
    for name in groups { parts[name] = groups.union(cells).union(["tr"]) }
    for name in cells { parts[name] = cells.union(["caption", "colgroup"]) }
    parts["col"] = []
    return parts
  }()

  /// Closes what an opening tag closes without saying so, and opens what it takes for granted.
  private mutating func makeRoom(for name: String, isBlock: Bool) {
    if let ended = Self.tableParts[name] {
      guard let table = open.lastIndex(where: { $0.source == "table" }) else { return }
      if let index = open[table...].firstIndex(where: { ended.contains($0.source) }) { close(downTo: index) }
      guard name == "td" || name == "th" else { return }
      if !open[table...].contains(where: { $0.source == "tr" }) {
        output += "<tr>"
        open.append(OpenElement(source: "tr", name: "tr"))
      }
      return
    }
    let ends: [String: (Set<String>, barrier: Set<String>)] = [
      "li": (["li"], ["ol", "ul"]), "dt": (["dt", "dd"], ["dl"]), "dd": (["dt", "dd"], ["dl"]), "a": (["a"], []),
    ]
    if let (ended, barrier) = ends[name] { closeNearest(ended, within: barrier) }
    if isBlock { closeNearest(["p"], within: []) }
  }

  private mutating func closeNearest(_ names: Set<String>, within barrier: Set<String>) {
    for index in open.indices.reversed() {
      if names.contains(open[index].source) { return close(downTo: index) }
      if barrier.contains(open[index].source) || Self.scopes.contains(open[index].source) { return }
    }
  }

  private mutating func close(downTo count: Int) {
    while open.count > count, let element = open.popLast() {
      if Self.isHeading(element.source), let heading, !open.contains(where: { Self.isHeading($0.source) }) {
        let (attribute, anchor) = identifiers.ofHeading(heading.text)
        output += anchor
        output.insert(contentsOf: attribute, at: output.utf8.index(output.startIndex, offsetBy: heading.place))
        self.heading = nil
      }
      output += "</\(element.name)>"
    }
  }

  // MARK: Text

  private mutating func addText(_ text: String, isTag: Bool = false) {
    if heading != nil, !isTag {
      let words = plain(CharacterReferences.decoded(text))
      heading?.text += words
    }
    for (part, formula) in parts(of: text) {
      output += isTag ? HTMLText.escaped(part) : Self.withReferences(part)
      guard let formula else { continue }
      let isCode = isTag || open.contains { $0.source == "code" || $0.source == "pre" }
      output += isCode ? HTMLText.escaped(formula.source) : formula.markup
    }
  }

  /// The text between the marks of formulas.
  private func parts(of text: String) -> [(String, Formula?)] {
    guard !formulas.isEmpty, text.unicodeScalars.contains(ProseWithoutFormulas.markStart) else { return [(text, nil)] }
    let pieces = text.unicodeScalars.split(
      separator: ProseWithoutFormulas.markStart, omittingEmptySubsequences: false)
    var parts: [(String, Formula?)] = [(String(pieces[0]), nil)]
    for piece in pieces.dropFirst() {
      let end = piece.firstIndex(of: ProseWithoutFormulas.markEnd)
      if let end, let number = Int(String(piece[..<end])), formulas.indices.contains(number) {
        parts[parts.count - 1].1 = formulas[number]
        parts.append((String(piece[piece.index(after: end)...]), nil))
      } else {
        parts.append((String(piece), nil))
      }
    }
    return parts
  }

  /// With formulas as they were written: for attributes.
  func plain(_ text: String) -> String {
    parts(of: text).map { $0.0 + ($0.1?.source ?? "") }.joined()
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
