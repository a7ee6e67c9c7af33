import Cells
import Testing

@Suite("Notebooks as percent scripts")
struct PercentScriptTests {
  private let header = """
    # ---
    # jupyter:
    #   jupytext:
    #     text_representation:
    #       extension: .py
    #       format_name: percent
    # ---

    """

  private func script(_ parts: ExportedNotebook.Part...) -> String {
    let text = PercentScript(ExportedNotebook(parts: parts)).text
    return text.hasPrefix(header) ? String(text.dropFirst(header.count)) : text
  }

  private func cell(_ code: String) -> String {
    String(script(.cell(ExportedCell(code: code))).dropFirst("\n# %%\n".count).dropLast())
  }

  @Test("puts prose into comments and leaves code as it is")
  func parts() {
    #expect(
      script(
        .prose("# Lesson\n\n* a"), .cell(ExportedCell(code: "x = 1\n\ny = 2")), .raw("raw"),
        .cell(ExportedCell(code: "")))
          == """

          # %% [markdown]
          # # Lesson
          #
          # * a

          # %%
          x = 1

          y = 2

          # %% [raw]
          # raw

          # %%

          """)
  }

  @Test("states title and print style in a header, and a cell's settings behind its mark")
  func settings() {
    let cell = ExportedCell(id: "conv-step", code: "x", settings: [.init("points", "10"), .init("note", "a \"b\" \\")])
    let notebook = ExportedNotebook(title: "Convolution: \"steps\"", printStyle: "numpy-1.13", parts: [.cell(cell)])
    #expect(
      PercentScript(notebook).text
        == """
        # ---
        # title: "Convolution: \\"steps\\""
        # print-style: numpy-1.13
        # jupyter:
        #   jupytext:
        #     text_representation:
        #       extension: .py
        #       format_name: percent
        # ---

        # %% cell="conv-step" points="10" note="a \\"b\\" \\\\"
        x

        """)
  }

  @Test(
    "makes comments of IPython's commands",
    arguments: [
      ("%matplotlib inline\nx = 1", "# %matplotlib inline\nx = 1"),
      ("%load_ext autoreload\n%autoreload 2", "# %load_ext autoreload\n# %autoreload 2"),
      ("!pip install x", "# !pip install x"), ("?len", "# ?len"), ("len?", "# len?"), ("np.pad??", "# np.pad??"),
      ("x = !ls", "# x = !ls"), ("t = %time f()", "# t = %time f()"),
      ("if x:\n    %time f()", "if x:\n#     %time f()"),
      ("# %matplotlib inline", "# # %matplotlib inline"), ("!ls \\\n  -l\nx", "# !ls \\\n#   -l\nx"),
      ("%%time\nf()\n%time g()", "# %%time\nf()\n# %time g()"), ("\n%%timeit -n 2\nf()", "\n# %%timeit -n 2\nf()"),
      ("%%bash\nls\n\necho", "# %%bash\n# ls\n#\n# echo"), ("%%time", "# %%time"),
    ])
  func commands(_ code: String, _ commented: String) {
    #expect(cell(code) == commented)
  }

  @Test(
    "leaves Python alone",
    arguments: [
      "x = (10\n%3)", "'''\n%time\n!ls\n?\n'''", "x = a % b", "x != y", "# a comment", "#%%", "print(\n  'a'\n  % 1)",
      "x = '%time'", "s = \"\"\"\n%%bash\n\"\"\"", "f(x)  # really?", "x = {'a':\n!1}",
    ])
  func python(_ code: String) {
    #expect(cell(code) == code)
  }
}

@Suite("Percent scripts as notebooks")
struct PercentReadingTests {
  @Test("gives back the notebook that a script was made from")
  func roundTrip() throws {
    let notebook = try notebook(
      """

      # Lesson

      Text,

      - of more lines

      ```python cell=a points=10 note="b c"
      %matplotlib inline
      x = !ls
      # # %no

      # a comment
      ```

      More.

      ```python cell=b
      %%bash
      ls

      # %% not a cell
      ```

      ```python cell=c
      %%time
      f()
      ```

      """, frontMatter: "title: \"T: x\"\nprint-style: numpy-1.13\n")
    let script = PercentScript(try ExportedNotebook(notebook)).text
    let again = try Notebook(percentScript: Array(script.utf8))
    #expect(again.text == notebook.text)
  }

  @Test("reads scripts that others wrote")
  func others() throws {
    let script =
      "#!/usr/bin/env python\r\nimport numpy\r\n\r\n# %% Title\r\nx = 1\r\n\r\n\r\n# %% [md]\r\n# a\r\n#b\r\n#\r\n# c\r\n# %%\r\n"
    let notebook = try Notebook(percentScript: Array(script.utf8))
    #expect(
      try ExportedNotebook(notebook).parts == [
        .cell(ExportedCell(id: "cell", code: "#!/usr/bin/env python\nimport numpy")),
        .cell(ExportedCell(id: "cell-2", code: "x = 1")),
        .prose("a\nb\n\nc"),
      ])
    #expect(try Notebook(percentScript: []).cells.isEmpty)
    #expect(throws: NotebookError.notUTF8(line: 1)) { try Notebook(percentScript: [0xFF]) }
  }
}

