import Cells
import Testing

private let lesson = """
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

  More prose.

  ```python cell=double
  y = 2 * x
  y
  ```

  ```value cell=double
  5
  ```

  # End

  ```python cell=end
  print("sum", x + y)
  ```

  """

private func open(_ text: String = lesson) throws -> OpenNotebook {
  try OpenNotebook(Array(text.utf8), format: .cnb, file: "lesson.cnb") { _ in Session() }
}

extension OpenNotebook {
  fileprivate var text: String { notebook.text }
  fileprivate var states: [String] { freshness.cells.map { "\($0.id): \($0.freshness.text)" } }
}

extension FoundText {
  fileprivate var summary: String { "\(part) \(kind) \(line) \(text) \(isWrapped)" }
}

/// The message of the error that the body throws.
private func failure(_ body: () throws -> Void) -> String {
  do {
    try body()
    return "no error"
  } catch let error as SteppingError {
    return error.message
  } catch {
    return "another error"
  }
}

@Suite("Stepping through a notebook")
struct OpenNotebookTests {
  private let quiet = RunObserver()

  @Test("opening changes nothing")
  func opening() throws {
    let notebook = try open()
    #expect(!notebook.isModified)
    #expect(try notebook.bytes() == Array(lesson.utf8))
    #expect(notebook.states == ["values: never run", "double: never run", "end: never run"])
    #expect(notebook.currentSession == nil)
    #expect(notebook.variables == [])
  }

  @Test("run and advance passes over prose, runs cells, and stays at the end")
  func advance() throws {
    let notebook = try open()
    var places: [Int] = []
    var names: [String?] = []
    for _ in 0..<7 {
      let (run, _) = try notebook.runAndAdvance(quiet)
      names.append(run?.id)
      places.append(notebook.position)
    }
    #expect(names == [nil, "values", nil, "double", nil, "end", "end"])
    #expect(places == [1, 2, 3, 4, 5, 5, 5])
    #expect(try !notebook.runAndAdvance(quiet).hasAdvanced)
    #expect(notebook.states == ["values: fresh", "double: fresh", "end: fresh"])
  }

