import ConvNotebook
import Drawing
import Foundation
import Testing

/// Figures on terminals and in files, through the real program.
@Suite(.serialized) struct GraphicsTests {
  private static let plot = """
    import numpy as np
    import matplotlib.pyplot as plt
    plt.figure(figsize=(4, 3))
    plt.imshow(np.array([[[255, 0, 0], [0, 0, 255]]], dtype=np.uint8)); plt.title('Two'); plt.xlabel('columns')
    plt.show()
    """

  private static let head = "---\ncnb: 1\n---\n\n"

  @Test func pipesGetWords() throws {
    let workspace = try Workspace([
      "a.cnb": "\(Self.head)```python cell=a\nplt.plot([1, 2]); plt.title('Cost')\nplt.show()\n```\n"
    ])
    #expect(
      try workspace.cnb("run", "a.cnb")
        == Outcome(
          0, output: "<Figure size 640x480 with 1 Axes> axes 1: title \"Cost\"; line of 2 points, 1 to 2\n"))
    #expect(try workspace.cnb("run", "a.cnb", "--graphics=none") == workspace.cnb("run", "a.cnb"))
  }

  @Test func kittyGetsThePNG() throws {
    let workspace = try Workspace(["a.py": Self.plot])
    let outcome = try workspace.cnb("run", "a.py", "--graphics=kitty")
    let pictures = GraphicsOutput.kitty(outcome.output)
    #expect(pictures.count == 1 && pictures[0].keys.hasPrefix("a=T,f=100,q=2"))
    #expect(GraphicsOutput.size(ofPNG: pictures[0].file) == [400, 300])
  }

  @Test func iTermGetsThePNG() throws {
    let workspace = try Workspace(["a.py": Self.plot])
    let file = try #require(GraphicsOutput.iTerm(try workspace.cnb("run", "a.py", "--graphics=iterm").output))
    #expect(GraphicsOutput.size(ofPNG: file) == [400, 300])
  }

  @Test func sixelsAreThePixels() throws {
    let workspace = try Workspace(["a.py": Self.plot])
    let pixels = try #require(GraphicsOutput.sixel(try workspace.cnb("run", "a.py", "--graphics=sixel").output))
    #expect(pixels.count >= 300 && pixels[10].count == 400)
    func isNear(_ pixel: SIMD3<UInt8>, _ colour: SIMD3<UInt8>) -> Bool {
      (0..<3).allSatisfy { abs(Int(pixel[$0]) - Int(colour[$0])) < 12 }
    }
    #expect(isNear(pixels[150][120], SIMD3(255, 0, 0)))
    #expect(isNear(pixels[150][280], SIMD3(0, 0, 255)))
    #expect(isNear(pixels[5][5], SIMD3(255, 255, 255)))
  }

  @Test func symbolsHaveTheirTextsAsText() throws {
    let workspace = try Workspace(["a.py": Self.plot])
    func symbols(noColour: String) throws -> String {
      try RunningProcess(
        ["run", "a.py", "--graphics=symbols"], folder: workspace.url, variables: ["NO_COLOR": noColour]
      ).outcome().output
    }
    let output = try symbols(noColour: "")
    let plain = output.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "")
    #expect(plain.contains("Two") && plain.contains("columns"))
    #expect(plain.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 80 })
    #expect(output.contains("\u{1B}["))
    let colourless = try symbols(noColour: "1")
    #expect(colourless.contains("Two") && !colourless.contains("\u{1B}"))
  }

  @Test func tmuxHandsOn() throws {
    let workspace = try Workspace(["a.py": Self.plot])
    let process = try RunningProcess(
      ["run", "a.py", "--graphics=kitty"], folder: workspace.url, variables: ["TMUX": "/tmp/tmux,1,0"])
    let output = try process.outcome().output
    #expect(output.hasPrefix("\u{1B}Ptmux;\u{1B}\u{1B}_Ga=T,U=1,"))
    // A row of places for each row of characters.
    #expect(output.split(separator: "\n").count { $0.contains("\u{10EEEE}") } == 19)
  }

  @Test func savedFiguresAreFilesBesideTheNotebook() throws {
    let workspace = try Workspace([
      "a.py": """
      import matplotlib.pyplot as plt
      import numpy as np
      plt.plot([1, 2])
      plt.savefig('a.png', dpi=50)
      plt.savefig('b.svg'); plt.savefig('c', bbox_inches='tight'); plt.savefig('d.pdf')
      plt.imsave('e.png', np.arange(6).reshape(2, 3), cmap='gray')
      for path in ['../a.png', 'no/a.png', 'a.jpg', 'a.xyz', '/etc/a.png']:
          try:
              plt.savefig(path)
          except Exception as error:
              print(type(error).__name__, error)
      """
    ])
    let outcome = try workspace.cnb("run", "a.py")
    #expect(
      outcome
        == Outcome(
          0,
          output: """
            PermissionError [Errno 13] cells may write in '.' and below only: '../a.png'
            FileNotFoundError [Errno 2] No such file or directory: 'no/a.png'
            NotImplementedError savefig does not write .jpg files: use .png, .svg or .pdf
            ValueError Format 'xyz' is not supported (supported formats: eps, jpeg, jpg, pdf, pgf, png, ps, raw, rgba, svg, svgz, tif, tiff, webp)
            PermissionError [Errno 13] cells may write in '.' and below only: '/etc/a.png'

            """))
    #expect(workspace.names == ["a.png", "a.py", "b.svg", "c.png", "d.pdf", "e.png"])
    func data(_ name: String) throws -> Data { try Data(contentsOf: workspace.url.appendingPathComponent(name)) }
    #expect(GraphicsOutput.size(ofPNG: try data("a.png")) == [320, 240])
    #expect(GraphicsOutput.size(ofPNG: try data("c.png")) == [640, 480])
    #expect(GraphicsOutput.size(ofPNG: try data("e.png")) == [3, 2])
    #expect(try data("d.pdf").starts(with: Array("%PDF".utf8)))
  }

  @Test func replaysWriteNoFiles() throws {
    let workspace = try Workspace([
      "a.cnb": "\(Self.head)```python cell=a\nplt.plot([1, 2]); plt.savefig('a.png'); plt.close()\n```\n"
    ])
    #expect(try workspace.cnb("replay", "a.cnb").status == 0)
    #expect(workspace.names == ["a.cnb"])
  }

  @Test("exports hold the picture", arguments: ["ipynb", "html", "md"])
  func exports(ending: String) throws {
    let workspace = try Workspace(["a.cnb": "\(Self.head)# T\n\n```python cell=a\nplt.plot([1, 2]); plt.show()\n```\n"])
    #expect(try workspace.cnb("run", "a.cnb", "--output", "b.\(ending)").status == 0)
    let text = try workspace.read("b.\(ending)")
    switch ending {
    case "ipynb":
      #expect(text.contains("\"image/png\": \"iVBORw0KGgo") && text.contains("<Figure size 640x480 with 1 Axes>"))
      let shown = try workspace.cnb("show", "b.ipynb", "--graphics=kitty").output
      #expect(GraphicsOutput.kitty(shown).compactMap { GraphicsOutput.size(ofPNG: $0.file) } == [[640, 480]])
      #expect(shown.contains("[picture: png"))
      // And from there into a page, as a picture.
      #expect(try workspace.cnb("convert", "b.ipynb", "c.html").status == 0)
      #expect(try workspace.read("c.html").contains("src=\"data:image/png;base64,iVBORw0KGgo"))
      #expect(try workspace.cnb("convert", "b.ipynb", "c.cnb").status == 0)
      #expect(try workspace.cnb("replay", "c.cnb").status == 0)
    case "html": #expect(text.contains("src=\"data:image/png;base64,iVBORw0KGgo"))
    default:
      #expect(workspace.names.contains("b_files"))
    }
  }
}

