import Foundation
import Testing

/// Keys at the prompt.
@Suite(.serialized) struct EditingTests {
  /// Types at a fresh prompt and gives the screen once the cursor's line is the expected one.
  private func screen(
    columns: Int = 80, whenLine line: String, typing: (PseudoTerminal) throws -> Void
  ) throws -> Screen {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(columns: columns, folder: workspace.url)
    try terminal.waitForPrompt(1)
    try typing(terminal)
    try terminal.wait(forLine: line)
    return terminal.screen
  }

  @Test func homeAndEndMoveInTheLine() throws {
    let screen = try screen(whenLine: "In [1]: (1 + 1) * 3") {
      $0.type("1 + 1)")
      $0.press(.home)
      $0.type("(")
      $0.press(.end)
      $0.type(" * 3")
    }
    #expect(screen.column == 19)
  }

  @Test func altEnterRunsACellFromWithin() throws {
    let screen = try screen(whenLine: "In [2]:") {
      $0.type("if True:\rprint(7)")
      $0.press(.up)
      $0.type("\u{1B}\r")
    }
    #expect(screen.lines.contains("7"))
  }

  @Test func arrowsMoveByCharacter() throws {
    let screen = try screen(whenLine: "In [1]: abXc") {
      $0.type("abc")
      $0.press(.left)
      $0.type("X")
    }
    #expect(screen.column == 11)
  }

  @Test func deleteAndBackspaceTakeOneCharacter() throws {
    _ = try screen(whenLine: "In [1]: bd") {
      $0.type("abcd")
      $0.press(.left, .backspace, .home, .delete)
    }
  }

  @Test func killedTextIsYanked() throws {
    _ = try screen(whenLine: "In [1]: world hello") {
      $0.type("hello world")
      $0.type("\u{1B}b")
      $0.control("k")
      $0.control("a")
      $0.control("y")
      $0.type(" ")
      $0.control("e")
      $0.press(.backspace)
    }
  }

  @Test func wordsAreDeletedBackwards() throws {
    _ = try screen(whenLine: "In [1]: one three") {
      $0.type("one two")
      $0.control("w")
      $0.type("three")
    }
  }

  @Test func undoTakesTheLastChangeBack() throws {
    _ = try screen(whenLine: "In [1]: keep") {
      $0.type("keep this")
      $0.control("w")
      $0.control("_")
      $0.control("w")
      $0.press(.backspace)
    }
  }

  @Test func controlDDeletesInsideTheLine() throws {
    _ = try screen(whenLine: "In [1]: bc") {
      $0.type("abc")
      $0.control("a")
      $0.control("d")
    }
  }