  @Test("outputs are recorded as cells end, and only what differs changes the file")
  func recording() throws {
    let notebook = try open()
    var changes: [String] = []
    notebook.onChange = { changes.append($0.lastChange) }
    let report = try notebook.runAll(quiet)
    #expect(report.runs.map(\.id) == ["values", "double", "end"])
    #expect(report.stop == nil)
    #expect(changes == ["run values", "run double", "run end"])
    #expect(notebook.isModified)
    #expect(
      notebook.text == lesson.replacing("\n5\n", with: "\n4\n") + "\n```output cell=end\nsum 6\n```\n")
    notebook.wasSaved(try notebook.bytes(), as: .cnb, file: "lesson.cnb")
    #expect(!notebook.isModified)
    #expect(notebook.variables.map { "\($0.name) \($0.type) \($0.summary)" } == ["x int 2", "y int 4"])
  }

  @Test("a run of several cells stops at the first that fails, and the place is there")
  func failing() throws {
    let notebook = try open(lesson.replacing("y = 2 * x", with: "y = 2 * z"))
    let report = try notebook.runAll(quiet)
    #expect(report.runs.map(\.id) == ["values", "double"])
    #expect(report.count == 3)
    #expect(report.stop?.id == "double")
    #expect(notebook.part?.cell?.id == "double")
    #expect(notebook.states.last == "end: never run")
    #expect(notebook.text.contains("NameError: name 'z' is not defined"))
    #expect(try !notebook.runAndAdvance(quiet).hasAdvanced)
  }

  @Test("an error that the cell announces stops nothing")
  func expectedErrors() throws {
    let notebook = try open(
      lesson.replacing("cell=double", with: "cell=double error=NameError").replacing("2 * x", with: "z")
        .replacing("x + y", with: "x"))
    #expect(try notebook.runAll(quiet).runs.count == 3)
  }

  @Test("an interruption stops the run and records nothing of the cell")
  func interruption() throws {
    let interrupt = InterruptRequest()
    var options = SessionOptions()
    options.interrupt = interrupt
    let text = lesson.replacing("y = 2 * x", with: "print('on')\nwhile True: pass")
    let notebook = try OpenNotebook(Array(text.utf8), format: .cnb, file: "a.cnb") { [options] _ in
      Session(options: options)
    }
    let observer = RunObserver(output: { _, output in if case .stdout = output { interrupt.request() } })
    let report = try notebook.runAll(observer)
    #expect(report.stop?.result.ending == .interrupted)
    #expect(report.runs.count == 2)
    #expect(notebook.text == text)
    #expect(notebook.states[1] == "double: stale: it was interrupted")
    #expect(notebook.variables.map(\.name) == ["x"])
  }

  @Test("run to here and from here count the current cell")
  func ranges() throws {
    let notebook = try open()
    try notebook.go(to: "double")
    #expect(try notebook.runToHere(quiet).runs.map(\.id) == ["values", "double"])
    #expect(try notebook.runFromHere(quiet).runs.map(\.id) == ["double", "end"])
    notebook.first()
    #expect(failure { _ = try notebook.runToHere(quiet) } == "the notebook has no cells; 'b' adds one")
    #expect(failure { _ = try notebook.runCurrent(quiet) } == "this is prose; the command is about cells of code")
    #expect(try notebook.runFromHere(quiet).runs.count == 3)
  }

  @Test("restarting forgets values and runs, and keeps what is recorded")
  func restarting() throws {
    let notebook = try open()
    _ = try notebook.runAll(quiet)
    let text = notebook.text
    notebook.restart()
    #expect(notebook.states == ["values: never run", "double: never run", "end: never run"])
    #expect(notebook.text == text)
    #expect(notebook.variables == [])
    try notebook.go(to: "double")
    #expect(try notebook.runCurrent(quiet).result.raisedError?.className == "NameError")
  }

  @Test("an edit makes the cell and its readers stale until they run; undo makes them fresh")
  func stale() throws {
    let notebook = try open()
    _ = try notebook.runAll(quiet)
    try notebook.go(to: "values")
    try notebook.setText("x = 3\nprint(\"x is\", x)")
    let stale = [
      "values: stale: its code changed", "double: stale: cell values (x) changed",
      "end: stale: cell values (x) changed; cell double (y) is stale",
    ]
    #expect(notebook.states == stale)
    #expect(try notebook.undo() == "edit values")
    #expect(notebook.states == ["values: fresh", "double: fresh", "end: fresh"])
    #expect(try notebook.redo() == "edit values")
    #expect(notebook.states == stale)
    #expect(notebook.freshness.stale == ["values", "double", "end"])
    #expect(try notebook.runStale(quiet).runs.map(\.id) == ["values", "double", "end"])
    #expect(notebook.freshness.stale == [])
    #expect(notebook.text.contains("sum 9"))
  }

  @Test("undo takes back edits and no runs: outputs stay where the code is still the one that ran")
  func undoAfterRuns() throws {
    let notebook = try open()
    try notebook.go(to: "values")
    try notebook.setText("x = 7")
    _ = try notebook.runAll(quiet)
    try notebook.undo()
    #expect(notebook.text.contains("x = 2"))
    #expect(notebook.text.contains("x is 2"))
    #expect(notebook.text.contains("```value cell=double\n14\n```"))
    try notebook.redo()
    #expect(!notebook.text.contains("x is 2"))
    #expect(notebook.text.contains("x = 7"))
  }

  @Test("edits keep the place and can be taken back one by one")
  func edits() throws {
    let notebook = try open()
    try notebook.go(to: "double")
    #expect(try notebook.insertCell("z = 1", .below) == "values-2")
    #expect(notebook.part?.cell?.code == "z = 1\n")
    try notebook.move(.below)
    try notebook.move(.above)
    try notebook.insertProse("Why?", .above)
    #expect(notebook.part?.text == "Why?")
    try notebook.delete()
    try notebook.go(to: "double")
    try notebook.split(atLine: 2)
    try notebook.merge()
    #expect(notebook.part?.cell?.code == "y = 2 * x\n\ny\n")
    try notebook.clearOutput()
    try notebook.clearAllOutputs()
    #expect(!notebook.text.contains("```output"))
    var names: [String] = []
    while let name = try? notebook.undo() { names.append(name) }
    #expect(
      names == [
        "clear all", "clear double", "merge double", "split double", "delete prose", "new prose", "move values-2",
        "move values-2", "new cell",
      ])
    #expect(notebook.text == lesson)
    #expect(!notebook.isModified)
    #expect(failure { try notebook.undo() } == "there is nothing to undo")
    for _ in names { try notebook.redo() }
    #expect(failure { try notebook.redo() } == "there is nothing to redo")
    #expect(!notebook.text.contains("```output"))
  }

  @Test("cells are found by id, by number, by the start of the id; the nearest are named")
  func going() throws {
    let notebook = try open()
    try notebook.go(to: "2")
    #expect(notebook.part?.cell?.id == "double")
    try notebook.go(to: "e")
    #expect(notebook.part?.cell?.id == "end")
    #expect(failure { try notebook.go(to: "dubble") } == "there is no cell 'dubble'; did you mean double?")
    #expect(failure { try notebook.go(to: "alu") } == "there is no cell 'alu'; did you mean values?")
    #expect(failure { try notebook.go(to: "zzz") } == "there is no cell 'zzz'; 'cells' lists them")
    #expect(failure { try notebook.go(to: "4") } == "there is no cell 4; they are numbered 1 to 3")
    try notebook.go(to: "end")
    #expect(failure { try notebook.next() } == "this is the end of the notebook")
    notebook.first()
    #expect(failure { try notebook.previous() } == "this is the start of the notebook")
    try notebook.insertCell("1", .below)
    #expect(failure { try notebook.go(to: "v") } == "several cells begin with 'v': values-2, values")
  }

  @Test("text is found in code, prose and outputs, round the end")
  func finding() throws {
    let notebook = try open()
    var found = try notebook.find("x")
    #expect(found.summary == "1 code 1 x = 2 false")
    found = try notebook.find("is 2")
    #expect(found.summary == "1 output 1 x is 2 true")
    found = try notebook.find("values")
    #expect(found.summary == "0 prose 1 # Values true")
    #expect(try notebook.find("x", backwards: true).part == 5)
    #expect(failure { _ = try notebook.find("VALUES") } == "'VALUES' is not in this notebook")
    _ = try notebook.runAll(quiet)
    #expect(try notebook.find("sum 6").kind == .output)
  }

  @Test("runs are held against what the file had recorded")
  func comparing() throws {
    let notebook = try open()
    #expect(failure { _ = try notebook.compareAll() } == "no cell has run in this session; run some first")
    #expect(
      failure { _ = try notebook.compare("end") } == "cell end has not run in this session; run it first")
    _ = try notebook.runAll(quiet)
    #expect(try notebook.compare("values").status == .matches)
    #expect(try notebook.compare("end").status == .unrecorded)
    let lines = try notebook.compare("double").lines(isColoured: false)
    #expect(lines.first == "cell double differs")
    #expect(lines.contains { $0.hasSuffix("- 5") } && lines.contains { $0.hasSuffix("+ 4") })
    #expect(try notebook.compareAll().summary == "1 of 3 cells matches, 1 differs, 1 not recorded")
    notebook.wasSaved(try notebook.bytes(), as: .cnb, file: "lesson.cnb")
    #expect(try notebook.compareAll().summary == "all 3 cells match")
  }

  @Test("code at the prompt sees the session's values and is named where it changes them")
  func evaluating() throws {
    let notebook = try open()
    _ = try notebook.runAll(quiet)
    #expect(notebook.evaluate("x + 40", onOutput: { _ in }).outputs == [.value("42")])
    _ = notebook.evaluate("x = 9", onOutput: { _ in })
    #expect(notebook.freshness.stale == [])
    try notebook.go(to: "double")
    _ = try notebook.runCurrent(quiet)
    #expect(notebook.states[1] == "double: stale: x was set at the prompt")
    #expect(!notebook.text.contains("x = 9"))
  }

  @Test("an empty notebook takes a first cell")
  func empty() throws {
    let notebook = try OpenNotebook(OpenNotebook.emptyFile, format: .cnb, file: "new.cnb") { _ in Session() }
    #expect(notebook.part == nil)
    #expect(failure { _ = try notebook.runAndAdvance(quiet) } == "the notebook has no cells; 'b' adds one")
    #expect(failure { try notebook.delete() } == "the notebook has no cells; 'b' adds one")
    #expect(failure { _ = try notebook.find("x") } == "'x' is not in this notebook")
    #expect(try notebook.insertCell("1 + 1", .below) == "cell")
    _ = try notebook.runAndAdvance(quiet)
    #expect(notebook.text.hasSuffix("---\n\n```python cell=cell\n1 + 1\n```\n\n```value cell=cell\n2\n```\n"))
    try notebook.undo()
    #expect(notebook.part == nil)
  }

  @Test("the text of a journal takes the place of the file's, and can be undone")
  func replacing() throws {
    let notebook = try open()
    try notebook.replace(with: Array(lesson.replacing("x = 2", with: "x = 1").utf8), format: .cnb, name: "recover")
    #expect(notebook.isModified)
    #expect(notebook.cells[0].code.hasPrefix("x = 1"))
    #expect(try notebook.undo() == "recover")
    #expect(!notebook.isModified)
  }
}