@Suite struct TerminalAnswerTests {
  @Test(
    "answers are told from what is typed",
    arguments: [
      ("\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;4c", "", "kitty sixel"), ("ab\u{1B}[?62;22cc", "abc", ""),
      (
        "\u{1B}P>|iTerm2 3.5.0\u{1B}\\\u{1B}]1337;ReportCellSize=17.0;8.0;2.0\u{1B}\\\u{1B}[?65;4;6c", "",
        "sixel iterm 16x34"
      ),
      ("\u{1B}[6;20;10t\u{1B}[?1;2c", "", "10x20"), ("\u{1B}[A\u{1B}[5~x", "\u{1B}[A\u{1B}[5~x", "none"),
      ("\u{1B}_Gi=31;ENOTSUPPORTED:no\u{1B}\\\u{1B}[?64;1;4c", "", "sixel"), ("\u{1B}[?62;4", "\u{1B}[?62;4", "none"),
      ("x\u{1B}", "x\u{1B}", "none"), ("é\u{1B}P>|WezTerm 2024\u{1B}\\\u{1B}[?65;14c", "é", "iterm"),
    ])
  func answers(bytes: String, typed: String, found: String) {
    var rest = Array(bytes.utf8)
    var answers = TerminalAnswers()
    answers.take(from: &rest)
    #expect(String(decoding: rest, as: UTF8.self) == typed)
    var words: [String] = []
    if answers.hasKitty { words.append("kitty") }
    if answers.hasSixel { words.append("sixel") }
    if answers.hasITerm { words.append("iterm") }
    if let cell = answers.cell { words.append("\(cell.width)x\(cell.height)") }
    #expect(words.joined(separator: " ") == (found == "none" ? "" : found))
    #expect(answers.isComplete == (found != "none"))
  }
}

