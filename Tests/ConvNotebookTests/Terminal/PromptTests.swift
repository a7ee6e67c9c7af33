import Foundation
import Testing

/// `cnb` without arguments, at a terminal.
@Suite(.serialized) struct PromptTests {
  @Test func showsAPromptAndNothingElse() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    #expect(terminal.screen.lines == ["In [1]:"])
    #expect(terminal.screen.column == 8)
  }

  @Test func numbersCellsAndTheirValues() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("x = 20", then: 2)
    try terminal.run("x + 1", then: 3)
    try terminal.run("import numpy as np; np.eye(2)", then: 4)
    #expect(
      terminal.screen.lines == [
        "In [1]: x = 20", "", "In [2]: x + 1", "Out[2]: 21", "", "In [3]: import numpy as np; np.eye(2)", "Out[3]:",
        "array([[1., 0.],", "       [0., 1.]])", "", "In [4]:",
      ])
  }

  @Test func emptyCellsAreNotCounted() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.press(.enter)
    terminal.type("  ")
    terminal.press(.enter)
    terminal.type("7")
    terminal.press(.enter)
    try terminal.waitForPrompt(2)
    #expect(terminal.screen.lines.suffix(5) == ["", "In [1]: 7", "Out[1]: 7", "", "In [2]:"])
  }

  @Test func thePromptStartsOnALineOfItsOwn() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("print('no end', end='')", then: 2)
    #expect(terminal.screen.lines == ["In [1]: print('no end', end='')", "no end", "", "In [2]:"])
  }

  @Test func outputAppearsAsItComes() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.type("import time; print('first', end=''); time.sleep(600)")
    terminal.press(.enter)
    try terminal.wait { $0.lines.last == "first" }
    terminal.control("c")
    try terminal.waitForPrompt(2)
  }

  @Test func errorsShowTheCellAndWhatWasMeant() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("stride = 2", then: 2)
    try terminal.run("strid + 1", then: 3)
    let rule = String(repeating: "-", count: 75)
    #expect(
      terminal.screen.lines.dropFirst(2) == [
        "In [2]: strid + 1", rule, "NameError                                 Traceback (most recent call last)",
        "Cell In[2], line 1", "----> 1 strid + 1", "",
        "NameError: name 'strid' is not defined. Did you mean: 'stride'?",
        "", "In [3]:",
      ])
  }

  @Test func controlDLeavesAtOnceWhenNothingIsLost() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("1 + 1", then: 2)
    terminal.control("d")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.screen.lines.last == "In [2]:")
    #expect(!terminal.screen.isBracketedPaste)
  }

  @Test func controlDAsksWhenVariablesWouldBeLost() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("x = 5", then: 2)
    terminal.control("d")
    try terminal.wait(forLine: "Do you really want to exit ([y]/n)?")
    terminal.type("n")
    terminal.press(.enter)
    try terminal.waitForPrompt(2)
    try terminal.run("x", then: 3)
    #expect(
      terminal.screen.lines == [
        "In [1]: x = 5", "", "In [2]:", "Do you really want to exit ([y]/n)? n", "", "In [2]: x", "Out[2]: 5", "",
        "In [3]:",
      ])
    terminal.control("d")
    try terminal.wait(forLine: "Do you really want to exit ([y]/n)?")
    terminal.control("c")
    try terminal.waitForPrompt(3)
    terminal.control("d")
    try terminal.wait(forLine: "Do you really want to exit ([y]/n)?")
    terminal.press(.enter)
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test(arguments: ["exit", "quit", "exit()", "quit()"]) func leavesByWord(_ word: String) throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("x = 5", then: 2)
    terminal.type(word)
    terminal.press(.enter)
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func endsWhenTheConnectionIsLost() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("x = 5", then: 2)
    terminal.type("print('never run')")
    terminal.hangUp()
    #expect(try [0, 128 + SIGHUP].contains(terminal.waitForEnd()))
    #expect(try workspace.read("state/cnb/history") == "x = 5\n")
  }

  @Test func givesTheTerminalBackWhenItIsTerminated() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.type("half a ce")
    try terminal.wait(forLine: "In [1]: half a ce")
    #expect(terminal.screen.isBracketedPaste)
    terminal.send(SIGTERM)
    #expect(try terminal.waitForEnd() == 128 + SIGTERM)
    #expect(!terminal.screen.isBracketedPaste)
  }

  @Test func inputFromAPipeRunsAsAScript() throws {
    let workspace = try Workspace()
    let script = "x = 2\nfor i in range(x):\n    print(i)\n1 + 1\n"
    #expect(try workspace.cnb(input: script) == Outcome(0, output: "0\n1\n"))
    let failed = try workspace.cnb(input: "print('a')\nraise SystemExit(3)\n")
    #expect(failed == Outcome(3, output: "a\n"))
  }

  @Test func helpHasShapesAndAnExample() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("distribute_value?", then: 2)
    #expect(
      terminal.screen.lines == [
        "In [1]: distribute_value?", "Signature: distribute_value(dz, shape)", "Docstring:",
        "Shares a number out equally: each element is dz / (n_H * n_W).", "", "Shapes", "    dz      a number",
        "    shape   (n_H, n_W)", "    result  (n_H, n_W)", "", "Example",
        "    distribute_value(2, (2, 2)).tolist()  # [[0.5, 0.5], [0.5, 0.5]]",
        "Type:      builtin_function_or_method", "", "In [2]:",
      ])
  }

  @Test func linesInATextAreAsDeepAsItsFirst() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.type("def f():\r\"\"\"Adds.\r\rMore.\"\"\"\rreturn 1\r\r")
    try terminal.waitForPrompt(2)
    #expect(
      terminal.screen.lines == [
        "In [1]: def f():", "   ...:     \"\"\"Adds.", "   ...:", "   ...:     More.\"\"\"", "   ...:     return 1",
        "   ...:", "", "In [2]:",
      ])
  }

  @Test func theHeadOfATracebackFitsTheTerminal() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(columns: 60, folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("1/0", then: 2)
    #expect(
      terminal.screen.lines == [
        "In [1]: 1/0", String(repeating: "-", count: 60),
        "ZeroDivisionError          Traceback (most recent call last)",
        "Cell In[1], line 1", "----> 1 1/0", "", "ZeroDivisionError: division by zero", "", "In [2]:",
      ])
  }
}
