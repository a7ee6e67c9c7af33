import Cells
import Testing

@Suite("Comparison rules") struct ComparisonRuleTests {
  @Test(
    "make outputs equal that differ in nothing that was computed",
    arguments: [
      ("<A at 0x7f3b5c0>", "<A at 0x10e2d3f40>", [ComparisonRule.address]),
      ("[<A object at 0x7f3b5c0>, <B at 0x7fff>] x\n", "[<A object at 0x7f>, <B at 0x7f>] x\n", nil),
      ("<A at 0x7f3b5c0>", "<B at 0x7f3b5c0>", nil),
      ("Text(0.5,1,'Cost (log)')", "<matplotlib.text.Text at 0x7f00aa>", [.figureRepr]),
      ("[Text(0, 0, 'a'), Text(1, 0, \"b's\")]", "[Text(0.0, 0, 'a'), Text(1.0, 0, \"b's\")]", [.figureRepr]),
      ("<matplotlib.axes._subplots.AxesSubplot at 0x7f00aa>", "<Axes: >", [.figureRepr]),
      ("<matplotlib.image.AxesImage at 0x7f00aa>", "<matplotlib.image.AxesImage at 0x7f00ab>", [.address]),
      ("(<Axes: >, 1)", "(<Axes: >, 2)", nil),
    ])
  func values(recorded: String, actual: String, rules: [ComparisonRule]?) throws {
    let result = try Comparison().compare(
      recorded: [RecordedOutput(.value, recorded)], actual: [RecordedOutput(.value, actual)])
    #expect(result.differences.isEmpty == (rules != nil))
    #expect(result.rules.isSuperset(of: rules ?? []))
    #expect(result.rules.isEmpty == (rules == nil))
  }

  private static let reloaded =
    "The autoreload extension is already loaded. To reload it, use:\n  %reload_ext autoreload\n"

  @Test(
    "leave out what a second run of a cell prints, and measured times",
    arguments: [
      (reloaded, nil, ComparisonRule.rerun), (reloaded + "x\n", "x\n", .rerun), ("x\n", "x\n" + reloaded, .rerun),
      (
        "CPU times: user 1 s, sys: 2 s, total: 3 s\nWall time: 3 s\nx\n", "CPU times: user 1 us\nWall time: 3 us\nx\n",
        .time
      ),
      ("1.2 s ± 3 ms per loop (mean ± std. dev. of 7 runs, 1 loop each)\n", "5 s ± 3 ms per loop (mean)\n", .time),
    ] as [(String, String?, ComparisonRule)])
  func outputs(recorded: String, actual: String?, rule: ComparisonRule) throws {
    let actual = actual.map { [RecordedOutput(.output, $0)] } ?? []
    let result = try Comparison().compare(recorded: [RecordedOutput(.output, recorded)], actual: actual)
    #expect(result.differences.isEmpty)
    #expect(result.rules == [rule])
  }

  @Test func otherDifferencesStay() throws {
    let recorded = RecordedOutput(.output, ComparisonRuleTests.reloaded + "x\n")
    let result = try Comparison().compare(recorded: [recorded], actual: [RecordedOutput(.output, "y\n")])
    #expect(result.differences.map(\.recorded) == [recorded.text])
    #expect(result.rules.isEmpty)
  }

  @Test("any figure may stand for a picture that another program drew, none and two may not")
  func pictures() throws {
    let recorded = [RecordedOutput(.figure, "4x3 png:ff\n  <Figure size 4x3 with 1 Axes>")]
    let figure = RecordedOutput(.figure, "8x6 00\n  axes 1: empty")
    #expect(try Comparison().compare(recorded: recorded, actual: [figure]).rules == [.picture])
    #expect(try !Comparison().compare(recorded: recorded, actual: [figure, figure]).differences.isEmpty)
    #expect(try !Comparison().compare(recorded: recorded, actual: []).differences.isEmpty)
    #expect(try !Comparison().compare(recorded: [figure], actual: recorded).differences.isEmpty)
  }

  @Test func reportNamesRulesAndStyle() throws {
    var notebook = try Notebook(
      Array("---\ncnb: 1\nprint-style: auto\n---\n```python cell=a\nx\n```\n```value cell=a\n<A at 0x7f00>\n```\n".utf8)
    )
    let runner = ScriptedRunner(["x\n": CellResult(outputs: [.value("<A at 0x7fff>")], isFailed: false)])
    let report = try Replay(notebook, file: "a.cnb").run(with: runner)
    #expect(
      report.lines(file: "a.cnb", isColoured: false) == [
        "a.cnb: 1 cell matches",
        "  print style numpy-1.26 (auto: no recorded number tells the styles apart)",
        "  rule address in 1 cell (a): addresses in reprs are not compared",
      ])
    notebook = report.updated(notebook)
    #expect(notebook.cells[0].recorded == [RecordedOutput(.value, "<A at 0x7f00>")])
  }
}