/// At a terminal that answers, late or not at all.
@Suite(.serialized) struct GraphicsTerminalTests {
  private static let cell = "plt.figure(figsize=(2, 1)); plt.plot([1, 2]); plt.title('T'); plt.show()"

  @Test func theTerminalsAnswerDecides() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    terminal.answers = [("\u{1B}[c", "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;4c")]
    try terminal.waitForPrompt(1)
    try terminal.run(Self.cell, then: 2)
    let picture = terminal.screen.controlStrings.filter { $0.hasPrefix("_Ga=T") }
    #expect(picture.count == 1)
    // The answer is no typed text.
    #expect(terminal.screen.cursorLine == "In [2]:")
  }

  @Test func keysTypedMeanwhileAreNotLost() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    terminal.answers = [("\u{1B}[c", "1 + \u{1B}[?62;4c41\r")]
    try terminal.waitForPrompt(1)
    terminal.type(Self.cell + "\r")
    try terminal.wait(for: "Out[2]: 42")
    #expect(terminal.screen.controlStrings.contains { $0.hasPrefix("P") && $0.contains("q") })
  }

  @Test func silenceMeansCharactersAndLateAnswersAreDropped() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run(Self.cell, then: 2)
    #expect(terminal.screen.text.contains("T"))
    #expect(terminal.screen.controlStrings.allSatisfy { !$0.hasPrefix("_Ga=T") })
    terminal.type("\u{1B}_Gi=31;OK\u{1B}\\\u{1B}P>|kitty(0.35)\u{1B}\\\u{1B}[6;20;10t\u{1B}[?62;4c")
    try terminal.run("1 + 1", then: 3)
    #expect(terminal.screen.lines.contains("Out[2]: 2"))
  }

  @Test("a script's figures are shown in a pipe only where a form is asked for", arguments: [[], ["--graphics=none"]])
  func scripts(arguments: [String]) throws {
    let workspace = try Workspace(["figure.py": "import matplotlib.pyplot as plt\n" + Self.cell + "\n"])
    let outcome = try workspace.start(["run"] + arguments + ["figure.py"]).outcome()
    let words = "<Figure size 200x100 with 1 Axes> axes 1: title \"T\""
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(words) == !arguments.isEmpty)
  }

  @Test func plainTerminalsAreNotAsked() throws {
    let workspace = try Workspace()
    let terminal = try PseudoTerminal(["--plain"], folder: workspace.url)
    try terminal.waitForPrompt(1)
    try terminal.run(Self.cell, then: 2)
    #expect(terminal.screen.controlStrings.isEmpty)
    #expect(terminal.screen.text.contains("<Figure size 200x100 with 1 Axes> axes 1: title \"T\""))
  }
}
