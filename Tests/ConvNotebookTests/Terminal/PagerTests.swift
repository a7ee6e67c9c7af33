import Foundation
import Testing

/// `cnb show --page`, which shows what is longer than the screen.
@Suite(.serialized) struct PagerTests {
  /// A cell of 60 lines, which `show` heads with its id.
  private func start(
    _ arguments: [String] = ["--page"], columns: Int = 70, rows: Int = 11, environment: [String: String] = [:],
    in workspace: borrowing Workspace
  ) throws -> PseudoTerminal {
    let code = (1...60).map { $0 == 50 ? "Name = 'a long text for a narrow terminal'" : "x\($0) = \($0)" }
    try workspace.write(
      "---\ncnb: 1\n---\n\n```python cell=long\n\(code.joined(separator: "\n"))\n```\n", to: "a.cnb")
    return try PseudoTerminal(
      ["show", "a.cnb"] + arguments, columns: columns, rows: rows, environment: environment, folder: workspace.url)
  }

  private func line(_ number: Int) -> String { (number < 10 ? " " : "") + "\(number)  x\(number) = \(number)" }

  @Test func keysMoveThroughTheLines() throws {
    let workspace = try Workspace()
    let terminal = try start(in: workspace)
    try terminal.wait(for: "1-10 of 61  Space: next page")
    #expect(terminal.screen.isAlternate)
    #expect(terminal.screen.lines[1] == line(1))
    #expect(terminal.screen.lines.count == 11)
    for (keys, first) in [
      (" ", 10), ("f", 20), ("\u{1B}[6~", 30), ("b", 20), ("\u{1B}[5~", 10), ("j", 11), ("\r", 12), ("\u{1B}[B", 13),
      ("k", 12), ("\u{1B}[A", 11), ("d", 16), ("u", 11), ("G", 51), (" ", 51), ("g", 0), ("b", 0), ("\u{1B}[F", 51),
      ("\u{1B}[H", 0), ("?", 0), (" \u{1B}[6~jj", 22),
    ] {
      terminal.type(keys)
      try terminal.wait("line \(first) first after \(keys)") { $0.lines.last?.hasPrefix("\(first + 1)-") == true }
      #expect(terminal.screen.lines.first == (first == 0 ? terminal.screen.lines[0] : line(first)))
    }
    terminal.type("q")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.screen.lines == [])
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.unknownSequences == [])
    #expect(terminal.editsLines)
  }

  @Test func slashSearches() throws {
    let workspace = try Workspace()
    let terminal = try start(in: workspace)
    try terminal.wait(for: "1-10 of 61")
    terminal.type("/x3")
    try terminal.wait(forLine: "/x3")
    terminal.press(.backspace)
    terminal.type("4")
    terminal.press(.enter)
    try terminal.wait { $0.lines.first == self.line(4) }
    terminal.type("n")
    try terminal.wait { $0.lines.first == self.line(40) }
    terminal.type("N")
    try terminal.wait { $0.lines.first == self.line(4) }
    // Small letters stand for capital ones as well, but not the other way round.
    terminal.type("/name\r")
    try terminal.wait { $0.lines.first?.hasPrefix("50  Name") == true }
    terminal.type("/NAME\r")
    try terminal.wait { $0.lines.last == "not found: NAME" }
    terminal.type("/half\u{1B}[A")
    try terminal.wait { $0.lines.last?.hasPrefix("51-60 of 61") == true }
    terminal.type("q")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func aResizedTerminalGetsItsLinesAnew() throws {
    let workspace = try Workspace()
    let terminal = try start(in: workspace)
    try terminal.wait(for: "1-10 of 61")
    terminal.type("/Name\r")
    try terminal.wait { $0.lines.first == "50  Name = 'a long text for a narrow terminal'" }
    terminal.resize(columns: 30)
    try terminal.wait { $0.lines.last?.contains("of 62  q: leave") == true }
    #expect(terminal.screen.lines.contains("50  Name = 'a long text for a"))
    #expect(terminal.screen.lines.contains("  ↪ narrow terminal'"))
    terminal.type("q")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func signalsGiveTheTerminalBack(_ signal: Int32) throws {
    let workspace = try Workspace()
    let terminal = try start(in: workspace)
    try terminal.wait(for: "1-10 of 61")
    #expect(!terminal.editsLines)
    terminal.send(signal)
    #expect(try terminal.waitForEnd() == 128 + signal)
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.editsLines)
  }

  @Test func controlCLeaves() throws {
    let workspace = try Workspace()
    let terminal = try start(in: workspace)
    try terminal.wait(for: "1-10 of 61")
    terminal.control("c")
    #expect(try terminal.waitForEnd() == 0)
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.editsLines)
  }

  @Test func whatFitsIsPrinted() throws {
    let workspace = try Workspace()
    let terminal = try start(rows: 70, in: workspace)
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.screen.lines.count == 61)
  }

  @Test(arguments: [["TERM": "dumb"], ["PLAIN": "1"]])
  func plainTerminalsGetEverythingAtOnce(_ environment: [String: String]) throws {
    let workspace = try Workspace()
    let arguments = environment["PLAIN"] == nil ? ["--page"] : ["--page", "--plain"]
    let terminal = try start(arguments, environment: environment, in: workspace)
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.screen.allLines.count == 61)
    #expect(terminal.screen.allLines[0] == "long")
    #expect(terminal.screen.escapeCount == 0)
  }

  @Test func noColourMeansNoneInThePagerToo() throws {
    let workspace = try Workspace()
    let terminal = try start(environment: ["NO_COLOR": "1"], in: workspace)
    try terminal.wait(for: "1-10 of 61")
    #expect(terminal.screen.colourCount == 0)
    terminal.type("q")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func thePagerOfTheEnvironmentIsUsed() throws {
    let workspace = try Workspace()
    let terminal = try start(environment: ["PAGER": "sed 's/x60/paged/'", "NO_COLOR": "1"], in: workspace)
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.screen.allLines.last == "60  paged = 60")
    #expect(!terminal.screen.isAlternate)
  }

  @Test func aPagerThatIsNotThereLosesNothing() throws {
    let workspace = try Workspace()
    let terminal = try start(environment: ["PAGER": "no-such-pager"], in: workspace)
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.screen.allLines.last == line(60))
  }
}
