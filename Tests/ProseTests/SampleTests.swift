import Cells
import Prose
import Testing

/// A notebook that has everything, as `cnb show` prints it.
@Suite("A notebook as text")
struct SampleTests {
  private func lines(_ options: ViewOptions) throws -> [StyledLine] {
    NotebookView.lines(try ExportedNotebook(try Notebook(Array(try golden("sample.cnb").utf8))), options)
  }

  @Test("looks as recorded", arguments: [80, 40])
  func plain(_ columns: Int) throws {
    let shown = try lines(ViewOptions(columns: columns, isPlain: true)).terminalText(isColoured: false)
    let recorded = try golden("sample-\(columns).txt")
    for (line, (shown, recorded)) in zip(split(shown), split(recorded)).enumerated() {
      #expect(shown == recorded, "line \(line + 1)")
    }
    #expect(split(shown).count == split(recorded).count)
  }

  @Test("has the recorded colours")
  func colours() throws {
    let shown = try lines(ViewOptions(columns: 80, isPlain: false)).terminalText(isColoured: true)
    let recorded = try golden("sample-80-colours.txt")
    for (line, (shown, recorded)) in zip(split(shown.replacing("\u{1B}", with: "␛")), split(recorded)).enumerated() {
      #expect(shown == recorded, "line \(line + 1)")
    }
    #expect(split(shown).count == split(recorded).count)
  }

  @Test("fits every width", arguments: [12, 20, 33, 57, 100, 150])
  func widths(_ columns: Int) throws {
    for line in try lines(ViewOptions(columns: columns, isPlain: true)) {
      #expect(line.width <= columns, "\(line.text)")
      #expect(line.text.last != " ", "\(line.text)")
    }
  }

  private func split(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}
