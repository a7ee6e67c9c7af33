import Foundation
import Testing

@Suite("cnb run")
struct RunTests {
  private let notebook = """
    ---
    cnb: 1
    ---
    ```python cell=one
    print("a")
    1 + 1
    ```
    ```python cell=two
    print("b", end="")
    3
    ```
    ```python cell=three
    print(undefined)
    ```
    ```python cell=four
    print("d")
    ```

    """

  private func lastLine(_ text: String) -> String { text.split(separator: "\n").last.map(String.init) ?? "" }

  @Test("prints what a script prints, not the values of its expressions")
  func script() throws {
    let workspace = try Workspace(["a.py": "\u{FEFF}print(1)\r\n2\r\nprint(__name__)"])
    #expect(try workspace.cnb("run", "a.py") == Outcome(0, output: "1\n__main__\n"))
    #expect(try workspace.cnb("run", "-", input: "print('x', end='')") == Outcome(0, output: "x"))
  }

  @Test("an error that nothing catches goes to standard error and exits with 1")
  func scriptError() throws {
    let outcome = try Workspace(["a.py": "print(1)\n1 // 0\nprint(2)\n"]).cnb("run", "a.py")
    #expect(outcome.status == 1)
    #expect(outcome.output == "1\n")
    #expect(outcome.error.hasPrefix("Traceback (most recent call last):\n  File \"a.py\", line 2, in <module>\n"))
    #expect(outcome.error.hasSuffix("\nZeroDivisionError: integer division or modulo by zero\n"))
  }

  @Test("prints a notebook's outputs and values up to the first error")
  func notebookRun() throws {
    let outcome = try Workspace(["a.cnb": notebook]).cnb("run", "a.cnb")
    #expect(outcome.status == 1)
    #expect(outcome.output == "a\n2\nb\n3\n")
    #expect(lastLine(outcome.error) == "NameError: name 'undefined' is not defined")
  }

  @Test("--to stops after a cell, --allow-errors goes on after errors")
  func options() throws {
    let workspace = try Workspace(["a.cnb": notebook])
    #expect(try workspace.cnb("run", "a.cnb", "--to", "one") == Outcome(0, output: "a\n2\n"))
    #expect(
      try workspace.cnb("run", "a.cnb", "--to", "none")
        == Outcome(1, error: "cnb: a.cnb has no cell 'none'; its cells are one, two, three, four\n"))
    let outcome = try workspace.cnb("run", "a.cnb", "--allow-errors")
    #expect(outcome.status == 0)
    #expect(outcome.output == "a\n2\nb\n3\nd\n")
    try workspace.write(notebook.replacing("cell=three", with: "cell=three error=NameError"), to: "a.cnb")
    #expect(try workspace.cnb("run", "a.cnb").status == 0)
  }

  @Test("--output writes the executed notebook and leaves the other alone")
  func output() throws {
    let workspace = try Workspace(["a.cnb": notebook])
    #expect(try workspace.cnb("run", "a.cnb", "--to", "two", "--output", "b.cnb").status == 0)
    #expect(try workspace.read("a.cnb") == notebook)
    let outputs = """
      ```python cell=one
      print("a")
      1 + 1
      ```

      ```output cell=one
      a
      ```

      ```value cell=one
      2
      ```

      ```python cell=two
      print("b", end="")
      3
      ```

      ```output cell=two no-newline
      b
      ```

      ```value cell=two
      3
      ```

      ```python cell=three
      """
    #expect(try workspace.read("b.cnb").contains(outputs))
    #expect(workspace.names == ["a.cnb", "b.cnb"])
  }

  @Test("a limit ends the run with 3, Control-C with 130")
  func stopping() throws {
    let workspace = try Workspace(["a.py": "print(1)\nwhile True: pass\n"])
    let limited = try workspace.cnb("run", "a.py", "--timeout", "200ms")
    #expect(limited.status == 3)
    #expect(limited.output == "1\n")
    #expect(lastLine(limited.error).hasPrefix("cnb: a.py: reached the time limit of 0.2 s"))

    let interrupted = try workspace.start(["run", "a.py"])
    Thread.sleep(forTimeInterval: 1)
    interrupted.interrupt()
    let outcome = try interrupted.outcome()
    #expect(outcome.status == 130)
    #expect(outcome.output == "1\n")
    #expect(lastLine(outcome.error) == "KeyboardInterrupt")
  }

  @Test("who reads sees at once what is flushed", arguments: ["print(1, flush=True)", "print(1); sys.stdout.flush()"])
  func flushing(code: String) throws {
    let workspace = try Workspace(["a.py": "import sys\n\(code)\nwhile True: pass\n"])
    let process = try workspace.start(["run", "a.py"])
    #expect(try process.writes("1\n"))
    process.interrupt()
    #expect(try process.outcome().status == 130)
  }

  @Test("sys.exit gives the exit code")
  func exitCode() throws {
    let workspace = try Workspace()
    #expect(try workspace.cnb("run", "-", input: "raise SystemExit(7)") == Outcome(7))
    #expect(try workspace.cnb("run", "-", input: "raise SystemExit") == Outcome(0))
    #expect(try workspace.cnb("run", "-", input: "raise SystemExit('no')") == Outcome(1, error: "no\n"))
  }
}
