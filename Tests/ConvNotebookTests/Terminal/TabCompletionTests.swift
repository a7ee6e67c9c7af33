import Foundation
import Testing

@Suite(.serialized) struct TabCompletionTests {
  @Test func aSingleCandidateIsWritten() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("import numpy as np", then: 2)
    terminal.type("np.zeros((2, 3)).T; np.resha\t")
    try terminal.wait(forLine: "In [2]: np.zeros((2, 3)).T; np.reshape")
  }

  @Test func severalCandidatesAreShownUntilTheNextKey() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(columns: 40, folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("stride_rows, stride_columns = 1, 2", then: 2)
    terminal.type("print(str\t")
    try terminal.wait { $0.lines.suffix(2) == ["str             stride_rows", "stride_columns"] }
    #expect(terminal.screen.cursorLine == "In [2]: print(str")
    terminal.type("i\t")
    try terminal.wait(forLine: "In [2]: print(stride_")
    #expect(
      terminal.screen.lines == [
        "In [1]: stride_rows, stride_columns = 1,", " 2", "", "In [2]: print(stride_", "stride_columns  stride_rows",
      ])
    terminal.type("r\t")
    try terminal.wait { $0.lines.last == "In [2]: print(stride_rows" }
  }

  @Test func keywordArgumentsComeFirst() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.type("conv_forward(hp\t")
    try terminal.wait(forLine: "In [1]: conv_forward(hparameters=")
  }

  @Test func dictionaryKeysAreCompleted() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run("hparameters = {'stride': 2, 'pad': 1}", then: 2)
    terminal.type("hparameters['st\t]\r")
    try terminal.waitForPrompt(3)
    #expect(terminal.screen.lines.suffix(4) == ["In [2]: hparameters['stride']", "Out[2]: 2", "", "In [3]:"])
  }

  @Test func fileNamesAreCompletedInStrings() throws {
    let workspace = try Workspace(["weights.txt": ""])
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.type("name = 'wei\t'")
    try terminal.wait(forLine: "In [1]: name = 'weights.txt'")
  }

  @Test func commandsAreCompleted() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.type("%hi\t")
    try terminal.wait(forLine: "In [1]: %history")
  }

  @Test func completionRunsNoCodeOfTheCells() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    terminal.paste(
      "class Layer:\n    @property\n    def weights(self):\n        print('ran')\n        return []\n"
        + "    def __getattr__(self, name):\n        print('ran')\n        return 1\n\nlayer = Layer()\n")
    terminal.press(.enter)
    try terminal.waitForPrompt(2)
    terminal.type("layer.wei\t")
    try terminal.wait(forLine: "In [2]: layer.weights")
    terminal.type(".app\tlayer.none.\t\tx")
    try terminal.wait(forLine: "In [2]: layer.weights.applayer.none.x")
    #expect(!terminal.screen.allLines.contains("ran"))
  }
}
