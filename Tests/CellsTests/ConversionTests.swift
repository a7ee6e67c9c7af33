import Cells
import Testing

extension Notebook {
  /// There and back.
  fileprivate func throughJupyter() throws -> [UInt8] {
    try Notebook(converting: JupyterNotebook(JupyterNotebook(converting: self).source)).source
  }
}

extension JupyterNotebook {
  fileprivate func throughNotebook() throws -> [UInt8] {
    try JupyterNotebook(converting: Notebook(Notebook(converting: self).source)).source
  }
}

@Suite("Converting notebooks")
struct ConversionTests {
  @Test("cells become prose and blocks, and what has no place there one block at the end")
  func text() throws {
    let notebook = try jupyter(
      cells: [
        textCell("markdown", "# Head"), textCell("markdown", "Text.\n"),
        codeCell("print(1)\n2", count: 1, outputs: [stream("stdout", "1\n"), result("2", count: 1)]),
        codeCell("3", count: 2, outputs: [stream("stderr", "w"), stream("stdout", "3")]), textCell("raw", "r"),
      ], minor: 4)
    let text = try Notebook(converting: notebook).text
    let expected = """
      ---
      cnb: 1
      print-style: auto
      ---

      # Head

      <!-- cell -->

      Text.

      ```python cell=head
      print(1)
      2
      ```

      ```output cell=head
      1
      ```

      ```value cell=head
      2
      ```

      ```python cell=head-2
      3
      ```

      ```output cell=head-2 no-newline
      3
      ```

      ```raw cell
      r
      ```

      ```json ipynb
      {
      "notebook": {"cells": null, "metadata": {}, "nbformat": 4, "nbformat_minor": 4},
      "cells": [
      {"cell": {"cell_type": "markdown", "metadata": {}, "source": null}},
      {"cell": {"cell_type": "markdown", "metadata": {}, "source": ["Text.\\n"]}},
      {"block": "head", "cell": {"cell_type": "code", "execution_count": 1, "metadata": {}, "outputs": null, \
      "source": null}},
      {"block": "head-2", "cell": {"cell_type": "code", "execution_count": 2, "metadata": {}, "outputs": [{"name": \
      "stderr", "output_type": "stream", "text": ["w"]}, {"name": "stdout", "output_type": "stream", "text": ["3"]}], \
      "source": null}},
      {"cell": {"cell_type": "raw", "metadata": {}, "source": null}}
      ]
      }
      ```

      """
    #expect(text == expected)
    #expect(try notebook.throughNotebook() == notebook.source)
  }

  @Test(
    "a Markdown cell that prose cannot hold stands in a block",
    arguments: [
      "", "\n", "  ", "```\nopen", "<!-- open", "<pre>", "<!-- cell -->", "a\n\n<!-- cell -->\n\nb",
      "```output cell=x\n```",
      "```markdown cell\n```", "```json ipynb\n{}\n```", "```python x=\"\n```", "```python prose\n```", "zero \0 byte",
    ])
  func markdownBlocks(_ text: String) throws {
    let notebook = try jupyter(cells: [textCell("markdown", text, id: "m"), codeCell("1", id: "a")])
    let converted = try Notebook(converting: notebook)
    #expect(converted.text.contains("markdown cell"))
    #expect(converted.cells.map(\.id) == ["a"])
    guard case .markdown(let again) = converted.parts.first else {
      Issue.record("no Markdown cell")
      return
    }
    #expect(again == text)
    #expect(try notebook.throughNotebook() == notebook.source)
  }

  @Test("Python in a Markdown cell stays prose")
  func pythonInProse() throws {
    let notebook = try jupyter(cells: [
      textCell("markdown", "Like this:\n```python\nx\n```\n  ~~~ python  k=1\n~~~\nand so on", id: "m"),
      codeCell("1", id: "a"),
    ])
    let converted = try Notebook(converting: notebook)
    #expect(converted.text.contains("Like this:\n```python prose\nx\n```\n  ~~~ python prose  k=1\n~~~\nand so on\n"))
    #expect(converted.cells.map(\.id) == ["a"])
    #expect(try notebook.throughNotebook() == notebook.source)
  }

