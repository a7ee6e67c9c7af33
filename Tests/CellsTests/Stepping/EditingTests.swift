import Cells
import Testing

@Suite("Editing a notebook")
struct EditingTests {
  private static let three = """
    # Title

    ```python cell=a
    x = 1
    ```

    ```output cell=a
    1
    ```

    More text.

    ```python cell=b points=3
    y = 2
    ```

    """

  /// The text behind the front matter after an edit.
  private func edited(
    _ body: String = three, _ change: (inout Notebook) throws -> Void
  ) throws -> String {
    var notebook = try notebook(body)
    try change(&notebook)
    #expect(try Notebook(notebook.source).source == notebook.source)
    return String(notebook.text.dropFirst("---\ncnb: 1\n---\n".count))
  }

  @Test("new code replaces the lines between the fences, and nothing else")
  func code() throws {
    let text = try edited { try $0.setCode("x = 2\ny = 3", part: 1) }
    #expect(text == Self.three.replacing("x = 1\n", with: "x = 2\ny = 3\n"))
    #expect(try edited { try $0.setCode("x = 1\n", part: 1) } == Self.three)
  }

  @Test("a fence grows round code that holds one, and indentation, line ends and marks stay")
  func fences() throws {
    let front = "---\r\ncnb: 1\r\n---\r\n"
    var notebook = try Notebook(
      Array((front + "a\r\n\r\n  ~~~python cell=a k=\"1 2\"\r\n  x\r\n  ~~~").utf8))
    try notebook.setCode("if x:\n    s = '~~~'\n", part: 1)
    let code = "  ~~~~python cell=a k=\"1 2\"\r\n  if x:\r\n      s = '~~~'\r\n  ~~~~"
    #expect(notebook.text == front + "a\r\n\r\n" + code)
  }

