import Cells
import Testing

@Suite("Submissions")
struct SubmissionTests {
  private func codes(_ name: String, _ text: String) throws -> [String] {
    try Submission(fileName: name, Array(text.utf8)).cells.map(\.code)
  }

  @Test("Notebooks that the program itself would refuse are read")
  func readingForgives() throws {
    let twice = "---\ncnb: 1\n---\n```python cell=a\nx = 1\n```\n```python cell=a\nx = 2\n```\n"
    #expect(try codes("a.cnb", twice) == ["x = 1\n", "x = 2\n"])
    #expect(try codes("a.cnb", "no front matter\n```python\nx = 1\n```\n") == ["x = 1\n"])
    #expect(try codes("a.cnb", "```python cell=a\nx = 1\n") == ["x = 1\n"])
    #expect(try codes("a.cnb", "```python cell=\"a\nx = 1\n```\n") == ["x = 1\n"])
    #expect(try codes("a.cnb", "```output cell=gone\n1\n```\n```python\nx\n```\r\n") == ["x\n"])
  }

  @Test("Scripts are cut at percent lines, or are one cell")
  func scriptsAreCut() throws {
    let cells = try Submission(
      fileName: "A.PY", Array("# %% [markdown]\n# text\n# %% cell=\"a\" exercise=\"b\"\nx = 1\n# %%\ny = 2\n".utf8)
    ).cells
    #expect(cells.map(\.id) == ["a", nil])
    #expect(cells.map(\.exercise) == ["b", nil])
    #expect(cells.map(\.code) == ["x = 1", "y = 2\n"])
    #expect(try codes("a.py", "def f():\n    return 1\n") == ["def f():\n    return 1\n"])
  }

  @Test("Jupyter's notebooks are read")
  func jupyterIsRead() throws {
    let text = """
      {"cells": [{"cell_type": "code", "id": "a1", "execution_count": null, "metadata": {}, "outputs": [],
      "source": ["x = 1\\n", "y"]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
      """
    let cells = try Submission(fileName: "a.ipynb", Array(text.utf8)).cells
    #expect(cells == [Submission.Cell(id: "a1", code: "x = 1\ny")])
  }

  @Test(
    "What cannot be read has a reason",
    arguments: [
      ("a.cnb", Array("```python\nx\n".utf8) + [0xFF, 0x0A], "the text is not UTF-8 (line 3); save it as UTF-8"),
      ("a.py", [0x78, 0x00], "line 1 holds a zero byte: this is no text"),
      ("a.ipynb", Array("{".utf8), "line 1: "),
      ("a.cnb", Array("nothing here".utf8), "the file has no cells of Python"),
      ("a.cnb", [], "the file has no cells of Python"),
    ] as [(String, [UInt8], String)])
  func unreadableFilesHaveReasons(_ name: String, _ bytes: [UInt8], _ reason: String) {
    do throws(Submission.Unreadable) {
      _ = try Submission(fileName: name, bytes)
      Issue.record("read")
    } catch {
      #expect(error.reason.hasPrefix(reason), "\(error.reason)")
    }
  }
}
