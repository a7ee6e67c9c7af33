import Foundation
import Testing

/// `scripts/grade-in-parallel.sh`, where GNU parallel is installed.
@Suite("Grading with GNU parallel", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/parallel")))
struct GradeInParallelTests {
  private static let lesson = """
    ---
    cnb: 1
    ---
    ```python cell=pad exercise=zero_pad
    import numpy as np

    def zero_pad(X, pad):
        ### BEGIN SOLUTION
        return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
        ### END SOLUTION
    ```

    """

  private func workspace() throws -> Workspace {
    let workspace = try Workspace(["lesson.cnb": Self.lesson])
    #expect(try workspace.cnb("assign", "lesson.cnb", "--student", "student.cnb", "--key", "lesson.key").status == 0)
    try FileManager.default.createDirectory(
      at: workspace.url.appendingPathComponent("handed in"), withIntermediateDirectories: true)
    let right = "import numpy as np\ndef zero_pad(X, p): return np.pad(X, ((0, 0), (p, p), (p, p), (0, 0)))\n"
    let wrong = "import numpy as np\ndef zero_pad(X, p): return np.pad(X, ((p, p), (p, p), (p, p), (0, 0)))\n"
    let texts = [right, wrong, "def zero_pad(X, pad): return X\n", wrong, right, right, "x = 1\n"]
    for (number, text) in texts.enumerated() {
      try workspace.write(text, to: "handed in/student \(number).py")
    }
    return workspace
  }

  private func inParallel(_ workspace: borrowing Workspace, _ arguments: String...) throws -> Outcome {
    let script = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../scripts/grade-in-parallel.sh")
    let process = try RunningProcess(
      arguments, folder: workspace.url, program: script.standardized,
      variables: ["CNB": RunningProcess.program().path])
    return try process.outcome()
  }

  @Test("Three parts, put together, are the whole, also when one of them was cut off")
  func partsAreTheWhole() throws {
    let workspace = try workspace()
    _ = try workspace.cnb("grade", "--key", "lesson.key", "handed in", "--out", "whole", "--seed", "4")
    let outcome = try inParallel(workspace, "lesson.key", "handed in", "out", "3", "4")
    #expect(outcome.status == 0)
    #expect(outcome.output == "7 submissions from 3 parts\n")
    #expect(outcome.error.contains("grading handed in in 3 parts with --seed 4\n"))
    for file in ["grades.json", "grades.csv"] {
      #expect(try workspace.read("out/\(file)") == workspace.read("whole/\(file)"))
    }

    let part = try workspace.read("out.parts/2/results.jsonl")
    try workspace.write(String(part.dropLast(20)), to: "out.parts/2/results.jsonl")
    try FileManager.default.removeItem(at: workspace.url.appendingPathComponent("out.parts/3"))
    try FileManager.default.removeItem(at: workspace.url.appendingPathComponent("out"))
    // The seed is that of the parts that are there.
    #expect(try inParallel(workspace, "lesson.key", "handed in", "out", "3").status == 0)
    #expect(try workspace.read("out/grades.json") == workspace.read("whole/grades.json"))
  }

  @Test("Parts of two runs are not mixed, and what is missing is named")
  func refusals() throws {
    let workspace = try workspace()
    #expect(try inParallel(workspace, "lesson.key", "handed in", "out", "2", "4").status == 0)
    for (arguments, error) in [
      (("lesson.key", "handed in", "out", "3", "4"), "out.parts holds another run"),
      (("lesson.key", "handed in", "out", "2", "5"), "out.parts holds another run"),
      (("none.key", "handed in", "out", "2", "4"), "none.key: there is no such key"),
      (("lesson.key", "none", "out", "2", "4"), "none: there is no such folder of submissions"),
    ] {
      let outcome = try inParallel(workspace, arguments.0, arguments.1, arguments.2, arguments.3, arguments.4)
      #expect(outcome.status == 1)
      #expect(outcome.error.contains(error), "\(outcome.error)")
    }
    let outcome = try inParallel(workspace, "lesson.key", "handed in", "out", "none")
    #expect(outcome.status == 64)
    #expect(outcome.error.contains("PARTS is a number from 1 to 9999, and not none"))
    // A part that fails makes the script fail, in the part's own words.
    try workspace.write("no key\n", to: "other.key")
    let failed = try inParallel(workspace, "other.key", "handed in", "other", "2")
    #expect(failed.status == 1)
    #expect(failed.error.contains("other.key: line 1: this is not a key"))
    #expect(!workspace.names.contains("other"))
  }
}
