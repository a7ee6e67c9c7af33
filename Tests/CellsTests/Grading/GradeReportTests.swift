import Cells
import Testing

@Suite("Grade reports")
struct GradeReportTests {
  private static let keyText = """
    cnb-key: 1
    title: "A <b>&\\"lesson"
    exercises:
      - id: a
        points: 4
        solution: x = 1
        checks:
          - value: x
            expected: 1
      - id: b
        points: 6
        solution: y = 1
        checks:
          - value: y
            expected: 1
    """

  private func key() throws -> Key { try Key(reading: Array(Self.keyText.utf8)) }

  private func line(_ submission: String, _ id: String, _ points: Double, _ verdict: Verdict) -> ResultLine {
    let isPassed = verdict == .pass
    let check = CheckGrade(
      id: "value", verdict: verdict, message: isPassed ? "" : "x is <1>, expected \"2\"\nand more",
      diagnoses: isPassed ? [] : [Diagnosis(id: "bias-left-out", text: "the bias & more")])
    return .exercise(
      submission: submission, seed: 7,
      ExerciseGrade(id: id, points: points, possible: id == "a" ? 4 : 6, checks: [check], notes: ["a note"]))
  }

  private func report() throws -> GradeReport {
    GradeReport(
      try key(),
      [
        .start(ResultStart(key: "00", seed: 7, count: 2)), line("z/=bob.cnb", "b", 6, .pass),
        line("z/=bob.cnb", "a", 0, .fail),
        line("alice.cnb", "a", 4, .pass), line("alice.cnb", "b", 6, .pass),
        .unreadable(submission: "carol.py", seed: 7, problem: "no, \"text\""), line("unfinished.py", "a", 4, .pass),
        line("alice.cnb", "a", 0, .fail),
      ])
  }

  @Test("Lines survive writing and reading, and what was cut off is no line")
  func linesRoundTrip() throws {
    let lines = [
      ResultLine.start(ResultStart(key: "ab", seed: UInt32.max, shard: "2/3", count: 1)),
      line("a b\n\u{2028}.cnb", "a", 1.25, .timeOut),
      .unreadable(submission: "x", seed: 0, problem: "why"),
    ]
    for line in lines {
      #expect(ResultLine(line.text) == line)
      #expect(!line.text.contains("\n"))
      #expect(ResultLine(String(line.text.dropLast(3))) == nil)
    }
    #expect(ResultLine("{\"cnb-results\": 2, \"key\": \"a\", \"seed\": 1}") == nil)
  }

  @Test("Submissions are put together from their lines; unfinished ones do not count")
  func linesMakeAReport() throws {
    let report = try report()
    #expect(report.submissions.map(\.submission) == ["alice.cnb", "carol.py", "z/=bob.cnb"])
    #expect(report.submissions.map(\.points) == [10, 0, 6])
    #expect(report.submissions[2].exercises.map(\.id) == ["a", "b"])
    #expect(report.hardest?.id == "a")
    #expect(report.distribution == [1, 0, 0, 0, 0, 0, 1, 0, 0, 1])
    #expect(report.diagnoses.map(\.count) == [1])
  }

  @Test("The gradebook quotes what a reader of CSV would split or a spreadsheet compute")
  func csvIsQuoted() throws {
    #expect(
      try report().csv == "submission,points,possible,a,b,problem\r\nalice.cnb,10,10,4,6,\r\n"
        + "carol.py,0,10,0,0,\"no, \"\"text\"\"\"\r\nz/=bob.cnb,6,10,0,6,\r\n")
    let formula = GradeReport(try key(), [.unreadable(submission: "=1+1", seed: 1, problem: "-")])
    #expect(formula.csv.contains("\r\n'=1+1,0,10,0,0,'-\r\n"))
  }

  @Test("Gradescope gets its documented fields")
  func gradescopeFields() throws {
    let json = try report().submissions[2].gradescope
    #expect(json["score"]?.integer == 6)
    let tests = try #require(json["tests"]?.items)
    #expect(tests.map { $0["score"]?.integer } == [0, 6])
    #expect(tests.map { $0["max_score"]?.integer } == [4, 6])
    #expect(tests.map { $0["status"]?.string } == ["failed", "passed"])
    #expect(tests[0]["output"]?.string?.contains("the bias & more") ?? false)
    let known: Set = [
      "score", "max_score", "status", "name", "name_format", "number", "output", "output_format", "tags", "visibility",
      "extra_data",
    ]
    #expect(tests.flatMap { $0.members ?? [] }.allSatisfy { known.contains($0.key.text) })
  }

  @Test("JUnit's report is valid XML whatever messages hold")
  func junitIsEscaped() throws {
    let text = try report().junit
    #expect(text.contains("<testsuite name=\"z/=bob.cnb\" tests=\"2\" failures=\"1\" errors=\"0\">"))
    #expect(
      text.contains("message=\"x is &lt;1&gt;, expected &quot;2&quot;&#10;and more\">the bias &amp; more</failure>"))
  }

  @Test("Each submission's files get a name of their own")
  func fileNamesAreUnique() throws {
    let lines = ["1/a.cnb", "2/A.py", "a.b.ipynb", ".hidden", "x/..", "a/b\u{7}c.py"].map {
      ResultLine.unreadable(submission: $0, seed: 1, problem: "-")
    }
    let report = GradeReport(try key(), lines)
    let names = report.fileNames
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    #expect(names.allSatisfy { !$0.hasPrefix(".") && !$0.contains("/") && !$0.contains("\u{7}") })
    #expect(names.contains("a.b"))
  }
}
