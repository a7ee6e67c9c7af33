import Cells
import Markup

/// A notebook as one HTML file that needs nothing else: no script, no network, no other file.
package struct HTMLPage {
  private let notebook: ExportedNotebook
  private let media: MediaEmbedding
  private var identifiers = PageIdentifiers()
  private var body = ""

  /// - Parameters:
  ///   - name: for the title of a notebook that has none.
  ///   - language: of the prose, as in `en`.
  ///   - media: gives the pictures that the prose names.
  package static func text(
    of notebook: ExportedNotebook, name: String, language: String = "en", media: MediaEmbedding = MediaEmbedding()
  ) -> String {
    var page = HTMLPage(notebook: notebook, media: media)
    page.addParts()
    let title = notebook.title ?? notebook.firstHeading.map { page.plainText(ofMarkdown: $0) } ?? name
    return HTMLDocument.text(title: title, language: language, body: page.body)
  }

  private init(notebook: ExportedNotebook, media: MediaEmbedding) {
    self.notebook = notebook
    self.media = media
  }

  private mutating func addParts() {
    if let title = notebook.title, notebook.firstHeading == nil { body += "<h1>\(HTMLText.escaped(title))</h1>\n" }
    for part in notebook.parts {
      switch part {
      case .prose(let markdown): body += "<section class=\"prose\">\n\(prose(markdown))</section>\n"
      case .raw(let text): body += HTMLText.preformatted(HTMLText.escaped(text), className: "raw")
      case .cell(let cell): add(cell)
      }
    }
  }

  private mutating func prose(_ markdown: String) -> String {
    let prose = ProseWithoutFormulas(LenientMarkdown.joiningTables(in: markdown))
    return HTMLSanitizer.sanitized(
      CommonMark.unsafeHTML(of: prose.text, markupOfCode: HighlightedCode.block), formulas: prose.formulas,
      media: media, identifiers: &identifiers)
  }

  /// Without marks and tags.
  private func plainText(ofMarkdown markdown: String) -> String {
    var reader = HTMLReader(CommonMark.unsafeHTML(of: markdown))
    var text = ""
    while let token = reader.next() {
      if case .text(let part) = token { text += CharacterReferences.decoded(part) }
    }
    return text.trimmed
  }

  // MARK: Cells

  private mutating func add(_ cell: ExportedCell) {
    let id = cell.id.flatMap { identifiers.add("cell-\($0)") }
    body += "<section class=\"cell\"\(id.map { HTMLText.attribute("id", $0) } ?? "")>\n"
    addRow(prompt: cell.executionCount.map { "In [\($0)]:" }, className: "input", HighlightedCode.block(cell.code))
    for output in cell.outputs { add(output, of: cell) }
    body += "</section>\n"
  }

  private mutating func addRow(prompt: String?, className: String, _ contents: String) {
    let prompt = prompt.map { "<div class=\"prompt\">\(HTMLText.escaped($0))</div>\n" } ?? ""
    body += "<div class=\"\(className)\">\n\(prompt)\(contents)</div>\n"
  }

  private mutating func add(_ output: ExportedOutput, of cell: ExportedCell) {
    switch output {
    case .stream(let text, let isError):
      guard !text.isEmpty else { return }
      addRow(prompt: nil, className: "output", Self.text(text, className: isError ? "stream stderr" : "stream"))
    case .error(let traceback):
      addRow(prompt: nil, className: "output", Self.text(traceback, className: "traceback"))
    case .value(let data):
      let prompt = cell.executionCount.map { "Out[\($0)]:" }
      addRow(prompt: prompt, className: "output value", contents(of: data))
    case .display(let data):
      addRow(prompt: nil, className: "output", contents(of: data))
    }
  }

  private static func text(_ text: String, className: String) -> String {
    HTMLText.preformatted(TerminalMarkup.markup(of: text), className: className)
  }

  private mutating func contents(of data: ExportedData) -> String {
    if let picture = data.picture {
      let alternative = HTMLText.attribute("alt", (data.text ?? "").trimmed)
      return "<img class=\"picture\" src=\"\(picture.dataURL)\"\(alternative)>\n"
    }
    if let html = data.html {
      let markup = HTMLSanitizer.sanitized(html, media: media, identifiers: &identifiers)
      return "<div class=\"prose\">\n\(markup)\n</div>\n"
    }
    if let markdown = data.markdown { return "<div class=\"prose\">\n\(prose(markdown))</div>\n" }
    return Self.text(data.text ?? "", className: "data")
  }
}
