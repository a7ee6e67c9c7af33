import Cells
import Testing

@Suite("Recording outputs in a notebook")
struct DocumentRecordingTests {
  private let cell = "```python cell=a\nx\n```\n"

  private func recorded(_ body: String, _ outputs: RecordedOutput...) throws -> String {
    var notebook = try notebook(body)
    notebook.record(outputs, for: "a")
    return String(notebook.text.dropFirst("---\ncnb: 1\n---\n".count))
  }

  @Test("puts new blocks under their cell")
  func newBlocks() throws {
    #expect(
      try recorded("Before\n\n\(cell)\nAfter\n", RecordedOutput(.output, "1\n2\n"), RecordedOutput(.value, "3"))
        == "Before\n\n\(cell)\n```output cell=a\n1\n2\n```\n\n```value cell=a\n3\n```\n\nAfter\n")
    #expect(
      try recorded("```python cell=a\n```", RecordedOutput(.value, "3"))
        == "```python cell=a\n```\n\n```value cell=a\n3\n```\n")
  }

  @Test("replaces only the blocks that change and keeps their fences and unknown keys")
  func replacedBlocks() throws {
    let body = "\(cell)\n~~~output   cell=a  note=\"a b\"\n1\n~~~~~\n\n```value\tcell=a\n2\n```"
    #expect(
      try recorded(body, RecordedOutput(.output, "5\n"), RecordedOutput(.value, "2"))
        == "\(cell)\n~~~output cell=a note=\"a b\"\n5\n~~~\n\n```value\tcell=a\n2\n```")
    #expect(
      try recorded(body, RecordedOutput(.output, "1\n"), RecordedOutput(.value, "7"))
        == "\(cell)\n~~~output   cell=a  note=\"a b\"\n1\n~~~~~\n\n```value cell=a\n7\n```")
    #expect(try recorded(body, RecordedOutput(.output, "1\n"), RecordedOutput(.value, "2")) == body)
  }

  @Test("removes blocks with the blank lines that set them off")
  func removedBlocks() throws {
    let body = "\(cell)\n```output cell=a\n1\n```\n\n```value cell=a\n2\n```\n\nAfter\n"
    #expect(try recorded(body) == "\(cell)\nAfter\n")
    #expect(try recorded(body, RecordedOutput(.value, "2")) == "\(cell)\n```value cell=a\n2\n```\n\nAfter\n")
    #expect(try recorded("\(cell)```output cell=a\n1\n```\nAfter\n") == "\(cell)After\n")
  }

  @Test("leaves the blocks of other cells alone")
  func otherCells() throws {
    let other = "```python cell=b\ny\n```\n```output cell=b\n9\n```\n"
    #expect(
      try recorded("\(other)\(cell)\(other.replacing("cell=b", with: "cell=c"))", RecordedOutput(.output, "1\n"))
        == "\(other)\(cell)\n```output cell=a\n1\n```\n\n\(other.replacing("cell=b", with: "cell=c"))")
  }

  @Test("keeps the line ends of the file")
  func lineEnds() throws {
    var notebook = try Notebook(Array("---\r\ncnb: 1\r\n---\r\n```python\r\nx\r\n```\r\n".utf8))
    notebook.writeMissingIDs()
    notebook.record([RecordedOutput(.output, "1\n2\n")], for: "cell")
    #expect(
      notebook.source
        == Array(
          ("---\r\ncnb: 1\r\n---\r\n```python cell=cell\r\nx\r\n```\r\n\r\n```output cell=cell\r\n1\r\n2\r\n```\r\n")
            .utf8))
    #expect(try Notebook(notebook.source).cells[0].recorded == [RecordedOutput(.output, "1\n2\n")])
  }

  @Test(
    "gives every text back",
    arguments: [
      "a\n", "a", "\n", "\n\n", "a\n\n", " a \n", "```\n", "x ````` y\n```", "~~~\n", "\u{1B}[92mok\u{1B}[0m\n",
      "a\r\nb\r", "\\x1b\n", "\u{7}\\n\u{85}", "e\u{301}\u{FEFF}\n", "\t\n", "- x\n> y\n---\n", "\u{2028}x",
    ])
  func texts(_ text: String) throws {
    for kind in RecordedOutput.Kind.allCases where kind != .figure {
      for lineEnd in ["\n", "\r\n"] {
        var notebook = try Notebook(
          Array("---\ncnb: 1\n---\n  ```python cell=a\nx\n```\n".replacing("\n", with: lineEnd).utf8))
        notebook.record([RecordedOutput(kind, text)], for: "a")
        let again = try Notebook(notebook.source)
        #expect(again.cells.count == 1)
        #expect(again.cells[0].recorded == [RecordedOutput(kind, text)])
      }
    }
  }

  @Test("marks what a block cannot hold as it is")
  func encodings() throws {
    #expect(try recorded(cell, RecordedOutput(.output, "a")).hasSuffix("\n```output cell=a no-newline\na\n```\n"))
    #expect(
      try recorded(cell, RecordedOutput(.output, "\u{1B}[1m\\\n"))
        .hasSuffix("\n```output cell=a escaped\n\\x1b[1m\\\\\n```\n"))
    #expect(try recorded(cell, RecordedOutput(.output, "```\n")).hasSuffix("\n````output cell=a\n```\n````\n"))
    #expect(
      try recorded("\(cell)\n```output cell=a no-newline\na\n```\n", RecordedOutput(.output, "a\n"))
        == "\(cell)\n```output cell=a\na\n```\n")
  }

  @Test("records what a run gave, without standard error")
  func fromRun() {
    #expect(
      RecordedOutput.record([
        .stdout("a"), .stderr("warning"), .stdout("b\n"), .figure(FigureRecord(width: 4, height: 3, digest: "ff")),
        .stdout("c\n"),
        .error(className: "KeyError", message: "'x'", traceback: "Traceback\nKeyError: 'x'\n"),
      ]) == [
        RecordedOutput(.output, "ab\n"), RecordedOutput(.figure, "4x3 ff"), RecordedOutput(.output, "c\n"),
        RecordedOutput(.error, "Traceback\nKeyError: 'x'"),
      ])
    #expect(RecordedOutput.record([.stdout("")]).isEmpty)
    #expect(RecordedOutput.record([.value("")]) == [RecordedOutput(.value, "")])
  }
}