@Suite("Stepping through Jupyter notebooks")
struct OpenJupyterNotebookTests {
  private let bytes = jupyterBytes(cells: [
    textCell("markdown", "# Title", id: "m"), textCell("markdown", "Second", id: "n"),
    codeCell("print(1)", id: "a", count: 7, outputs: [stream("stdout", "1\n")]),
    codeCell("import sys\nsys.stderr.write('w')\n2", id: "b", count: nil, outputs: []),
  ])

  private func open() throws -> OpenNotebook {
    try OpenNotebook(bytes, format: .ipynb, file: "a.ipynb") { _ in Session() }
  }

  @Test("what is not changed keeps its bytes")
  func unchanged() throws {
    let notebook = try open()
    #expect(try notebook.bytes() == bytes)
    #expect(!notebook.isModified)
    #expect(notebook.parts.count == 4)
  }

  @Test("runs are saved as Jupyter saves them: with execution counts and standard error")
  func running() throws {
    let notebook = try open()
    _ = try notebook.runAll(RunObserver())
    let saved = try JupyterNotebook(notebook.bytes())
    #expect(saved.executionCount(of: "a") == 1)
    #expect(saved.executionCount(of: "b") == 2)
    #expect(saved.outputValues(of: "b").map { $0["output_type"]?.string } == ["stream", "execute_result"])
    #expect(saved.cells.map(\.id) == ["a", "b"])
  }

