import Cells
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Reporting a replay")
struct ReplayReportTests {
  private func report() throws -> ReplayReport {
    let notebook = try notebook(
      """
      ```python cell=good
      1
      ```
      ```python cell=bad
      2
      ```
      ```output cell=bad
      a <b> & "c"
      ```
      ```python cell=worse
      3
      ```
      ```python cell=new
      4
      ```
      ```python cell=expects error=KeyError
      5
      ```
      ```python cell=slow
      6
      ```
      ```python cell=last
      7
      ```
      """)
    return try Replay(notebook, file: "a.cnb").run(
      with: ScriptedRunner([
        "2\n": .printing("a <b> & 'c'\n"), "3\n": .raising("ValueError", "\u{1B}[1G\u{0}"),
        "4\n": .printing("4\n"), "6\n": .stopped(.limit(.time(.seconds(1)))),
      ]))
  }

  @Test("for people: each cell that does not match, then a summary")
  func text() throws {
    #expect(
      try report().lines(file: "a.cnb", isColoured: false).joined(separator: "\n") == """
        a.cnb:7: cell bad differs
          output:
          - a <b> & "c"
          + a <b> & 'c'
                    ^ ^

        a.cnb:13: cell worse failed: ValueError: \\x1b[1G\\x00
          Traceback (most recent call last):
            File "Cell a", line 1
          ValueError: \\x1b[1G\\x00

        a.cnb:16: cell new has outputs but none are recorded (record them with --update)
          + 4

        a.cnb:19: cell expects differs
          expected KeyError, raised nothing

        a.cnb:22: cell slow reached the time limit of 1.0 seconds

        a.cnb: 1 of 7 cells matches, 2 differ, 1 not recorded, 1 failed, 1 reached a limit, 1 not run
        """)
  }

  @Test("for people: one line where all is well")
  func goodText() throws {
    let notebook = try notebook("```python cell=a\n```\n```python cell=b\n```\n")
    let report = try Replay(notebook, file: "a.cnb").run(with: ScriptedRunner([:]))
    #expect(report.lines(file: "a.cnb", isColoured: false) == ["a.cnb: all 2 cells match"])
    #expect(
      try Replay(CellsTests.notebook(""), file: "a.cnb").run(with: ScriptedRunner([:])).lines(
        file: "a.cnb", isColoured: true)
        == ["a.cnb: no cells"])
  }

  @Test("as JSON")
  func json() throws {
    let files = [
      ReplayedFile(file: "a.cnb", result: .replayed(try report())),
      ReplayedFile(file: "s.cnb", result: .skipped(missing: ["a.h5"])),
      ReplayedFile(file: "b.cnb", result: .unreadable("cnb: b.cnb: \"no\"\n")),
    ]
    let text = ReplayedFile.json(files).text()
    let value = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(value["status"] as? String == "unreadable")
    #expect(value["exitCode"] as? Int == 4)
    let first = try #require((value["files"] as? [[String: Any]])?.first)
    let cells = try #require(first["cells"] as? [[String: Any]])
    #expect(
      cells.map { $0["status"] as? String }
        == ["match", "differs", "failed", "unrecorded", "differs", "limit", "not-run"])
    #expect(cells.map { $0["line"] as? Int } == [4, 7, 13, 16, 19, 22, 25])
    let difference = try #require((cells[1]["differences"] as? [[String: String]])?.first)
    #expect(difference == ["kind": "output", "recorded": "a <b> & \"c\"\n", "actual": "a <b> & 'c'\n"])
    #expect(cells[4]["compare"] as? String == "error=KeyError")
    #expect((cells[2]["traceback"] as? String)?.hasSuffix("ValueError: \u{1B}[1G\u{0}") == true)
    let skipped = try #require((value["files"] as? [[String: Any]])?[1])
    #expect(skipped["status"] as? String == "skipped")
    #expect(skipped["message"] as? String == "skipped: a.h5, which it needs, is not there")
    #expect(((value["files"] as? [[String: Any]])?.last)?["message"] as? String == "cnb: b.cnb: \"no\"\n")
  }

  @Test("as JUnit")
  func junit() throws {
    let files = [
      ReplayedFile(file: "a&b.cnb", result: .replayed(try report())),
      ReplayedFile(file: "b.cnb", result: .unreadable("cnb: b.cnb: <no>")),
      ReplayedFile(file: "c.cnb", result: .notRun),
      ReplayedFile(file: "d.cnb", result: .skipped(missing: ["x/a.h5", "<b>"])),
    ]
    let text = ReplayedFile.junit(files)
    #expect(
      text.replacing(/time="[^"]*"/, with: "time=\"0\"")
        == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="cnb replay">
          <testsuite name="a&amp;b.cnb" tests="7" failures="3" errors="2" skipped="1" time="0">
            <testcase classname="a&amp;b.cnb" name="good" time="0"/>
            <testcase classname="a&amp;b.cnb" name="bad" time="0">
              <failure type="differs" message="differs">output:
        - a &lt;b&gt; &amp; &quot;c&quot;
        + a &lt;b&gt; &amp; 'c'
                  ^ ^</failure>
            </testcase>
            <testcase classname="a&amp;b.cnb" name="worse" time="0">
              <error type="failed" message="failed: ValueError: \\x1b[1G\\x00">Traceback (most recent call last):
          File "Cell a", line 1
        ValueError: \\x1b[1G\\x00</error>
            </testcase>
            <testcase classname="a&amp;b.cnb" name="new" time="0">
              <failure type="unrecorded" message="has outputs but none are recorded (record them with --update)">+ 4</failure>
            </testcase>
            <testcase classname="a&amp;b.cnb" name="expects" time="0">
              <failure type="differs" message="differs">expected KeyError, raised nothing</failure>
            </testcase>
            <testcase classname="a&amp;b.cnb" name="slow" time="0">
              <error type="limit" message="reached the time limit of 1.0 seconds"></error>
            </testcase>
            <testcase classname="a&amp;b.cnb" name="last" time="0">
              <skipped/>
            </testcase>
          </testsuite>
          <testsuite name="b.cnb" tests="1" failures="0" errors="1" skipped="0" time="0">
            <testcase classname="b.cnb" name="(file)">
              <error type="unreadable" message="cnb: b.cnb: &lt;no&gt;"/>
            </testcase>
          </testsuite>
          <testsuite name="c.cnb" tests="1" failures="0" errors="0" skipped="1" time="0">
            <testcase classname="c.cnb" name="(file)">
              <skipped/>
            </testcase>
          </testsuite>
          <testsuite name="d.cnb" tests="1" failures="0" errors="0" skipped="1" time="0">
            <testcase classname="d.cnb" name="(file)">
              <skipped message="skipped: x/a.h5, &lt;b&gt;, which it needs, are not there"/>
            </testcase>
          </testsuite>
        </testsuites>

        """.replacing("File \"Cell", with: "File &quot;Cell").replacing("a\", line", with: "a&quot;, line"))
    #expect(XMLParser(data: Data(text.utf8)).parse())
  }
}
