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

  @Test func aTrainingShowsItsEpochsAndLeavesNothingBehind() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("import numpy as np; X, Y = np.random.rand(3000, 400), np.eye(2)[np.arange(3000) % 2]", then: 2)
    try terminal.run(
      "m = layers.Sequential([layers.Dense(50), layers.Dense(2), layers.Softmax()]); m.compile()", then: 3)
    terminal.type("h = m.fit(X, Y, epochs=100000, batch_size=500, verbose=0)\r")
    try terminal.wait {
      $0.allLines.contains { $0.contains("s, ") && $0.contains(" epoch ") && $0.contains("/6 cost ") }
    }
    terminal.type("\u{3}")
    try terminal.waitForPrompt(4)
    #expect(!terminal.screen.allLines.contains { $0.contains(" cost ") })
  }

  @Test func plainTerminalsDoWithoutIt() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(["--plain"], folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("import time; time.sleep(2)", then: 2)
    #expect(terminal.screen.allLines == ["In [1]: import time; time.sleep(2)", "", "In [2]:"])
  }
}
