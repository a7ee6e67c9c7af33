import Cells
import Foundation
import Prose

/// Prose as text, without colours.
func prose(_ markdown: String, columns: Int = 80) -> String {
  ProseText.lines(ofMarkdown: markdown, ViewOptions(columns: columns, isPlain: true)).map(\.text)
    .joined(separator: "\n")
}

func text(_ lines: [StyledLine]) -> String { lines.map(\.text).joined(separator: "\n") }

/// A file beside these tests.
func golden(_ name: String) throws -> String {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  return try String(contentsOf: folder.appendingPathComponent("Goldens/\(name)"), encoding: .utf8)
}
