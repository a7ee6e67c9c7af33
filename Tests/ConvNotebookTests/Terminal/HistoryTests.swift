import Foundation
import Testing

@Suite(.serialized) struct HistoryTests {
  @Test func upRecallsWholeCells() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.type("def f(x):\rreturn x + 1\r\r")
    try terminal.waitForPrompt(2)
    try terminal.run("f(1)", then: 3)
    terminal.press(.up, .up)
    try terminal.wait(forLine: "   ...:     return x + 1")
    #expect(terminal.screen.lines.suffix(2) == ["In [3]: def f(x):", "   ...:     return x + 1"])
    terminal.press(.down)
    try terminal.wait(forLine: "In [3]: f(1)")
    terminal.press(.down)
    try terminal.wait(forLine: "In [3]:")
  }

  @Test func upSearchesForWhatWasTyped() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("alpha = 1", then: 2)
    try terminal.run("beta = 2", then: 3)
    terminal.type("al")
    terminal.press(.up)
    try terminal.wait(forLine: "In [3]: alpha = 1")
    terminal.press(.down)
    try terminal.wait(forLine: "In [3]: al")
  }

  @Test func controlRFindsACell() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("first = 11", then: 2)
    try terminal.run("second = 22", then: 3)
    terminal.control("r")
    terminal.type("rst")
    try terminal.wait(forLine: "(reverse-i-search)`rst': first = 11")
    terminal.press(.enter)
    try terminal.waitForPrompt(4)
    #expect(terminal.screen.lines.suffix(3) == ["In [3]: first = 11", "", "In [4]:"])
  }

  @Test func controlCLeavesTheSearch() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("first = 11", then: 2)
    terminal.control("r")
    terminal.type("fir")
    try terminal.wait(forLine: "(reverse-i-search)`fir': first = 11")
    terminal.control("c")
    try terminal.waitForPrompt(2)
    try terminal.run("first + 1", then: 3)
    #expect(terminal.screen.lines.suffix(3) == ["Out[2]: 12", "", "In [3]:"])
  }

  @Test func laterSessionsKnowEarlierCells() throws {
    let workspace = try Workspace()
    let first = try PseudoTerminal(folder: workspace.url)
    try first.waitForPrompt(1)
    first.type("if 1:\rprint('a\\\\n')\r\r")
    try first.waitForPrompt(2)
    first.type("exit\r")
    #expect(try first.waitForEnd() == 0)
    let second = try PseudoTerminal(folder: workspace.url)
    try second.waitForPrompt(1)
    second.press(.up, .up)
    try second.wait { $0.lines == ["In [1]: if 1:", "   ...:     print('a\\\\n')"] }
    second.control("r")
    second.type("print")
    try second.wait { $0.lines == ["(reverse-i-search)`print': if 1:", "   ...:     print('a\\\\n')"] }
  }

  @Test func sessionsAtTheSameTimeLoseNothingOfEachOther() throws {
    let workspace = try Workspace()
    let first = try PseudoTerminal(folder: workspace.url)
    let second = try PseudoTerminal(folder: workspace.url)
    try first.waitForPrompt(1)
    try second.waitForPrompt(1)
    for number in 1...10 {
      first.type("'first \(number)'\r")
      second.type("'second \(number)'\r")
      try first.waitForPrompt(number + 1)
      try second.waitForPrompt(number + 1)
    }
    let lines = try workspace.read("state/cnb/history").split(separator: "\n").map(String.init)
    #expect(lines.filter { $0.hasPrefix("'first") } == (1...10).map { "'first \($0)'" })
    #expect(lines.filter { $0.hasPrefix("'second") } == (1...10).map { "'second \($0)'" })
    #expect(lines.count == 20)
  }

  @Test func theFileIsPrivate() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("secret = 1", then: 2)
    let file = workspace.url.appendingPathComponent("state/cnb/history").path
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func halfALineOfAKilledSessionDoesNotSpoilTheNext() throws {
    let workspace = try Workspace()
    try FileManager.default.createDirectory(
      at: workspace.url.appendingPathComponent("state/cnb"), withIntermediateDirectories: true)
    try workspace.write("whole\nhal", to: "state/cnb/history")
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("1", then: 2)
    #expect(try workspace.read("state/cnb/history") == "whole\nhal\n1\n")
  }

  @Test func historyIsListedAndSaved() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("a = 1", then: 2)
    terminal.type("def f():\rreturn a\r\r")
    try terminal.waitForPrompt(3)
    try terminal.run("%history -n", then: 4)
    #expect(
      terminal.screen.lines.suffix(6) == ["   1: a = 1", "   2:", "def f():", "    return a", "", "In [4]:"])
    try terminal.run("%save lesson 1-2", then: 5)
    #expect(try workspace.read("lesson.py") == "# coding: utf-8\na = 1\ndef f():\n    return a\n")
    #expect(
      terminal.screen.lines.suffix(6) == [
        "The following commands were written to file `lesson.py`:", "a = 1", "def f():", "    return a", "", "In [5]:",
      ])
    try terminal.run("%history 1", then: 6)
    #expect(terminal.screen.lines.suffix(4) == ["In [5]: %history 1", "a = 1", "", "In [6]:"])
  }

  @Test func resetAsksAndForgetsTheNames() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("a = 1", then: 2)
    terminal.type("%reset\r")
    try terminal.wait(forLine: "Once deleted, variables cannot be recovered. Proceed (y/[n])?")
    terminal.type("n\r")
    try terminal.waitForPrompt(3)
    try terminal.run("a", then: 4)
    #expect(terminal.screen.lines.suffix(3) == ["Out[3]: 1", "", "In [4]:"])
    try terminal.run("%reset -f", then: 5)
    try terminal.run("a", then: 6)
    #expect(terminal.screen.lines.suffix(3) == ["NameError: name 'a' is not defined", "", "In [6]:"])
  }

  @Test func editRunsWhatTheEditorSaved() throws {
    let workspace = try Workspace(["editor": "#!/bin/sh\nprintf 'b = a + 41\\nprint(b)\\n' >> \"$1\"\n"])
    let editor = workspace.url.appendingPathComponent("editor").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
    let terminal = try PseudoTerminal(
      environment: ["EDITOR": editor, "TMPDIR": workspace.url.path], folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("a = 1", then: 2)
    terminal.type("%edit 1\r")
    try terminal.wait { $0.lines.contains("42") }
    try terminal.waitForPrompt(3)
    #expect(
      terminal.screen.lines.suffix(5) == [
        "In [2]: %edit 1", "Editing... done. Executing edited code...", "42", "", "In [3]:",
      ])
    #expect(workspace.names == ["editor", "state"])
    terminal.press(.up)
    try terminal.wait { $0.lines.suffix(3) == ["In [3]: a = 1", "   ...: b = a + 41", "   ...: print(b)"] }
  }
}
