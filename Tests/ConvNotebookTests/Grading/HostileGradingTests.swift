import Foundation
import Testing

/// Submissions that try to get points they do not deserve, to harm the machine or to stop the run, graded by the real
/// program. Each file in `Hostile` says in its first line which exercises it honestly solves, and mostly in its second
/// what verdict others get.
@Suite("Hostile submissions, graded")
struct HostileGradingTests {
  @Test("Each gets what it earns, the run goes on, and nothing else is touched")
  func everyoneGetsWhatTheyEarn() throws {
    let workspace = try Workspace()
    let expected = try handIn(to: workspace)
    #expect(expected.count >= 80)
    let before = try workspace.read("hostile.key")

    let outcome = try workspace.cnb(
      "grade", "--key", "hostile.key", "in", "--jobs", "2", "--time", "3s", "--memory", "256M", "--operations",
      "20000000", "--seed", "5", "--out", "out")
    #expect(outcome.status == 0, "\(outcome.error)")

    let grades = try self.grades(workspace)
    #expect(Set(grades.keys) == Set(expected.keys))
    for (name, expectation) in expected {
      guard let grade = grades[name] else { continue }
      #expect(grade.passed == expectation.passes, "\(name)")
      for (exercise, verdict) in expectation.verdicts { #expect(grade.verdicts[exercise] == verdict, "\(name)") }
    }
    #expect(workspace.names == ["hostile.key", "in", "out"])
    #expect(try workspace.read("hostile.key") == before)
    let reports = try FileManager.default.contentsOfDirectory(atPath: workspace.url.appendingPathComponent("out").path)
    #expect(
      reports.sorted() == [
        "grades.csv", "grades.json", "gradescope", "index.html", "junit.xml", "results.jsonl", "students",
      ])
    try markupIsText(workspace)
    // The key stays with the grader, wherever a link points.
    for report in ["students/link.html", "gradescope/link.json", "students/reads_the_key.html"] {
      #expect(try !workspace.read("out/\(report)").contains("return 2 * x"))
    }
    #expect(try workspace.read("out/grades.csv").contains("\r\nin/'=1+1.py,"))
  }

  private struct Expectation {
    var passes: Set<String> = []
    var verdicts: [String: String] = [:]
  }

