import Foundation
import Testing

/// Notebooks on other terminals, from pipes, and what Tab and help show.
@Suite(.serialized) struct NotebookViewTests {
  @Test(arguments: [
    ("go", "values [1/3]> goto"), ("goto d", "values [1/3]> goto double"), (":run fr", "values [1/3]> :run from here"),
    (":sa", "values [1/3]> :save"), (":save as le", "values [1/3]> :save as lesson.cnb"), ("und", "values [1/3]> undo"),
  ])
  func tabCompletes(_ typed: String, _ line: String) throws {
    let notebook = try NotebookTerminal()
    notebook.terminal.type(typed + "\t")
    try notebook.terminal.wait { $0.cursorLine == line }
  }

  @Test func tabListsWhatThereIs() throws {
    let notebook = try NotebookTerminal()
    notebook.terminal.type("run \t")
    try notebook.terminal.wait { $0.lines.last == "all        from here  stale      to here" }
  }

  @Test func helpListsAllCommandsInThePager() throws {
    let notebook = try NotebookTerminal(rows: 20)
    notebook.terminal.type("?")
    try notebook.terminal.wait { $0.lines.last?.contains("q: leave") ?? false }
    #expect(
      notebook.lines.contains {
        $0.hasPrefix("Enter") && $0.contains("step") && $0.hasSuffix("run the cell and go on to the next one")
      })
    try notebook.type("q", then: "values [1/3]> ?", "values [1/3]>")
  }

  @Test func longOutputIsCutAndShownInThePager() throws {
    let notebook = try NotebookTerminal(
      lessonFile.replacingOccurrences(of: "print(\"x is\", x)", with: "for i in range(60): print(i)"), rows: 20)
    notebook.terminal.type(":run\r")
    try notebook.terminal.wait { $0.lines.suffix(2) == ["59", "values [1/3]>"] }
    notebook.terminal.type("goto values\r")
    try notebook.terminal.wait { $0.lines.suffix(2) == ["    … 47 more lines (o shows all)", "values [1/3]>"] }
    notebook.terminal.type("o\r")
    try notebook.terminal.wait { $0.lines.last?.hasPrefix("1-19 of 60") ?? false }
    try notebook.type("q", then: "values [1/3]> o", "values [1/3]>")
    notebook.terminal.type(":show all\r")
    try notebook.terminal.wait { $0.lines.last?.hasPrefix("1-19 of") ?? false }
    try notebook.type("q", then: "values [1/3]>")
  }

  @Test func valuesAreFoldedOnRequest() throws {
    let code = "import numpy as np\nnp.arange(12) * 1000"
    let notebook = try NotebookTerminal(
      lessonFile.replacingOccurrences(of: "x = 2\nprint(\"x is\", x)", with: code), columns: 60)
    notebook.terminal.type(":run\r")
    try notebook.terminal.wait {
      $0.lines.suffix(3).first?.hasPrefix("array([") ?? false || $0.cursorLine == "values [1/3]>"
    }
    try notebook.type(
      "fold 40\r", then: "array([    0,  1000,  2000,  3000,", "        4000,  5000,  6000,  7000,",
      "        8000,  9000, 10000, 11000])", "values [1/3]>")
  }

  @Test(arguments: [(["--plain"], [:]), ([], ["TERM": "dumb"])])
  func plainModeMovesNoCursor(_ arguments: [String], _ environment: [String: String]) throws {
    let notebook = try NotebookTerminal(arguments: arguments, environment: environment)
    #expect(notebook.lines.contains("values · 1/3 · never run"))
    try notebook.type("\r", then: "Out 5", "double [2/3]>")
    try notebook.type("k\r", then: "More prose.", "prose>")
    try notebook.type("run all\r", then: "sum 6", "3 of 3 cells ran", "prose>")
    try notebook.type("goto 1\r", then: "    x is 2", "values [1/3]>")
    try notebook.type("below z = 1\r", then: "values-2 · 2/4 · never run", " 1  z = 1", "values-2 [2/4]>")
    notebook.terminal.type("b\r")
    try notebook.terminal.wait(forLine: "edit>")
    notebook.terminal.type("if z:\r")
    try notebook.terminal.wait(forLine: "....>")
    try notebook.type("    7\r\r", then: " 1  if z:", " 2      7", "values-3 [3/5]>")
    try notebook.type("dd\r", then: "values-3 [3/5]> dd", "More prose.", "prose>")
    try notebook.type("z\r", then: "took back: delete values-3", "values-3 [3/5]>")
    notebook.terminal.type("q\r")
    try notebook.terminal.wait { $0.cursorLine.hasSuffix("stay (c)?") }
    notebook.terminal.type("d\r")
    #expect(try notebook.terminal.waitForEnd() == 0)
    #expect(notebook.terminal.screen.escapeCount == 0)
  }

  @Test func noColourMeansNone() throws {
    let notebook = try NotebookTerminal(environment: ["NO_COLOR": "1"])
    try notebook.type("run all\r", then: "sum 6", "3 of 3 cells ran", "values [1/3]>")
    #expect(notebook.terminal.screen.colourCount == 0)
    #expect(notebook.terminal.screen.isBracketedPaste)
  }

  @Test func coloursAreUsedByDefault() throws {
    let notebook = try NotebookTerminal()
    #expect(notebook.terminal.screen.colourCount > 10)
    #expect(notebook.terminal.screen.unknownSequences == [])
  }

  @Test func fortyColumnsAreEnough() throws {
    let notebook = try NotebookTerminal(columns: 40, rows: 16)
    #expect(notebook.lines.contains("── values · 1/3 · never run ────────────"))
    try notebook.type("run all\r", then: "sum 6", "3 of 3 cells ran", "values [1/3]>")
    notebook.terminal.type("?")
    try notebook.terminal.wait { $0.lines.last?.contains("q: leave") ?? false }
    #expect(notebook.lines.allSatisfy { $0.count <= 40 })
    try notebook.type("q", then: "values [1/3]> ?", "values [1/3]>")
  }

  @Test func linesOfAPipeAreCommands() throws {
    let workspace = try Workspace(["lesson.cnb": lessonFile])
    let outcome = try workspace.cnb("lesson.cnb", input: "# all of it\n\nrun all\nsave\n")
    let header = { (id: String, number: Int) in "\(id) · \(number)/3\n" }
    #expect(
      outcome
        == Outcome(
          0,
          output: header("values", 1) + "x is 2\n" + header("double", 2) + "Out[2]: 4\n" + header("end", 3)
            + "sum 6\n3 of 3 cells ran\nsaved lesson.cnb\n"))
    #expect(try workspace.read("lesson.cnb").hasSuffix("sum 6\n```\n"))
    #expect(try workspace.cnb("lesson.cnb", input: "goto nowhere\nquit\n").status == 1)
    let unsaved = try workspace.cnb("lesson.cnb", input: "delete\n")
    #expect(unsaved.status == 1)
    #expect(unsaved.error == "cnb: lesson.cnb: changes were not saved; the next start offers them\n")
    #expect(
      try workspace.cnb("lesson.cnb", input: "cells\nsave\n").error.contains("did not save 1 change (the last: delete"))
  }

  @Test func otherFilesAreRefusedInASentence() throws {
    let workspace = try Workspace(["a.py": "", "b.cnb": "text\n", "c.ipynb": "{", "d.cnb": lessonFile])
    let script = try workspace.cnb("a.py")
    #expect(script == Outcome(4, error: "cnb: a.py is a script; 'cnb run a.py' runs it\n"))
    #expect(try workspace.cnb("b.cnb").error.hasPrefix("cnb: b.cnb is not a notebook: line 1: expected '---'"))
    #expect(try workspace.cnb("c.ipynb").status == 4)
    #expect(try workspace.cnb("folder/none.cnb").status == 0)
    #expect(try workspace.cnb("--print-style", "numpy-1.13").status == 64)
    #expect(
      try workspace.cnb("d.cnb", "--print-style", "numpy-1.13", input: "try 0.1 + 0.2\n").output
        == "Out[1]: 0.30000000000000004\n")
  }

  @Test func aJupyterNotebookIsSavedAsOne() throws {
    let workspace = try Workspace(["lesson.cnb": lessonFile])
    _ = try workspace.cnb("convert", "lesson.cnb", "lesson.ipynb")
    let terminal = try PseudoTerminal(["lesson.ipynb"], rows: 40, folder: workspace.url)
    try terminal.wait(forLine: "values [1/3]>")
    terminal.type("run all\rs\r")
    try terminal.wait { $0.lines.suffix(2) == ["saved lesson.ipynb", "values [1/3]>"] }
    let text = try workspace.read("lesson.ipynb")
    #expect(text.contains("\"execution_count\": 3"))
    #expect(text.contains("sum 6"))
    terminal.type("q\r")
    #expect(try terminal.waitForEnd() == 0)
  }
}