  @Test("a new cell stands below another one's outputs, or above it, with one blank line round it")
  func newCells() throws {
    let new = "```python cell=title\nz\n```\n\n"
    #expect(
      try edited { try $0.insertCell("z", .below, part: 1) }
        == Self.three.replacing("More", with: new + "More"))
    #expect(try edited { try $0.insertCell("z", .above, part: 2) } == Self.three.replacing("More", with: new + "More"))
    #expect(
      try edited { try $0.insertCell("z", .above, part: 1) }
        == Self.three.replacing("```python cell=a", with: new + "```python cell=a"))
    #expect(try edited { try $0.insertCell("z", .below, part: 3) } == Self.three + "\n" + new.dropLast())
    #expect(try edited("") { try $0.insertCell("", .below, part: nil) } == "\n```python cell=cell\n```\n")
    #expect(try edited("x") { try $0.insertCell("z", .below, part: 0) } == "x\n\n```python cell=cell\nz\n```\n")
    #expect(try edited("x") { try $0.insertCell("z", .above, part: 0) } == "\n```python cell=cell\nz\n```\n\nx")
  }

  @Test("a new cell is called after its function, or the heading above, and after no cell that was there")
  func ids() throws {
    var notebook = try notebook(Self.three)
    #expect(try notebook.insertCell("def zero_pad(x): pass", .below, part: 1).id == "zero-pad")
    #expect(try notebook.insertCell("z", .below, part: 3, avoiding: ["title"]).id == "title-2")
    #expect(notebook.cells.map(\.id) == ["a", "zero-pad", "title-2", "b"])
  }

  @Test("new prose beside prose is parted from it by a mark")
  func newProse() throws {
    #expect(
      try edited { try $0.insertProse("New.", .below, part: 1) }.contains("1\n```\n\nNew.\n\n<!-- cell -->\n\nMore"))
    #expect(
      try edited { try $0.insertProse("New.", .below, part: 2) }.contains(
        "More text.\n\n<!-- cell -->\n\nNew.\n\n```python cell=b"))
    #expect(
      try edited { try $0.insertProse("New.", .above, part: 1) }.contains("# Title\n\n<!-- cell -->\n\nNew.\n\n```"))
    #expect(try edited { try $0.insertProse("New.", .below, part: 3) } == Self.three + "\nNew.\n")
    let open = try edited { try $0.insertProse("<!-- open", .above, part: 0) }
    #expect(open.hasPrefix("\n```markdown cell\n<!-- open\n```\n\n# Title"))
  }

  @Test("a deleted cell takes its outputs along")
  func deletion() throws {
    #expect(
      try edited { try $0.delete(part: 1) }
        == Self.three.replacing("```python cell=a\nx = 1\n```\n\n```output cell=a\n1\n```\n\n", with: ""))
    #expect(
      try edited { try $0.delete(part: 3) }
        == Self.three.replacing("\n```python cell=b points=3\ny = 2\n```\n", with: ""))
    #expect(try edited { try $0.delete(part: 0) } == "\n" + Self.three.dropFirst("# Title\n\n".count))
    #expect(
      try edited("```output cell=a\n1\n```\n\nA\n\n```python cell=a\n```\n\nB\n\n```value cell=a\n2\n```\n\nC\n") {
        try $0.delete(part: 1)
      } == "\nA\n\nB\n\nC\n")
    #expect(
      try edited("A\n\n```python cell=a\n```\n\nB\n\n<!-- cell -->\n\nC\n") { try $0.delete(part: 1) }
        == "A\n\n<!-- cell -->\n\nB\n\n<!-- cell -->\n\nC\n")
    #expect(
      try edited("A\n\n<!-- cell -->\n\nB\n\n<!-- cell -->\n\nC\n") { try $0.delete(part: 1) }
        == "A\n\n<!-- cell -->\n\nC\n")
  }

  @Test("moving exchanges a part with its neighbour, outputs and all")
  func moving() throws {
    let a = "```python cell=a\nx = 1\n```\n\n```output cell=a\n1\n```"
    #expect(
      try edited { try $0.move(part: 1, .below) }
        == Self.three.replacing(a + "\n\nMore text.", with: "More text.\n\n" + a))
    #expect(
      try edited { try $0.move(part: 2, .above) }
        == Self.three.replacing(a + "\n\nMore text.", with: "More text.\n\n" + a))
    var notebook = try notebook(Self.three)
    #expect(try notebook.move(part: 1, .below) == 2)
    #expect(try notebook.move(part: 2, .above) == 1)
    #expect(throws: EditError.firstPart) { _ = try edited { try $0.move(part: 0, .above) } }
    #expect(throws: EditError.lastPart) { _ = try edited { try $0.move(part: 3, .below) } }
    #expect(
      try edited("A\n\n```python cell=a\n```\n\nB\n\n<!-- cell -->\n\nC") { try $0.move(part: 1, .above) }
        == "```python cell=a\n```\n\nA\n\n<!-- cell -->\n\nB\n\n<!-- cell -->\n\nC")
  }

  @Test("splitting makes a second cell from a line on")
  func splitting() throws {
    let cell = "```python cell=a\nx = 1\n\ny = 2\n```\n\n```output cell=a\n1\n```\n"
    #expect(
      try edited(cell) { try $0.split(part: 0, line: 3) }
        == "```python cell=a\nx = 1\n```\n\n```output cell=a\n1\n```\n\n```python cell=cell\ny = 2\n```\n")
    #expect(throws: EditError.noSuchLine(line: 4, count: 3)) { _ = try edited(cell) { try $0.split(part: 0, line: 4) } }
    #expect(throws: EditError.noSuchLine(line: 1, count: 3)) { _ = try edited(cell) { try $0.split(part: 0, line: 1) } }
    #expect(throws: EditError.nothingToSplit) { _ = try edited { try $0.split(part: 1, line: 1) } }
    #expect(try edited("One\n\nTwo\n") { try $0.split(part: 0, line: 3) } == "One\n\n<!-- cell -->\n\nTwo\n")
  }

  @Test("merging makes one cell of two of a kind")
  func merging() throws {
    let cells =
      "```python cell=a\nx\n```\n\n```output cell=a\n1\n```\n\n```python cell=b\ny\n```\n\n```output cell=b\n2\n```\n"
    #expect(
      try edited(cells) { try $0.merge(part: 0) }
        == "```python cell=a\nx\n\ny\n```\n\n```output cell=a\n1\n```\n\n```output cell=a\n2\n```\n")
    #expect(try edited("One\n\n<!-- cell -->\n\nTwo\n") { try $0.merge(part: 0) } == "One\n\nTwo\n")
    #expect(throws: EditError.differentKinds) { _ = try edited { try $0.merge(part: 0) } }
    #expect(throws: EditError.lastPart) { _ = try edited { try $0.merge(part: 3) } }
  }

  @Test("prose is replaced in place; empty prose goes away")
  func prose() throws {
    #expect(
      try edited { try $0.setProse("## New\n\n```python\nno()\n```", part: 0) }
        == Self.three.replacing("# Title", with: "## New\n\n```python prose\nno()\n```"))
    #expect(try edited { try $0.setProse(" \n", part: 2) } == Self.three.replacing("More text.\n\n", with: ""))
    #expect(throws: EditError.notCode) { _ = try edited { try $0.setCode("x", part: 0) } }
    #expect(
      try edited("```raw cell\nx\n```\n") { try $0.setProse("```\n\u{1B}", part: 0) }
        == "````raw cell escaped\n```\n\\x1b\n````\n")
  }

  @Test("an edit that would swallow other cells is refused")
  func openProse() throws {
    let text = "A\n\n```python cell=a\n```\n\n<pre>\nopen\n"
    #expect(throws: EditError.changesOthers(nil)) { _ = try edited(text) { try $0.move(part: 2, .above) } }
    #expect(throws: EditError.changesOthers(nil)) { _ = try edited(text) { try $0.insertCell("", .below, part: 2) } }
  }

  @Test("cells without an id get theirs at the first edit")
  func missingIDs() throws {
    #expect(
      try edited("# H\n\n```python\nx\n```\n\n```python\ny\n```\n") { try $0.setCode("z", part: 2) }
        == "# H\n\n```python cell=h\nx\n```\n\n```python cell=h-2\nz\n```\n")
  }
}
