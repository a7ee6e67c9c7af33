import Testing

/// A file as nbformat writes it.
private let notebook = """
  {
   "cells": [
    {
     "cell_type": "markdown",
     "id": "head",
     "metadata": {},
     "source": [
      "# Head"
     ]
    },
    {
     "cell_type": "code",
     "execution_count": 9,
     "id": "one",
     "metadata": {},
     "outputs": [
      {
       "name": "stdout",
       "output_type": "stream",
       "text": [
        "a\\n"
       ]
      }
     ],
     "source": [
      "print('a')"
     ]
    },
    {
     "cell_type": "code",
     "execution_count": null,
     "id": "two",
     "metadata": {},
     "outputs": [],
     "source": [
      "1 / 0"
     ]
    }
   ],
   "metadata": {},
   "nbformat": 4,
   "nbformat_minor": 5
  }

  """

@Suite("Jupyter notebooks on the command line")
struct JupyterTests {
  @Test("run prints and writes outputs, replay compares them")
  func runAndReplay() throws {
    let workspace = try Workspace(["a.ipynb": notebook])
    let outcome = try workspace.cnb("run", "a.ipynb", "--allow-errors", "--output", "b.ipynb")
    #expect(outcome.status == 0)
    #expect(outcome.output == "a\n")
    #expect(try workspace.read("a.ipynb") == notebook)
    let written = try workspace.read("b.ipynb")
    #expect(written.contains("\"execution_count\": 1,\n   \"id\": \"one\""))
    #expect(written.contains("\"evalue\": \"division by zero\""))
    #expect(try workspace.cnb("replay", "b.ipynb").output.hasPrefix("b.ipynb: all 2 cells match\n"))
    #expect(try workspace.cnb("replay", "a.ipynb").status == 2)
  }

  @Test("replay --update writes what differs and leaves the rest of the file alone")
  func update() throws {
    let workspace = try Workspace(["a.ipynb": notebook.replacing("\"a\\n\"", with: "\"old\\n\"")])
    #expect(try workspace.cnb("replay", "a.ipynb", "--update").status == 2)
    #expect(
      try workspace.read("a.ipynb") == notebook.replacing("\"execution_count\": 9", with: "\"execution_count\": 1"))
  }

  @Test("convert goes both ways without loss, by the name or by --to")
  func convert() throws {
    let workspace = try Workspace(["a.ipynb": notebook])
    #expect(try workspace.cnb("convert", "a.ipynb", "a.cnb") == Outcome(0))
    #expect(try workspace.read("a.cnb").contains("# Head\n\n```python cell=one\nprint('a')\n```\n"))
    #expect(try workspace.cnb("convert", "a.cnb", "b.ipynb") == Outcome(0))
    #expect(try workspace.read("b.ipynb") == notebook)
    #expect(try workspace.cnb("convert", "a.cnb", "-", "--to", "ipynb") == Outcome(0, output: notebook))
    #expect(try workspace.cnb("run", "a.ipynb", "--allow-errors", "--output", "run.cnb").status == 0)
    #expect(try workspace.cnb("replay", "run.cnb").output.hasPrefix("run.cnb: all 2 cells match\n"))
  }

  @Test("convert never overwrites the notebook that it reads, and asks for a format that it cannot tell")
  func convertErrors() throws {
    let workspace = try Workspace(["a.ipynb": notebook, "b.ipynb": "{\"nbformat\": 4,\n \"cells\": ["])
    #expect(
      try workspace.cnb("convert", "a.ipynb", "./a.ipynb")
        == Outcome(1, error: "cnb: ./a.ipynb is the notebook itself; convert writes to another file\n"))
    #expect(try workspace.read("a.ipynb") == notebook)
    let unknown = try workspace.cnb("convert", "a.ipynb", "-")
    #expect(unknown.status == 64)
    #expect(unknown.error.hasPrefix("Error: --to says the format where the name of OUT does not: cnb, ipynb"))
    #expect(
      try workspace.cnb("convert", "b.ipynb", "b.cnb")
        == Outcome(1, error: "cnb: b.ipynb: the file ends inside an array that starts on line 2\n"))
    #expect(
      try workspace.cnb("replay", "b.ipynb")
        == Outcome(4, error: "cnb: b.ipynb: the file ends inside an array that starts on line 2\n"))
  }

  @Test("a notebook in another language is not run; one of nbformat 3 is not written")
  func readOnly() throws {
    let other = notebook.replacing(
      "\"metadata\": {},\n \"nbformat\"", with: "\"metadata\": {\"language_info\": {\"name\": \"R\"}},\n \"nbformat\"")
    let old = #"{"metadata": {}, "nbformat": 3, "nbformat_minor": 0, "worksheets": []}"#
    let workspace = try Workspace(["r.ipynb": other, "old.ipynb": old])
    #expect(
      try workspace.cnb("run", "r.ipynb")
        == Outcome(1, error: "cnb: r.ipynb: line 1: its cells are written in R; this program runs Python only\n"))
    #expect(try workspace.cnb("convert", "r.ipynb", "r.cnb").status == 0)
    #expect(try workspace.cnb("replay", "old.ipynb").output.hasPrefix("old.ipynb: no cells\n"))
    let outcome = try workspace.cnb("replay", "old.ipynb", "--update")
    #expect(outcome.status == 4)
    #expect(outcome.error.hasPrefix("cnb: old.ipynb has nbformat 3, which is only read; "))
    #expect(try workspace.cnb("convert", "old.ipynb", "new.ipynb").status == 0)
    #expect(try workspace.read("new.ipynb").contains("\"nbformat\": 4"))
  }
}
