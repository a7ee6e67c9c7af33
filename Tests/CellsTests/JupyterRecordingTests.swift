import Cells
import Testing

@Suite("Recording in a Jupyter notebook")
struct JupyterRecordingTests {
  // Expected: what nbclient 0.11 and nbformat 5.11 write for such a run.
  @Test("writes outputs where and how Jupyter does")
  func outputs() throws {
    var notebook = try jupyter(cells: [codeCell("x", id: "a", count: 7, outputs: [stream("stdout", "old")])])
    let figure = FigureRecord(width: 640, height: 480, digest: "ab", axes: 2, contents: ["one", "two"])
    notebook.record(
      [
        .stdout("a\n"), .stdout("b\rc"), .stderr("w\n"), .stdout(""), .stdout("d\n"), .value("[1,\n 2]"), .display("3"),
        .figure(figure),
        .error(className: "KeyError", message: "'k'", traceback: "\u{1B}[0;31mKeyError\u{1B}[0m\n: 'k'\n"),
      ], executionCount: 2, for: "a")
    let expected = """
      {
       "cells": [
        {
         "cell_type": "code",
         "execution_count": 2,
         "id": "a",
         "metadata": {},
         "outputs": [
          {
           "name": "stdout",
           "output_type": "stream",
           "text": [
            "a\\n",
            "b\\r",
            "c"
           ]
          },
          {
           "name": "stderr",
           "output_type": "stream",
           "text": [
            "w\\n"
           ]
          },
          {
           "name": "stdout",
           "output_type": "stream",
           "text": [
            "d\\n"
           ]
          },
          {
           "data": {
            "text/plain": [
             "[1,\\n",
             " 2]"
            ]
           },
           "execution_count": 2,
           "metadata": {},
           "output_type": "execute_result"
          },
          {
           "data": {
            "text/plain": [
             "3"
            ]
           },
           "metadata": {},
           "output_type": "display_data"
          },
          {
           "data": {
            "text/plain": [
             "<Figure size 640x480 with 2 Axes>"
            ]
           },
           "metadata": {
            "cnb": {
             "figure": "640x480 ab\\n  one\\n  two"
            }
           },
           "output_type": "display_data"
          },
          {
           "ename": "KeyError",
           "evalue": "'k'",
           "output_type": "error",
           "traceback": [
            "\\u001b[0;31mKeyError\\u001b[0m",
            ": 'k'"
           ]
          }
         ],
         "source": [
          "x"
         ]
        }
       ],
       "metadata": {},
       "nbformat": 4,
       "nbformat_minor": 5
      }

      """
    #expect(notebook.text == expected)
    #expect(notebook.cells[0].recorded.map(\.kind) == [.output, .value, .display, .figure, .error])
    let again = try JupyterNotebook(notebook.source).cells[0].recorded
    #expect(again.dropLast() == notebook.cells[0].recorded.dropLast())
  }

  @Test("keeps every byte of the rest: other cells, unknown members, their order, their layout")
  func rest() throws {
    let json = """
      \u{FEFF}{"nbformat":4,  "nbformat_minor":4, "x":[1e5,"\\u00e9"],
      \t"cells":[ {"source" : "1", "cell_type":"code","outputs":[ 0 ],"metadata":{"tags":["a"]}, "execution_count":null},
       {"cell_type" :"code" , "outputs":[], "metadata":{} , "execution_count": 5 , "source":["2"], "extra":{} } ],
       "metadata":{}  }  \n
      """.replacing("[ 0 ]", with: "[]")
    var notebook = try JupyterNotebook(Array(json.utf8))
    #expect(notebook.text == json)
    notebook.record([.stdout("x")], executionCount: 1, for: "cell-2")
    #expect(
      notebook.text
        == json.replacing("5 , \"source\"", with: "1 , \"source\"").replacing(
          "\"code\" , \"outputs\":[]",
          with: #""code" , "outputs":[{"name":"stdout", "output_type":"stream", "text":["x"]}]"#))
  }

  @Test("adds members that a cell does not have")
  func missingMembers() throws {
    let json = #"{"nbformat": 4, "cells": [{"cell_type": "code", "source": "1"}]}"#
    var notebook = try JupyterNotebook(Array(json.utf8))
    notebook.record([], executionCount: nil, for: "cell")
    #expect(
      notebook.text
        == #"{"nbformat": 4, "cells": [{"cell_type": "code", "execution_count": null, "outputs": [], "source": "1"}]}"#)
  }

  @Test("names a language that has no name, which the format does not allow, when a cell is recorded")
  func namedLanguage() throws {
    let json =
      #"{"metadata": {"language_info": {}}, "nbformat": 4, "cells": [{"cell_type": "code", "source": "1"}]}"#
    var notebook = try JupyterNotebook(Array(json.utf8))
    #expect(notebook.text == json)
    notebook.record([], executionCount: nil, for: "cell")
    #expect(notebook.text.hasPrefix(#"{"metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "cells": ["#))
  }

  @Test("an unknown cell changes nothing")
  func unknownCell() throws {
    var notebook = try jupyter(cells: [codeCell("x", id: "a")])
    let before = notebook.source
    notebook.record([.stdout("x")], executionCount: 1, for: "b")
    #expect(notebook.source == before)
  }

  @Test("from nbformat 4.5 on every cell gets an id; before that none does")
  func ids() throws {
    let cells = [textCell("markdown", "# Head"), codeCell("1"), codeCell("2", id: "x"), textCell("raw", "", id: "x")]
    var notebook = try jupyter(cells: cells)
    notebook.writeMissingIDs()
    let ids = try JSONValue(reading: notebook.source)["cells"]?.items?.map { $0["id"]?.string }
    #expect(ids == ["head-2", "head", "x", "cell"])
    #expect(try JupyterNotebook(notebook.source).cells.map(\.id) == notebook.cells.map(\.id))
    var older = try jupyter(cells: [codeCell("1")], minor: 4)
    let before = older.source
    older.writeMissingIDs()
    #expect(older.source == before)
  }

  // Expected: what ipykernel 6 with CPython 3.11 records for these cells.
  @Test(
    "a message about syntax ends in ipykernel's name of the cell, or in that of IPython's tokens",
    arguments: [
      ("x = = 3", "invalid syntax (2465675748.py, line 1)"),
      ("%matplotlib inline\nx = = 2", "invalid syntax (1601846252.py, line 2)"),
      ("x = ␣", "invalid character '␣' (U+2423) (2383793814.py, line 1)"),
      ("break", "'break' outside loop (668683560.py, line 1)"),
      ("}", "unmatched '}' (70646322.py, line 1)"),
      ("x=1\n\ty=2", "unexpected indent (4268976930.py, line 2)"),
      ("if True:\n    x=1\n  y=2", "unindent does not match any outer indentation level (<tokenize>, line 3)"),
      ("int('x')", "invalid literal for int() with base 10: 'x'"),
    ])
  func placesOfSyntaxErrors(code: String, message: String) throws {
    var notebook = try jupyter(cells: [codeCell(code, id: "a", count: 1, outputs: [])])
    let result = Session().run(notebook.cells[0].code, name: "a.ipynb, cell a", onOutput: { _ in })
    notebook.record(result.outputs, executionCount: 1, for: "a")
    let recorded = String(decoding: notebook.source, as: UTF8.self)
    #expect(recorded.contains("\"evalue\": \"\(message)\","))
  }
}
