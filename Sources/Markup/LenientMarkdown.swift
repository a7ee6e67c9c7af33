/// Two habits of notebooks that Jupyter's first Markdown reader understood and CommonMark does not.
package enum LenientMarkdown {
  /// Without the blank lines in HTML tables whose rows are indented. In CommonMark a blank line ends the table's HTML,
  /// and the rows would be code.
  package static func joiningTables(in text: String) -> String {
    guard text.utf8.count < 1 << 20, text.contains("<table") || text.contains("<TABLE") else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var result: [Substring] = []
    var index = 0
    var fence: Character?
    var isAnyTableLeft = true
    while index < lines.count {
      let start = lines[index].drop { $0 == " " }
      if let mark = fence {
        if start.hasPrefix(String(repeating: mark, count: 3)) { fence = nil }
      } else if start.hasPrefix("```") || start.hasPrefix("~~~") {
        fence = start.first
      } else if isAnyTableLeft, start.prefix(6).lowercased() == "<table" {
        if let end = endOfTable(lines, from: index) {
          let table = lines[index...end]
          result += hasIndentedBlock(table) ? table.filter { !isBlank($0) } : Array(table)
          index = end + 1
          continue
        }
        isAnyTableLeft = false
      }
      result.append(lines[index])
      index += 1
    }
    return result.joined(separator: "\n")
  }

  private static func isBlank(_ line: Substring) -> Bool { line.allSatisfy { $0 == " " || $0 == "\t" } }

  private static func endOfTable(_ lines: [Substring], from start: Int) -> Int? {
    lines[start...].firstIndex { $0.lowercased().contains("</table") }
  }

  /// Whether a blank line is followed by what is code in CommonMark.
  private static func hasIndentedBlock(_ lines: ArraySlice<Substring>) -> Bool {
    zip(lines, lines.dropFirst()).contains { before, line in
      isBlank(before) && !isBlank(line) && (line.hasPrefix("    ") || line.hasPrefix("\t"))
    }
  }

  /// `**text**` in a block of HTML as a `strong` element: CommonMark leaves what stands in HTML alone.
  static func emphasizing(html: String) -> String {
    guard html.contains("**"), !html.contains("<pre"), !html.contains("<code"), !html.hasPrefix("<!--") else {
      return html
    }
    return html.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var pieces = line.split(separator: "**", omittingEmptySubsequences: false)[...]
      var result = String(pieces.popFirst() ?? "")
      while let text = pieces.popFirst() {
        guard let rest = pieces.first, !isBlank(text), !text.contains("<"), !text.contains(">") else {
          result += "**" + text
          continue
        }
        result += "<strong>\(String(text).trimmed)</strong>\(rest)"
        pieces.removeFirst()
      }
      return result
    }.joined(separator: "\n")
  }
}
