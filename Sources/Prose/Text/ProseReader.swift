import Cells
import Markup

/// Reads HTML, also what CommonMark made of Markdown, as blocks of prose. Elements that only change how text looks on a
/// page leave their text.
struct ProseReader {
  private var events: HTMLEvents
  private let formulas: [Formula]
  private let isPlain: Bool
  /// Of the text that comes next.
  private var style = SpanStyle.text

  /// Lists count from no larger one.
  private static let largestNumber = 1_000_000_000

  /// The blocks of an element while it is read.
  private struct Contents {
    var blocks: [ProseBlock] = []
    var inlines: [Inline] = []
    var isLoose = false

    mutating func endParagraph() {
      let isBlank = inlines.allSatisfy { $0.text.allSatisfy { $0.isWhitespace && $0 != "\u{A0}" } }
      if !isBlank { blocks.append(.paragraph(inlines, isLoose: isLoose)) }
      inlines = []
    }

    mutating func add(_ block: ProseBlock) {
      endParagraph()
      blocks.append(block)
    }
  }

  /// An inline element that is open: where its text starts, and the style outside.
  private struct OpenInline {
    let tag: HTMLReader.Tag
    let start: Int
    let outerStyle: SpanStyle
  }

  private init(_ html: String, formulas: [Formula], isPlain: Bool) {
    events = HTMLEvents(html)
    self.formulas = formulas
    self.isPlain = isPlain
  }

  static func blocks(ofMarkdown text: String, isPlain: Bool) -> [ProseBlock] {
    let prose = ProseWithoutFormulas(LenientMarkdown.joiningTables(in: text))
    return blocks(ofHTML: CommonMark.unsafeHTML(of: prose.text), formulas: prose.formulas, isPlain: isPlain)
  }

  static func blocks(ofHTML html: String, formulas: [Formula] = [], isPlain: Bool) -> [ProseBlock] {
    var reader = ProseReader(html, formulas: formulas, isPlain: isPlain)
    return reader.blocks()
  }

  // MARK: Blocks

  /// Up to the end of the element that is open, or of the text.
  private mutating func blocks(isLoose: Bool = false) -> [ProseBlock] {
    var contents = Contents()
    contents.isLoose = isLoose
    var open: [OpenInline] = []
    loop: while let event = events.next() {
      switch event {
      case .text(let text): add(text, to: &contents)
      case .unknownTag(let source): contents.inlines.append(.text(plain(source), style))
      case .empty(let tag): addEmpty(tag, to: &contents)
      case .start(let tag) where HTMLElements.block.contains(tag.name): addBlock(tag, to: &contents)
      case .start(let tag):
        open.append(OpenInline(tag: tag, start: contents.inlines.count, outerStyle: style))
        start(tag, &contents)
      case .end:
        guard let inline = open.popLast() else { break loop }
        end(inline, &contents)
        style = inline.outerStyle
      }
    }
    contents.endParagraph()
    return contents.blocks
  }

