import Foundation
import Testing

/// The line below a cell that runs long.
@Suite(.serialized) struct ProgressTests {
  @Test func aLoopShowsHowFarItIsAndLeavesNothingBehind() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("import time", then: 2)
    terminal.type("for i in range(100): time.sleep(0.05); x = i\r")
    try terminal.wait { $0.cursorLine.contains("In [2]: 2 s, ") && $0.cursorLine.contains(" of 100 rounds (") }
    try terminal.waitForPrompt(3)
    #expect(!terminal.screen.allLines.contains { $0.contains("rounds") })
    try terminal.run("x", then: 4)
    #expect(terminal.screen.lines.suffix(3) == ["Out[3]: 99", "", "In [4]:"])
  }

  @Test func itMakesWayForOutput() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.type("import time; time.sleep(2.5); print('done', end=''); time.sleep(2.5); print('.')\r")
    try terminal.wait { $0.cursorLine == "In [1]: 2 s" }
    try terminal.waitForPrompt(2)
    #expect(terminal.screen.lines.suffix(3) == ["done.", "", "In [2]:"])
    #expect(terminal.screen.allLines.filter { $0.hasSuffix(" s") }.isEmpty)
  }

  @Test func plainTerminalsDoWithoutIt() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(["--plain"], folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("import time; time.sleep(2)", then: 2)
    #expect(terminal.screen.allLines == ["In [1]: import time; time.sleep(2)", "", "In [2]:"])
  }
}
