import Foundation
import Testing

/// Signals leave the terminal as a shell wants it, and files whole.
@Suite(.serialized) struct SignalTests {
  private static let notebook =
    "---\ncnb: 1\ntitle: t\n---\n\n```python cell=a\nprint('begun', flush=True)\nwhile True: pass\n```\n\n"
    + "```python cell=b\nprint(1 + 1)\n```\n"

  /// Where a program may be when the signal comes.
  enum Moment: String, CaseIterable {
    case prompt, cellAtPrompt, notebook, cellOfNotebook, cellOfNotebookEdited, run, replay, show
  }

  private func start(_ moment: Moment, in workspace: borrowing Workspace) throws -> PseudoTerminal {
    let terminal: PseudoTerminal
    switch moment {
    case .prompt, .cellAtPrompt: terminal = try PseudoTerminal(folder: workspace.url)
    case .notebook, .cellOfNotebook, .cellOfNotebookEdited:
      terminal = try PseudoTerminal(["lesson.cnb"], folder: workspace.url)
    case .run: terminal = try PseudoTerminal(["run", "lesson.cnb"], folder: workspace.url)
    case .replay: terminal = try PseudoTerminal(["replay", "lesson.cnb", "--update"], folder: workspace.url)
    case .show: terminal = try PseudoTerminal(["show", "lesson.cnb", "--page"], rows: 5, folder: workspace.url)
    }
    switch moment {
    case .prompt:
      try terminal.waitForPrompt(1)
      terminal.type("half a ce")
      try terminal.wait(forLine: "In [1]: half a ce")
    case .cellAtPrompt:
      try terminal.waitForPrompt(1)
      terminal.type("import time; print('be' + 'gun', flush=True); time.sleep(600)\r")
      try terminal.wait(for: "begun\n")
    case .notebook: try terminal.wait { $0.cursorLine.hasPrefix("a [1/2]>") }
    case .cellOfNotebook:
      try terminal.wait { $0.cursorLine.hasPrefix("a [1/2]>") }
      terminal.type("\r")
      try terminal.wait { $0.lines.contains("begun") }
    case .cellOfNotebookEdited:
      try terminal.wait { $0.cursorLine.hasPrefix("a [1/2]>") }
      terminal.type("e\r")
      try terminal.wait { $0.cursorLine.hasPrefix("....>") }
    case .run: try terminal.wait { $0.lines.contains("begun") }
    case .replay: try terminal.wait { !$0.text.isEmpty }
    case .show: try terminal.wait { $0.text.contains("q: leave") }
    }
    return terminal
  }

  @Test(arguments: Moment.allCases, [SIGTERM, SIGHUP])
  func signalsGiveTheTerminalBackAndLeaveFilesWhole(_ moment: Moment, _ signal: Int32) throws {
    let workspace = try Workspace(["lesson.cnb": Self.notebook])
    let terminal = try start(moment, in: workspace)
    terminal.send(signal)
    #expect(try terminal.waitForEnd() == 128 + signal)
    #expect(terminal.editsLines)
    #expect(!terminal.screen.isAlternate)
    #expect(!terminal.screen.isBracketedPaste)
    #expect(try workspace.read("lesson.cnb") == Self.notebook)
    #expect(workspace.names.allSatisfy { !$0.hasSuffix(".tmp") })
  }

  @Test(arguments: [Moment.run, .replay])
  func controlCEndsARun(_ moment: Moment) throws {
    let workspace = try Workspace(["lesson.cnb": Self.notebook])
    let terminal = try start(moment, in: workspace)
    terminal.control("c")
    #expect(try terminal.waitForEnd() == 130)
    #expect(terminal.editsLines)
    #expect(try workspace.read("lesson.cnb") == Self.notebook)
  }

  /// Only a shell with job control can stop a program.
  @Test(arguments: [Moment.prompt, .notebook, .show])
  func controlZStopsItAndItGoesOn(_ moment: Moment) throws {
    guard FileManager.default.isExecutableFile(atPath: "/bin/bash") else { return }
    let workspace = try Workspace(["lesson.cnb": Self.notebook])
    let program = try RunningProcess.program().path
    let arguments = moment == .prompt ? "" : moment == .notebook ? "lesson.cnb" : "show lesson.cnb --page"
    let terminal = try PseudoTerminal(
      ["--norc", "-i"], program: "/bin/bash", rows: moment == .show ? 6 : 12,
      environment: ["PS1": "shell> ", "PROGRAM": program],
      folder: workspace.url)
    try terminal.wait { $0.cursorLine.hasPrefix("shell>") }
    terminal.type("\"$PROGRAM\" \(arguments)\r")
    let isReady: (Screen) -> Bool = {
      switch moment {
      case .prompt: $0.cursorLine.hasPrefix("In [1]:")
      case .notebook: $0.cursorLine.hasPrefix("a [1/2]>")
      default: $0.isAlternate && $0.text.contains("q: leave")
      }
    }
    try terminal.wait("the program", until: isReady)
    terminal.control("z")
    try terminal.wait { $0.cursorLine.hasPrefix("shell>") && $0.text.contains("Stopped") }
    #expect(!terminal.screen.isAlternate)
    terminal.type("echo $((6 * 7))\r")
    try terminal.wait { $0.lines.contains("42") && $0.cursorLine.hasPrefix("shell>") }
    terminal.type("fg\r")
    try terminal.wait("the program again", until: isReady)
    terminal.type(moment == .show ? "q" : moment == .prompt ? "exit\r" : "q\r")
    try terminal.wait { $0.cursorLine.hasPrefix("shell>") && !$0.isAlternate }
    terminal.type("exit\r")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test(
    "a reader that goes away ends the program without a word",
    arguments: [
      ["run", "loop.py"], ["show", "long.cnb", "--plain"], ["run", "loop.cnb"],
    ])
  func readersThatGo(_ arguments: [String]) throws {
    let loop = "while True: print('line')\n"
    let workspace = try Workspace([
      "loop.py": loop, "loop.cnb": "---\ncnb: 1\ntitle: t\n---\n\n```python cell=a\n\(loop)```\n",
      "long.cnb": "---\ncnb: 1\ntitle: t\n---\n\n" + String(repeating: "A paragraph.\n\n", count: 20_000),
    ])
    let process = try RunningProcess(
      ["-c", "\"$@\" | head -n 1; echo ${PIPESTATUS[0]}", "bash", RunningProcess.program().path] + arguments,
      folder: workspace.url, program: URL(fileURLWithPath: "/bin/bash"))
    let outcome = try process.outcome()
    #expect(outcome.error.isEmpty)
    #expect(outcome.output.hasSuffix("\n\(128 + SIGPIPE)\n"), "\(outcome)")
  }
}
