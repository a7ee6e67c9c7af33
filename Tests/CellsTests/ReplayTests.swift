import Cells
import Testing

@Suite("Replaying a notebook")
struct ReplayTests {
  /// A notebook of one-line cells: `("a", "compare=close", "x", [recorded])`.
  private func notebook(_ cells: [(id: String, keys: String, code: String, recorded: [RecordedOutput])]) throws
    -> Notebook
  {
    let body = cells.map { "```python cell=\($0.id) \($0.keys)\n\($0.code)\n```\n" }.joined()
    var notebook = try CellsTests.notebook(body)
    for cell in cells { notebook.record(cell.recorded, for: cell.id) }
    return try Notebook(notebook.source)
  }

  private func status(
    _ keys: String, recorded: [RecordedOutput], _ result: CellResult,
    settings: ComparisonSettings = ComparisonSettings()
  ) throws -> CellStatus {
    let notebook = try notebook([("a", keys, "x", recorded)])
    return try Replay(notebook, file: "a.cnb", settings: settings).run(with: ScriptedRunner(["x\n": result])).cells[0]
      .status
  }

  private let one = [RecordedOutput(.output, "1\n")]

  @Test("a cell matches, differs, or has nothing recorded")
  func statuses() throws {
    #expect(try status("", recorded: one, .printing("1\n")) == .matches)
    #expect(
      try status("", recorded: one, .printing("2\n"))
        == .differs([OutputDifference(kind: .output, recorded: "1\n", actual: "2\n")]))
    #expect(
      try status("", recorded: one, .printing(""))
        == .differs([OutputDifference(kind: .output, recorded: "1\n", actual: nil)]))
    #expect(try status("", recorded: [], .printing("")) == .matches)
    #expect(try status("", recorded: [], .printing("1\n")) == .unrecorded)
    #expect(try status("compare=ignore", recorded: [], .printing("1\n")) == .matches)
  }

  @Test("an error fails the cell unless an error is recorded or expected")
  func errors() throws {
    let raising = CellResult.raising("ValueError", "x")
    func isFailure(_ status: CellStatus) -> Bool { if case .failed = status { true } else { false } }
    #expect(isFailure(try status("", recorded: one, raising)))
    #expect(isFailure(try status("compare=ignore", recorded: one, raising)))
    #expect(try status("", recorded: [RecordedOutput(.error, "ValueError: x")], raising) == .matches)
    #expect(
      try status("", recorded: [RecordedOutput(.error, "  File \"other\", line 9\nValueError: x")], raising) == .matches
    )
    #expect(
      try status("", recorded: [RecordedOutput(.error, "ValueError: y")], raising)
        == .differs([OutputDifference(kind: .error, recorded: "ValueError: y", actual: "ValueError: x")]))
    #expect(
      try status("", recorded: [RecordedOutput(.error, "ValueError: x")], .printing(""))
        == .differs([OutputDifference(kind: .error, recorded: "ValueError: x", actual: nil)]))
    #expect(try status("error=ValueError", recorded: one, raising) == .matches)
    #expect(try status("compare=error=ValueError", recorded: [], raising) == .matches)
    #expect(
      try status("error=KeyError", recorded: [], raising)
        == .differs([OutputDifference(kind: .error, recorded: "KeyError", actual: "ValueError: x")]))
    #expect(
      try status("error=KeyError", recorded: one, .printing("1\n"))
        == .differs([OutputDifference(kind: .error, recorded: "KeyError", actual: nil)]))
  }

  @Test("a cell's settings come before the command line's, those before the front matter's")
  func settings() throws {
    var commandLine = ComparisonSettings()
    commandLine.mode = .close
    let notebook = try CellsTests.notebook(
      "```python cell=a compare=shape\n```\n```python cell=b rtol=0.5\n```\n", frontMatter: "compare: regex\natol: 2\n")
    let cells = notebook.cells
    let replay = Replay(notebook, file: "a.cnb", settings: commandLine)
    #expect(replay.comparison(for: cells[0]).mode == .shape)
    #expect(replay.comparison(for: cells[1]).mode == .close)
    #expect(replay.comparison(for: cells[1]).relativeTolerance == 0.5)
    #expect(replay.comparison(for: cells[1]).absoluteTolerance == 2)
    #expect(Replay(notebook, file: "a.cnb").comparison(for: cells[1]).mode == .regex)
  }

  @Test("after a failed cell the others run; after a limit or an interruption they do not")
  func stopping() throws {
    let cells = [("a", "", "x", [RecordedOutput]()), ("b", "", "y", []), ("c", "", "z", [])]
    for (result, codes, outcome) in [
      (CellResult.raising("E", ""), ["x\n", "y\n", "z\n"], ReplayOutcome.failed),
      (.stopped(.limit(.time(.seconds(1)))), ["x\n"], .limit), (.stopped(.interrupted), ["x\n"], .interrupted),
    ] {
      let runner = ScriptedRunner(["x\n": result])
      let report = try Replay(try notebook(cells), file: "a.cnb").run(with: runner)
      #expect(runner.codes == codes)
      #expect(report.outcome() == outcome)
      #expect(report.cells[2].status == (codes.count == 3 ? .matches : .notRun))
    }
  }

  @Test("the worst outcome counts")
  func outcomes() throws {
    let report = try Replay(try notebook([("a", "", "x", one)]), file: "a.cnb").run(with: ScriptedRunner([:]))
    let differing = ReplayedFile(file: "a", result: .replayed(report))
    let unreadable = ReplayedFile(file: "b", result: .unreadable("no"))
    #expect(ReplayedFile.outcome(of: [differing]) == .differs)
    #expect(ReplayedFile.outcome(of: [unreadable, differing]) == .unreadable)
    #expect(ReplayedFile.outcome(of: []) == .matches)
    #expect(
      [ReplayOutcome.matches, .differs, .failed, .limit, .unreadable, .interrupted].map(\.rawValue) == [
        0, 1, 2, 3, 4, 130,
      ])
  }

  @Test("a bad pattern is an error with its line, before anything runs")
  func badPattern() throws {
    let runner = ScriptedRunner([:])
    let notebook = try notebook([("a", "compare=regex", "x", [RecordedOutput(.output, "(\n")])])
    let error = #expect(throws: NotebookError.self) { try Replay(notebook, file: "a.cnb").run(with: runner) }
    #expect(error?.line == 8)
    #expect(
      error?.message(file: "a.cnb").hasPrefix("a.cnb: line 8: the recorded output is no regular expression: ") == true)
    #expect(runner.codes.isEmpty)
  }

  @Test("an update rewrites what differs or is missing, not patterns, failures or what matches")
  func update() throws {
    let before = try notebook([
      ("same", "compare=close", "1", [RecordedOutput(.output, "1.0\n")]), ("new", "", "2", []),
      ("changed", "", "3", [RecordedOutput(.output, "0\n")]),
      ("pattern", "compare=regex", "4", [RecordedOutput(.output, "\\d\n")]),
      ("failed", "", "5", [RecordedOutput(.output, "5\n")]),
      ("silent", "", "6", [RecordedOutput(.output, "6\n")]),
    ])
    let runner = ScriptedRunner([
      "1\n": .printing("1.000001\n"), "2\n": .printing("2\n"), "3\n": .printing("3\n"), "4\n": .printing("x\n"),
      "5\n": .raising("E", ""),
    ])
    let report = try Replay(before, file: "a.cnb").run(with: runner)
    let after = report.updated(before)
    let texts = Dictionary(uniqueKeysWithValues: after.cells.map { ($0.id, $0.recorded.map(\.text)) })
    #expect(
      texts == [
        "same": ["1.0\n"], "new": ["2\n"], "changed": ["3\n"], "pattern": ["\\d\n"], "failed": ["5\n"], "silent": [],
      ])
    #expect(report.outcome() == .failed)
    let good = try Replay(before, file: "a.cnb").run(with: ScriptedRunner(["4\n": .printing("4\n")]))
    #expect(good.outcome() == .differs)
    #expect(good.outcome(isUpdated: true) == .matches)
  }
}
