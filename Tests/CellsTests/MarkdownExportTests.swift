import Cells
import Testing

@Suite("Notebooks as Markdown")
struct MarkdownExportTests {
  private func export(_ parts: ExportedNotebook.Part..., title: String? = nil) -> MarkdownExport {
    MarkdownExport(ExportedNotebook(title: title, parts: parts), folder: "a b_files")
  }

  @Test("keeps prose, and puts code and outputs in fences")
  func blocks() {
    let cell = ExportedCell(
      code: "print(1)\n2", executionCount: 1,
      outputs: [.stream("1\n", isError: false), .value(ExportedData(text: "2"))])
    #expect(
      export(.prose("# Lesson\n\n$a_1$ and <b>b</b>"), .cell(cell), .prose("End."), .raw("raw")).text
        == """
        # Lesson

        $a_1$ and <b>b</b>

        ```python
        print(1)
        2
        ```

        ```text
        1
        ```

        ```text
        2
        ```

        End.

        ```
        raw
        ```

        """)
    #expect(export().text == "")
  }

  @Test("gives a notebook without a heading its title")
  func title() {
    #expect(export(.prose("x"), title: "A *b*").text == "# A \\*b\\*\n\nx\n")
    #expect(export(.prose("# H"), title: "A").text == "# H\n")
  }

  @Test("makes fences longer than those in the text, and leaves out colours")
  func fences() {
    let cell = ExportedCell(
      code: "'''\n````\n'''",
      outputs: [.error(traceback: "\u{1B}[31mE\u{1B}[0m: no\u{7}"), .stream("1%\r2%\r\n", isError: true)])
    #expect(
      export(.cell(cell)).text
        == "`````python\n'''\n````\n'''\n`````\n\n```text\nE: no\\x07\n```\n\n```text\n2%\n```\n")
  }

  @Test("puts pictures into files beside the text")
  func pictures() {
    let figure = ExportedOutput.display(
      ExportedData(text: "<Figure>", picture: ExportedPicture(.png, [1, 2])))
    let chart = ExportedOutput.value(ExportedData(picture: ExportedPicture(.svg, [3])))
    let markdown = export(
      .cell(ExportedCell(code: "x")), .cell(ExportedCell(code: "y", outputs: [figure, chart])))
    #expect(
      markdown.text
        == """
        ```python
        x
        ```

        ```python
        y
        ```

        ![\\<Figure\\>](<a b_files/output-2-1.png>)

        ![picture](<a b_files/output-2-2.svg>)

        """)
    #expect(markdown.files.map(\.path) == ["a b_files/output-2-1.png", "a b_files/output-2-2.svg"])
    #expect(markdown.files.map(\.bytes) == [[1, 2], [3]])
  }

  @Test("shows a table as text rather than as HTML")
  func forms() {
    let both = ExportedOutput.value(ExportedData(text: "a b", html: "<table></table>"))
    let html = ExportedOutput.value(ExportedData(html: "<table></table>"))
    let text = export(.cell(ExportedCell(code: "x", outputs: [both, html]))).text
    #expect(text == "```python\nx\n```\n\n```text\na b\n```\n\n<table></table>\n")
  }
}

@Suite("Base 64")
struct Base64Tests {
  @Test("is what RFC 4648 gives as examples", arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"])
  func examples(_ text: String) {
    let expected = [
      "": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "fooba": "Zm9vYmE=",
      "foobar": "Zm9vYmFy",
    ]
    #expect(Base64.text(of: Array(text.utf8)) == expected[text])
    #expect(Base64.bytes(of: Base64.text(of: Array(text.utf8))) == Array(text.utf8))
  }

  @Test("is read with line ends and without padding, and refused where it is none")
  func reading() {
    #expect(Base64.bytes(of: "Zm9v\nYg") == Array("foob".utf8))
    #expect(Base64.bytes(of: "/+8=") == [0xFF, 0xEF])
    for text in ["Z", "Zm9v!", "Zg==Zg==", "====", "Zm9vY"] { #expect(Base64.bytes(of: text) == nil) }
  }
}