@Suite("What exports see of a Jupyter notebook")
struct ExportedJupyterTests {
  @Test("has pictures, streams, values, errors and attachments")
  func outputs() throws {
    let json = """
      {"cells": [
       {"cell_type": "markdown", "metadata": {}, "source": ["![a](attachment:a.png)"],
        "attachments": {"a.png": {"image/png": "iVBORw=="}}},
       {"cell_type": "code", "metadata": {}, "execution_count": 7, "source": ["x\\n", "y"], "outputs": [
        {"output_type": "stream", "name": "stdout", "text": ["1\\n"]},
        {"output_type": "stream", "name": "stdout", "text": "2"},
        {"output_type": "stream", "name": "stderr", "text": "3"},
        {"output_type": "execute_result", "execution_count": 7, "metadata": {},
         "data": {"text/plain": ["a\\n", "b"], "text/html": "<i>a</i>"}},
        {"output_type": "display_data", "metadata": {}, "data": {"image/png": "iVBO\\nRw==\\n", "text/plain": "F"}},
        {"output_type": "display_data", "metadata": {}, "data": {"text/latex": "$x$"}},
        {"output_type": "error", "ename": "E", "evalue": "no", "traceback": ["T", "E: no"]}]},
       {"cell_type": "raw", "metadata": {}, "source": "r"}],
       "metadata": {"title": "T"}, "nbformat": 4, "nbformat_minor": 4}
      """
    let picture = ExportedPicture(.png, [0x89, 0x50, 0x4E, 0x47])
    #expect(
      try ExportedNotebook(JupyterNotebook(Array(json.utf8)))
        == ExportedNotebook(
          title: "T",
          parts: [
            .prose("![a](data:image/png;base64,iVBORw==)"),
            .cell(
              ExportedCell(
                code: "x\ny", executionCount: 7,
                outputs: [
                  .stream("1\n2", isError: false), .stream("3", isError: true),
                  .value(ExportedData(text: "a\nb", html: "<i>a</i>")),
                  .display(ExportedData(text: "F", picture: picture)), .display(ExportedData(markdown: "$x$")),
                  .error(traceback: "T\nE: no"),
                ])), .raw("r"),
          ]))
    // A .cnb notebook that keeps them for the way back shows them, too.
    let notebook = try JupyterNotebook(Array(json.utf8)).converted(to: .cnb)
    let exported = try ExportedNotebook(notebook)
    guard case .cell(let cell) = exported.parts[1] else { return #expect(Bool(false)) }
    #expect(cell.outputs.contains(.display(ExportedData(text: "F", picture: picture))))
    #expect(cell.executionCount == 7)
    #expect(cell.id == notebook.cells[0].id)
  }
}

@Suite("What exports see of a .cnb notebook")
struct ExportedNotebookTests {
  @Test("is prose and cells with their outputs")
  func parts() throws {
    let notebook = try notebook(
      """

      # Lesson

      Text.

      ```python cell=a points=10 note="b c" flag
      x
      ```

      ```output cell=a
      1
      ```

      Between.

      ```value cell=a
      2
      ```

      ```python
      y
      ```

      ```figure cell=a
      640x480 5f0c
        axes 1: "Cost"
      ```

      """, frontMatter: "title: T\nprint-style: numpy-1.13\n")
    let exported = try ExportedNotebook(notebook)
    #expect(
      exported
        == ExportedNotebook(
          title: "T", printStyle: "numpy-1.13",
          parts: [
            .prose("# Lesson\n\nText."),
            .cell(
              ExportedCell(
                id: "a", code: "x", settings: [.init("points", "10"), .init("note", "b c")],
                outputs: [
                  .stream("1\n", isError: false), .value(ExportedData(text: "2")),
                  .display(ExportedData(text: "Figure, 640 x 480 pixels\n  axes 1: \"Cost\"")),
                ])), .prose("Between."), .cell(ExportedCell(code: "y")),
          ]))
    #expect(exported.firstHeading == "Lesson")
  }

  @Test("starts behind the front matter, whatever ends it")
  func frontMatter() throws {
    for text in ["---\ncnb: 1\n...\nx", "\u{FEFF}---\r\ncnb: 1\r\n---  \r\n\r\nx\r\n", "---\ncnb: 1\n---\nx\n\n"] {
      #expect(try ExportedNotebook(Notebook(Array(text.utf8))).parts == [.prose("x")])
    }
    #expect(try ExportedNotebook(Notebook(Array("---\ncnb: 1\n---".utf8))).parts == [])
  }
}
