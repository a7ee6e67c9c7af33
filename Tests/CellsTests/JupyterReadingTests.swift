import Cells
import Testing

@Suite("Reading a Jupyter notebook")
struct JupyterReadingTests {
  @Test("finds code cells with their ids, lines and outputs")
  func cells() throws {
    let notebook = try jupyter(cells: [
      textCell("markdown", "# Zero padding", id: "m"),
      codeCell("x = 1\r\nx", id: "one", count: 1, outputs: [stream("stdout", "a\n"), result("1", count: 1)]),
      textCell("raw", "raw", id: "r"),
      codeCell("", id: "two"),
    ])
    #expect(notebook.cells.map(\.id) == ["one", "two"])
    #expect(notebook.cells.map(\.code) == ["x = 1\nx", ""])
    #expect(notebook.cells.map(\.line) == [11, 48])
    #expect(notebook.cells[0].recorded == [RecordedOutput(.output, "a\n"), RecordedOutput(.value, "1")])
    #expect(notebook.cells[1].recorded.isEmpty)
    #expect(notebook.parts.count == 4)
  }

  @Test("makes ids from functions and headings where there are none, or none that can be used")
  func ids() throws {
    let notebook = try jupyter(
      cells: [
        codeCell("1"), textCell("markdown", "# 1 - Packages\n\ntext"), codeCell("2"),
        codeCell("def zero_pad():\n  pass"),
        codeCell("3", id: "a b"), codeCell("4", id: "x"), codeCell("5", id: "x"), codeCell("6", id: ""),
      ], minor: 4)
    #expect(
      notebook.cells.map(\.id) == [
        "cell", "1-packages", "zero-pad", "1-packages-2", "x", "1-packages-3", "1-packages-4",
      ])
    #expect(notebook.cells.map(\.hasWrittenID) == [false, false, false, false, true, false, false])
  }

  @Test("texts may be strings or arrays of lines")
  func texts() throws {
    var cell = codeCell("", id: "a", outputs: [stream("stdout", "")])
    cell.set("source", to: .string("print(1)\nprint(2)"))
    let output = JSONValue.object([
      ("name", .string("stdout")), ("output_type", .string("stream")), ("text", .string("1\n2\n")),
    ])
    cell.set("outputs", to: .array([output]))
    let notebook = try jupyter(cells: [cell])
    #expect(notebook.cells[0].code == "print(1)\nprint(2)")
    #expect(notebook.cells[0].recorded == [RecordedOutput(.output, "1\n2\n")])
  }

  @Test("pieces of standard output become one; standard error, HTML and unknown outputs are left out")
  func streams() throws {
    let outputs = [
      stream("stdout", "a"), stream("stderr", "warning"), stream("stdout", "b\n"),
      display([("text/html", .string("<b>"))]),
      .object([("output_type", .string("new"))]), result("1", count: 2), stream("stdout", "c"),
    ]
    #expect(
      try recorded(outputs) == [
        RecordedOutput(.output, "ab\n"), RecordedOutput(.value, "1"), RecordedOutput(.output, "c"),
      ])
  }

  @Test("a picture is a figure with its size, a digest of its bytes, and its text")
  func pictures() throws {
    // 3 x 2 pixels: the first bytes of a PNG, a GIF and a JPEG; then an SVG and a broken file.
    let png = "iVBORw0KGgoAAAANSUhEUgAA\nAAMAAAACCAIAAAA="
    let gif = "R0lGODlhAwACAIAAAA=="
    let jpeg = "/9j/4AAQSkZJRgABAQEASABIAAD/wAARCAACAAMDASIAAhEBAxEB"
    let data: [(String, JSONValue)] = [
      ("image/png", .string(png)), ("text/plain", .string("<Figure size 3x2 with 1 Axes>\nmore")),
    ]
    let texts = try recorded([
      display(data), display([("image/gif", .string(gif))]), display([("image/jpeg", .string(jpeg))]),
      display([("image/svg+xml", .string("<svg/>"))]), display([("image/png", .string("?"))]),
    ])
    #expect(texts.allSatisfy { $0.kind == .figure && $0.figure != nil })
    #expect(texts[0].text.hasPrefix("3x2 "))
    #expect(texts[0].text.hasSuffix("\n  <Figure size 3x2 with 1 Axes>\n  more"))
    #expect(texts.map { $0.text.prefix(4) } == ["3x2 ", "3x2 ", "3x2 ", "0x0 ", "0x0 "])
    // FNV-1a of no bytes.
    #expect(texts[4].text == "0x0 png:cbf29ce484222325")
    #expect(try recorded([display([("image/png", .string(png + "\n"))])])[0].figure?.digest == texts[0].figure?.digest)
  }

  @Test("a display of text and a result with a picture are their texts")
  func displays() throws {
    let figure: [(String, JSONValue)] = [("image/png", .string("AAAA")), ("text/plain", .string("<Image>"))]
    var result = display(figure)
    result.set("output_type", to: .string("execute_result"))
    #expect(
      try recorded([display([("text/plain", .string("1"))]), result])
        == [RecordedOutput(.display, "1"), RecordedOutput(.value, "<Image>")])
  }

  @Test("an error is its traceback without colours; its last line is the class and the message")
  func errors() throws {
    func error(_ traceback: [String]) -> JSONValue {
      .object([
        ("ename", .string("NameError")), ("evalue", .string("name 'x' is not defined")),
        ("output_type", .string("error")), ("traceback", .array(traceback.map { .string($0) })),
      ])
    }
    let last = "NameError: name 'x' is not defined"
    #expect(try recorded([error([])]) == [RecordedOutput(.error, last)])
    #expect(
      try recorded([
        error(["\u{1B}[0;31m---\u{1B}[0m", "a\nb", "\u{1B}[0;31mNameError\u{1B}[0m: name 'x' is not defined"])
      ])
        == [RecordedOutput(.error, "---\na\nb\n\(last)")])
    #expect(try recorded([error(["somewhere"])]) == [RecordedOutput(.error, "somewhere\n\(last)")])
  }

  private func recorded(_ outputs: [JSONValue]) throws -> [RecordedOutput] {
    try jupyter(cells: [codeCell("x", id: "a", outputs: outputs)]).cells[0].recorded
  }

  @Test("tells notebooks in other languages")
  func languages() throws {
    func language(_ metadata: JSONValue) throws -> String? {
      try jupyter(cells: [], metadata: metadata).foreignLanguage
    }
    #expect(try language(.object([])) == nil)
    #expect(try language(.object([("kernelspec", .object([("language", .string("python"))]))])) == nil)
    #expect(try language(.object([("language_info", .object([("name", .string("R"))]))])) == "R")
    #expect(
      NotebookError.foreignLanguage("R").message(file: "a.ipynb")
        == "a.ipynb: line 1: its cells are written in R; this program runs Python only")
  }

  @Test("nbformat 3 is converted: headings, inputs, pyout and pyerr")
  func version3() throws {
    let json = """
      {"metadata": {"name": "x"}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": [
       {"cell_type": "heading", "level": 2, "metadata": {}, "source": ["Head"]},
       {"cell_type": "code", "collapsed": false, "input": ["1 + 1"], "language": "python", "metadata": {}, "prompt_number": 4,
        "outputs": [{"output_type": "stream", "stream": "stdout", "text": "a"},
                    {"output_type": "pyout", "prompt_number": 4, "text": ["2"], "metadata": {}},
                    {"output_type": "display_data", "png": "AAAA", "text": ["<Figure>"], "metadata": {}}]},
       {"cell_type": "code", "input": "1 / 0", "metadata": {},
        "outputs": [{"output_type": "pyerr", "ename": "E", "evalue": "m", "traceback": ["E: m"]}]}]}]}
      """
    var notebook = try JupyterNotebook(Array(json.utf8))
    #expect(notebook.readOnlyVersion == "nbformat 3")
    #expect(notebook.cells.map(\.id) == ["head", "head-2"])
    #expect(notebook.cells.map(\.code) == ["1 + 1", "1 / 0"])
    #expect(notebook.cells.map(\.line) == [3, 7])
    #expect(notebook.cells[0].recorded.map(\.kind) == [.output, .value, .figure])
    #expect(notebook.cells[1].recorded == [RecordedOutput(.error, "E: m")])
    notebook.writeMissingIDs()
    let converted = try JupyterNotebook(notebook.source)
    #expect(converted.readOnlyVersion == nil)
    #expect(converted.minor == 5)
    #expect(converted.cells.map(\.id) == ["head", "head-2"])
    #expect(converted.cells.map(\.recorded) == notebook.cells.map(\.recorded))
    #expect(converted.text.contains("\"## Head\""))
    #expect(converted.text.contains("\"execution_count\": 4"))
  }
}
