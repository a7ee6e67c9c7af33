import Foundation
import Testing

@Suite("cnb replay")
struct ReplayTests {
  private func notebook(_ recorded: String, keys: String = "") -> String {
    "---\ncnb: 1\n---\n```python cell=sum\(keys)\nprint(0.1 + 0.2)\n```\n\n```output cell=sum\n\(recorded)\n```\n"
  }

  private var good: String { notebook("0.30000000000000004") }

  @Test("0 where all outputs match, 1 where some differ, with the difference")
  func differing() throws {
    let workspace = try Workspace(["good.cnb": good, "bad.cnb": notebook("0.30000000000000014")])
    #expect(try workspace.cnb("replay", "good.cnb") == Outcome(0, output: "good.cnb: 1 cell matches\n"))
    #expect(
      try workspace.cnb("replay", "bad.cnb", "good.cnb", "--jobs", "2")
        == Outcome(
          1,
          output: """
            bad.cnb:4: cell sum differs
              output:
              - 0.30000000000000014
              + 0.30000000000000004
                                 ^^
                0.30000000000000014 is now 0.30000000000000004: off by 1.11e-16, relative 3.7e-16

            bad.cnb: 0 of 1 cell match, 1 differs
            good.cnb: 1 cell matches

            """))
    #expect(try workspace.cnb("replay", "bad.cnb", "--compare", "close").status == 0)
    #expect(try workspace.read("bad.cnb") == notebook("0.30000000000000014"))
  }

  @Test("2 where a cell fails, 3 at a limit, 4 where a file cannot be read; the highest counts")
  func exitCodes() throws {
    let workspace = try Workspace([
      "good.cnb": good, "failing.cnb": good.replacing("0.1 +", with: "x +"),
      "endless.cnb": good.replacing("print(0.1 + 0.2)", with: "while True: pass"), "text.cnb": "Hello\n",
    ])
    let failing = try workspace.cnb("replay", "good.cnb", "failing.cnb")
    #expect(failing.status == 2)
    #expect(failing.output.contains("failing.cnb:4: cell sum failed: NameError: name 'x' is not defined\n"))
    let endless = try workspace.cnb("replay", "failing.cnb", "endless.cnb", "--timeout", "200ms")
    #expect(endless.status == 3)
    #expect(endless.output.contains("endless.cnb: 0 of 1 cell match, 1 reached a limit\n"))
    let unreadable = try workspace.cnb("replay", "text.cnb", "good.cnb")
    #expect(unreadable.status == 4)
    #expect(unreadable.output == "good.cnb: 1 cell matches\n")
  }

  @Test("a notebook whose files are not there is skipped, in words and in reports, and not run")
  func skipped() throws {
    let needing = good.replacing("cnb: 1\n", with: "cnb: 1\nneeds: [data/a.txt, b.txt]\n")
    let workspace = try Workspace(["needing.cnb": needing, "good.cnb": good, "b.txt": ""])
    let absence = "data/a.txt, which it needs, is not there"
    #expect(
      try workspace.cnb("replay", "needing.cnb", "good.cnb", "--json", "report.json")
        == Outcome(0, output: "needing.cnb: skipped: \(absence)\ngood.cnb: 1 cell matches\n"))
    #expect(try workspace.read("report.json").contains("skipped"))
    #expect(
      try workspace.cnb("run", "needing.cnb")
        == Outcome(1, error: "cnb: needing.cnb: not run: \(absence); its text says more\n"))
    try FileManager.default.createDirectory(
      at: workspace.url.appendingPathComponent("data"), withIntermediateDirectories: false)
    try workspace.write("", to: "data/a.txt")
    #expect(try workspace.cnb("replay", "needing.cnb") == Outcome(0, output: "needing.cnb: 1 cell matches\n"))
    #expect(try workspace.cnb("run", "needing.cnb") == Outcome(0, output: "0.30000000000000004\n"))
  }

  @Test("130 after Control-C; the files that follow are not run")
  func interrupted() throws {
    let workspace = try Workspace([
      "endless.cnb": good.replacing("print(0.1 + 0.2)", with: "while True: pass"), "good.cnb": good,
    ])
    let process = try workspace.start(["replay", "endless.cnb", "good.cnb", "--update"])
    Thread.sleep(forTimeInterval: 1)
    process.interrupt()
    let outcome = try process.outcome()
    #expect(outcome.status == 130)
    #expect(outcome.output.hasSuffix("endless.cnb: 0 of 1 cell match, 1 interrupted\n"))
    #expect(try workspace.read("endless.cnb").contains("\n```output cell=sum\n0.30000000000000004\n"))
  }

  @Test("--update rewrites the file behind a link, keeps its permissions and leaves nothing else behind")
  func update() throws {
    let workspace = try Workspace(["a.cnb": notebook("1")])
    let path = workspace.url.appendingPathComponent("a.cnb").path
    let link = workspace.url.appendingPathComponent("link.cnb").path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a.cnb")
    let outcome = try workspace.cnb("replay", "link.cnb", "--update")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix("\nlink.cnb: 0 of 1 cell match, 1 differs; updated\n"))
    #expect(try workspace.read("a.cnb") == good)
    #expect(workspace.names == ["a.cnb", "link.cnb"])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "a.cnb")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
    #expect(try workspace.cnb("replay", "a.cnb").status == 0)
  }

  @Test("reports go to files, or to standard output in place of the text")
  func reports() throws {
    let workspace = try Workspace(["a.cnb": good])
    let outcome = try workspace.cnb("replay", "a.cnb", "--json", "-", "--junit", "a.xml")
    #expect(outcome.status == 0)
    #expect(outcome.error == "a.cnb: 1 cell matches\n")
    let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(report?["status"] as? String == "match")
    #expect(try workspace.read("a.xml").contains("<testsuite name=\"a.cnb\" tests=\"1\" failures=\"0\""))
    let failed = try workspace.cnb("replay", "a.cnb", "--json", "none/a.json")
    #expect(failed.status == 1)
    #expect(failed.error == "cnb: cannot write none/a.json: No such file or directory\n")
  }
}
