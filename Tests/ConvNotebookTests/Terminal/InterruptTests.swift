import Foundation
import Testing

/// Control-C.
@Suite(.serialized) struct InterruptTests {
  @Test func atThePromptItGivesTheCellUp() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.type("def f(x):\rreturn")
    try terminal.wait(forLine: "   ...:     return")
    terminal.control("c")
    try terminal.waitForPrompt(1)
    try terminal.run("1 + 1", then: 2)
    #expect(
      terminal.screen.lines == [
        "In [1]: def f(x):", "   ...:     return", "KeyboardInterrupt", "", "In [1]: 1 + 1", "Out[1]: 2", "", "In [2]:",
      ])
  }

  /// The terminal once dropped the keys that the program had just been told of, and the program then waited for more.
  @Test func rightBehindOtherKeysItIsNeverLost() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    for _ in 0..<300 {
      terminal.type("junk")
      terminal.control("c")
      try terminal.wait(for: "KeyboardInterrupt")
      terminal.control("l")
      try terminal.wait { $0.lines == ["In [1]:"] }
    }
  }

  /// Runs a cell that would never end, stops it, and gives the seconds that this took.
  private func interrupt(_ cell: String, after setUp: String = "x = 5") throws -> Double {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run(setUp, then: 2)
    terminal.paste("print('started')\n" + cell)
    terminal.press(.enter)
    try terminal.wait { $0.lines.contains("started") }
    // Inside the cell, not in front of it.
    usleep(50_000)
    let start = Date()
    terminal.control("c")
    try terminal.wait(for: "KeyboardInterrupt:")
    let seconds = Date().timeIntervalSince(start)
    try terminal.waitForPrompt(3)
    try terminal.run("x", then: 4)
    #expect(terminal.screen.lines.suffix(5) == ["", "In [3]: x", "Out[3]: 5", "", "In [4]:"])
    #expect(!terminal.screen.lines.contains("KeyboardInterrupt"))
    return seconds
  }

  @Test func endlessLoopsStopAndVariablesStay() throws {
    let seconds = try interrupt("count = 0\nwhile True: count += 1")
    #expect(seconds < 5)
  }

  @Test func sleepStops() throws { #expect(try interrupt("import time; time.sleep(600)") < 5) }

  @Test func nativeLayersStop() throws {
    let seconds = try interrupt(
      "Z, cache = conv_forward(A, W, b, {'stride': 1, 'pad': 1})",
      after:
        "import numpy as np; x = 5; A = np.ones((64, 128, 128, 64)); W = np.ones((3, 3, 64, 256)); b = np.ones((1, 1, 1, 256))"
    )
    #expect(seconds < 5)
  }

  @Test(arguments: [
    "pool_forward(A, {'f': 16, 'stride': 1})", "np.sort(v)", "np.dot(v.reshape(2000, 2000), v.reshape(2000, 2000))",
    "np.random.randn(10 ** 8)", "repr([1.5] * 10 ** 8)",
  ])
  func longCallsStop(_ call: String) throws {
    let seconds = try interrupt(
      call, after: "import numpy as np; x = 5; A = np.ones((8, 128, 128, 64)); v = np.zeros(4 * 10 ** 6)")
    #expect(seconds < 5)
  }

  @Test func theNextCellRunsAsUsual() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    for count in 1...3 {
      terminal.control("c")
      try terminal.wait { $0.lines.filter { $0 == "KeyboardInterrupt" }.count == count }
      try terminal.waitForPrompt(1)
    }
    try terminal.run("sum(range(100000))", then: 2)
    #expect(terminal.screen.lines.suffix(3) == ["Out[1]: 4999950000", "", "In [2]:"])
  }
}
