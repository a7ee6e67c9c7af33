import Foundation
import Testing

/// The manual page and the completions, which the commands' declarations give.
@Suite struct ManualTests {
  @Test func thePageHasItsSections() throws {
    let page = try Workspace().cnb("manual").output
    let sections = page.split(separator: "\n").filter { $0.hasPrefix(".Sh ") }.map { String($0.dropFirst(4)) }
    #expect(
      sections == [
        "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "ENVIRONMENT", "FILES", "EXIT STATUS", "EXAMPLES", "SEE ALSO",
      ])
    #expect(!page.contains("\n\n"))
  }

  @Test("the page has every command and every option that --help has", arguments: ["run", "replay", "convert", "repl"])
  func options(_ command: String) throws {
    let workspace = try Workspace()
    let page = try workspace.cnb("manual").output.replacingOccurrences(of: "\\-", with: "-")
    #expect(page.contains("\n.Ss \(command)"))
    let help = try workspace.cnb(command, "--help").output
    let names = help.split { $0 == " " || $0 == "\n" || ",.;".contains($0) }.filter { $0.hasPrefix("--") }
    #expect(!names.isEmpty)
    for name in names { #expect(page.contains("Fl \(name.dropFirst())"), "\(name)") }
  }

  @Test("mandoc and man accept the page", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc")))
  func mandoc() throws {
    let workspace = try Workspace(["cnb.1": Workspace().cnb("manual").output])
    #expect(try workspace.shell("mandoc -T lint -W warning cnb.1").output == "")
  }

  @Test("the shells accept their completions", arguments: ["bash", "zsh", "fish"])
  func syntax(_ shell: String) throws {
    let workspace = try Workspace(["script": Workspace().cnb("completions", shell).output])
    let outcome = try workspace.shell("if command -v \(shell) >/dev/null; then \(shell) -n script; fi")
    #expect(outcome == Outcome(0))
  }

  @Test(
    "bash completes commands, options, files and cells",
    arguments: [
      ("--pl", ["--plain"]), ("les", ["lesson.cnb"]), ("re", ["repl", "replay"]), ("run --pr", ["--print-style"]),
      ("run --print-style n", ["numpy-1.13", "numpy-1.26"]),
      ("run le", ["lesson.cnb", "letter.py"]), ("replay le", ["lesson.cnb"]), ("replay --compare cl", ["close"]),
      ("run lesson.cnb --to ", ["first", "second"]), ("run lesson.cnb --to s", ["second"]),
      ("convert lesson.cnb x --to h", ["html"]),
      ("completions z", ["zsh"]),
    ])
  func bash(_ line: String, _ candidates: [String]) throws {
    let workspace = try Workspace([
      "cnb.bash": Workspace().cnb("completions", "bash").output, "letter.py": "", "letter.txt": "",
      "lesson.cnb": "---\ncnb: 1\n---\n\n```python cell=first\n1\n```\n\n```python cell=second\n2\n```\n",
    ])
    let words =
      [try RunningProcess.program().path]
      + line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let outcome = try workspace.shell(
      """
      source ./cnb.bash
      COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " ")))
      COMP_CWORD=\(words.count - 1) COMP_LINE='cnb \(line)' COMP_POINT=\(line.utf8.count + 4)
      _cnb cnb "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}" | sort
      """)
    #expect(outcome.output.split(separator: "\n").map(String.init) == candidates, "\(outcome.error)")
  }
}

extension Workspace {
  /// Runs a script of bash.
  fileprivate func shell(_ script: String) throws -> Outcome {
    let process = Process()
    let (output, error) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = url
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let problems = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Outcome(process.terminationStatus, output: text, error: problems)
  }
}