  @Test("Markdown cells stay cells of their own when what parted them goes")
  func prose() throws {
    let notebook = try open()
    try notebook.go(to: "a")
    try notebook.move(.above)
    try notebook.delete()
    let saved = try JupyterNotebook(notebook.bytes())
    #expect(saved.parts.map(\.text) == ["# Title", "Second", "import sys\nsys.stderr.write('w')\n2"])
  }

  @Test("a notebook of nbformat 3 is saved under another name only")
  func oldVersions() throws {
    let old = """
      {"metadata": {}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": [
      {"cell_type": "code", "collapsed": false, "input": ["x = 1"], "language": "python", "metadata": {}, "outputs": []}
      ]}]}
      """
    let notebook = try OpenNotebook(Array(old.utf8), format: .ipynb, file: "old.ipynb") { _ in Session() }
    #expect(
      failure { _ = try notebook.bytes() }
        == "nbformat 3 is read but not written; save the notebook under another name, as nbformat 4.5 or .cnb")
    let bytes = try notebook.bytes(as: .ipynb)
    #expect(try JupyterNotebook(bytes).readOnlyVersion == nil)
    notebook.wasSaved(bytes, as: .ipynb, file: "new.ipynb")
    #expect(try notebook.bytes() == bytes)
    #expect(try Notebook(notebook.bytes(as: .cnb)).cells.count == 1)
  }
}
