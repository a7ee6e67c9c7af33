import Cells
import Testing

@Suite("Reading a notebook")
struct DocumentReadingTests {
  @Test("finds cells, their keys and their outputs")
  func cells() throws {
    let notebook = try notebook(
      """
      # Zero padding

      ```python cell=pad points=10 title="Zero \\"padding\\""
      print(1)
      2
      ```

      ```output cell=pad
      1
      ```

      ```value cell=pad
      2
      ```

      Prose.

      ```python cell=more
      ```
      """,
      frontMatter: "title: \"Step: one\"\nprint-style: numpy-1.13\ncompare: close\nrtol: 1e-3\nauthor: [a, b]\n"
        + "needs: [x/a.h5, b]\n")
    #expect(notebook.frontMatter.title == "Step: one")
    #expect(notebook.frontMatter.printStyle == .fixed(.numpy113))
    #expect(notebook.frontMatter.comparison.mode == .close)
    #expect(notebook.frontMatter.comparison.relativeTolerance == 1e-3)
    #expect(notebook.needs == ["x/a.h5", "b"])
    #expect(notebook.cells.map(\.id) == ["pad", "more"])
    let pad = notebook.cells[0]
    #expect(pad.code == "print(1)\n2\n")
    #expect(pad.line == 12)
    #expect(pad.name(in: "a.cnb") == "a.cnb, cell pad")
    #expect(pad.info["points"] == "10")
    #expect(pad.info["title"] == "Zero \"padding\"")
    #expect(pad.recorded == [RecordedOutput(.output, "1\n"), RecordedOutput(.value, "2")])
    #expect(notebook.cells[1].code == "")
    #expect(notebook.cells[1].recorded.isEmpty)
  }

  @Test(
    "keeps every byte",
    arguments: [
      "---\ncnb: 1\n---\n",
      "---\ncnb: 1\n---",
      "---\ncnb: 1\n...\ntext without a final newline",
      "\u{FEFF}---  \ncnb: 1 # comment\nunknown: {a: [1, 2]}\n---\t\n\n\n\n",
      "---\r\ncnb: 1\r\n---\r\n\r\n```python cell=a\r\nx\r\n```\r\n\r\n```output cell=a\r\n1\r\n```\r\n",
      "---\ncnb: 1\n---\n~~~~python   cell=a\tx=1  \nx\n~~~~~  \n   ```output cell=a  \n   1\n  ```\nend",
      "---\ncnb: 1\n---\nmixed\r\nline\nends\r\n```rust\nfn main() {}\n```\n```plot cell=a\n?\n```\n",
      "---\ncnb: 1\n---\n```python\nx\n```\n```python\ny\n```",
    ])
  func roundTrip(_ text: String) throws {
    let bytes = Array(text.utf8)
    #expect(try Notebook(bytes).source == bytes)
  }

  @Test("reads the text of a cell alike for all line ends, fences and indentations")
  func codeText() throws {
    for body in [
      "```python cell=a\nif x:\n  y\n```\n", "```python cell=a\r\nif x:\r\n  y\r\n```\r\n",
      "~~~ python cell=a\nif x:\n  y\n~~~\n", "  `````python cell=a\n  if x:\n    y\n ``````\n",
    ] {
      #expect(try notebook(body).cells.map(\.code) == ["if x:\n  y\n"], "\(body)")
    }
  }

  @Test(
    "takes fences in lists, quotations, comments, HTML, indented code and other blocks for prose",
    arguments: [
      "- item\n\n  ```python cell=a\n  x\n  ```\n", "10. item\n    ```python cell=a\n    x\n    ```\n",
      "> ```python cell=a\n> x\n> ```\n", "<!-- off\n```python cell=a\nx\n```\n-->\n",
      "<pre>\n```python cell=a\nx\n```\n</pre>\n", "text\n\n    ```python cell=a\n    x\n    ```\n",
      "````markdown\n```python cell=a\nx\n```\n````\n", "~~~text\n```python cell=a\n~~~\n",
      "```py cell=a\nx\n```\n", "```Python cell=a\nx\n```\n", "``python cell=a``\n", "``` a`b python cell=a\n",
      "```output\nno cell\n```\n", "```\npython cell=a\n```\n",
    ])
  func prose(_ body: String) throws {
    let notebook = try notebook(body)
    #expect(notebook.cells.isEmpty)
    #expect(notebook.text.hasSuffix(body))
  }