  private mutating func addBlock(_ tag: HTMLReader.Tag, to contents: inout Contents) {
    contents.endParagraph()
    let outerStyle = style
    defer { style = outerStyle }
    switch tag.name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let level = Int(tag.name.dropFirst()) ?? 1
      style.role = .heading(level)
      for block in blocks() {
        if case .paragraph(let inlines, _) = block {
          contents.blocks.append(.heading(level, inlines))
        } else {
          contents.blocks.append(block)
        }
      }
    case "pre": contents.blocks.append(code())
    case "ul", "ol":
      let start = tag.value("start").flatMap { Int($0) }.flatMap { abs($0 / 2) < Self.largestNumber ? $0 : nil } ?? 1
      contents.blocks.append(.list(items(), start: tag.name == "ol" ? start : nil))
    case "blockquote": contents.blocks.append(.quotation(blocks()))
    case "dd": contents.blocks.append(.indented(blocks()))
    case "dt", "summary":
      style.isBold = true
      if tag.name == "summary" { contents.inlines.append(.text("▾ ", .mark)) }
      contents.inlines += blocks().flatMap(\.inlines)
      contents.endParagraph()
    case "table":
      let (table, outside) = table()
      contents.blocks += outside
      if !table.rows.isEmpty { contents.blocks.append(.table(table)) }
    case "p": contents.blocks += blocks(isLoose: true)
    default: contents.blocks += blocks(isLoose: contents.isLoose)
    }
  }

  private mutating func addEmpty(_ tag: HTMLReader.Tag, to contents: inout Contents) {
    switch tag.name {
    case "br": contents.inlines.append(.lineBreak)
    case "hr": contents.add(.rule)
    case "img", "video":
      if let text = PictureText.text(of: tag, value: plain) {
        contents.inlines.append(.text(text, SpanStyle(.picture)))
      }
    default: break
    }
  }

  private mutating func items() -> [[ProseBlock]] {
    var items: [[ProseBlock]] = []
    while let event = events.next() {
      switch event {
      case .start(let tag) where tag.name == "li": items.append(blocks())
      case .start(let tag):
        // A list right inside a list.
        var contents = Contents()
        addBlock(tag, to: &contents)
        items.append(contents.blocks)
      case .text(let text):
        let text = plain(CharacterReferences.decoded(text)).trimmed
        if !text.isEmpty { items.append([.paragraph([.text(text, style)], isLoose: false)]) }
      case .end: return items
      case .empty, .unknownTag: break
      }
    }
    return items
  }

  /// A block of code: its text as it is.
  private mutating func code() -> ProseBlock {
    var text = ""
    var language = ""
    var depth = 0
    loop: while let event = events.next() {
      switch event {
      case .text(let part): text += plain(CharacterReferences.decoded(part))
      case .unknownTag(let source): text += plain(source)
      case .empty(let tag): if tag.name == "br" { text += "\n" }
      case .start(let tag):
        depth += 1
        let name = tag.value("class") ?? ""
        if name.hasPrefix("language-") { language = String(name.dropFirst("language-".count)) }
      case .end:
        if depth == 0 { break loop }
        depth -= 1
      }
    }
    if text.first == "\n" { text.removeFirst() }
    return .code(text, language: language)
  }

  // MARK: Tables

  /// The table, and what stands in it outside its cells.
  private mutating func table() -> (ProseTable, outside: [ProseBlock]) {
    var table = ProseTable()
    var contents = Contents()
    var depth = 0
    loop: while let event = events.next() {
      switch event {
      case .start(let tag):
        switch tag.name {
        case "tr":
          table.rows.append([])
          depth += 1
        case "td", "th":
          let cell = ProseTable.Cell(
            blocks: blocks(), isHeader: tag.name == "th", alignment: ProseTable.Alignment(tag) ?? .left)
          if table.rows.isEmpty { table.rows.append([]) }
          table.rows[table.rows.count - 1].append(cell)
        case "table", "caption": addBlock(tag, to: &contents)
        default: depth += 1
        }
      case .end:
        if depth == 0 { break loop }
        depth -= 1
      case .text(let text): add(text, to: &contents)
      case .empty(let tag): addEmpty(tag, to: &contents)
      case .unknownTag(let source): contents.inlines.append(.text(plain(source), style))
      }
    }
    contents.endParagraph()
    return (table, contents.blocks)
  }

  // MARK: Running text

  private mutating func add(_ text: String, to contents: inout Contents) {
    for (part, formula) in ProseWithoutFormulas.parts(of: text, formulas) {
      let part = CharacterReferences.decoded(part)
      if !part.isEmpty { contents.inlines.append(.text(part, style)) }
      guard let formula else { continue }
      if style.role == .code {
        contents.inlines.append(.text(formula.source, style))
      } else if formula.isDisplayed {
        contents.add(.formula(formula))
      } else {
        var style = style
        if style.role == .text { style.role = .formula }
        contents.inlines.append(.text(FormulaText.inline(formula), style))
      }
    }
  }

  /// With formulas as they were written.
  private func plain(_ text: String) -> String { ProseWithoutFormulas.restored(text, formulas) }

  private mutating func start(_ tag: HTMLReader.Tag, _ contents: inout Contents) {
    switch tag.name {
    case "b", "strong": style.isBold = true
    case "i", "em", "cite", "var", "dfn": style.isItalic = true
    case "u", "ins": style.isUnderlined = true
    case "s", "strike", "del":
      style.isStruck = true
      if isPlain { contents.inlines.append(.text("~~", style)) }
    case "code", "tt", "kbd", "samp":
      style.role = .code
      if isPlain { contents.inlines.append(.text("`", style)) }
    case "a": if tag.value("href") != nil { style.role = .link }
    case "q": contents.inlines.append(.text("“", style))
    default: break
    }
  }

  private func end(_ inline: OpenInline, _ contents: inout Contents) {
    switch inline.tag.name {
    case "s", "strike", "del": if isPlain { contents.inlines.append(.text("~~", style)) }
    case "code", "tt", "kbd", "samp": if isPlain { contents.inlines.append(.text("`", style)) }
    case "q": contents.inlines.append(.text("”", style))
    case "sub", "sup":
      guard inline.start < contents.inlines.count else { return }
      let text = contents.inlines[inline.start...].map(\.text).joined()
      contents.inlines[inline.start...] = [.text(ScriptText.text(text, isUpper: inline.tag.name == "sup"), style)]
    case "a":
      guard let href = inline.tag.value("href") else { return }
      let text = contents.inlines.dropFirst(inline.start).map(\.text).joined()
      if let address = LinkText.address(plain(href), shownAs: text) {
        contents.inlines += [.text(" ", inline.outerStyle), .text(address, SpanStyle(.address))]
      }
    default: break
    }
  }
}

extension ProseBlock {
  /// Its running text.
  fileprivate var inlines: [Inline] {
    switch self {
    case .paragraph(let inlines, _), .heading(_, let inlines): inlines
    default: []
    }
  }
}

extension ProseTable.Alignment {
  fileprivate init?(_ tag: HTMLReader.Tag) {
    let style = tag.value("style")?.lowercased() ?? ""
    let words = tag.value("align")?.lowercased() ?? style
    if words.contains("right") {
      self = .right
    } else if words.contains("center") {
      self = .centre
    } else {
      return nil
    }
  }
}
