import Foundation
import Testing

@Suite("cnb assign, grade and merge")
struct GradeTests {
  private static let lesson = """
    ---
    cnb: 1
    title: Doubles
    ---
    ```python cell=double exercise=double points=2
    def double(x):
        ### BEGIN SOLUTION
        return 2 * x
        ### END SOLUTION
    ```

    ```python cell=check tests=double
    assert double(3) == 6, "twice three is six"
    ```

    """

  private func workspace() throws -> Workspace {
    let workspace = try Workspace(["lesson.cnb": Self.lesson])
    let outcome = try workspace.cnb("assign", "lesson.cnb", "--student", "student.cnb", "--key", "lesson.key")
    #expect(
      outcome
        == Outcome(
          0, output: "1 exercise, 2 points, 1 check. The instructor's notebook scores all points, the student's none.\n"
        ))
    try FileManager.default.createDirectory(
      at: workspace.url.appendingPathComponent("in"), withIntermediateDirectories: true)
    try workspace.write(try workspace.read("student.cnb"), to: "in/bob.cnb")
    try workspace.write("def double(x):\n    return x + x\n", to: "in/alice.py")
    try workspace.write("def double(x):\n    return x\n", to: "in/carol.py")
    return workspace
  }

  @Test("A folder of submissions is graded, each in a process of its own")
  func folderIsGraded() throws {
    let workspace = try workspace()
    let outcome = try workspace.cnb("grade", "--key", "lesson.key", "in", "--jobs", "2", "--out", "out")
    #expect(outcome == Outcome(0, output: "in/alice.py: 2 of 2\nin/bob.cnb: 0 of 2\nin/carol.py: 0 of 2\n"))
    #expect(
      try workspace.read("out/grades.csv")
        == "submission,points,possible,double,problem\r\nin/alice.py,2,2,2,\r\nin/bob.cnb,0,2,0,\r\nin/carol.py,0,2,0,\r\n"
    )
    #expect(try workspace.read("out/students/carol.html").contains("twice three is six"))
    #expect(try workspace.read("out/index.html").contains("href=\"students/alice.html\""))
    #expect(try workspace.read("out/gradescope/alice.json").contains("\"score\": 2"))
    #expect(try workspace.read("out/junit.xml").contains("<testcase classname=\"double\" name=\"check\">"))
  }

  @Test("One submission's feedback shows")
  func feedbackShows() throws {
    let workspace = try workspace()
    let outcome = try workspace.cnb("grade", "--key", "lesson.key", "in/carol.py")
    #expect(!workspace.names.contains("out"))
    #expect(
      outcome
        == Outcome(0, output: "in/carol.py: 0 of 2\n  double: 0 of 2\n    fail: a test fails: twice three is six\n"))
  }

  @Test("A run that was cut off goes on, and its reports are those of a whole one")
  func runsGoOn() throws {
    let workspace = try workspace()
    _ = try workspace.cnb("grade", "--key", "lesson.key", "in", "--out", "whole", "--seed", "4")
    _ = try workspace.cnb("grade", "--key", "lesson.key", "in/alice.py", "--out", "cut", "--seed", "4")
    // A line that a killed run did not finish.
    let cut = try workspace.read("cut/results.jsonl")
    try workspace.write(cut + String(cut.split(separator: "\n")[1].dropLast(9)), to: "cut/results.jsonl")
    let refused = try workspace.cnb("grade", "--key", "lesson.key", "in", "--out", "cut")
    #expect(refused.status == 1)
    #expect(refused.error.contains("cut/results.jsonl holds the results of another run; go on with it by --resume"))
    #expect(try workspace.cnb("grade", "--key", "lesson.key", "in", "--out", "cut", "--resume").status == 0)
    for file in ["grades.csv", "grades.json", "index.html", "junit.xml", "students/bob.html"] {
      #expect(try workspace.read("cut/\(file)") == workspace.read("whole/\(file)"))
    }
  }

  @Test("Only the files that the key names can be imported, by submissions and by tests")
  func filesAreGranted() throws {
    let workspace = try Workspace([
      "lesson.cnb": Self.lesson.replacingOccurrences(
        of: "assert double(3) == 6", with: "from helpers import six\nassert double(3) == six"),
      "helpers.py": "six = 6\ntwo = 2\n", "other.py": "two = 2\n",
    ])
    let refused = try workspace.cnb("assign", "lesson.cnb", "--student", "student.cnb", "--key", "lesson.key")
    #expect(refused.status == 1)
    #expect(
      try workspace.cnb(
        "assign", "lesson.cnb", "--student", "student.cnb", "--key", "lesson.key", "--file", "helpers.py"
      ).status == 0)
    #expect(try workspace.read("lesson.key").contains("files:\n  - helpers.py\n"))
    for name in ["helpers", "other"] {
      try workspace.write("from \(name) import two\ndef double(x): return two * x\n", to: "\(name)-user.py")
    }
    let outcome = try workspace.cnb("grade", "--key", "lesson.key", "helpers-user.py", "other-user.py")
    #expect(outcome == Outcome(0, output: "helpers-user.py: 2 of 2\nother-user.py: 0 of 2\n"))
    try FileManager.default.removeItem(at: workspace.url.appendingPathComponent("helpers.py"))
    let missing = try workspace.cnb("grade", "--key", "lesson.key", "helpers-user.py")
    #expect(missing == Outcome(1, error: "cnb: ./helpers.py: No such file or directory\n"))
  }

  @Test("Shards, merged, are the whole")
  func shardsMerge() throws {
    let workspace = try workspace()
    _ = try workspace.cnb("grade", "--key", "lesson.key", "in", "--out", "whole", "--seed", "4")
    for part in 1...2 {
      let outcome = try workspace.cnb(
        "grade", "--key", "lesson.key", "in", "--out", "part\(part)", "--seed", "4", "--shard", "\(part)/2")
      #expect(outcome.status == 0)
    }
    let outcome = try workspace.cnb("merge", "--key", "lesson.key", "--out", "merged", "part1", "part2/results.jsonl")
    #expect(outcome == Outcome(0, output: "3 submissions from 2 parts\n"))
    #expect(try workspace.read("merged/grades.json") == workspace.read("whole/grades.json"))
    #expect(
      try workspace.cnb("merge", "--key", "lesson.key", "--out", "merged", "part2")
        == Outcome(1, output: "1 submission from 1 part\n", error: "cnb: part 1/2 is missing\n"))
    // A run that was cut off, and one with another seed.
    let lines = try workspace.read("part1/results.jsonl").split(separator: "\n")
    try workspace.write(lines.dropLast().joined(separator: "\n") + "\n", to: "part1/results.jsonl")
    #expect(
      try workspace.cnb("merge", "--key", "lesson.key", "--out", "merged", "part1", "part2")
        == Outcome(
          1, output: "2 submissions from 2 parts\n",
          error: "cnb: part1/results.jsonl holds 1 of 2 submissions; --resume grades the rest\n"))
    _ = try workspace.cnb("grade", "--key", "lesson.key", "in", "--out", "part3", "--seed", "5", "--shard", "1/2")
    let mixed = try workspace.cnb("merge", "--key", "lesson.key", "--out", "mixed", "part2", "part3")
    #expect(mixed.status == 1)
    #expect(mixed.error.contains("part3/results.jsonl was made with --seed 5, and part2/results.jsonl with --seed 4"))
    #expect(!workspace.names.contains("mixed"))
    try workspace.write(try workspace.read("lesson.key") + "# changed\n", to: "other.key")
    let refused = try workspace.cnb("merge", "--key", "other.key", "--out", "merged", "part1")
    #expect(
      refused
        == Outcome(
          1,
          error:
            "cnb: part1/results.jsonl belongs to another key; give the key that it was made with, or another folder\n"))
  }

  @Test("A submission's process ends with its submission, whatever the tests define")
  func processesEnd() throws {
    let lesson = Self.lesson.replacingOccurrences(
      of: "assert double(3) == 6", with: "def six(): return 6\nassert double(3) == six()")
    let workspace = try Workspace(["lesson.cnb": lesson])
    #expect(try workspace.cnb("assign", "lesson.cnb", "--student", "student.cnb", "--key", "lesson.key").status == 0)
    let files = (1...20).map { "\($0).py" }
    for file in files { try workspace.write("def double(x): return 2 * x\n", to: file) }
    // Two open files for each process that is still there are too many.
    let process = try RunningProcess(
      ["-c", "ulimit -n 32; exec \"$0\" \"$@\"", RunningProcess.program().path, "grade", "--key", "lesson.key"] + files,
      folder: workspace.url, program: URL(fileURLWithPath: "/bin/sh"))
    let outcome = try process.outcome()
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    #expect(outcome.output.split(separator: "\n").count { $0.hasSuffix(": 2 of 2") } == 20)
  }

  @Test(
    "What cannot work is refused",
    arguments: [
      (["grade", "--key", "none.key", "in"], 1, "cnb: none.key: No such file or directory\n"),
      (["grade", "--key", "lesson.cnb", "in"], 1, "this is not a key"),
      (["grade", "--key", "lesson.key", "none.py"], 1, "cnb: none.py: No such file or directory\n"),
      (["grade", "--key", "lesson.key", "in", "--resume"], 64, "--resume goes on in the folder that --out names"),
      (["grade", "--key", "lesson.key", "in", "--shard", "3/2"], 64, "'3/2' is invalid"),
      (["assign", "lesson.cnb", "--student", "a", "--key", "a"], 64, "--student and --key name the same file"),
      (["assign", "lesson.cnb", "--student", "lesson.cnb", "--key", "a"], 64, "would be overwritten"),
    ] as [([String], Int32, String)])
  func refusals(_ arguments: [String], _ status: Int32, _ error: String) throws {
    let workspace = try workspace()
    let outcome = try workspace.start(arguments).outcome()
    #expect(workspace.names.contains("lesson.key"))
    #expect(outcome.status == status)
    #expect(outcome.error.contains(error), "\(outcome.error)")
  }
}
