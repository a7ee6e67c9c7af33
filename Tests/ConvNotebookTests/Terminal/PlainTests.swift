import Foundation
import Testing

/// Terminals and people that want no colours, or no cursor movement.
@Suite(.serialized) struct PlainTests {
  @Test func coloursAreUsedByDefault() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("if True: x = 'text'  # why", then: 2)
    #expect(terminal.screen.colourCount > 10)
    #expect(terminal.screen.unknownSequences == [])
  }

  @Test func noColourMeansNone() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(environment: ["NO_COLOR": "1"], folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("x = 'text'", then: 2)
    try terminal.run("x", then: 3)
    try terminal.run("1 / 0", then: 4)
    #expect(terminal.screen.colourCount == 0)
    #expect(terminal.screen.isBracketedPaste)
    terminal.type("x.upp\t")
    try terminal.wait(forLine: "In [4]: x.upper")
  }

  @Test(arguments: [["TERM": "dumb"], ["TERM": "xterm", "PLAIN": "1"]])
  func plainModeWritesNoSequences(_ environment: [String: String]) throws {
    let workspace = try Workspace()
    let arguments = environment["PLAIN"] == nil ? [] : ["--plain"]
    let terminal = try PseudoTerminal(arguments, environment: environment, folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.type("for i in range(2):\r")
    try terminal.wait(forLine: "   ...:")
    terminal.type("    print(i)\r")
    try terminal.wait { $0.lines.count == 3 && $0.cursorLine == "   ...:" }
    terminal.type("\r")
    try terminal.waitForPrompt(2)
    try terminal.run("1 / 0", then: 3)
    terminal.type("half a")
    terminal.control("c")
    try terminal.wait { $0.cursorLine == "In [3]:" && $0.lines.suffix(3).first == "KeyboardInterrupt" }
    #expect(
      terminal.screen.lines.prefix(6) == [
        "In [1]: for i in range(2):", "   ...:     print(i)", "   ...:", "0", "1", "",
      ])
    #expect(terminal.screen.escapeCount == 0)
    terminal.type("import time; print('on'); time.sleep(600)\r")
    try terminal.wait { $0.lines.contains("on") }
    terminal.control("c")
    try terminal.waitForPrompt(4)
    terminal.control("d")
    try terminal.wait(forLine: "Do you really want to exit ([y]/n)?")
    terminal.type("y\r")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.screen.escapeCount == 0)
    #expect(try workspace.read("state/cnb/history").hasPrefix("for i in range(2):\\n    print(i)\n1 / 0\n"))
  }

  @Test func fortyColumnsAreEnough() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(columns: 40, rows: 12, folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.type("hparameters = {'stride': 2, 'pad': 1, 'f': 3}")
    try terminal.wait { $0.lines == ["In [1]: hparameters = {'stride': 2, 'pad", "': 1, 'f': 3}"] }
    terminal.press(.enter)
    try terminal.waitForPrompt(2)
    terminal.type("import numpy as np\r")
    try terminal.waitForPrompt(3)
    terminal.type("np.\t")
    try terminal.wait { $0.lines.last?.hasPrefix("... and ") ?? false }
    #expect(terminal.screen.cursorLine == "In [3]: np.")
    #expect(terminal.screen.lines.count == 12)
    terminal.type("x")
    try terminal.wait { $0.lines.last == "In [3]: np.x" }
  }

  @Test func aTerminalHardlyWiderThanThePromptStillWorks() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(columns: 12, folder: workspace.url)
    try terminal.wait("the cursor") { $0.column == 0 }
    terminal.type("11 + 22\r")
    try terminal.wait { $0.lines.contains("Out[1]: 33") }
  }

  @Test func charactersStayWholeWithoutAUnicodeLocale() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(environment: ["LANG": "C"], folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.type("'日本'")
    terminal.press(.left, .left, .backspace)
    terminal.type("é\r")
    try terminal.wait { $0.lines == ["In [1]: 'é本'", "Out[1]: 'é本'", "", "In [2]:"] }
  }
}