  @Test func returnStepsBackAndTheBodyRunsAfterAnEmptyLine() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.type("def f(x):\rif x:\rreturn 1\rreturn 2\r\r")
    try terminal.waitForPrompt(2)
    try terminal.run("f(0)", then: 3)
    #expect(
      terminal.screen.lines == [
        "In [1]: def f(x):", "   ...:     if x:", "   ...:         return 1", "   ...:     return 2", "   ...:", "",
        "In [2]: f(0)", "Out[2]: 2", "", "In [3]:",
      ])
  }

  @Test func backspaceTakesAStepOfIndentation() throws {
    let screen = try screen(whenLine: "   ...: else:") {
      $0.type("if 0:\rx = 1\r")
      $0.press(.backspace)
      $0.type("else:")
    }
    #expect(screen.lines == ["In [1]: if 0:", "   ...:     x = 1", "   ...: else:"])
  }

  @Test func tabIndentsInFrontOfALine() throws {
    _ = try screen(whenLine: "In [1]:     x") {
      $0.press(.tab)
      $0.type("x")
    }
  }

  @Test func openBracketsAndStringsGoOn() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.type("sum([1,\r2,\r3])\r")
    try terminal.waitForPrompt(2)
    terminal.type("\"\"\"a\rb\"\"\"\r")
    try terminal.waitForPrompt(3)
    #expect(
      terminal.screen.lines == [
        "In [1]: sum([1,", "   ...: 2,", "   ...: 3])", "Out[1]: 6", "", "In [2]: \"\"\"a", "   ...: b\"\"\"",
        "Out[2]: 'a\\nb'", "", "In [3]:",
      ])
  }

  @Test func upAndDownMoveInsideACell() throws {
    let screen = try screen(whenLine: "In [1]: for i in range(33):") {
      $0.type("for i in range(3):\rprint(i)")
      $0.press(.up)
      $0.press(.end, .left, .left)
      $0.type("3")
    }
    #expect(screen.lines == ["In [1]: for i in range(33):", "   ...:     print(i)"])
    #expect(screen.row == 0)
  }

  @Test func enterInsideACellBeginsALine() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.type("for i in range(2):\rprint(i)")
    terminal.press(.up, .end, .enter)
    terminal.type("i += 10")
    try terminal.wait(forLine: "   ...:     i += 10")
    #expect(
      terminal.screen.lines == ["In [1]: for i in range(2):", "   ...:     i += 10", "   ...:     print(i)"])
    terminal.press(.down, .end, .enter, .enter)
    try terminal.waitForPrompt(2)
    #expect(terminal.screen.lines.suffix(5) == ["   ...:", "10", "11", "", "In [2]:"])
  }

  @Test func aPastedCellRunsOnlyAfterEnter() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.paste("a = 1\nif a:\n    print('pasted')\n\nprint('whole')\n")
    try terminal.wait { $0.lines.count == 6 }
    #expect(
      terminal.screen.lines == [
        "In [1]: a = 1", "   ...: if a:", "   ...:     print('pasted')", "   ...:", "   ...: print('whole')", "   ...:",
      ])
    terminal.press(.enter)
    try terminal.waitForPrompt(2)
    #expect(terminal.screen.lines.suffix(4) == ["pasted", "whole", "", "In [2]:"])
    #expect(try workspace.read("state/cnb/history") == "a = 1\\nif a:\\n    print('pasted')\\n\\nprint('whole')\n")
  }

  @Test func pasteIsBracketedOnlyAtThePrompt() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    #expect(terminal.screen.isBracketedPaste)
    terminal.type("import time; print('now'); time.sleep(600)\r")
    try terminal.wait { $0.lines.contains("now") }
    #expect(!terminal.screen.isBracketedPaste)
    terminal.control("c")
    try terminal.waitForPrompt(2)
    #expect(terminal.screen.isBracketedPaste)
  }

  @Test func aCellTallerThanTheTerminalIsEditedAndRun() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(rows: 8, folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.paste((1...12).map { "v\($0) = \($0)" }.joined(separator: "\n"))
    try terminal.wait(forLine: "   ...: v12 = 12")
    #expect(terminal.screen.lines == (5...12).map { "   ...: v\($0) = \($0)" })
    for _ in 1...11 { terminal.press(.up) }
    try terminal.wait(forLine: "In [1]: v1 = 1")
    #expect(terminal.screen.lines.count == 8)
    terminal.press(.end)
    terminal.type("00")
    for _ in 1...11 { terminal.press(.down) }
    terminal.press(.end, .enter)
    try terminal.waitForPrompt(2)
    try terminal.run("v1 + v12", then: 3)
    #expect(terminal.screen.lines.suffix(3) == ["Out[2]: 112", "", "In [3]:"])
    #expect(terminal.screen.allLines.contains("In [1]: v1 = 100"))
  }

  @Test func longLinesAreFoldedAndFoldedAnewWhenTheWidthChanges() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(columns: 40, folder: workspace.url)
    try terminal.waitForPrompt(1)
    let letters = String(repeating: "abcdefghij", count: 5)
    terminal.type("'\(letters)'")
    try terminal.wait { $0.lines == folded("In [1]: '\(letters)'", columns: 40) }
    terminal.resize(columns: 30)
    try terminal.wait { $0.lines == folded("In [1]: '\(letters)'", columns: 30) }
    terminal.press(.home)
    terminal.type("x=")
    try terminal.wait { $0.lines == folded("In [1]: x='\(letters)'", columns: 30) }
    #expect(terminal.screen.row == 0)
    #expect(terminal.screen.column == 10)
    terminal.press(.enter)
    try terminal.waitForPrompt(2)
    try terminal.run("len(x)", then: 3)
    #expect(terminal.screen.lines.suffix(3) == ["Out[2]: 50", "", "In [3]:"])
  }

  private func folded(_ text: String, columns: Int) -> [String] {
    stride(from: 0, to: text.count, by: columns).map { String(text.dropFirst($0).prefix(columns)) }
  }

  @Test func aLineThatEndsAtTheEdgePutsTheCursorBelow() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(columns: 20, folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.type("0123456789ab")
    try terminal.wait { $0.row == 1 }
    #expect(terminal.screen.lines == ["In [1]: 0123456789ab"])
    terminal.type("c")
    try terminal.wait(forLine: "c")
    terminal.press(.backspace, .backspace)
    try terminal.wait { $0.row == 0 }
    #expect(terminal.screen.lines == ["In [1]: 0123456789a"])
  }

  @Test func wideAndCombiningCharactersKeepTheirColumns() throws {
    let screen = try screen(whenLine: "In [1]: '日本|e\u{301}'") {
      $0.type("'日本e\u{301}'")
      $0.press(.left, .left)
      $0.type("|")
    }
    #expect(screen.column == 14)
  }

  @Test func clearingTheScreenKeepsTheCell() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("1", then: 2)
    terminal.type("half a cell")
    terminal.control("l")
    try terminal.wait { $0.lines == ["In [2]: half a cell"] }
  }
}
