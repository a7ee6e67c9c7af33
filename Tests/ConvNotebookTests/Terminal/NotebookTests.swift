import Foundation
import Testing

/// A notebook with three cells and prose between them.
let lessonFile = """
  ---
  cnb: 1
  title: Lesson
  ---

  # Values

  ```python cell=values
  x = 2
  print("x is", x)
  ```

  ```output cell=values
  x is 2
  ```

  More *prose*.

  ```python cell=double
  y = 2 * x
  y
  ```

  ```value cell=double
  5
  ```

  ```python cell=end
  print("sum", x + y)
  ```

  """

/// A notebook at a terminal, with what is typed and what has to be seen.
final class NotebookTerminal {
  let workspace: Workspace
  let terminal: PseudoTerminal

  init(
    _ text: String = lessonFile, name: String = "lesson.cnb", arguments: [String] = [], columns: Int = 80,
    rows: Int = 40, environment: [String: String] = [:], prompt: String = "values [1/3]>"
  ) throws {
    workspace = try Workspace([name: text])
    terminal = try PseudoTerminal(
      arguments + [name], columns: columns, rows: rows, environment: environment, folder: workspace.url)
    try terminal.wait(forLine: prompt)
  }

  /// Types and waits until the screen ends with these lines.
  func type(_ text: String, then lines: String...) throws {
    terminal.type(text)
    try terminal.wait("the lines \(lines)") { $0.lines.suffix(lines.count) == lines }
  }

  var lines: [String] { terminal.screen.lines }

  /// Without what stands in front of the line that is the same as this one.
  func lines(from first: String) -> [String] {
    Array(lines[(lines.lastIndex(of: first) ?? 0)...])
  }
}