  @Test(
    "what Jupyter notebooks hold survives",
    arguments: [
      "", "\n", "a\n", "a\n\n", "\n\na", "a\tb\u{A0}c", "a\r\nb\r", "\r", "%matplotlib inline", "!ls\n?x",
      "```\n````\n", "\0\u{1}\u{7F}",
      "# é 😀\u{2028}x\u{85}", "\u{1B}[0;31mred\u{1B}[0m\r\u{8}", "  indented", "---", "\\x1b",
    ])
  func survival(_ text: String) throws {
    for minor in [2, 5] {
      for layout in [JSONLayout.jupyter, .report, .line, JSONLayout(indent: "\t")] {
        var layout = layout
        for isASCII in [false, true] {
          layout.isASCII = isASCII
          let id = { (id: String) in minor < 5 ? nil : id }
          var attached = textCell("markdown", text, id: id("m"))
          attached.set("attachments", to: .object([("a.png", .object([("image/png", .string("AAAA"))]))]))
          let outputs = [
            stream("stdout", text), stream("stderr", text), stream("stdout", text), result(text, count: 3),
            display([("text/html", .string(text)), ("text/plain", .string(text)), ("image/png", .string("AAAA\n"))]),
            .object([
              ("ename", .string("E")), ("evalue", .string(text)), ("output_type", .string("error")),
              ("traceback", .array([.string(text)])),
            ]),
          ]
          let bytes = jupyterBytes(
            cells: [
              attached, codeCell(text, id: id("c"), count: 3, outputs: outputs), textCell("raw", text, id: id("r")),
              textCell("markdown", text, id: id("m2")), textCell("markdown", text, id: id("m3")),
            ], metadata: .object([("title", .string(text))]), minor: minor, layout: layout)
          let notebook = try JupyterNotebook(bytes)
          #expect(try notebook.throughNotebook() == bytes)
        }
      }
    }
  }

  @Test("so does what no notebook should hold: a cell without outputs, pictures whose type is more than a word")
  func survivalOfFaults() throws {
    var cell = codeCell("1", id: "a")
    cell.remove("outputs")
    let types = ["image/png ", "image/p\nng", "image/p\u{A0}ng", "image/é"]
    let outputs = types.map { display([($0, .string("AAAA"))]) }
    let notebook = try jupyter(cells: [cell, codeCell("2", id: "b", outputs: outputs)])
    #expect(try notebook.throughNotebook() == notebook.source)
  }

  @Test(
    "what a .cnb notebook holds survives",
    arguments: [
      "---\ncnb: 1\n---\n",
      "---\ncnb: 1\n---",
      "---\ncnb: 1\ntitle: é\nprint-style: numpy-1.13\ncompare: close\n---\n\n# Head\n\n```python cell=a points=10 x=\"1 2\"\n1\n```\n\nText.\n",
      "\u{FEFF}---\r\ncnb: 1\r\n---\r\n\r\ntext\r\n\r\n```python cell=a\r\n1\r\n```\r\n",
      "---\ncnb: 1\n---\n~~~~python   cell=a\tx=1  \nx\n~~~~~  \n   ```output cell=a  \n   1\n  ```\nend",
      "---\ncnb: 1\n---\n```output cell=a\n1\n```\n\nfar away\n\n```python cell=a\n```\n",
      "---\ncnb: 1\n---\n```python\nx\n```\n```python cell=é.x\ny\n```\n",
      "---\ncnb: 1\n---\n\n```python cell=a\n1\n```\n\n```figure cell=a\n2x1 ab\n  one\n```\n\n```error cell=a\nE: m\n```\n\n```display cell=a\n1\n```\n",
      "---\ncnb: 1\n---\n\n```output cell=a escaped no-newline\n\\x1b[1m\n```\n\n```python cell=a\n1\n```\n",
      "---\ncnb: 1\n---\n\n```python prose title=x\n1\n```\n\n```raw cell\nr\n```\n",
    ])
  func ownSurvival(_ text: String) throws {
    let notebook = try Notebook(Array(text.utf8))
    #expect(String(decoding: try notebook.throughJupyter(), as: UTF8.self) == text)
    let jupyter = try JupyterNotebook(converting: notebook)
    #expect(jupyter.printStyle == notebook.printStyle)
    #expect(jupyter.comparison == notebook.comparison)
    #expect(jupyter.cells.map(\.comparison) == notebook.cells.map(\.comparison))
    #expect(jupyter.cells.map(\.recorded) == notebook.cells.map(\.recorded))
  }

