import Foundation
import Testing

@Suite(.serialized) struct NotebookJournalTests {
  /// Leaves a notebook with a cell deleted and nothing saved.
  private func killed() throws -> NotebookTerminal {
    let notebook = try NotebookTerminal()
    try notebook.type("dd", then: "double [1/2]>")
    notebook.terminal.send(SIGKILL)
    _ = try notebook.terminal.waitForEnd()
    return notebook
  }

  @Test func questionsCanBeReadOnNarrowTerminals() throws {
    let notebook = try killed()
    let terminal = try PseudoTerminal(["lesson.cnb"], columns: 40, folder: notebook.workspace.url)
    try terminal.wait("the question") {
      $0.lines.suffix(3) == ["Recover it ([y]), discard it (d), or dec", "ide later (l)?", "?"]
    }
    terminal.type("y\r")
    try terminal.wait(forLine: "double [1/2]>")
    try notebook.workspace.write(lessonFile + "\nOthers.\n", to: "lesson.cnb")
    terminal.type("s\r")
    try terminal.wait("the question") { $0.lines.suffix(2) == ["r neither ([n])?", "?"] }
    terminal.type("o\r")
    try terminal.wait { $0.lines.suffix(2) == ["saved lesson.cnb", "double [1/2]>"] }
  }

  @Test func whatIsDecidedLaterIsOfferedAgain() throws {
    let notebook = try killed()
    for _ in 1...2 {
      let terminal = try PseudoTerminal(["lesson.cnb"], folder: notebook.workspace.url)
      try terminal.wait(forLine: "Recover it ([y]), discard it (d), or decide later (l)?")
      terminal.type("l\r")
      #expect(try terminal.waitForEnd() == 0)
      #expect(notebook.workspace.names.contains(".lesson.cnb.journal"))
    }
    #expect(try notebook.workspace.read("lesson.cnb") == lessonFile)
  }

  @Test func whatIsDiscardedIsNotOfferedAgain() throws {
    let notebook = try killed()
    let terminal = try PseudoTerminal(["lesson.cnb"], folder: notebook.workspace.url)
    try terminal.wait(forLine: "Recover it ([y]), discard it (d), or decide later (l)?")
    terminal.type("d\r")
    try terminal.wait(forLine: "values [1/3]>")
    terminal.type("q\r")
    #expect(try terminal.waitForEnd() == 0)
    #expect(!notebook.workspace.names.contains(".lesson.cnb.journal"))
  }

  @Test func aSecondProgramIsToldThatTheNotebookIsOpen() throws {
    let notebook = try NotebookTerminal()
    try notebook.type("dd", then: "double [1/2]>")
    let second = try PseudoTerminal(["lesson.cnb"], folder: notebook.workspace.url)
    try second.wait(forLine: "values [1/3]>")
    #expect(second.screen.lines.first?.hasPrefix("lesson.cnb is open in another cnb (process ") == true)
    second.type("q\r")
    #expect(try second.waitForEnd() == 0)
    notebook.terminal.type("s\rq\r")
    #expect(try notebook.terminal.waitForEnd() == 0)
    #expect(!notebook.workspace.names.contains(".lesson.cnb.journal"))
  }

  @Test func whatIsNoJournalIsSetAsideWithAWord() throws {
    let workspace = try Workspace(["lesson.cnb": lessonFile, ".lesson.cnb.journal": "my notes\n"])
    let terminal = try PseudoTerminal(["lesson.cnb"], columns: 200, folder: workspace.url)
    try terminal.wait(forLine: "values [1/3]>")
    #expect(terminal.screen.lines.first?.contains(".lesson.cnb.journal is no journal; it is kept as ") == true)
    #expect(try workspace.read(".lesson.cnb.journal.bad") == "my notes\n")
  }
}
