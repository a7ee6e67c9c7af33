import Foundation
import Testing

@Suite("cnb show")
struct ShowTests {
  private let lesson = """
    ---
    cnb: 1
    title: A lesson
    ---

    Some *prose* with $n_H$.

    ```python cell=first
    print("x")
    ```

    ```output cell=first
    x
    ```

    ```python cell=second
    1 + 1
    ```

    ```value cell=second
    2
    ```

    """

  private let jupyter = """
    {"cells": [
      {"cell_type": "markdown", "metadata": {}, "source": ["<center>Hello</center>"]},
      {"cell_type": "code", "metadata": {}, "execution_count": 7, "source": ["x"], "outputs": [
        {"output_type": "stream", "name": "stderr", "text": ["careful"]},
        {"output_type": "error", "ename": "E", "evalue": "no", "traceback": ["\\u001b[31mE\\u001b[0m: no"]}]}],
     "metadata": {"kernelspec": {"name": "ir", "language": "R"}}, "nbformat": 4, "nbformat_minor": 4}
    """

  @Test("prints a notebook without colours into a pipe")
  func notebook() throws {
    let folder = try Workspace(["a.cnb": lesson])
    let text = """
      A lesson
      ════════

      Some prose with n_H.

      first
       1  print("x")
          x

      second
       1  1 + 1
      Out 2

      """
    #expect(try folder.cnb("show", "a.cnb") == Outcome(0, output: text))
    #expect(try folder.cnb("show", "a.cnb", "--page", "--plain") == Outcome(0, output: text))
    #expect(try folder.cnb("show", "a.cnb", "--width", "12").output.contains("Some prose\nwith n_H."))
  }

  @Test("prints Jupyter's notebooks in any language")
  func jupyterNotebook() throws {
    let folder = try Workspace(["a.ipynb": jupyter])
    #expect(
      try folder.cnb("show", "a.ipynb")
        == Outcome(0, output: "Hello\n\ncell 1 · [7]\n 1  x\nerr careful\n!   E: no\n"))
  }

  @Test("prints one cell by its id or number", arguments: ["second", "2"])
  func cell(_ name: String) throws {
    let folder = try Workspace(["a.cnb": lesson])
    #expect(try folder.cnb("show", "a.cnb", "--cell", name) == Outcome(0, output: "second\n 1  1 + 1\nOut 2\n"))
  }

  @Test("says what is wrong with cells and files")
  func problems() throws {
    let folder = try Workspace(["a.cnb": lesson, "b.cnb": "no front matter", "c.ipynb": "{"])
    #expect(
      try folder.cnb("show", "a.cnb", "--cell", "third")
        == Outcome(
          1, error: "cnb: a.cnb has no cell 'third'; 'cnb show' without --cell shows what there is\n"))
    #expect(try folder.cnb("show", "none.cnb") == Outcome(4, error: "cnb: none.cnb: No such file or directory\n"))
    for file in ["b.cnb", "c.ipynb"] {
      let outcome = try folder.cnb("show", file)
      #expect(outcome.status == 4)
      #expect(outcome.output.isEmpty)
      #expect(outcome.error.hasPrefix("cnb: \(file)"))
    }
    #expect(try folder.cnb("show", "a.cnb", "--width", "11").status == 64)
  }

  @Test("ends quietly when nobody reads on")
  func brokenPipe() throws {
    let folder = try Workspace(["a.cnb": lesson])
    let program = try RunningProcess.program().path
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "'\(program)' show a.cnb 2>error | true; cat error"]
    shell.currentDirectoryURL = folder.url
    let output = Pipe()
    shell.standardOutput = output
    try shell.run()
    shell.waitUntilExit()
    #expect(output.fileHandleForReading.readDataToEndOfFile().isEmpty)
  }
}
