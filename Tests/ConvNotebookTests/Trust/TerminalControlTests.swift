import ConvNotebook
import Foundation
import Testing

/// What cells, notebooks, files and their names say never controls the terminal: it cannot retitle the window, move the cursor
/// or type for the user.
@Suite(.serialized) struct TerminalControlTests {
  private static let title = "\u{1B}]0;HACK\u{07}"

  @Test(
    "colours pass, and what else would control a terminal can be read",
    arguments: [
      ("plain\ttext\n", "plain\ttext\n"), ("\u{1B}[31mred\u{1B}[0m", "\u{1B}[31mred\u{1B}[0m"),
      ("\u{1B}[38;5;1;4:3mx\u{1B}[m", "\u{1B}[38;5;1;4:3mx\u{1B}[m"), ("50 %\r100 %\n", "50 %\r100 %\n"),
      (title, "\\x1b]0;HACK\\x07"), ("\u{1B}[2J\u{1B}[H", "\\x1b[2J\\x1b[H"), ("\u{1B}[31", "\\x1b[31"),
      ("\u{1B}[?25l\u{1B}[>0m", "\\x1b[?25l\\x1b[>0m"), ("\u{1B}[6n\u{1B}Pq\u{1B}\\", "\\x1b[6n\\x1bPq\\x1b\\"),
      ("\u{9B}2J\u{9D}0;x\u{9C}", "\\x9b2J\\x9d0;x\\x9c"),
      ("a\u{08}\u{7F}\u{00}\u{05}\u{0E}", "a\\x08\\x7f\\x00\\x05\\x0e"),
      ("é Â ✓ \u{1F600}", "é Â ✓ \u{1F600}"),
    ])
  func filter(_ text: String, _ shown: String) { #expect(text.forTerminal == shown) }

  private static let code = """
    import sys
    T = chr(27) + ']0;HACK' + chr(7)
    print('out' + T + chr(155) + '2J' + chr(27) + '[2J')
    print('err' + T, file=sys.stderr)
    import warnings
    warnings.warn('warned' + T)
    import matplotlib.pyplot as plt
    plt.plot([1, 2], label=T)
    plt.title(T)
    plt.show()
    import h5py
    f = h5py.File('x.h5', 'w')
    f[T] = [1.0]
    f[T].attrs[T] = T
    print(f, list(f), f[T], dict(f[T].attrs))
    f.close()
    print(chr(27) + '[31mred' + chr(27) + '[0m')
    class A:
      def __repr__(self): return 'repr' + T
    from IPython.display import display
    display(A())
    raise ValueError('raised' + T)

    """

  private static let notebook =
    "---\ncnb: 1\ntitle: t\n---\n\n# Head \(title)\n\nProse \(title) `code \(title)`\n\n```python cell=a\n\(code)```\n\n"
    + "```output cell=a\nrecorded\(title)\n```\n"

  private func workspace() throws -> Workspace {
    try Workspace([
      "lesson.cnb": Self.notebook, "program.py": Self.code, "n\(Self.title).cnb": Self.notebook,
      "n\(Self.title).py": Self.code, "bad.cnb": "---\ncnb: 1\nbad\(Self.title): 3\n---\n```pyt\(Self.title)\n",
    ])
  }

  @Test(
    "no command passes them on",
    arguments: [
      ["run", "program.py"], ["run", "lesson.cnb"], ["run", "n\(title).py"], ["run", "n\(title).cnb"],
      ["run", "no\(title).cnb"],
      ["run", "bad.cnb"], ["show", "lesson.cnb"], ["show", "--plain", "lesson.cnb"], ["show", "n\(title).cnb"],
      ["show", "no\(title).cnb"], ["show", "bad.cnb"], ["replay", "lesson.cnb"],
      ["replay", "lesson.cnb", "n\(title).cnb", "bad.cnb"],
      ["convert", "no\(title).cnb", "x.ipynb"], ["convert", "lesson.cnb", "x.no\(title)"],
      ["grade", "no\(title)", "lesson.cnb"],
      ["assign", "no\(title).cnb"], ["show", "--no\(title)"], ["run", "program.py", "--graphics", "none"],
    ])
  func commands(_ arguments: [String]) throws {
    let workspace = try workspace()
    let terminal = try PseudoTerminal(
      arguments, columns: 200, environment: ["PAGER": "cat"], folder: workspace.url)
    _ = try terminal.waitForEnd()
    expectNoControls(terminal, arguments)
  }

  @Test(
    "neither does the prompt nor the notebook mode",
    arguments: [[], ["--plain"], ["lesson.cnb"], ["--plain", "lesson.cnb"], ["n\(title).cnb"]])
  func prompts(_ arguments: [String]) throws {
    let workspace = try workspace()
    let terminal = try PseudoTerminal(arguments, columns: 200, rows: 60, folder: workspace.url)
    if arguments.last?.hasSuffix(".cnb") ?? false {
      try terminal.wait { $0.cursorLine.hasPrefix("a [1/1]>") }
      terminal.type("\r")
      try terminal.wait(for: "raised\\x1b]0;HACK\\x07")
      terminal.type("q\r")
      try terminal.wait(for: "unsaved changes")
    } else {
      try terminal.waitForPrompt(1)
      terminal.type("T = chr(27) + ']0;HACK' + chr(7); print('out' + T); raise ValueError('raised' + T)\r")
      try terminal.wait(for: "raised\\x1b]0;HACK\\x07")
    }
    expectNoControls(terminal, arguments)
  }

  private func expectNoControls(_ terminal: PseudoTerminal, _ arguments: [String]) {
    let text = String(decoding: terminal.written, as: UTF8.self)
    #expect(!text.contains("\u{1B}]0;"), "\(arguments): \(text.visibleParts)")
    #expect(!text.contains("\u{1B}[2J") || text.contains("\u{1B}[?1049h"), "\(arguments): \(text.visibleParts)")
    #expect(!text.unicodeScalars.contains { $0 == "\u{07}" || (0x80..<0xA0).contains($0.value) }, "\(arguments)")
  }

  @Test func aPipeGetsWhatTheCellPrinted() throws {
    let workspace = try Workspace(["program.py": "print(chr(27) + ']0;x' + chr(7))\n"])
    #expect(try workspace.cnb("run", "program.py") == Outcome(0, output: "\u{1B}]0;x\u{07}\n"))
  }
}

extension String {
  fileprivate var visibleParts: String { replacingOccurrences(of: "\u{1B}", with: "^[") }
}