@Suite(.serialized) struct NotebookTests {
  @Test func opensAtTheFirstCellAndShowsWhatIsRecorded() throws {
    let notebook = try NotebookTerminal()
    #expect(
      notebook.lines == [
        "Values", String(repeating: "═", count: 6), "",
        "── values · 1/3 · never run " + String(repeating: "─", count: 52), " 1  x = 2", " 2  print(\"x is\", x)",
        "    x is 2", "values [1/3]>",
      ])
  }

  @Test func enterRunsTheCellAndGoesOnToTheNext() throws {
    let notebook = try NotebookTerminal()
    try notebook.type("\r", then: "double [2/3]>")
    #expect(
      notebook.lines(from: "values [1/3]>") == [
        "values [1/3]>", "x is 2", "", "More prose.", "",
        "── double · 2/3 · never run " + String(repeating: "─", count: 52), " 1  y = 2 * x", " 2  y", "Out 5",
        "double [2/3]>",
      ])
    try notebook.type("\r", then: "end [3/3]>")
    try notebook.type("\r", then: "sum 6", "This is the end of the notebook.", "end [3/3]>")
  }

  /// Keys and words, and how the screen ends then.
  static let commands: [(String, [String])] = [
    ("j", ["values [1/3]> j", "More prose.", "prose>"]),
    (":next\r", ["values [1/3]> :next", "More prose.", "prose>"]),
    ("k", ["values [1/3]> k", "Values", "══════", "prose>"]),
    ("gg", ["values [1/3]> gg", "Values", "══════", "prose>"]),
    ("p\r", ["Values", "══════", "prose>"]),
    ("G", [" 1  print(\"sum\", x + y)", "end [3/3]>"]),
    ("Gj", ["end [3/3]> j", "this is the end of the notebook", "end [3/3]>"]),
    ("ggk", ["prose> k", "this is the start of the notebook", "prose>"]),
    ("goto end\r", [" 1  print(\"sum\", x + y)", "end [3/3]>"]),
    ("goto 2\r", [" 1  y = 2 * x", " 2  y", "Out 5", "double [2/3]>"]),
    ("goto en\r", [" 1  print(\"sum\", x + y)", "end [3/3]>"]),
    ("goto dobule\r", ["there is no cell 'dobule'; did you mean double?", "values [1/3]>"]),
    ("goto\r", ["'goto' needs CELL behind it: goto conv-forward", "values [1/3]>"]),
    ("find sum\r", ["found in code, line 1: print(\"sum\", x + y)", "end [3/3]>"]),
    ("/sum\r", ["found in code, line 1: print(\"sum\", x + y)", "end [3/3]>"]),
    ("/prose\r", ["More prose.", "found in prose: More *prose*.", "prose>"]),
    (
      "/is 2\r",
      ["found in output, line 1: x is 2 (from the start again)"]
        + ["values [1/3]>"]
    ),
    ("/nowhere\r", ["'nowhere' is not in this notebook", "values [1/3]>"]),
    ("run\r", ["values [1/3]> run", "x is 2", "values [1/3]>"]),
    ("run all\r", ["sum 6", "3 of 3 cells ran", "values [1/3]>"]),
    ("Grun to here\r", ["sum 6", "3 of 3 cells ran", "end [3/3]>"]),
    ("run from here\r", ["sum 6", "3 of 3 cells ran", "values [1/3]>"]),
    ("run stale\r", ["values [1/3]> run stale", "No cell is stale.", "values [1/3]>"]),
    ("00", ["values [1/3]> 00", "A new session starts with the next cell.", "values [1/3]>"]),
    ("restart and run all\r", ["sum 6", "3 of 3 cells ran", "values [1/3]>"]),
    ("restart and run to here\r", ["x is 2", "1 of 1 cell ran", "values [1/3]>"]),
    ("z", ["values [1/3]> z", "there is nothing to undo", "values [1/3]>"]),
    ("Z", ["values [1/3]> Z", "there is nothing to redo", "values [1/3]>"]),
    (":below z = 1\r", ["── values-2 · 2/4 · never run " + dashes(50), " 1  z = 1", "values-2 [2/4]>"]),
    (":above z = 1\r", ["── values-2 · 1/4 · never run " + dashes(50), " 1  z = 1", "values-2 [1/4]>"]),
    (":prose below Why?\r", ["Why?", "prose>"]),
    (":prose above Why?\r", ["Why?", "prose>"]),
    (
      "dd",
      [
        "values [1/3]> dd", "── double · 1/2 · never run " + dashes(52), " 1  y = 2 * x", " 2  y", "Out 5",
        "double [1/2]>",
      ]
    ),
    ("ddz", ["    x is 2", "took back: delete values", "values [1/3]>"]),
    ("ddzZ", ["made again: delete values", "double [1/2]>"]),
    ("J", ["    x is 2", "values [1/3]>"]),
    ("K", ["    x is 2", "values [1/3]>"]),
    ("split 2\r", [" 1  print(\"x is\", x)", "values [1/4]>"]),
    ("split 9\r", ["there is no place to split at line 9: the second part can begin at line 2 to 2", "values [1/3]>"]),
    ("split x\r", ["'x' is no line; the cell shows its numbers, as in 'split 4'", "values [1/3]>"]),
    ("goto double\rM", [" 4  print(\"sum\", x + y)", "Out 5", "double [2/2]>"]),
    ("M", ["prose and code cannot be merged; the next part has to be of the same kind", "values [1/3]>"]),
    (":clear\r", [" 2  print(\"x is\", x)", "values [1/3]>"]),
    (":clear all\r", [" 2  print(\"x is\", x)", "values [1/3]>"]),
    (" ", [" 2  print(\"x is\", x)", "    x is 2", "values [1/3]>"]),
    ("o\r", ["values [1/3]> o", "    x is 2", "values [1/3]>"]),
    ("v\r", ["No names yet: run a cell first.", "values [1/3]>"]),
    ("run all\rv\r", ["x  int  2", "y  int  4", "values [1/3]>"]),
    ("cells\r", ["1  values  never run  ◀", "2  double  never run", "3  end     never run", "values [1/3]>"]),
    ("run\rstale\r", ["No cell is stale.", "values [1/3]>"]),
    (":compare\r", ["cell values has not run in this session; run it first", "values [1/3]>"]),
    ("run\r:compare\r", ["cell values matches what the file has recorded", "values [1/3]>"]),
    (
      "goto 2\r:run to here\r:compare\r",
      [
        "cell double differs", "  value:", "  - 5", "  + 4", "    ^", "    5 is now 4: off by 1, relative 0.2",
        "double [2/3]>",
      ]
    ),
    ("run all\r:compare all\r", ["1 of 3 cells matches, 1 differs, 1 not recorded", "values [1/3]>"]),
    ("try 1 + 1\r", ["values [1/3]> try 1 + 1", "Out[1]: 2", "values [1/3]>"]),
    ("= 1 + 1\r", ["values [1/3]> = 1 + 1", "Out[1]: 2", "values [1/3]>"]),
    ("%who\r", ["Interactive namespace is empty.", "values [1/3]>"]),
    ("fold\r", ["cell values has not run in this session; run it first", "values [1/3]>"]),
    ("run\rfold\r", ["cell values showed no value; 'fold' is about the value of a last line", "values [1/3]>"]),
    ("s\r", ["values [1/3]> s", "saved lesson.cnb", "values [1/3]>"]),
    (":set width 20\r", ["    x is 2", "values [1/3]>"]),
    (
      ":set width 4\r",
      ["a width is a number from 12 on, or auto", "values [1/3]>"]
    ),
    ("rnu all\r", ["there is no command 'rnu all'; did you mean 'run all'?", "values [1/3]>"]),
    ("xyzzy\r", ["there is no command 'xyzzy'; '?' lists the commands; 'try xyzzy' runs code", "values [1/3]>"]),
    (":reload\r", ["    x is 2", "read lesson.cnb again", "values [1/3]>"]),
  ]

  static func dashes(_ count: Int) -> String { String(repeating: "─", count: count) }

  @Test(arguments: commands) func commandsShowWhatTheyDid(_ keys: String, _ lines: [String]) throws {
    let notebook = try NotebookTerminal()
    notebook.terminal.type(keys)
    try notebook.terminal.wait("the lines \(lines)") { $0.lines.suffix(lines.count) == lines }
  }
}
