import Foundation
import Testing

/// What `layers.trace` shows at a terminal.
@Suite(.serialized) struct TraceScreenTests {
  private static let code =
    "A = [[[[0.], [1.]], [[2.], [3.]]]]; t = layers.trace(conv_forward, A, [[[[2.]]]], [1.], {'stride': 1, 'pad': 1})"

  /// A prompt where `t` is a trace of 16 steps.
  private func start(
    columns: Int = 80, rows: Int = 24, environment: [String: String] = [:], in workspace: borrowing Workspace
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(columns: columns, rows: rows, environment: environment, folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run(Self.code, then: 2)
    return terminal
  }

  private func open(
    columns: Int = 80, rows: Int = 24, environment: [String: String] = [:], in workspace: borrowing Workspace
  ) throws -> PseudoTerminal {
    let terminal = try start(columns: columns, rows: rows, environment: environment, in: workspace)
    terminal.type("t\r")
    try waitForPlace("0,0,0,0", terminal)
    // The last row comes last.
    try terminal.wait(for: "q: leave")
    return terminal
  }

  private func waitForPlace(_ place: String, _ terminal: PseudoTerminal) throws {
    try terminal.wait("the place \(place)") {
      $0.isAlternate && $0.lines.first?.hasPrefix("conv_forward  Z[\(place)]") == true
    }
  }

  @Test func keysMoveThroughTheSteps() throws {
    let workspace = try Workspace()
    let terminal = try open(in: workspace)
    #expect(
      terminal.screen.lines.prefix(7) == [
        "conv_forward  Z[0,0,0,0]  1/16", "A_prev_pad[0,:,:,0]   W[:,:,0,0]   window * W   Z[0,:,:,0]",
        "   0 1 2 3             2            0              0 1 2 3",
        "0 [·]· · ·                                      0 [1]? ? ?",
        "1  · 0 1 ·                                      1  ? ? ? ?",
        "2  · 2 3 ·                                      2  ? ? ? ?",
        "3  · · · ·                                      3  ? ? ? ?",
      ])
    for (keys, place) in [
      ("l", "0,0,1,0"), ("\u{1B}[C", "0,0,2,0"), ("\u{1B}[B", "0,1,2,0"), ("j", "0,2,2,0"), ("k", "0,1,2,0"),
      ("\u{1B}[A", "0,0,2,0"), ("h", "0,0,1,0"), ("\u{1B}[D", "0,0,0,0"), ("\u{1B}[D", "0,0,0,0"), ("w", "0,0,1,0"),
      ("W", "0,0,0,0"), ("G", "0,3,3,0"), ("\u{1B}[H", "0,0,0,0"), ("\u{1B}[F", "0,3,3,0"), ("0", "0,0,0,0"),
      ("g1,2\r", "0,1,2,0"), ("pG", "0,3,3,0"), ("g\r", "0,1,2,0"), ("g0,3,0,0\r", "0,3,0,0"),
      ("g9,9\u{1B}", "0,3,0,0"),
      ("lll", "0,3,3,0"), ("xyz", "0,3,3,0"),
    ] {
      terminal.type(keys)
      try waitForPlace(place, terminal)
    }
    terminal.type("g9,9\r")
    try terminal.wait { $0.lines.last == "no such place: the output is (1, 4, 4, 1)" }
    #expect(
      terminal.screen.text.contains("{pinned}\nZ[0,1,2,0] = sum(A_prev_pad[0,1:2,2:3,:] * W[:,:,:,0]) + b[0,0,0,0]"))
    terminal.type("?")
    try terminal.wait(for: "Shift-Tab [  show the channel of the input before")
    terminal.type("x")
    try waitForPlace("0,3,3,0", terminal)
    terminal.type("q")
    try terminal.waitForPrompt(3)
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.unknownSequences == [])
    // The text stays, as the cell's value.
    #expect(
      terminal.screen.lines.contains { $0.hasPrefix("Z[0,3,3,0]  A_prev_pad[0,3:4,3:4,:]  0.0*2.0 = 0.0, + 1.0") })
    try terminal.run("'still here'", then: 4)
    #expect(terminal.screen.lines.contains("Out[3]: 'still here'"))
  }

  @Test func spacePlaysToTheEnd() throws {
    let workspace = try Workspace()
    let terminal = try open(in: workspace)
    terminal.type("+++++ ")
    try terminal.wait { $0.lines.first == "conv_forward  Z[0,3,3,0]  16/16" }
    terminal.type("----- ")
    try terminal.wait { $0.lines.first == "conv_forward  Z[0,0,0,0]  1/16  ▶ 2/s" }
    terminal.type(" ")
    try terminal.wait { $0.lines.first?.hasSuffix("/16") == true }
    terminal.type("q")
    try terminal.waitForPrompt(3)
  }

  @Test func controlCLeavesAllThatAreLeft() throws {
    let workspace = try Workspace()
    let terminal = try start(in: workspace)
    terminal.type("t.show(); t.show(); t.show()\r")
    try waitForPlace("0,0,0,0", terminal)
    terminal.type("lq")
    try waitForPlace("0,0,0,0", terminal)
    terminal.control("c")
    try terminal.waitForPrompt(3)
    #expect(!terminal.screen.isAlternate)
    try terminal.run("1 + 1", then: 4)
    #expect(terminal.screen.lines.suffix(3) == ["Out[3]: 2", "", "In [4]:"])
    terminal.control("d")
    try terminal.wait(for: "Do you really want to exit")
    terminal.type("y\r")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.editsLines)
  }

  @Test func controlCRightBehindKeysIsSeen() throws {
    let workspace = try Workspace()
    let terminal = try start(in: workspace)
    for prompt in 3..<63 {
      terminal.type("t.show()\r")
      try waitForPlace("0,0,0,0", terminal)
      for _ in 0..<prompt % 5 {
        terminal.type("lh")
        usleep(UInt32(prompt * 7))
      }
      terminal.control("c")
      try terminal.waitForPrompt(prompt)
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func signalsGiveTheTerminalBack(_ signal: Int32) throws {
    let workspace = try Workspace()
    let terminal = try open(in: workspace)
    #expect(!terminal.editsLines)
    terminal.send(signal)
    #expect(try terminal.waitForEnd() == 128 + signal)
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.editsLines)
  }

  @Test func narrowTerminalsShowPartsAndScroll() throws {
    let workspace = try Workspace()
    let terminal = try open(columns: 40, rows: 12, in: workspace)
    #expect(terminal.screen.lines.last?.hasPrefix("PageDown: ") == true)
    #expect(terminal.screen.lines[1] == "A_prev_pad[0,0:3,:,0]  W[:,:,0,0]")
    terminal.press(.pageDown)
    try terminal.wait(for: "Z[0,0,0,0] = 0.0 + 1.0 = 1.0")
    terminal.press(.pageUp)
    try terminal.wait { $0.lines[1].hasPrefix("A_prev_pad") }
    terminal.resize(columns: 80)
    try terminal.wait { $0.lines[1].contains("window * W   Z[0,:,:,0]") }
    terminal.type("q")
    try terminal.waitForPrompt(3)
  }

  @Test func noColourMeansNone() throws {
    let workspace = try Workspace()
    let terminal = try open(environment: ["NO_COLOR": "1"], in: workspace)
    terminal.type("pjl")
    try waitForPlace("0,1,1,0", terminal)
    try terminal.wait(for: "{·}· · ·")
    try terminal.wait(for: "1  ·[0]1 ·")
    #expect(terminal.screen.colourCount == 0)
  }

  @Test func plainTerminalsGetTheTextAlone() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(rows: 40, environment: ["TERM": "dumb"], folder: workspace.url)
    try terminal.wait(forLine: "In [1]:")
    terminal.type(Self.code + "\r")
    try terminal.wait(forLine: "In [2]:")
    terminal.type("t.show()\r")
    try terminal.wait(forLine: "In [3]:")
    #expect(terminal.screen.text.contains("Z[0,3,3,0]  A_prev_pad[0,3:4,3:4,:]"))
    #expect(terminal.screen.escapeCount == 0)
  }

  private static let notebook = """
    ---
    cnb: 1
    ---

    ```python cell=values
    \(code)
    ```

    ```python cell=trace
    t
    ```

    ```python cell=end
    print("end")
    ```

    """

  @Test func aNotebookShowsItForOneCellAndRecordsItsText() throws {
    let notebook = try NotebookTerminal(Self.notebook)
    // Of several cells that run none waits for a reader.
    try notebook.type("run all\r", then: "end", "3 of 3 cells ran", "values [1/3]>")
    #expect(!notebook.terminal.screen.isAlternate)
    notebook.terminal.type("goto trace\r\r")
    try waitForPlace("0,0,0,0", notebook.terminal)
    notebook.terminal.type("q")
    try notebook.terminal.wait(forLine: "end [3/3]>")
    notebook.terminal.type("s\r")
    try notebook.terminal.wait(for: "saved")
    let saved = try notebook.workspace.read("lesson.cnb")
    #expect(
      saved.contains(
        "```value cell=trace\nconv_forward: A_prev (1, 2, 2, 1), pad 1, W (1, 1, 1, 1), stride 1, Z (1, 4, 4, 1)\n"))
    #expect(try notebook.workspace.cnb("replay", "lesson.cnb").status == 0)
  }

  @Test func pipesAndRunsGetText() throws {
    let workspace = try Workspace(["a.cnb": Self.notebook, "a.py": Self.code + "\nt.show()\nprint(len(str(t)) > 0)\n"])
    let run = try workspace.cnb("run", "a.cnb")
    #expect(run.status == 0)
    #expect(run.output.hasSuffix("Z[0,3,3,0]  A_prev_pad[0,3:4,3:4,:]  0.0*2.0 = 0.0, + 1.0 = 1.0\nend\n"))
    let script = try workspace.cnb("run", "a.py")
    #expect(script.output.hasPrefix("conv_forward: A_prev (1, 2, 2, 1)"))
    #expect(script.output.hasSuffix("\nTrue\n"))
    #expect(!(run.output + script.output).contains("\u{1B}"))
  }
}