  @Test("finds a cell after what is prose")
  func cellAfterProse() throws {
    for prose in ["- item\n  ```\n  open\n\n", "> ```\n> open\n", "<!-- one line -->\n", "* * *\n", "```sh\nls\n```\n"]
    {
      #expect(try notebook(prose + "```python cell=a\nx\n```\n").cells.map(\.id) == ["a"], "\(prose)")
    }
  }

  @Test("makes short unique ids for cells without one, from a definition or the heading above")
  func madeIDs() throws {
    let notebook = try notebook(
      """
      ```python
      x = 1
      ```
      ## Zero *padding* and why it is needed at all here ##
      ```python points=3
      y = 1
      ```
      ```python
      import numpy as np

      def conv_single_step(a, W, b):
        pass
      ```
      ```python cell=cell-2
      ```
      ```python
      class Übung: pass
      ```
      # Ärger
      ```python
      ```
      """)
    let ids = ["cell", "zero-padding-and-why-it-is", "conv-single-step", "cell-2", "bung", "rger"]
    #expect(notebook.cells.map(\.id) == ids)
    #expect(notebook.cells.map(\.hasWrittenID) == [false, false, false, true, false, false])
    var saved = notebook
    saved.writeMissingIDs()
    #expect(saved.text.contains("```python cell=zero-padding-and-why-it-is points=3\ny = 1\n"))
    #expect(try Notebook(saved.source).cells.map(\.id) == ids)
    #expect(try Notebook(saved.source).cells.allSatisfy(\.hasWrittenID))
  }