  @Test("edits of a converted notebook win, and the rest is kept for the cells whose ids stay")
  func edits() throws {
    let notebook = try jupyter(
      cells: [
        textCell("markdown", "Old.\n", id: "m"),
        codeCell(
          "1", id: "a", count: 4, outputs: [stream("stderr", "w"), result("1", count: 4)],
          metadata: .object([("tags", .array([.string("t")]))])),
        codeCell("2", id: "b", count: 5, outputs: [stream("stderr", "w"), result("2", count: 5)]),
      ])
    let text = try Notebook(converting: notebook).text
      .replacing("Old.\n", with: "New.\n").replacing(
        "```python cell=a\n1", with: "```python cell=c\n0\n```\n\n```python cell=a\n9"
      )
      .replacing("```value cell=b\n2", with: "```value cell=b\n22")
    let expected = try jupyter(
      cells: [
        textCell("markdown", "New.", id: "m"), codeCell("0", id: "c"),
        codeCell(
          "9", id: "a", count: 4, outputs: [stream("stderr", "w"), result("1", count: 4)],
          metadata: .object([("tags", .array([.string("t")]))])),
        codeCell("2", id: "b", count: 5, outputs: [result("22", count: 5)]),
      ])
    let converted = try JupyterNotebook(converting: Notebook(Array(text.utf8)))
    #expect(converted.text == expected.text)
  }

  @Test("edits in Jupyter of a notebook that was .cnb keep its front matter and keys")
  func editsInJupyter() throws {
    let original = "---\ncnb: 1\ntitle: T\n---\n\nProse.\n\n\n```python cell=a points=10\n1\n```\n"
    let jupyter = try JupyterNotebook(converting: Notebook(Array(original.utf8)))
    let edited = jupyter.text.replacing("\"1\"", with: "\"12\"")
    let text = try Notebook(converting: JupyterNotebook(Array(edited.utf8))).text
    #expect(text.hasPrefix("---\ncnb: 1\ntitle: T\n---\n\nProse.\n\n```python cell=a points=10\n12\n```\n"))
  }

  @Test(
    "a damaged residue is an error that says so",
    arguments: [
      ("{", "line 9: the block 'json ipynb' is damaged: it ends inside an object that starts on line 8; "),
      ("{}", "line 8: the block 'json ipynb' is damaged: it has no object 'notebook'; "),
      ("{\"notebook\": {},\n \"cells\": 1}", "line 8: the block 'json ipynb' is damaged: it has no array 'cells'; "),
      (
        "{\"notebook\": {}, \"cells\": [1]}",
        "line 8: the block 'json ipynb' is damaged: one of its cells has no object 'cell'; "
      ),
    ])
  func damagedResidue(_ json: String, _ expected: String) throws {
    let text = "---\ncnb: 1\n---\n\nProse.\n\n```json ipynb\n\(json)\n```\n"
    let notebook = try Notebook(Array(text.utf8))
    do {
      _ = try JupyterNotebook(converting: notebook)
      Issue.record("no error")
    } catch {
      #expect(error.message(file: "a.cnb").hasPrefix("a.cnb: " + expected), "\(error.message(file: "a.cnb"))")
    }
  }
}
