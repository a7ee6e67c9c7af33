import Cells
import HTML
import Testing

/// What the page shows of a notebook: the contents of its `main` element.
func pageBody(
  _ parts: ExportedNotebook.Part..., media: MediaEmbedding = MediaEmbedding(), title: String? = nil
) -> String {
  let page = HTMLPage.text(of: ExportedNotebook(title: title, parts: parts), name: "lesson", media: media)
  guard let start = page.range(of: "<main>\n"), let end = page.range(of: "</main>", after: start.upperBound) else {
    return page
  }
  return String(page[start.upperBound..<end.lowerBound])
}

/// A prose part's HTML.
func proseHTML(_ markdown: String, media: MediaEmbedding = MediaEmbedding()) -> String {
  let body = pageBody(.prose(markdown), media: media)
  let start = "<section class=\"prose\">\n"
  let end = "</section>\n"
  guard body.hasPrefix(start), body.hasSuffix(end) else { return body }
  return String(body.dropFirst(start.count).dropLast(end.count))
}

/// The HTML of one output of a cell without code.
func outputHTML(_ output: ExportedOutput) -> String {
  let body = pageBody(.cell(ExportedCell(code: "", outputs: [output])))
  guard let start = body.range(of: "<div class=\"output") else { return body }
  return String(body[start.lowerBound...].dropLast("</section>\n".count))
}

/// The text of HTML as a browser has it: without tags, with character references resolved.
func textContent(_ html: String) -> String {
  var text = ""
  var isTag = false
  for character in html {
    if character == "<" { isTag = true }
    if !isTag { text.append(character) }
    if character == ">" { isTag = false }
  }
  for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
    text = text.replacing(reference, with: character)
  }
  return text
}

extension String {
  func range(of part: String, after start: Index? = nil) -> Range<Index>? {
    self[(start ?? startIndex)...].firstRange(of: part)
  }
}