  @Test(
    "says what is wrong, where, and what to do",
    arguments: [
      (
        "# Title\n",
        "a.cnb is not a notebook: line 1: expected '---' but found '# Title'; a notebook starts with the lines '---', "
          + "'cnb: 1' and '---'"
      ),
      (
        "",
        "a.cnb is not a notebook: line 1: expected '---' but found nothing; a notebook starts with the lines '---', "
          + "'cnb: 1' and '---'"
      ),
      ("---\ncnb: 1\n", "a.cnb: line 1: the front matter that starts here has no end; close it with a line '---'"),
      ("---\ntitle: x\n---\n", "a.cnb: line 1: the front matter has no version; add the line 'cnb: 1'"),
      ("---\n---\n", "a.cnb: line 1: the front matter has no version; add the line 'cnb: 1'"),
      ("---\ntitle: x\ncnb: one\n---\n", "a.cnb: line 3: the version is 'one'; write 'cnb: 1'"),
      ("---\ncnb:\n---\n", "a.cnb: line 2: the version is ''; write 'cnb: 1'"),
      (
        "---\ncnb: 2\n---\n",
        "a.cnb: line 2: the notebook has format version 2, this program reads version 1; use a newer cnb"
      ),
      (
        "---\ncnb: 1\ntitle: [a\n---\n",
        "a.cnb: line 4: the front matter is not valid YAML: did not find expected ',' or ']'"
      ),
      ("---\ncnb: 1\ncnb: 1\n---\n", "a.cnb: line 2: the front matter is not valid YAML: cnb is given twice"),
      ("---\ntext\n---\n", "a.cnb: line 2: the front matter is not valid YAML: expected lines 'key: value'"),
      ("---\ncnb: 1\ntitle: [a]\n---\n", "a.cnb: line 3: title cannot be '': it is one line of text"),
      (
        "---\ncnb: 1\nneeds: {a: b}\n---\n",
        "a.cnb: line 3: needs cannot be '': it is a file's name, or several as in [data/a.h5, data/b.h5]"
      ),
      (
        "---\ncnb: 1\nneeds: /etc/passwd\n---\n",
        "a.cnb: line 3: needs cannot be '/etc/passwd': it is a file's name, or several as in [data/a.h5, data/b.h5]"
      ),
      (
        "---\ncnb: 1\nneeds: [\" \"]\n---\n",
        "a.cnb: line 3: needs cannot be '': it is a file's name, or several as in [data/a.h5, data/b.h5]"
      ),
      (
        "---\ncnb: 1\nneeds: [[a]]\n---\n",
        "a.cnb: line 3: needs cannot be '': it is a file's name, or several as in [data/a.h5, data/b.h5]"
      ),
      (
        "---\ncnb: 1\nprint-style: numpy-2\n---\n",
        "a.cnb: line 3: print-style cannot be 'numpy-2': it is numpy-1.26, numpy-1.13 or auto"
      ),
      (
        "---\ncnb: 1\ncompare: rough\n---\n",
        "a.cnb: line 3: compare cannot be 'rough': it is exact, printed, close, regex, shape, ignore"
      ),
      (
        "---\ncnb: 1\nrtol: -1\n---\n",
        "a.cnb: line 3: rtol cannot be '-1': it is a number that is not negative, as in 1e-6"
      ),
      (
        "---\ncnb: 1\n---\n```python cell=a\nx\n",
        "a.cnb: line 4: the block that starts here has no end; close it with a line '```'"
      ),
      (
        "---\ncnb: 1\n---\n\n~~~~sh\nx\n~~~\n```\n",
        "a.cnb: line 5: the block that starts here has no end; close it with a line '~~~~'"
      ),
      (
        "---\ncnb: 1\n---\n```python cell=a\n```\ntext\n```python cell=a\n```\n",
        "a.cnb: line 7: there are two cells 'a', on lines 4 and 7; rename one"
      ),
      (
        "---\ncnb: 1\n---\n```python cell=a\n```\n```value cell=b\n```\n",
        "a.cnb: line 6: this value block belongs to the cell 'b', which the notebook does not have; correct the id or "
          + "remove the block"
      ),
      (
        "---\ncnb: 1\n---\n```python cell=\"a b\"\n```\n",
        "a.cnb: line 4: 'a b' is no cell id; use letters, digits, '-', '_' and '.'"
      ),
      (
        "---\ncnb: 1\n---\n```python cell\n```\n",
        "a.cnb: line 4: '' is no cell id; use letters, digits, '-', '_' and '.'"
      ),
      ("---\ncnb: 1\n---\n```python cell=a cell=b\n```\n", "a.cnb: line 4: cell is given twice; keep one"),
      (
        "---\ncnb: 1\n---\n```python cell=a title=\"x\n```\n",
        "a.cnb: line 4: the value of title= has an opening quote but no closing one"
      ),
      (
        "---\ncnb: 1\n---\n```python cell=a compare=error\n```\n",
        "a.cnb: line 4: compare cannot be 'error': it is exact, printed, close, regex, shape, ignore or error=CLASS"
      ),
      (
        "---\ncnb: 1\n---\n```python cell=a\n```\n```output cell=a escaped\nx\n\\q\n```\n",
        "a.cnb: line 8: '\\q' is no escape; in an escaped block write \\\\ for a backslash, \\n, \\r, \\t or \\x1b"
      ),
      (
        "---\ncnb: 1\n---\n```python cell=a\n```\n```figure cell=a\nbig\n```\n",
        "a.cnb: line 6: a figure block holds a size and a digest, as in '640x480 5f0c9a', not 'big'"
      ),
      ("---\ncnb: 1\n---\nx\u{0}y", "a.cnb is not a notebook: line 4: there is a zero byte, so this is no text"),
      (
        "\u{1B}[31mred",
        "a.cnb is not a notebook: line 1: expected '---' but found '\\x1b[31mred'; a notebook starts with the lines "
          + "'---', 'cnb: 1' and '---'"
      ),
    ])
  func messages(_ text: String, _ message: String) { #expect(readingError(text) == message) }

  @Test("refuses bytes that are not UTF-8 and names their line")
  func notUTF8() {
    #expect(
      readingError(Array("---\ncnb: 1\n---\n".utf8) + [0x61, 0xFF])
        == "a.cnb is not a notebook: line 4: the text is not UTF-8; save it as UTF-8")
    #expect(
      readingError([0x1F, 0x8B, 0x08]) == "a.cnb is not a notebook: line 1: the text is not UTF-8; save it as UTF-8")
  }
}