  /// Puts the submissions into the folder `in`.
  private func handIn(to workspace: borrowing Workspace) throws -> [String: Expectation] {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Hostile")
    try FileManager.default.createDirectory(
      at: workspace.url.appendingPathComponent("in"), withIntermediateDirectories: true)
    var expected: [String: Expectation] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path) {
      let text = try String(contentsOf: source.appendingPathComponent(name), encoding: .utf8)
      guard name.hasSuffix(".py") else {
        try workspace.write(text, to: name)
        continue
      }
      try workspace.write(text, to: "in/\(name)")
      func header(_ key: String) -> [Substring] {
        text.split(separator: "\n").prefix(2).first { $0.hasPrefix("# \(key): ") }?.split(separator: " ").dropFirst(2)
          .map { $0 } ?? []
      }
      var expectation = Expectation(passes: Set(header("passes").map(String.init)).subtracting(["none"]))
      for pair in header("verdicts").map({ $0.split(separator: "=").map(String.init) }) where pair.count == 2 {
        expectation.verdicts[pair[0]] = pair[1]
      }
      expected[name] = expectation
    }
    for (name, bytes) in Self.broken {
      try Data(bytes).write(to: workspace.url.appendingPathComponent("in/\(name)"))
      expected[name] = Expectation(verdicts: ["double": name.hasPrefix("missing") ? "missing" : "error"])
    }
    for name in ["honest.py", "'=1+1.py", "<script>alert(1)<.py", "--out.py", "$(touch harm) ;touch harm.py"] {
      try workspace.write("def double(x):\n    return 2 * x\n", to: "in/\(name)")
      expected[name] = Expectation(passes: ["double"])
    }
    try putNoFiles(into: workspace.url.appendingPathComponent("in"))
    for name in ["link.py", "dangling.py", "device.py", "folder.py", "pipe.py"] {
      expected[name] = Expectation(verdicts: ["double": "error"])
    }
    return expected
  }

  private func putNoFiles(into folder: URL) throws {
    let files = FileManager.default
    for (name, target) in [("link", "../hostile.key"), ("dangling", "nowhere"), ("device", "/dev/zero")] {
      try files.createSymbolicLink(atPath: folder.path + "/\(name).py", withDestinationPath: target)
    }
    try files.createDirectory(at: folder.appendingPathComponent("folder.py"), withIntermediateDirectories: true)
    #expect(mkfifo(folder.path + "/pipe.py", 0o600) == 0)
  }

  private static let broken: [(name: String, bytes: [UInt8])] = [
    ("not_utf8.py", Array("def double(x): return 2 * x # ".utf8) + [0xFF, 0xFE]), ("zero.py", [0x64, 0x00, 0x65]),
    ("cut.ipynb", Array(#"{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "co"#.utf8)),
    ("types.ipynb", Array(#"{"nbformat": "4", "cells": {"a": [1, null]}, "metadata": 7}"#.utf8)),
    ("deep.ipynb", [UInt8](repeating: UInt8(ascii: "["), count: 200_000)),
    ("number.ipynb", Array(#"{"nbformat": 1e999999999, "cells": []}"#.utf8)), ("empty.cnb", []), ("empty.ipynb", []),
    ("prose.cnb", Array("# Only words\n".utf8)), ("missing.py", []),
    ("missing_behind_blanks.py", [UInt8](repeating: UInt8(ascii: " "), count: 20 << 20)),
    ("missing_in_a_fence.cnb", Array("---\ncnb: 1\n---\n```python cell=double\nx = (\n".utf8)),
    ("missing_twice.cnb", Array("```python cell=a\nx = 1\n```\n```python cell=a\nx = 2\n```\n".utf8)),
    ("syntax.py", Array("# %% cell=double\ndef double(x)\n    return 2 * x\n".utf8)),
    ("missing_nested.py", Array(("x = " + String(repeating: "(", count: 100_000)).utf8)),
  ]

  private func grades(_ workspace: borrowing Workspace) throws -> [String: (
    passed: Set<String>, verdicts: [String: String]
  )] {
    let data = try Data(contentsOf: workspace.url.appendingPathComponent("out/grades.json"))
    let json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    var grades: [String: (passed: Set<String>, verdicts: [String: String])] = [:]
    for submission in json["submissions"] as? [[String: Any]] ?? [] {
      let name = ((submission["submission"] as? String) ?? "").split(separator: "/").dropFirst().joined(separator: "/")
      var grade: (passed: Set<String>, verdicts: [String: String]) = ([], [:])
      for exercise in submission["exercises"] as? [[String: Any]] ?? [] {
        let id = exercise["exercise"] as? String ?? ""
        if exercise["points"] as? Double ?? 0 > 0 { grade.passed.insert(id) }
        let verdicts = (exercise["checks"] as? [[String: Any]] ?? []).compactMap { $0["verdict"] as? String }
        #expect(verdicts.allSatisfy { Self.verdicts.contains($0) } && !verdicts.isEmpty)
        grade.verdicts[id] = verdicts.first { $0 != "pass" } ?? "pass"
      }
      grades[name] = grade
    }
    return grades
  }

  private static let verdicts: Set<String> = ["pass", "fail", "error", "time-out", "memory", "missing", "tampered"]

  /// What a submission says stays text in every report.
  private func markupIsText(_ workspace: borrowing Workspace) throws {
    let folder = workspace.url.appendingPathComponent("out")
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/students").map { "students/\($0)" }
    for page in pages + ["index.html", "junit.xml"] {
      let text = try workspace.read("out/\(page)")
      for markup in ["<script>alert", "<img src=x", "\u{1B}", "\u{0}"] {
        #expect(!text.contains(markup), "\(page): \(markup)")
      }
    }
  }
}
