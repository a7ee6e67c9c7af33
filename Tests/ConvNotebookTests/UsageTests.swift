import Foundation
import Testing

@Suite("The command line")
struct UsageTests {
  private let runUsage =
    "Usage: cnb run <file> [--to <id>] [--allow-errors] [--output <out>] [--print-style <style>] "
    + "[--timeout <time>] [--graphics <form>]\n  See 'cnb run --help' for more information.\n"
  private let replayUsage =
    "Usage: cnb replay <file> ... [--compare <mode>] [--rtol <number>] [--atol <number>] [--update] [--jobs <count>] "
    + "[--timeout <time>] [--print-style <style>] [--junit <file>] [--json <file>]\n  See 'cnb replay --help' for more information.\n"

  @Test("says its version")
  func version() throws {
    #expect(try Workspace().cnb("--version") == Outcome(0, output: "cnb 0.1.0\n"))
  }

  @Test(
    "explains wrong usage of run and exits with 64",
    arguments: [
      (["a.py", "--to", "x"], "--to names a cell of a notebook; a script has none"),
      (["-", "--output", "x"], "--output writes a notebook; a script has no outputs to write"),
      (
        ["a.cnb", "--timeout", "0s"],
        "The value '0s' is invalid for '--timeout <time>'\nHelp:  --timeout <time>  How long a cell may run: 500ms, "
          + "30s, 5m, 1h."
      ),
      (
        ["a.cnb", "--print-style", "x"],
        "The value 'x' is invalid for '--print-style <style>'. Please provide one of 'numpy-1.26', 'numpy-1.13' or "
          + "'auto'.\nHelp:  --print-style <style>  numpy-1.26, numpy-1.13 or auto (as the recorded outputs are); otherwise "
          + "the notebook's own."
      ),
    ])
  func run(_ arguments: [String], _ message: String) throws {
    let outcome = try Workspace().start(["run"] + arguments).outcome()
    #expect(outcome == Outcome(64, error: "Error: \(message)\n\(runUsage)"))
  }

  @Test(
    "explains wrong usage of replay and exits with 64",
    arguments: [
      ([], "Missing expected argument '<file> ...'\nHelp:  <file>  .cnb and .ipynb notebooks."),
      (
        ["a.cnb", "--compare", "x"], "--compare cannot be 'x': it is exact, printed, close, regex, shape, ignore"
      ),
      (["a.cnb", "--rtol", "x"], "--rtol cannot be 'x': it is a number that is not negative, as in 1e-6"),
      (["a.cnb", "--jobs", "0"], "--jobs is a number from 1 on"),
      (["a.cnb", "--json", "-", "--junit", "-"], "only one of --junit and --json can go to standard output"),
    ])
  func replay(_ arguments: [String], _ message: String) throws {
    let outcome = try Workspace().start(["replay"] + arguments).outcome()
    #expect(outcome == Outcome(64, error: "Error: \(message)\n\(replayUsage)"))
  }

  @Test("tells why a file cannot be read: code 1 for run, 4 for replay")
  func unreadable() throws {
    let workspace = try Workspace(["text.cnb": "Hello\n", "late.cnb": "---\ncnb: 1\n---\n\n```python cell=a\n"])
    let messages = [
      "missing.cnb": "missing.cnb: No such file or directory",
      ".": ".: Is a directory",
      "text.cnb":
        "text.cnb is not a notebook: line 1: expected '---' but found 'Hello'; a notebook starts with the lines "
        + "'---', 'cnb: 1' and '---'",
      "late.cnb": "late.cnb: line 5: the block that starts here has no end; close it with a line '```'",
    ]
    for (file, message) in messages {
      #expect(try workspace.cnb("run", file) == Outcome(1, error: "cnb: \(message)\n"))
      #expect(try workspace.cnb("replay", file) == Outcome(4, error: "cnb: \(message)\n"))
    }
    #expect(
      try workspace.cnb("run", "missing.py") == Outcome(1, error: "cnb: missing.py: No such file or directory\n"))
  }

  @Test("a script that is not UTF-8 is Python's SyntaxError")
  func notUTF8() throws {
    let workspace = try Workspace()
    try Data([0x78, 0x0A, 0x22, 0xFF, 0x22]).write(to: workspace.url.appendingPathComponent("a.py"))
    #expect(
      try workspace.cnb("run", "a.py")
        == Outcome(
          1,
          error:
            "SyntaxError: Non-UTF-8 code starting with '\\xff' in file a.py on line 2, but no encoding declared; see "
            + "https://peps.python.org/pep-0263/ for details\n"))
  }
}
