import Foundation
import Testing

/// Changing a notebook at its prompt.
@Suite(.serialized) struct NotebookEditingTests {
  @Test func anEditMakesTheCellAndItsReadersStale() throws {
    let notebook = try NotebookTerminal()
    try notebook.type("run all\r", then: "3 of 3 cells ran", "values [1/3]>")
    notebook.terminal.type("e\r")
    try notebook.terminal.wait(forLine: "....> print(\"x is\", x)")
    notebook.terminal.press(.up, .end, .backspace)
    notebook.terminal.type("3")
    notebook.terminal.press(.down, .end)
    try notebook.type(
      "\r", then: " 2  print(\"x is\", x)", "    x is 2", "stale now: values, double, end ('stale' says why)",
      "values [1/3]>")
    #expect(notebook.lines.contains { $0.hasPrefix("── values · 1/3 · stale: its code changed") })
    try notebook.type(
      "stale\r", then: "1  values  stale: its code changed  ◀", "2  double  stale: cell values (x) changed",
      "3  end     stale: cell values (x) changed; cell double (y) is stale", "values [1/3]>")
    try notebook.type("run stale\r", then: "sum 9", "3 of 3 cells ran", "values [1/3]>")
    try notebook.type("stale\r", then: "No cell is stale.", "values [1/3]>")
    try notebook.type("s\r", then: "saved lesson.cnb", "values [1/3]>")
    #expect(
      try notebook.workspace.read("lesson.cnb")
        == lessonFile.replacingOccurrences(of: "x = 2", with: "x = 3")
        .replacingOccurrences(of: "x is 2", with: "x is 3").replacingOccurrences(of: "\n5\n", with: "\n6\n")
        + "\n```output cell=end\nsum 9\n```\n")
    notebook.terminal.type("q\r")
    #expect(try notebook.terminal.waitForEnd() == 0)
    #expect(notebook.workspace.names == ["lesson.cnb", "state"])
  }

  @Test func controlCLeavesTheCellAsItWas() throws {
    let notebook = try NotebookTerminal()
    notebook.terminal.type("e\r")
    try notebook.terminal.wait(forLine: "....> print(\"x is\", x)")
    notebook.terminal.type("junk")
    notebook.terminal.control("c")
    try notebook.terminal.wait { $0.lines.suffix(2) == ["unchanged", "values [1/3]>"] }
    try notebook.type("q\r", then: "values [1/3]> q")
    #expect(try notebook.terminal.waitForEnd() == 0)
  }

  @Test func newCellsAreTypedAndMayBeUndone() throws {
    let notebook = try NotebookTerminal()
    notebook.terminal.type("b\r")
    try notebook.terminal.wait(forLine: "edit>")
    notebook.terminal.type("for i in range(2):\rprint(i)\r\r")
    try notebook.terminal.wait { $0.cursorLine == "values-2 [2/4]>" }
    #expect(notebook.lines.suffix(3) == [" 1  for i in range(2):", " 2      print(i)", "values-2 [2/4]>"])
    try notebook.type(":run\r", then: "0", "1", "values-2 [2/4]>")
    try notebook.type("z", then: "took back: new cell", "values [1/3]>")
    try notebook.type("goto double\r", then: "Out 5", "double [2/3]>")
    notebook.terminal.type("A")
    try notebook.terminal.wait(forLine: "edit>")
    try notebook.type("A *word*.\r", then: "A word.", "prose>")
    notebook.terminal.type("e\r")
    try notebook.terminal.wait(forLine: "edit> A *word*.")
    notebook.terminal.press(.backspace)
    try notebook.type("!\r", then: "A word!", "prose>")
    try notebook.type("s\r", then: "saved lesson.cnb", "prose>")
    let text = try notebook.workspace.read("lesson.cnb")
    #expect(text.contains("More *prose*.\n\n<!-- cell -->\n\nA *word*!\n\n```python cell=double"))
  }

  @Test func theEditorOfTheEnvironmentChangesCodeAndProse() throws {
    let editor = "sed -i 's/2/7/; s/More/Much/'"
    let notebook = try NotebookTerminal(environment: ["EDITOR": editor])
    try notebook.type(
      "E", then: "── values · 1/3 · never run " + NotebookTests.dashes(52), " 1  x = 7", " 2  print(\"x is\", x)",
      "    x is 2", "values [1/3]>")
    try notebook.type("j", then: "More prose.", "prose>")
    try notebook.type("E", then: "Much prose.", "prose>")
    try notebook.type("E", then: "prose> E", "unchanged", "prose>")
  }

  @Test func aFailingCellStopsTheRunAndIsTheCurrentOne() throws {
    let notebook = try NotebookTerminal(lessonFile.replacingOccurrences(of: "2 * x", with: "2 * zz"))
    notebook.terminal.type("run all\r")
    try notebook.terminal.wait(forLine: "double [2/3]>")
    #expect(notebook.lines.suffix(3).first == "NameError: name 'zz' is not defined")
    #expect(notebook.lines.suffix(2).first == "cell double failed: 2 of 3 cells ran")
    notebook.terminal.type("\r")
    try notebook.terminal.wait { $0.lines.suffix(2) == ["NameError: name 'zz' is not defined", "double [2/3]>"] }
    try notebook.type(
      "cells\r", then: "1  values  fresh", "2  double  stale: it failed  ◀", "3  end     never run", "double [2/3]>")
  }

  @Test func controlCInterruptsTheCellAndKeepsTheSession() throws {
    let text = lessonFile.replacingOccurrences(of: "y = 2 * x", with: "print('on')\nwhile True: pass")
    let notebook = try NotebookTerminal(text)
    notebook.terminal.type("run all\r")
    try notebook.terminal.wait { $0.lines.contains("on") }
    notebook.terminal.control("c")
    try notebook.terminal.wait(forLine: "double [2/3]>")
    #expect(notebook.lines.suffix(2).first == "interrupted in cell double: 2 of 3 cells ran")
    try notebook.type("= x\r", then: "Out[3]: 2", "double [2/3]>")
  }

  @Test func leavingAsksOnceWhereSomethingWasNotSaved() throws {
    let question = "There are unsaved changes: save ([s]), discard (d), stay (c)?"
    let notebook = try NotebookTerminal()
    try notebook.type("J", then: "    x is 2", "values [1/3]>")
    notebook.terminal.type("q\r")
    try notebook.terminal.wait(forLine: question)
    try notebook.type("c\r", then: question + " c", "values [1/3]>")
    notebook.terminal.control("d")
    try notebook.terminal.wait(forLine: question)
    notebook.terminal.control("c")
    try notebook.terminal.wait(forLine: "values [1/3]>")
    notebook.terminal.type("q\r")
    try notebook.terminal.wait(forLine: question)
    notebook.terminal.type("\r")
    #expect(try notebook.terminal.waitForEnd() == 0)
    #expect(try notebook.workspace.read("lesson.cnb") != lessonFile)
    #expect(notebook.workspace.names == ["lesson.cnb"])
  }

  @Test func discardedChangesAreGone() throws {
    let notebook = try NotebookTerminal()
    try notebook.type("dd", then: "double [1/2]>")
    notebook.terminal.type("q\rd\r")
    #expect(try notebook.terminal.waitForEnd() == 0)
    #expect(try notebook.workspace.read("lesson.cnb") == lessonFile)
    let again = try PseudoTerminal(["lesson.cnb"], folder: notebook.workspace.url)
    try again.wait(forLine: "values [1/3]>")
  }

  @Test func whatWasNotSavedIsOfferedAfterAKill() throws {
    let notebook = try NotebookTerminal()
    try notebook.type("dd", then: "double [1/2]>")
    notebook.terminal.type("e\r")
    try notebook.terminal.wait(forLine: "....> y")
    notebook.terminal.press(.up, .end)
    notebook.terminal.type(" + 1")
    notebook.terminal.press(.down)
    try notebook.terminal.wait { $0.lines.contains("edit> y = 2 * x + 1") && $0.cursorLine == "....> y" }
    notebook.terminal.send(SIGKILL)
    _ = try notebook.terminal.waitForEnd()
    let again = try PseudoTerminal(["lesson.cnb"], folder: notebook.workspace.url)
    try again.wait(forLine: "Recover it ([y]), discard it (d), or decide later (l)?")
    #expect(
      again.screen.lines.first
        == "lesson.cnb: an earlier session did not save 1 change (the last: delete values) a")
    again.type("y\r")
    try again.wait(forLine: "double [1/2]>")
    #expect(again.screen.lines.contains(" 1  y = 2 * x + 1"))
    again.type("s\r")
    try again.wait(for: "saved lesson.cnb")
    #expect(try notebook.workspace.read("lesson.cnb").contains("y = 2 * x + 1"))
  }

  @Test func anotherProgramsChangeIsNoticedBeforeItIsOverwritten() throws {
    let notebook = try NotebookTerminal()
    try notebook.type("dd", then: "double [1/2]>")
    try notebook.workspace.write(lessonFile + "\nOthers.\n", to: "lesson.cnb")
    notebook.terminal.type("s\r")
    try notebook.terminal.wait { $0.text.contains("or neither ([n])?") }
    notebook.terminal.type("\r")
    try notebook.terminal.wait {
      $0.cursorLine == "double [1/2]>" && $0.text.contains("nothing was saved; 'save as' writes")
    }
    #expect(try notebook.workspace.read("lesson.cnb").hasSuffix("Others.\n"))
    try notebook.type(
      "save as mine.cnb\r".replacingOccurrences(of: "save", with: ":save"), then: "saved mine.cnb", "double [1/2]>")
    #expect(try !notebook.workspace.read("mine.cnb").contains("x = 2"))
    try notebook.workspace.write(lessonFile, to: "mine.cnb")
    notebook.terminal.type("s\r")
    try notebook.terminal.wait { $0.cursorLine.hasSuffix("or neither ([n])?") }
    try notebook.type("o\r", then: "saved mine.cnb", "double [1/2]>")
    #expect(try !notebook.workspace.read("mine.cnb").contains("x = 2"))
  }

  @Test func savingAsOverAnotherFileAsksFirst() throws {
    let notebook = try NotebookTerminal()
    try notebook.workspace.write("precious", to: "old.cnb")
    notebook.terminal.type(":save as old.cnb\r")
    try notebook.terminal.wait(forLine: "old.cnb exists. Overwrite it (y/[n])?")
    try notebook.type("\r", then: "old.cnb exists; nothing was saved", "values [1/3]>")
    #expect(try notebook.workspace.read("old.cnb") == "precious")
    try notebook.type(":save as new.ipynb\r", then: "saved new.ipynb", "values [1/3]>")
    #expect(try notebook.workspace.read("new.ipynb").hasPrefix("{"))
    try notebook.type("s\r", then: "saved new.ipynb", "values [1/3]>")
  }

  @Test func aNewNotebookIsMadeWhenItIsSaved() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(["new.cnb"], folder: workspace.url)
    try terminal.wait(forLine: "empty>")
    #expect(
      terminal.screen.lines.prefix(2) == [
        "new.cnb is new: it is made when you save.",
        "The notebook is empty: b adds a cell, B prose, ? shows all commands.",
      ])
    terminal.type("\r")
    try terminal.wait { $0.lines.contains("the notebook has no cells; 'b' adds one") }
    terminal.type(":new 1 + 1\r")
    try terminal.wait(forLine: "cell [1/1]>")
    terminal.type("\r")
    try terminal.wait { $0.lines.suffix(3) == ["Out[1]: 2", "This is the end of the notebook.", "cell [1/1]>"] }
    #expect(!workspace.names.contains("new.cnb"))
    terminal.type("s\rq\r")
    #expect(try terminal.waitForEnd() == 0)
    #expect(
      try workspace.read("new.cnb")
        == "---\ncnb: 1\nprint-style: numpy-1.26\n---\n\n```python cell=cell\n1 + 1\n```\n\n```value cell=cell\n2\n```\n"
    )
  }
}
